import { expect, it } from 'vitest'
import { passageNames } from './passage-names.ts'
import { type Passage, passagesByItem } from './passages.ts'

const stem = 'i-01a1fd0f-6e20-7244-b0af-f23c9db0'
const made = 'i-01a1fd0f-7000-7a44-b0af-aaaac9db0001'
const read = (start: number, end: number, ...items: string[]): Passage => ({ start, end, kind: 'read', items })

function namesOf(passages: readonly Passage[], unlisted: readonly Passage[] = []) {
  return passageNames(`${stem}0000`, passagesByItem(passages), new Set(unlisted))
}

it('an item leads to the passage that says most of it, and the passage back to the item', () => {
  const [month, sentence] = [read(0, 10, `${stem}001f`), read(12, 90, `${stem}001f`)]
  const names = namesOf([month, sentence])
  expect(names.stem).toBe(stem)
  expect(names.passageOf(`${stem}001f`)).toBe('p-001f')
  expect(names.marksOf(sentence, true)).toEqual({ id: 'p-001f', others: undefined })
  expect(names.marksOf(month, true)).toEqual({ id: undefined, others: '001f' })
  expect([names.backFrom(sentence), names.backFrom(month)]).toEqual([`${stem}001f`, `${stem}001f`])
})

it('items that were read from the same words lead to the same passage, which names them all', () => {
  const shared = read(0, 10, `${stem}0001`, made)
  const names = namesOf([shared])
  expect([names.passageOf(`${stem}0001`), names.passageOf(made)]).toEqual(['p-0001', 'p-0001'])
  expect(names.marksOf(shared, true)).toEqual({ id: 'p-0001', others: made })
})

it('the rest of a passage that was cut has no id of its own', () => {
  const names = namesOf([read(0, 10, 'document-number')])
  expect(names.marksOf(read(0, 10, 'document-number'), false)).toEqual({ id: undefined, others: 'document-number' })
})

it('a unit is marked by its place in the item, and leads back to the item', () => {
  const unit = read(0, 10, `${stem}0002.1`)
  const names = namesOf([unit])
  expect(names.marksOf(unit, true)).toEqual({ id: undefined, others: '0002.1' })
  expect(names.backFrom(unit)).toBe(`${stem}0002`)
  expect(names.passageOf(`${stem}0002`)).toBeUndefined()
})

it('words that no list shows are marked without a name', () => {
  const [listed, comma]: Passage[] = [
    { start: 0, end: 90, kind: 'unused', items: ['u-0'] },
    { start: 95, end: 96, kind: 'unused', items: ['u-95'] },
  ]
  if (!listed || !comma) throw new Error('two passages')
  const names = namesOf([listed, comma], [comma])
  expect(names.marksOf(listed, true)).toEqual({ id: 'p-u-0', others: undefined })
  expect(names.marksOf(comma, true)).toEqual({ id: undefined, others: undefined })
})
