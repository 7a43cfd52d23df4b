import { z } from 'zod'
import { type ItemKind, itemSchemas } from '../items/item-schema.ts'

export const itemKinds = Object.keys(itemSchemas) as [ItemKind, ...ItemKind[]]
export const Kind = z.enum(itemKinds)

/** Kinds that a person may add: a plan has one header from its beginning. */
export const addedKinds = itemKinds.filter((kind) => kind !== 'header')

export const Revision = z.coerce.number().int().min(0)

/** Where a new item shall stand and what it shall be made of; anything that is not so is as if it were not said. */
export const AddQuery = z.object({
  kind: Kind.nullable().catch(null),
  under: z.uuid().nullable().catch(null),
  start: z.coerce.number().int().min(0).nullable().catch(null),
  end: z.coerce.number().int().min(0).nullable().catch(null),
})
export type AddQuery = z.infer<typeof AddQuery>

/** What the page shows: only items with these words, only items with an open question. */
export const ShowQuery = z.object({
  words: z.string().trim().max(200).catch(''),
  only: z.literal('cau-hoi').nullable().catch(null),
})
export type ShowQuery = z.infer<typeof ShowQuery>

/** A question of the reader, as it is kept. */
export interface PlanQuestion {
  readonly id: string
  readonly itemId: string | null
  readonly key: string
  readonly start: number
  readonly end: number
  readonly reason: string
  readonly candidates: readonly string[]
}
