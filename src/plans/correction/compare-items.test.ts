import fc from 'fast-check'
import { expect, it } from 'vitest'
import { sampleText } from '../../../test/builders/plans.ts'
import { parsePlan } from '../../parser/parse-plan.ts'
import type { Item } from '../items/item-schema.ts'
import { itemsOfReading } from '../items/items-of-reading.ts'
import { compareItems } from './compare-items.ts'

function itemsOf(text: string, mark: string): Item[] {
  const parsed = parsePlan({ text, lines: 'wrapped', tables: [], notes: [], uncertain: [] })
  const ids = Array.from({ length: 1_000 }, (_, index) => `${mark}-${index}`).values()
  return [...itemsOfReading(parsed, () => ids.next().value ?? '', mark).items]
}

const text = sampleText('xa-dong-rang-2026')

it('finds no difference between a plan and itself, in whatever order its items come', () => {
  const [before, after] = [itemsOf(text, 'a'), itemsOf(text, 'b')]
  fc.assert(
    fc.property(fc.shuffledSubarray(after, { minLength: after.length }), (shuffled) => {
      expect(compareItems(before, shuffled).filter(({ kind }) => kind !== 'same')).toEqual([])
    }),
    { numRuns: 20 },
  )
})

it('says what was changed, added and taken out, and by which keys', () => {
  const corrected = text
    .replace('trước ngày 25 của tháng cuối quý', 'trước ngày 15 của tháng cuối quý')
    .replace('6.2. Phong trào Toàn dân bảo vệ an ninh Tổ quốc', '6.2. Phong trào Thi đua Vì an ninh Tổ quốc')
    .replace('4. Được tập thể nơi công tác hoặc nơi cư trú bình chọn.', '')
  const differences = compareItems(itemsOf(text, 'a'), itemsOf(corrected, 'b')).filter(({ kind }) => kind !== 'same')
  expect(differences.map((one) => [one.kind, (one.after ?? one.before)?.kind, 'keys' in one ? one.keys : []])).toEqual(
    expect.arrayContaining([
      ['removed', 'criterion', []],
      ['changed', 'field', ['title']],
    ]),
  )
  expect(differences.some((one) => one.kind === 'changed' && one.keys.includes('deadline'))).toBe(true)
})

it('two fields that have nothing in common but how all of them begin are two', () => {
  const named = (id: string, title: string): Item => {
    const data = { ordinal: id, title, lead: [], coordinating: [], relation: null, period: null }
    return { id, parentId: null, kind: 'field', position: 1, data, passages: [], sourceId: null }
  }
  const old = [named('14', 'Điển hình trong hoạt động nhân đạo, từ thiện'), named('2', 'Điển hình trong giảm nghèo')]
  const now = [
    named('13', 'Điển hình trong ứng dụng trí tuệ nhân tạo'),
    named('3', 'Điển hình tiên tiến về giảm nghèo'),
  ]
  expect(compareItems(old, now).map(({ kind, before, after }) => [kind, before?.id, after?.id])).toEqual([
    ['added', undefined, '13'],
    ['changed', '2', '3'],
    ['removed', '14', undefined],
  ])
})
