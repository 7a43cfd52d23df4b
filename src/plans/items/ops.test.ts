import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Refusal } from '../../core/problem.ts'
import { parsePlan } from '../../parser/parse-plan.ts'
import { type ItemChange, type ItemRow, siblingsOf } from './item-rows.ts'
import type { ItemKind } from './item-schema.ts'
import { itemsOfReading } from './items-of-reading.ts'
import { changesOf, type Edit } from './ops.ts'
import { textKeys } from './split-and-merge.ts'
import { makeAgain, nextSteps, takeBack } from './take-back.ts'

const text = readFileSync(new URL('../../../samples/xa-dong-rang-2026/plan.txt', import.meta.url), 'utf8')
const parsed = parsePlan({ text, lines: 'wrapped', tables: [], notes: [], uncertain: [] })

function ids(): () => string {
  let last = 0
  return () => {
    last += 1
    return String(last).padStart(6, '0')
  }
}

function aPlan(): { rows: Map<string, ItemRow>; newId: () => string } {
  const newId = ids()
  const { items } = itemsOfReading(parsed, newId, 'document')
  return { rows: new Map(items.map((item) => [item.id, { ...item, removed: false }])), newId }
}

function apply(rows: Map<string, ItemRow>, changes: readonly ItemChange[]): void {
  for (const { id, after } of changes) rows.set(id, after)
}

/** What people see: items that are there, in their order. */
function live(rows: ReadonlyMap<string, ItemRow>): ItemRow[] {
  return [...rows.values()].filter(({ removed }) => !removed).toSorted((a, b) => (a.id < b.id ? -1 : 1))
}

/** An edit that a person could make of these rows, drawn from three numbers. */
function anEdit(rows: Map<string, ItemRow>, [what, which, where]: readonly number[]): Edit {
  const all = live(rows)
  const pick = <T>(list: readonly T[], number = 0) => list[number % Math.max(list.length, 1)]
  const row = pick(all, which)
  const id = row?.id ?? ''
  const key = row && textKeys[row.kind]
  const words = key ? String((row.data as Record<string, unknown>)[key]) : ''
  const field = pick(
    all.filter(({ kind }) => kind === 'field'),
    where,
  )
  const cut = (where ?? 0) % Math.max(words.length, 1)
  const next = row && siblingsOf(rows, row.kind, row.parentId).find(({ position }) => position > row.position)
  const edits: Edit[] = [
    {
      do: 'add',
      kind: 'criterion',
      parentId: field?.id ?? null,
      after: null,
      data: { text: `mới ${which}` },
      passages: [],
      sourceId: null,
    },
    {
      do: 'add',
      kind: 'milestone',
      parentId: null,
      after: row?.kind === 'milestone' ? id : null,
      data: { from: '2026-01', to: '2026-02', text: 'mốc' },
      passages: [],
      sourceId: null,
    },
    { do: 'edit', id, changes: key ? { [key]: { from: words, to: `${words} ${where}` } } : {} },
    { do: 'move', id, to: (where ?? 0) % 2 === 0 ? 'up' : 'down' },
    { do: 'place', id, parentId: field?.id ?? null },
    { do: 'split', id, from: words, first: words.slice(0, cut), second: words.slice(cut) },
    { do: 'merge', id, next: next?.id ?? '' },
    { do: 'remove', id },
    { do: 'restore', ids: [pick([...rows.keys()], which) ?? ''] },
  ]
  return pick(edits, what) ?? { do: 'remove', id }
}

/** Makes the edits that are possible, and answers them. */
function makeAll(rows: Map<string, ItemRow>, newId: () => string, draws: readonly (readonly number[])[]) {
  const made: ItemChange[][] = []
  for (const draw of draws) {
    try {
      const changes = changesOf(rows, anEdit(rows, draw), newId)
      apply(rows, changes)
      made.push(changes)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
    }
  }
  return made
}

const draws = fc.array(fc.tuple(fc.nat(8), fc.nat(10_000), fc.nat(10_000)), { maxLength: 25 })

describe('any sequence of edits', () => {
  it('followed by the undo of all gives the first state, and the redo of all the last', () => {
    fc.assert(
      fc.property(draws, (drawn) => {
        const { rows, newId } = aPlan()
        const first = live(rows)
        const made = makeAll(rows, newId, drawn)
        const last = live(rows)
        for (const changes of made.toReversed()) apply(rows, takeBack(rows, changes))
        expect(live(rows)).toEqual(first)
        for (const changes of made) apply(rows, makeAgain(rows, changes))
        expect(live(rows)).toEqual(last)
      }),
      { numRuns: 150 },
    )
  })

  it('leaves no item below one that is gone, and no two siblings in one place', () => {
    fc.assert(
      fc.property(draws, (drawn) => {
        const { rows, newId } = aPlan()
        makeAll(rows, newId, drawn)
        for (const row of live(rows)) if (row.parentId) expect(rows.get(row.parentId)?.removed).toBe(false)
        const places = live(rows).map(({ kind, parentId, position }) => `${kind} ${parentId} ${position}`)
        expect(new Set(places).size).toBe(places.length)
      }),
      { numRuns: 100 },
    )
  })
})

