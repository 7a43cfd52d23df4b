import { expect, it } from 'vitest'
import type { Item, ItemData, ItemKind } from '../items/item-schema.ts'
import { itemSentence, valueWords } from './value-words.ts'

function item<K extends ItemKind>(kind: K, data: ItemData<K>): Item {
  return { id: 'a', parentId: null, kind, position: 1, data, passages: [], sourceId: null }
}

const field = item('field', {
  ordinal: '4',
  title: 'Sản xuất giỏi',
  lead: ['Hội Nông dân xã', 'Phòng Kinh tế'],
  coordinating: [],
  relation: 'requested',
  period: { from: '2026-01', to: '2026-12' },
})

it('a value is said as people write it, never as the product keeps it', () => {
  expect(valueWords('vi', field, 'lead')).toBe('Hội Nông dân xã; Phòng Kinh tế')
  expect(valueWords('vi', field, 'relation')).toBe('Đề nghị')
  expect(valueWords('vi', field, 'period')).toBe('năm 2026')
  expect(valueWords('vi', field, 'coordinating')).toBe('')
  const cited = item('citation', { type: null, number: '12/KH-UBND', date: '2026-02-03', issuer: null, basis: true })
  expect(valueWords('vi', cited, 'date')).toBe('03/02/2026')
  expect(valueWords('vi', cited, 'basis')).toBe('có')
  expect(valueWords('vi', null, 'basis')).toBe('')
})

it('an item is said in one sentence', () => {
  expect(itemSentence('vi', item('target', { min: 2, subject: 'collective', per: 'năm', period: null }))).toBe(
    'Ít nhất 2 tập thể mỗi năm',
  )
  expect(itemSentence('vi', item('criterion', { text: 'Gương mẫu', subject: 'individual' }))).toBe('Cá nhân: Gương mẫu')
  expect(
    itemSentence('vi', item('milestone', { from: '2026-04', to: '2026-06', text: 'Sơ kết', deadline: null })),
  ).toBe('Sơ kết (tháng 04/2026 – tháng 06/2026)')
  expect(itemSentence('vi', field)).toBe(
    'Sản xuất giỏi — số thứ tự: 4; chủ trì: Hội Nông dân xã; Phòng Kinh tế; quan hệ: Đề nghị; thời gian thực hiện: năm 2026',
  )
})
