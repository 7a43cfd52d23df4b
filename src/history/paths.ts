export const historyPaths = {
  journal: '/nhat-ky',
  /** «Who can see this, and why»: of one unit and one right. */
  onlookers: '/nhat-ky/ai-xem-duoc',
} as const

export interface JournalFilter {
  readonly unit: number | null
  readonly actor: string | null
  readonly subject: string | null
  readonly event: string | null
  /** Days, both included. */
  readonly from: string | null
  readonly until: string | null
}

/** The journal narrowed so; `before` is the key of the last entry shown. */
export function journalPath(filter: Partial<JournalFilter>, before: string | null = null): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries({ ...filter, before })) if (value) search.set(name, String(value))
  return search.size > 0 ? `${historyPaths.journal}?${search}` : historyPaths.journal
}
