import type { ItemKind } from '../items/item-schema.ts'
import { planPaths } from '../paths.ts'

/** What an item can be asked to become; each has an address of its own. */
export type ItemDeed = 'sua' | 'len' | 'xuong' | 'tach' | 'gop' | 'chuyen' | 'xoa' | 'khoi-phuc'

/** Where a new item shall stand, and the passage that it is made of; without an end it goes to the end of its line. */
export interface Adding {
  readonly kind?: ItemKind
  readonly under?: string | null
  readonly start?: number
  readonly end?: number
}

/** Addresses of the review of a plan. */
export const reviewPaths = {
  draft: '/ke-hoach/soan',
  /** The review of a plan in force; before that, the plan's own address is its review. */
  review: (plan: string) => `/ke-hoach/${plan}/xem-lai`,
  item: (plan: string, item: string, deed: ItemDeed) => `/ke-hoach/${plan}/muc/${item}/${deed}`,
  add: (plan: string) => `/ke-hoach/${plan}/them`,
  adding: (plan: string, { kind, under, start, end }: Adding) => {
    const given = [
      ['loai', kind],
      ['trong', under],
      ['tu', start],
      ['den', end],
    ].filter((pair): pair is [string, string | number] => pair[1] !== undefined && pair[1] !== null)
    return `/ke-hoach/${plan}/them?${new URLSearchParams(given.map(([name, value]) => [String(name), String(value)]))}`
  },
  undo: (plan: string) => `/ke-hoach/${plan}/hoan-tac`,
  redo: (plan: string) => `/ke-hoach/${plan}/lam-lai`,
  answer: (plan: string, question: string) => `/ke-hoach/${plan}/cau-hoi/${question}`,
  events: (plan: string) => `/ke-hoach/${plan}/su-kien`,
  changes: (plan: string) => `/ke-hoach/${plan}/thay-doi`,
} as const

/** Where the review of a plan in this state stands, at one of its items. */
export function reviewPath(plan: { readonly id: string; readonly state: string }, item?: string | null): string {
  const page = plan.state === 'in-force' ? reviewPaths.review(plan.id) : planPaths.document(plan.id)
  return item ? `${page}#${itemAnchor(item)}` : page
}

/** The anchor of an item on every page about its plan. */
export function itemAnchor(id: string): string {
  return `i-${id}`
}
