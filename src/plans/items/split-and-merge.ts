import { Refusal } from '../../core/problem.ts'
import {
  change,
  changedSince,
  checkedData,
  childrenOf,
  type ItemChange,
  type ItemRow,
  placeAt,
  type Rows,
  refused,
  siblingsOf,
} from './item-rows.ts'
import type { ItemKind } from './item-schema.ts'
import { cutPassages, joinPassages } from './passages-of-items.ts'

/** The key that says in words what the item is: such items can be split and merged. */
export const textKeys: Readonly<Partial<Record<ItemKind, string>>> = {
  field: 'title',
  criterion: 'text',
  milestone: 'text',
  duty: 'text',
  assignment: 'unit',
  work: 'text',
}

/** Where the words of an item are cut; `from` is what the person saw. */
export interface Split {
  readonly from: string
  readonly first: string
  readonly second: string
}

/** Two items of one: the second stands behind the first and takes its share of the passages. Throws `Refusal`: `conflict`, `invalid`. */
export function splitItem(rows: Rows, row: ItemRow, edit: Split, id: string): ItemChange[] {
  const key = textKeys[row.kind]
  if (key === undefined) throw refused('conflict', 'not-divisible')
  const now = (row.data as Record<string, unknown>)[key]
  if (now !== edit.from) throw new Refusal('conflict', [], [changedSince(key, now, edit.from)])
  const [first, second] = [edit.first.trim(), edit.second.trim()]
  if (first === '' || second === '') throw refused('invalid', 'nothing-to-split', key)
  const siblings = siblingsOf(rows, row.kind, row.parentId)
  const { position, moved } = placeAt(siblings, siblings.findIndex((sibling) => sibling.id === row.id) + 1)
  const passages = cutPassages(row.passages, key, edit.from, first, second)
  const rest = row.kind === 'field' ? { ...row.data, ordinal: null } : row.data
  const added: ItemRow = {
    ...row,
    id,
    position,
    data: checkedData(row.kind, { ...rest, [key]: second }),
    passages: passages.second,
  }
  const kept = { data: checkedData(row.kind, { ...row.data, [key]: first }), passages: passages.first }
  const itself = moved.find((one) => one.id === row.id)
  return [
    ...moved.filter((one) => one !== itself),
    change(row, { ...kept, ...(itself && { position: itself.after.position }) }),
    { id, before: null, after: added },
  ]
}

/** The next sibling joins the item: its words behind the item's, its units and children too; what the item leaves open it takes from there. Throws `Refusal`: `conflict`. */
export function mergeItems(rows: Rows, row: ItemRow, nextId: string): ItemChange[] {
  const key = textKeys[row.kind]
  if (key === undefined) throw refused('conflict', 'not-divisible')
  const siblings = siblingsOf(rows, row.kind, row.parentId)
  const next = siblings[siblings.findIndex(({ id }) => id === row.id) + 1]
  if (!next || next.id !== nextId) throw refused('conflict', 'other-neighbour')
  const data = mergedData(row.data as Record<string, unknown>, next.data as Record<string, unknown>, key)
  const passages = joinPassages(row.passages, row.sourceId === next.sourceId ? next.passages : [])
  const moved = childrenOf(rows, next.id).sort((a, b) => a.position - b.position)
  const last = (kind: ItemKind) => siblingsOf(rows, kind, row.id).at(-1)?.position ?? 0
  return [
    change(row, { data: checkedData(row.kind, data), passages }),
    ...moved.map((child, index) => change(child, { parentId: row.id, position: last(child.kind) + index + 1 })),
    change(next, { removed: true }),
  ]
}

function mergedData(first: Record<string, unknown>, second: Record<string, unknown>, key: string) {
  const merged = Object.entries(first).map(([name, value]) => {
    const other = second[name]
    if (name === key) return [name, `${String(value)} ${String(other)}`]
    if (Array.isArray(value) && Array.isArray(other)) return [name, [...new Set([...value, ...other])]]
    return [name, value ?? other]
  })
  return Object.fromEntries(merged) as Record<string, unknown>
}
