import { describe, expect, it } from 'vitest'
import { langs } from '../../ui/lang.ts'
import { type ItemKind, itemSchemas } from '../items/item-schema.ts'
import { itemFormTexts } from '../texts/item-forms.ts'
import { candidateData, controls, inputsOf, readTyped } from './controls.ts'

/** An item of every kind that says something in every key. */
const full: { readonly [K in ItemKind]: Record<string, unknown> } = {
  header: {
    type: 'Kế hoạch',
    number: '38/KH-UBND',
    symbol: 'KH-UBND',
    issuer: 'Ủy ban nhân dân xã',
    level: 'commune',
    place: 'Đồng Rạng',
    date: { year: 2026, month: 1, day: null },
    title: 'Nhân rộng điển hình',
    period: { from: '2026-01', to: '2030-12' },
    signer: { name: 'Vương Quý Thạc', position: 'Chủ tịch', authority: null },
    recipients: ['Như trên', 'Lưu: VT'],
    difficultiesTo: 'Phòng Văn hóa',
  },
  citation: { type: 'Nghị định', number: '152/2025/NĐ-CP', date: '2025-06-14', issuer: 'Chính phủ', basis: true },
  field: {
    ordinal: '6.1',
    title: 'Nông thôn mới',
    lead: ['Hội Nông dân', 'Đoàn Thanh niên'],
    coordinating: [],
    relation: 'requested',
    period: { from: '2026-07', to: '2026-09' },
  },
  criterion: { subject: 'collective', text: 'Đoàn kết' },
  target: { min: 1_200, subject: 'individual', per: 'ấp', period: null },
  milestone: { from: '2026-04', to: '2026-06', text: 'Sơ kết', deadline: 'trước ngày 15/6/2026' },
  duty: {
    cadence: 'halfYearly',
    deadline: 'trước ngày 15',
    by: 'các ấp',
    to: 'Ủy ban nhân dân xã',
    text: 'Báo cáo',
    due: { month: 6, day: 15 },
  },
  assignment: { unit: 'Công an xã', relation: 'ordered' },
  work: { text: 'Rà soát', due: '2026-05-20' },
}

const kinds = Object.keys(full) as ItemKind[]

/** What the form of an item would send when nobody has typed anything. */
function untouched(kind: ItemKind, data: Readonly<Record<string, unknown>>): URLSearchParams {
  return new URLSearchParams(
    controls[kind].flatMap((control) => inputsOf(control, data[control.key]).map((input) => [...input])),
  )
}

describe('the form of an item', () => {
  it.each(kinds)('of kind %s has every key of its schema, with words in both languages', (kind) => {
    expect(Object.keys(itemSchemas[kind].parse(full[kind])).toSorted()).toEqual(
      controls[kind].map(({ key }) => key).toSorted(),
    )
    for (const lang of langs)
      for (const { key } of controls[kind])
        expect([key, itemFormTexts[lang].keys[`${kind}.${key}`] ?? itemFormTexts[lang].keys[key]]).toEqual([
          key,
          expect.any(String),
        ])
  })

  it.each(kinds)('of kind %s sends back what it shows', (kind) => {
    expect(itemSchemas[kind].parse(full[kind])).toEqual(full[kind])
    expect(readTyped(kind, untouched(kind, full[kind]))).toEqual(full[kind])
  })

  it('takes months and numbers as people write them', () => {
    const typed = (fields: Record<string, string>) => readTyped('milestone', new URLSearchParams(fields))
    expect(typed({ from: '7/2026', to: ' 09-2026 ', text: 'x' })).toMatchObject({ from: '2026-07', to: '2026-09' })
    expect(typed({ from: '2026', to: '2026', text: 'x' })).toMatchObject({ from: '2026-01', to: '2026-12' })
    expect(typed({ from: 'mùa xuân', to: '', text: 'x' })).toMatchObject({ from: 'mùa xuân', to: null })
    const target = (min: string) => readTyped('target', new URLSearchParams({ min, subject: 'any' }))['min']
    expect(['12', '1.200', ' 05 ', 'hai', ''].map(target)).toEqual([12, 1_200, 5, 'hai', null])
    const period = new URLSearchParams({ 'period.from': '2026' })
    expect(readTyped('target', period)['period']).toEqual({ from: '2026-01', to: '2026-12' })
  })

  it('turns a candidate of the reader into the value of its key', () => {
    const of = (kind: ItemKind, path: string, candidate: string) =>
      candidateData(kind, itemSchemas[kind].parse(full[kind]), path, candidate)
    expect(of('header', 'period', '2025-01 đến 2026-12')).toEqual({ period: { from: '2025-01', to: '2026-12' } })
    expect(of('duty', 'cadence', 'quarterly')).toEqual({ cadence: 'quarterly' })
    expect(of('field', 'lead/1', 'Hội Phụ nữ')).toEqual({ lead: ['Hội Nông dân', 'Hội Phụ nữ'] })
    expect(of('milestone', 'from', '2026-02')).toEqual({ from: '2026-02' })
  })
})