describe('two people at one item', () => {
  const one = (kind: ItemKind) => {
    const { rows, newId } = aPlan()
    const row = live(rows).find((item) => item.kind === kind)
    if (!row) throw new Error(`the sample has no ${kind}`)
    const edit = (id: string, key: string, to: unknown): Edit => ({
      do: 'edit',
      id,
      changes: { [key]: { from: (row.data as Record<string, unknown>)[key], to } },
    })
    return { rows, newId, row, edit }
  }
  const problemsOf = (act: () => unknown) => {
    try {
      act()
      return null
    } catch (error) {
      return error instanceof Refusal ? [error.reason, ...error.problems] : error
    }
  }

  it('the same key: the second is refused and told both values', () => {
    const { rows, newId, row, edit } = one('milestone')
    apply(rows, changesOf(rows, edit(row.id, 'text', 'một'), newId))
    expect(problemsOf(() => changesOf(rows, edit(row.id, 'text', 'hai'), newId))).toEqual([
      'conflict',
      { field: 'text', code: 'changed-since', now: 'một', wanted: 'hai' },
    ])
  })

  it('different keys: both stay', () => {
    const { rows, newId, row, edit } = one('field')
    apply(rows, changesOf(rows, edit(row.id, 'title', 'một'), newId))
    apply(rows, changesOf(rows, edit(row.id, 'lead', ['Hội Nông dân']), newId))
    expect(rows.get(row.id)?.data).toMatchObject({ title: 'một', lead: ['Hội Nông dân'] })
  })

  it('the same value twice is no conflict and no change', () => {
    const { rows, newId, row, edit } = one('duty')
    apply(rows, changesOf(rows, edit(row.id, 'text', 'một'), newId))
    expect(changesOf(rows, edit(row.id, 'text', 'một'), newId)).toEqual([])
  })

  it('an item that is gone is not edited; words that have changed are not split', () => {
    const { rows, newId, row, edit } = one('criterion')
    const words = String((row.data as Record<string, unknown>)['text'])
    const split: Edit = { do: 'split', id: row.id, from: words, first: words.slice(0, 9), second: words.slice(9) }
    apply(rows, changesOf(rows, edit(row.id, 'text', 'một'), newId))
    expect(problemsOf(() => changesOf(rows, split, newId))).toMatchObject(['conflict', { code: 'changed-since' }])
    apply(rows, changesOf(rows, { do: 'remove', id: row.id }, newId))
    expect(problemsOf(() => changesOf(rows, edit(row.id, 'text', 'hai'), newId))).toEqual([
      'conflict',
      { field: null, code: 'item-removed' },
    ])
  })

  it('undo leaves alone what another has made of the same key, and takes back beside what they made of another', () => {
    const { rows, newId, row, edit } = one('field')
    const mine = changesOf(rows, edit(row.id, 'title', 'một'), newId)
    apply(rows, mine)
    apply(rows, changesOf(rows, edit(row.id, 'ordinal', '9'), newId))
    const theirs = changesOf(rows, { do: 'edit', id: row.id, changes: { title: { from: 'một', to: 'hai' } } }, newId)
    const after = new Map(rows)
    apply(after, theirs)
    expect(problemsOf(() => takeBack(after, mine))).toEqual(['conflict', { field: null, code: 'gone-on-since' }])
    apply(rows, takeBack(rows, mine))
    expect(rows.get(row.id)?.data).toMatchObject({ title: (row.data as { title: string }).title, ordinal: '9' })
  })
})

it('splitting cuts a passage that says exactly the words, and merging joins words and passages again', () => {
  const row: ItemRow = {
    id: 'a',
    kind: 'work',
    parentId: 'unit',
    position: 1,
    data: { text: 'Rà soát; báo cáo', due: null },
    passages: [{ key: 'text', start: 100, end: 116 }],
    sourceId: 'document',
    removed: false,
  }
  const parent: ItemRow = {
    ...row,
    id: 'unit',
    kind: 'assignment',
    parentId: null,
    data: { unit: 'Ấp', relation: null },
    passages: [],
  }
  const rows = new Map([row, parent].map((one) => [one.id, one]))
  const split: Edit = { do: 'split', id: 'a', from: 'Rà soát; báo cáo', first: 'Rà soát;', second: ' báo cáo' }
  apply(
    rows,
    changesOf(rows, split, () => 'b'),
  )
  expect(siblingsOf(rows, 'work', 'unit').map(({ data, passages }) => [data, passages])).toEqual([
    [{ text: 'Rà soát;', due: null }, [{ key: 'text', start: 100, end: 108 }]],
    [{ text: 'báo cáo', due: null }, [{ key: 'text', start: 109, end: 116 }]],
  ])
  apply(
    rows,
    changesOf(rows, { do: 'merge', id: 'a', next: 'b' }, () => 'c'),
  )
  expect(siblingsOf(rows, 'work', 'unit').map(({ data }) => data)).toEqual([{ text: 'Rà soát; báo cáo', due: null }])
})

it('undo and redo walk through one’s own edits; a new edit forgets what could be made again', () => {
  const edits = [
    { number: 1, kind: 'edit', ofNumber: null },
    { number: 3, kind: 'remove', ofNumber: null },
  ]
  expect(nextSteps(edits)).toEqual({ undo: 3, redo: null })
  const undone = [...edits, { number: 4, kind: 'undo', ofNumber: 3 }]
  expect(nextSteps(undone)).toEqual({ undo: 1, redo: 3 })
  expect(nextSteps([...undone, { number: 5, kind: 'redo', ofNumber: 3 }])).toEqual({ undo: 3, redo: null })
  expect(nextSteps([...undone, { number: 6, kind: 'add', ofNumber: null }])).toEqual({ undo: 6, redo: null })
})
