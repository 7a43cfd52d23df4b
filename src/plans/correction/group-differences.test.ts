import { expect, it } from 'vitest'
import type { Item } from '../items/item-schema.ts'
import type { ItemDifference } from './compare-items.ts'
import { groupDifferences } from './group-differences.ts'

function item(id: string, parentId: string | null = null): Item {
  const data = { text: id, subject: 'any' } as const
  return { id, parentId, kind: 'criterion', position: 1, data, passages: [], sourceId: null }
}

const same = (before: Item, after: Item): ItemDifference => ({ kind: 'same', before, after, keys: [] })
const added = (after: Item): ItemDifference => ({ kind: 'added', before: null, after })
const removed = (before: Item): ItemDifference => ({ kind: 'removed', before, after: null })

it('what differs stands below what it belongs to, by whichever version; what is the same throughout is left out', () => {
  const [kept, untouched, gone] = [same(item('a'), item('A')), same(item('b'), item('B')), removed(item('c'))]
  const [newBelow, oldBelow] = [added(item('N', 'A')), removed(item('o', 'a'))]
  const goneBelow = removed(item('d', 'c'))
  const all = [kept, newBelow, same(item('s', 'a'), item('S', 'A')), oldBelow, untouched, gone, goneBelow]
  expect(groupDifferences(all)).toEqual([
    { top: kept, below: [newBelow, oldBelow] },
    { top: gone, below: [goneBelow] },
  ])
  expect(groupDifferences([untouched])).toEqual([])
})
