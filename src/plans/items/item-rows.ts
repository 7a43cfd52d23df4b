import { type Problem, Refusal } from '../../core/problem.ts'
import { type Item, type ItemData, type ItemKind, itemSchemas } from './item-schema.ts'

/** An item with whether it has been taken out: what is kept of it before and after an edit. */
export interface ItemRow extends Item {
  readonly removed: boolean
}

/** One item before and after an edit; null where there was none. */
export interface ItemChange {
  readonly id: string
  readonly before: ItemRow | null
  readonly after: ItemRow
}

/** All items of a plan by their ids, also those that have been taken out. */
export type Rows = ReadonlyMap<string, ItemRow>

/** Live items of one kind below one parent, in their order. */
export function siblingsOf(rows: Rows, kind: ItemKind, parentId: string | null): ItemRow[] {
  return [...rows.values()]
    .filter((row) => !row.removed && row.kind === kind && row.parentId === parentId)
    .sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1))
}

/** Items that stand below the item and have not been taken out, of every kind, in no order. */
export function childrenOf(rows: Rows, parentId: string): ItemRow[] {
  return [...rows.values()].filter((row) => !row.removed && row.parentId === parentId)
}

/** The item, which must still be there. Throws `Refusal`: `not-found` for one of another plan, `conflict` where it has been taken out. */
export function liveRow(rows: Rows, id: string): ItemRow {
  const row = rows.get(id)
  if (!row) throw new Refusal('not-found')
  if (row.removed) throw refused('conflict', 'item-removed')
  return row
}

/** A refusal with one problem: of the item as a whole, or of one key of it. */
export function refused(reason: 'conflict' | 'invalid', code: string, field: string | null = null): Refusal {
  return new Refusal(reason, [], [{ field, code }])
}

/** The item as it is to be from now on. */
export function change(row: ItemRow, to: Partial<ItemRow>): ItemChange {
  return { id: row.id, before: row, after: { ...row, ...to } }
}

/** The data as the schema of its kind has it. Throws `Refusal('invalid')` with each key that does not hold. */
export function checkedData<K extends ItemKind>(kind: K, data: unknown): ItemData<K> {
  const result = itemSchemas[kind].safeParse(data)
  if (result.success) return result.data as ItemData<K>
  const problems = result.error.issues.map(({ path, code }): Problem => {
    return { field: path.length > 0 ? String(path[0]) : null, code: code.replaceAll('_', '-') }
  })
  throw new Refusal('invalid', [], problems)
}

/** A place in front of the sibling at `index`; where no number lies between two neighbours any more, all are counted anew. */
export function placeAt(siblings: readonly ItemRow[], index: number): { position: number; moved: ItemChange[] } {
  const before = siblings[index - 1]?.position
  const behind = siblings[index]?.position
  if (behind === undefined) return { position: (before ?? 0) + 1, moved: [] }
  const position = before === undefined ? behind - 1 : (before + behind) / 2
  if (before === undefined || (position - before > 1e-9 && behind - position > 1e-9)) return { position, moved: [] }
  const moved = siblings.map((row, place) => change(row, { position: place < index ? place + 1 : place + 2 }))
  return { position: index + 1, moved: moved.filter(({ before: was, after }) => was?.position !== after.position) }
}

/** The problem of a key that somebody else has changed meanwhile: what it is now, and what was wanted. */
export function changedSince(key: string, now: unknown, wanted: unknown): Problem {
  return { field: key, code: 'changed-since', now: fact(now), wanted: fact(wanted) }
}

function fact(value: unknown): string | null {
  if (value === null || value === undefined) return null
  return typeof value === 'string' ? value : JSON.stringify(value)
}
