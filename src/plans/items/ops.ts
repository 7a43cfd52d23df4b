import { isDeepStrictEqual } from 'node:util'
import { type Problem, Refusal } from '../../core/problem.ts'
import { type Item, type ItemData, type ItemKind, type ItemPassage, itemSchemas, parentKinds } from './item-schema.ts'
import { cutPassages, joinPassages } from './passages-of-items.ts'

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

export type Rows = ReadonlyMap<string, ItemRow>

/** The key that says in words what the item is: such items can be split and merged. */
export const textKeys: Readonly<Partial<Record<ItemKind, string>>> = {
  field: 'title',
  criterion: 'text',
  milestone: 'text',
  duty: 'text',
  assignment: 'unit',
  work: 'text',
}

/** What a person can do to the items of a plan. `from` is the value that they saw. */
export type Edit =
  | {
      readonly do: 'add'
      readonly kind: ItemKind
      readonly parentId: string | null
      /** The sibling in front; null: at the end. */
      readonly after: string | null
      readonly data: unknown
      readonly passages: readonly ItemPassage[]
      readonly sourceId: string | null
    }
  | {
      readonly do: 'edit'
      readonly id: string
      readonly changes: Readonly<Record<string, { readonly from: unknown; readonly to: unknown }>>
    }
  | { readonly do: 'move'; readonly id: string; readonly to: 'up' | 'down' }
  | { readonly do: 'place'; readonly id: string; readonly parentId: string | null }
  | {
      readonly do: 'split'
      readonly id: string
      readonly from: string
      readonly first: string
      readonly second: string
    }
  | { readonly do: 'merge'; readonly id: string; readonly next: string }
  | { readonly do: 'remove'; readonly id: string }
  | { readonly do: 'restore'; readonly ids: readonly string[] }

/**
 * The changes that an edit makes of these rows; none where everything is so already. Throws `Refusal`: `not-found` for an item of another plan,
 * `conflict` where the item is no longer what the person saw, `invalid` with the keys that do not hold.
 */
export function changesOf(rows: Rows, edit: Edit, newId: () => string): ItemChange[] {
  if (edit.do === 'add') return addItem(rows, edit, newId())
  if (edit.do === 'restore') return edit.ids.flatMap((id) => restoreItem(rows, id, edit.ids))
  const row = liveRow(rows, edit.id)
  if (edit.do === 'edit') return editItem(row, edit.changes)
  if (row.kind === 'header') throw refused('conflict', 'header-stays')
  if (edit.do === 'move') return moveItem(rows, row, edit.to)
  if (edit.do === 'place') return placeItem(rows, row, edit.parentId)
  if (edit.do === 'split') return splitItem(rows, row, edit, newId())
  if (edit.do === 'merge') return mergeItems(rows, row, edit.next)
  return [row, ...childrenOf(rows, row.id)].map((gone) => change(gone, { removed: true }))
}

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

/** The item, which must still be there. */
function liveRow(rows: Rows, id: string): ItemRow {
  const row = rows.get(id)
  if (!row) throw new Refusal('not-found')
  if (row.removed) throw refused('conflict', 'item-removed')
  return row
}

/** A refusal with one problem: of the item as a whole, or of one key of it. */
export function refused(reason: 'conflict' | 'invalid', code: string, field: string | null = null): Refusal {
  return new Refusal(reason, [], [{ field, code }])
}

