/** Addresses of the unit and people pages; links are never glued together elsewhere. */
export const unitPaths = {
  list: '/don-vi',
  unit: (id: number | string) => `/don-vi/${id}`,
  create: (id: number | string) => `/don-vi/${id}/them`,
  rename: (id: number | string) => `/don-vi/${id}/doi-ten`,
  move: (id: number | string) => `/don-vi/${id}/chuyen`,
  merge: (id: number | string) => `/don-vi/${id}/sap-nhap`,
  split: (id: number | string) => `/don-vi/${id}/chia-tach`,
  abolish: (id: number | string) => `/don-vi/${id}/giai-the`,
  importList: (id: number | string) => `/don-vi/${id}/nhap-excel`,
  template: '/don-vi/mau-danh-sach.xlsx',
  undo: (changeId: string) => `/don-vi/thay-doi/${changeId}/hoan-tac`,
} as const

export const peoplePaths = {
  list: '/can-bo',
  add: '/can-bo/them',
  giveFunction: '/can-bo/giao-chuc-trach',
  person: (id: string) => `/can-bo/${id}`,
  givePosition: (id: string) => `/can-bo/${id}/vi-tri`,
  endPosition: (id: string) => `/can-bo/vi-tri/${id}/ket-thuc`,
  delegate: (id: string) => `/can-bo/vi-tri/${id}/uy-quyen`,
  endDelegation: (id: string) => `/can-bo/uy-quyen/${id}/ket-thuc`,
  issueCode: (id: string) => `/can-bo/${id}/ma`,
  change: (id: string) => `/can-bo/${id}/sua`,
  erase: (id: string) => `/can-bo/${id}/xoa-du-lieu`,
} as const

export const clusterPaths = {
  list: '/cum-khoi',
  add: '/cum-khoi/them',
  addIn: (unitId: number) => `/cum-khoi/them?unit=${unitId}`,
  cluster: (id: string) => `/cum-khoi/${id}`,
  rename: (id: string) => `/cum-khoi/${id}/doi-ten`,
  addMembers: (id: string) => `/cum-khoi/${id}/thanh-vien`,
  endMember: (id: string, unit: number | string) => `/cum-khoi/${id}/thanh-vien/${unit}/ket-thuc`,
  replaceMember: (id: string, unit: number | string) => `/cum-khoi/${id}/thanh-vien/${unit}/ke-thua`,
  lead: (id: string) => `/cum-khoi/${id}/don-vi-truong`,
  end: (id: string) => `/cum-khoi/${id}/giai-the`,
} as const

/** A form or page of people with a function filled in; `back` is where one goes on afterwards. Nothing is saved by opening it. */
export function withFunction(
  path: string,
  fn: { readonly unitId: number; readonly title: string; readonly back: string },
): string {
  return `${path}?${new URLSearchParams(functionQuery(fn))}`
}

export function functionQuery(fn: { readonly unitId: number; readonly title: string; readonly back: string }) {
  return { unit: String(fn.unitId), title: fn.title, back: fn.back }
}

/** A list of units narrowed by words, or opened at a place. */
export function unitsPath(
  query: { readonly q?: string; readonly past?: boolean; readonly after?: number },
  id?: number,
): string {
  const search = new URLSearchParams()
  if (query.q) search.set('q', query.q)
  if (query.past) search.set('cu', '1')
  if (query.after) search.set('sau', String(query.after))
  const path = id === undefined ? unitPaths.list : unitPaths.unit(id)
  return search.size > 0 ? `${path}?${search}` : path
}

/** The list of clusters and blocks; `after` is the last one shown. */
export function clustersPath(query: {
  readonly past: boolean
  readonly after?: { readonly name: string; readonly id: string }
}): string {
  const search = new URLSearchParams(query.past ? { cu: '1' } : {})
  if (query.after) search.set('sau', query.after.name)
  if (query.after) search.set('ma', query.after.id)
  return search.size > 0 ? `${clusterPaths.list}?${search}` : clusterPaths.list
}
