import type { OverviewQuery, TaskQuery } from './schema.ts'

/** Addresses of the pages of duties and tasks. */
export const dutyPaths = {
  mine: '/viec',
  task: (id: string) => `/viec/${id}`,
  do: (id: string) => `/viec/${id}/xong`,
  reopen: (id: string) => `/viec/${id}/mo-lai`,
  waive: (id: string) => `/viec/${id}/mien`,
  file: (id: string, fileId: string) => `/viec/${id}/tep/${fileId}`,
  overview: '/theo-doi',
  overviewSheet: '/theo-doi/bang.xlsx',
  ofUnit: (id: number | string) => `/theo-doi/don-vi/${id}`,
  urge: '/theo-doi/don-doc',
  urgingLetter: '/theo-doi/cong-van',
  calendar: '/lich-nghi',
  calendarYear: (year: number) => `/lich-nghi?nam=${year}`,
  calendarAccept: '/lich-nghi/theo-luat',
  calendarRemove: '/lich-nghi/xoa',
  notices: '/thong-bao',
  noticesSeen: '/thong-bao/da-xem',
  noticeSetting: '/thong-bao/cach-nhac',
  feed: '/thong-bao/lich',
  feedRevoke: '/thong-bao/lich/thu-hoi',
  calendarOf: (file: string) => `/lich/${file}`,
} as const

/** The list at `base` with these wishes; what is at its default is left out, and changing anything starts at the first page. */
export function tasksPath(base: string, query: TaskQuery, change: Partial<TaskQuery> = {}): string {
  const wished = { ...query, after: null, ...change }
  const search = new URLSearchParams()
  if (wished.q) search.set('q', wished.q)
  if (wished.state !== 'open') search.set('trang-thai', wished.state)
  if (wished.kind) search.set('loai', wished.kind)
  if (wished.plan) search.set('ke-hoach', wished.plan)
  if (wished.after) search.set('sau', wished.after)
  return search.size > 0 ? `${base}?${search}` : base
}

/** The overview with these wishes, or another page that shows the same choice. */
export function overviewPath(
  query: OverviewQuery,
  change: Partial<OverviewQuery> = {},
  base: string = dutyPaths.overview,
): string {
  const wished = { ...query, ...change }
  const search = new URLSearchParams()
  if (wished.q) search.set('q', wished.q)
  if (wished.show !== 'late') search.set('hien', wished.show)
  if (wished.plan) search.set('ke-hoach', wished.plan)
  if (wished.page > 0) search.set('trang', String(wished.page))
  return search.size > 0 ? `${base}?${search}` : base
}