function change(row: ItemRow, to: Partial<ItemRow>): ItemChange {
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

/** Criteria and targets may stand alone, works may not, everything else must. */
function checkParent(rows: Rows, kind: ItemKind, parentId: string | null): void {
  const wanted = parentKinds[kind]
  if (parentId === null) {
    if (kind === 'work') throw refused('invalid', 'parent-missing', 'parentId')
    return
  }
  if (liveRow(rows, parentId).kind !== wanted) throw refused('invalid', 'parent-of-other-kind', 'parentId')
}

function addItem(rows: Rows, edit: Extract<Edit, { do: 'add' }>, id: string): ItemChange[] {
  const { kind, parentId, passages, sourceId } = edit
  if (kind === 'header') throw refused('conflict', 'header-stays')
  checkParent(rows, kind, parentId)
  const data = checkedData(kind, edit.data)
  const siblings = siblingsOf(rows, kind, parentId)
  const index = edit.after === null ? siblings.length : siblings.findIndex((sibling) => sibling.id === edit.after) + 1
  const { position, moved } = placeAt(siblings, edit.after !== null && index === 0 ? siblings.length : index)
  const after: ItemRow = { id, kind, parentId, position, data, passages, sourceId, removed: false }
  return [...moved, { id, before: null, after }]
}

function editItem(row: ItemRow, changes: Extract<Edit, { do: 'edit' }>['changes']): ItemChange[] {
  const data: Record<string, unknown> = { ...row.data }
  const problems: Problem[] = []
  for (const [key, { from, to }] of Object.entries(changes)) {
    if (!Object.hasOwn(row.data, key)) throw refused('invalid', 'unknown-key', key)
    if (isDeepStrictEqual(data[key], to)) continue
    if (!isDeepStrictEqual(data[key], from))
      problems.push({ field: key, code: 'changed-since', now: fact(data[key]), wanted: fact(to) })
    data[key] = to
  }
  if (problems.length > 0) throw new Refusal('conflict', [], problems)
  const checked = checkedData(row.kind, data)
  return isDeepStrictEqual(checked, row.data) ? [] : [change(row, { data: checked })]
}

function fact(value: unknown): string | null {
  if (value === null || value === undefined) return null
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** A place in front of the sibling at `index`; where no number lies between two neighbours any more, all are counted anew. */
function placeAt(siblings: readonly ItemRow[], index: number): { position: number; moved: ItemChange[] } {
  const before = siblings[index - 1]?.position
  const behind = siblings[index]?.position
  if (behind === undefined) return { position: (before ?? 0) + 1, moved: [] }
  const position = before === undefined ? behind - 1 : (before + behind) / 2
  if (before === undefined || (position - before > 1e-9 && behind - position > 1e-9)) return { position, moved: [] }
  const moved = siblings.map((row, place) => change(row, { position: place < index ? place + 1 : place + 2 }))
  return { position: index + 1, moved: moved.filter(({ before: was, after }) => was?.position !== after.position) }
}

function moveItem(rows: Rows, row: ItemRow, to: 'up' | 'down'): ItemChange[] {
  const siblings = siblingsOf(rows, row.kind, row.parentId)
  const index = siblings.findIndex(({ id }) => id === row.id)
  const target = index + (to === 'up' ? -1 : 1)
  if (target < 0 || target >= siblings.length) return []
  const { position, moved } = placeAt(siblings.toSpliced(index, 1), target)
  return [...moved, change(row, { position })]
}

/** Below another parent, at the end. */
function placeItem(rows: Rows, row: ItemRow, parentId: string | null): ItemChange[] {
  if (row.parentId === parentId) return []
  checkParent(rows, row.kind, parentId)
  const siblings = siblingsOf(rows, row.kind, parentId)
  return [change(row, { parentId, position: placeAt(siblings, siblings.length).position })]
}

function splitItem(rows: Rows, row: ItemRow, edit: Extract<Edit, { do: 'split' }>, id: string): ItemChange[] {
  const key = textKeys[row.kind]
  if (key === undefined) throw refused('conflict', 'not-divisible')
  const now = (row.data as Record<string, unknown>)[key]
  if (now !== edit.from)
    throw new Refusal('conflict', [], [{ field: key, code: 'changed-since', now: fact(now), wanted: edit.from }])
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

/** The next sibling joins the item: its words behind the item's, its units and children too; what the item leaves open it takes from there. */
function mergeItems(rows: Rows, row: ItemRow, nextId: string): ItemChange[] {
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

function restoreItem(rows: Rows, id: string, together: readonly string[]): ItemChange[] {
  const row = rows.get(id)
  if (!row) throw new Refusal('not-found')
  if (!row.removed) return []
  const parent = row.parentId === null ? undefined : rows.get(row.parentId)
  if (parent?.removed && !together.includes(parent.id)) throw refused('conflict', 'parent-removed')
  return [change(row, { removed: false })]
}
