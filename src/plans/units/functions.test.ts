import { expect, it } from 'vitest'
import { functionIn, holdersOf, titleToGive } from './functions.ts'
import { type KnownUnit, matchNames } from './match-units.ts'

const held = (title: string, personId = title) => ({ personId, title })
const whoHolds = (title: string, titles: readonly string[], places: readonly string[] = []) =>
  holdersOf(
    title,
    titles.map((one) => held(one)),
    places,
  ).map(({ title: found }) => found)

it.each([
  ['Công chức Văn hóa – Xã hội', 'Công chức Văn hoá-Xã hội'],
  ['Công chức Văn hóa - Xã hội xã', 'công chức VHXH'],
  ['CC VH-XH', 'Công chức Văn hóa và Xã hội'],
  ['Công chức Văn hóa – Xã hội (phụ trách thi đua)', 'Cong chuc van hoa - xa hoi phu trach cong tac thi dua'],
  ['Công chức phụ trách TĐKT', 'Công chức phụ trách công tác thi đua, khen thưởng'],
  ['PCT UBND xã', 'Phó Chủ tịch Ủy ban nhân dân xã'],
  ['Đồng chí Chủ tịch UBND xã', 'Chủ tịch Ủy ban nhân dân xã'],
  ['Công chức Tư pháp - Hộ tịch thuộc Văn phòng HĐND và UBND xã', 'Công chức Tư pháp – Hộ tịch'],
])('«%s» is held by whoever is «%s»', (asked, title) => {
  expect(whoHolds(asked, [title])).toEqual([title])
})

it('the name of the place behind a level only repeats which one is meant', () => {
  expect(whoHolds('Chủ tịch UBND xã', ['Chủ tịch Ủy ban nhân dân xã Mây Hạ'], ['may ha'])).toHaveLength(1)
  expect(whoHolds('Chủ tịch UBND xã', ['Chủ tịch Ủy ban nhân dân xã Mây Hạ'])).toEqual([])
})

it.each([
  ['Công chức Văn hóa – Xã hội', 'Công chức Văn phòng – Thống kê'],
  ['Công chức Văn hóa – Xã hội', 'Cán bộ Văn hóa – Xã hội'],
  ['Phó Chủ tịch UBND xã', 'Chủ tịch UBND xã'],
  ['Công chức phụ trách thi đua', 'Công chức'],
  ['Công chức', 'Công chức phụ trách thi đua'],
  ['Công chức Văn hóa – Xã hội', ''],
])('«%s» is not held by whoever is «%s»', (asked, title) => {
  expect(whoHolds(asked, [title])).toEqual([])
})

it('whoever has the charge that the plan names holds it; where no title says the charge, the only one with the post', () => {
  const [culture, labour] = [
    'Công chức Văn hóa – Xã hội phụ trách văn hóa',
    'Công chức Văn hóa – Xã hội phụ trách lao động',
  ]
  const post = 'Công chức Văn hóa – Xã hội'
  expect(whoHolds('Công chức VH-XH (phụ trách văn hóa)', [post, culture, labour])).toEqual([culture])
  expect(whoHolds('Công chức VH-XH (phụ trách thi đua)', [post, culture, labour])).toEqual([post])
  expect(whoHolds('Công chức VH-XH (phụ trách thi đua)', [culture, labour])).toEqual([])
  expect(whoHolds(post, [culture, labour])).toEqual([culture, labour])
  const both = [held(post, 'a'), held(post, 'b')]
  expect(holdersOf('Công chức VH-XH phụ trách thi đua', both)).toEqual([])
  expect(holdersOf(post, both)).toEqual(both)
})

it('one person with two such titles is one holder', () => {
  expect(holdersOf('Cán bộ Nội vụ', [held('Cán bộ nội vụ', 'a'), held('Cán bộ Nội vụ xã', 'a')])).toHaveLength(1)
})

it('a bracket that says the charge belongs to the function, another does not; a unit is no function', () => {
  expect(functionIn('Công chức Văn hoá - xã hội (phụ trách Văn hoá)')?.title).toBe(
    'Công chức Văn hoá - xã hội phụ trách Văn hoá',
  )
  expect(functionIn('Công chức Văn hóa - Xã hội (qua Văn phòng)')?.title).toBe('Công chức Văn hóa - Xã hội')
  expect(functionIn('Các công chức chuyên môn')).toBeUndefined()
  expect(functionIn('Phòng Văn hóa – Xã hội')).toBeUndefined()
})

it('a title that is too long for a position is given without its charge, and its holder is still found', () => {
  const long = `Công chức Văn hóa – Xã hội phụ trách ${'công tác thi đua và '.repeat(12)}khen thưởng`
  expect(titleToGive(long)).toBe('Công chức Văn hóa – Xã hội')
  expect(whoHolds(long, [titleToGive(long)])).toHaveLength(1)
  expect(titleToGive('Cán bộ Nội vụ')).toBe('Cán bộ Nội vụ')
})

const below = { shortName: null, kind: 'department', parentId: 1, place: 'below', former: [] } as const
const units: KnownUnit[] = [
  {
    id: 1,
    name: 'Ủy ban nhân dân xã Sen',
    shortName: null,
    kind: 'commune',
    parentId: null,
    place: 'own',
    former: [],
  },
  { ...below, id: 2, name: 'Phòng Văn hóa - Xã hội xã' },
  { ...below, id: 3, name: 'Hội Nông dân xã', kind: 'union' },
  { ...below, id: 4, name: 'Văn phòng HĐND và UBND xã', kind: 'office' },
  { ...below, id: 5, name: 'Tỉnh Sông Thanh', kind: 'province', place: 'outside', parentId: null },
]

it.each([
  ['Công chức Văn hóa – Xã hội phụ trách thi đua', 2, 'Công chức Văn hóa – Xã hội phụ trách thi đua'],
  ['Công chức VHXH xã', 2, 'Công chức VHXH xã'],
  ['Chủ tịch Hội Nông dân xã', 3, 'Chủ tịch Hội Nông dân xã'],
  ['Công chức Tư pháp - Hộ tịch thuộc Văn phòng HĐND và UBND xã', 4, 'Công chức Tư pháp - Hộ tịch'],
  ['Công chức Địa chính – Xây dựng', 1, 'Công chức Địa chính – Xây dựng'],
  ['Công chức Xây dựng và Môi trường', 1, 'Công chức Xây dựng và Môi trường'],
  ['Phó Chủ tịch UBND xã phụ trách văn hóa', 1, 'Phó Chủ tịch UBND xã phụ trách văn hóa'],
  ['Chủ tịch UBND tỉnh', 5, 'Chủ tịch UBND tỉnh'],
])('«%s» is the function of an officer in unit %i', (name, unitId, title) => {
  expect(matchNames([name], units)).toEqual([
    { name, sure: true, proposals: [{ unitId, title, reason: 'function', score: 1 }] },
  ])
})

it('an officer of another level whom nobody here knows is left to the person who reviews', () => {
  expect(matchNames(['Chủ tịch UBND huyện'], units)[0]?.sure).toBe(false)
})
