import { isDeepStrictEqual } from 'node:util'
import { Refusal } from '../../core/problem.ts'
import { childrenOf, type ItemChange, type ItemRow, type Rows, refused } from './item-rows.ts'

/**
 * What takes these changes back, key by key: what others have done to other keys of the same items stays. Throws `Refusal('conflict')` where one of
 * the keys has become something else since, so that nobody's work is undone with one's own.
 */
export function takeBack(rows: Rows, changes: readonly ItemChange[]): ItemChange[] {
  return standing(
    rows,
    changes.map((made) => turned(rows, made.id, made.after, made.before)),
  )
}

/** What makes these changes once more after they were taken back. */
export function makeAgain(rows: Rows, changes: readonly ItemChange[]): ItemChange[] {
  const again = changes.map((made) =>
    turned(rows, made.id, made.before ?? { ...made.after, removed: true }, made.after),
  )
  return standing(rows, again)
}

/** Nothing may come to stand below what is gone. */
function standing(rows: Rows, changes: readonly ItemChange[]): ItemChange[] {
  const next = new Map(rows)
  for (const { id, after } of changes) next.set(id, after)
  for (const { after } of changes)
    if (!after.removed && after.parentId !== null && next.get(after.parentId)?.removed !== false)
      throw refused('conflict', 'parent-removed')
  return [...changes]
}

const attributes = ['parentId', 'position', 'passages', 'removed'] as const

/** The row with everything that differs between `from` and `to` set to `to`; it must still be as in `from`. */
function turned(rows: Rows, id: string, from: ItemRow, to: ItemRow | null): ItemChange {
  const now = rows.get(id)
  if (!now) throw new Refusal('not-found')
  const wanted = to ?? { ...from, removed: true }
  if (to === null) refuseOthersWork(rows, now, from)
  const next: Record<string, unknown> = { ...now }
  for (const key of attributes)
    if (differs(from[key], wanted[key])) next[key] = exchanged(now[key], from[key], wanted[key])
  const data: Record<string, unknown> = { ...now.data }
  const [was, becomes] = [asRecord(from.data), asRecord(wanted.data)]
  for (const key of Object.keys(becomes))
    if (differs(was[key], becomes[key])) data[key] = exchanged(data[key], was[key], becomes[key])
  return { id, before: now, after: { ...next, data } as unknown as ItemRow }
}

/** Somebody may have gone on with an item that would disappear: then it stays. */
function refuseOthersWork(rows: Rows, now: ItemRow, made: ItemRow): void {
  if (differs(now.data, made.data) || childrenOf(rows, now.id).length > 0) throw refused('conflict', 'gone-on-since')
}

function asRecord(data: ItemRow['data']): Readonly<Record<string, unknown>> {
  return data as Readonly<Record<string, unknown>>
}

function exchanged(now: unknown, from: unknown, to: unknown): unknown {
  if (differs(now, from)) throw refused('conflict', 'gone-on-since')
  return to
}

function differs(a: unknown, b: unknown): boolean {
  return !isDeepStrictEqual(a, b)
}

/** One of a person's edits, as far as their undo and redo go. */
export interface PastEdit {
  readonly number: number
  readonly kind: string
  readonly ofNumber: number | null
}

/** The numbers of a person's edits that undo and redo would take next, from their edits in order. */
export function nextSteps(edits: readonly PastEdit[]): { readonly undo: number | null; readonly redo: number | null } {
  const done: number[] = []
  const undone: number[] = []
  for (const { number, kind, ofNumber } of edits) {
    if (kind === 'undo') {
      if (ofNumber !== null) undone.push(...done.splice(done.indexOf(ofNumber), 1))
    } else if (kind === 'redo') {
      if (ofNumber !== null) done.push(...undone.splice(undone.indexOf(ofNumber), 1))
    } else {
      done.push(number)
      undone.length = 0
    }
  }
  return { undo: done.at(-1) ?? null, redo: undone.at(-1) ?? null }
}
