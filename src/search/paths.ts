import type { Found } from './queries.ts'

export const searchPaths = { search: '/tim', suggestions: '/tim/goi-y' } as const

/** The page of what was found. */
export function foundPath({ kind, ref }: Pick<Found, 'kind' | 'ref'>): string {
  const [id = '', item] = ref.split('#')
  if (kind === 'unit') return `/don-vi/${id}`
  if (kind === 'cluster') return `/cum-khoi/${id}`
  if (kind === 'person') return `/can-bo/${id}`
  return item === undefined ? `/ke-hoach/${id}` : `/ke-hoach/${id}#i-${item}`
}
