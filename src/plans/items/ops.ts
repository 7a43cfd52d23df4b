import { isDeepStrictEqual } from 'node:util'
import { type Problem, Refusal } from '../../core/problem.ts'
import {
  change,
  changedSince,
  checkedData,
  childrenOf,
  type ItemChange,
  type ItemRow,
  liveRow,
  placeAt,
  type Rows,
  refused,
  siblingsOf,
} from './item-rows.ts'
import { type ItemKind, type ItemPassage, parentKinds } from './item-schema.ts'
import { mergeItems, type Split, splitItem } from './split-and-merge.ts'

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
  | ({ readonly do: 'split'; readonly id: string } & Split)
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
    if (!isDeepStrictEqual(data[key], from)) problems.push(changedSince(key, data[key], to))
    data[key] = to
  }
  if (problems.length > 0) throw new Refusal('conflict', [], problems)
  const checked = checkedData(row.kind, data)
  return isDeepStrictEqual(checked, row.data) ? [] : [change(row, { data: checked })]
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

function restoreItem(rows: Rows, id: string, together: readonly string[]): ItemChange[] {
  const row = rows.get(id)
  if (!row) throw new Refusal('not-found')
  if (!row.removed) return []
  const parent = row.parentId === null ? undefined : rows.get(row.parentId)
  if (parent?.removed && !together.includes(parent.id)) throw refused('conflict', 'parent-removed')
  return [change(row, { removed: false })]
}
