import type { ListQuery } from './schema.ts'

/** Addresses of the plan pages; links are never glued together elsewhere. */
export const planPaths = {
  list: '/ke-hoach',
  import: '/ke-hoach/nhap',
  progress: '/ke-hoach/tien-do',
  events: '/ke-hoach/tien-do/su-kien',
  progressOf: (ids: readonly string[]) => `/ke-hoach/tien-do?${named(ids)}`,
  eventsOf: (ids: readonly string[]) => `/ke-hoach/tien-do/su-kien?${named(ids)}`,
  document: (id: string) => `/ke-hoach/${id}`,
  cancel: (id: string) => `/ke-hoach/${id}/huy-doc`,
  retry: (id: string) => `/ke-hoach/${id}/doc-lai`,
  remove: (id: string) => `/ke-hoach/${id}/xoa`,
  units: (id: string) => `/ke-hoach/${id}/don-vi`,
  handOver: (id: string) => `/ke-hoach/${id}/tai-khoan`,
  confirm: (id: string) => `/ke-hoach/${id}/ban-hanh`,
  end: (id: string) => `/ke-hoach/${id}/ket-thuc`,
  resume: (id: string) => `/ke-hoach/${id}/tiep-tuc`,
  correction: (id: string) => `/ke-hoach/${id}/ban-moi`,
  compare: (id: string, newer: string) => `/ke-hoach/${id}/ban-moi/${newer}`,
  reopen: (id: string) => `/ke-hoach/${id}/soat-lai`,
  file: (id: string, position: number) => `/ke-hoach/${id}/tep/${position}`,
} as const

/** Under which programs find one plan, as a pattern of routes. */
export const apiPlan = '/api/plans/:id{[0-9a-f-]{36}}'

function named(ids: readonly string[]): string {
  return new URLSearchParams(ids.map((id) => ['vb', id])).toString()
}

/** The list with these wishes; what is at its default is left out, and changing anything starts at the first page. */
export function listPath(query: ListQuery, change: Partial<ListQuery> = {}): string {
  const wished = { ...query, after: null, ...change }
  const search = new URLSearchParams()
  if (wished.q) search.set('q', wished.q)
  if (wished.state) search.set('state', wished.state)
  if (wished.sort !== 'newest') search.set('sort', wished.sort)
  if (wished.after) search.set('after', wished.after)
  return search.size > 0 ? `${planPaths.list}?${search}` : planPaths.list
}
