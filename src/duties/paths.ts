import type { TaskQuery } from './schema.ts'

/** Addresses of the pages of duties and tasks. */
export const dutyPaths = {
  mine: '/viec',
  task: (id: string) => `/viec/${id}`,
  do: (id: string) => `/viec/${id}/xong`,
  reopen: (id: string) => `/viec/${id}/mo-lai`,
  waive: (id: string) => `/viec/${id}/mien`,
  file: (id: string, fileId: string) => `/viec/${id}/tep/${fileId}`,
  overview: '/theo-doi',
  calendar: '/lich-nghi',
  notices: '/thong-bao',
  noticesSeen: '/thong-bao/da-xem',
  noticeSetting: '/thong-bao/cach-nhac',
  feed: '/thong-bao/lich',
  feedRevoke: '/thong-bao/lich/thu-hoi',
  calendarOf: (file: string) => `/lich/${file}`,
} as const

/** The list with these wishes; what is at its default is left out, and changing anything starts at the first page. */
export function minePath(query: TaskQuery, change: Partial<TaskQuery> = {}): string {
  const wished = { ...query, after: null, ...change }
  const search = new URLSearchParams()
  if (wished.q) search.set('q', wished.q)
  if (wished.state !== 'open') search.set('trang-thai', wished.state)
  if (wished.kind) search.set('loai', wished.kind)
  if (wished.plan) search.set('ke-hoach', wished.plan)
  if (wished.after) search.set('sau', wished.after)
  return search.size > 0 ? `${dutyPaths.mine}?${search}` : dutyPaths.mine
}
