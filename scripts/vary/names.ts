import type { Labels } from '../../test/accuracy/score.ts'
import type { Draw } from './draw.ts'

/** Names that exist nowhere, by number of syllables: a name takes the place of one that is as long, so that line ends can stay. */
const PLACES: Readonly<Record<number, readonly string[]>> = {
  2: [
    'Thạch Lũng',
    'Yên Trúc',
    'Hạ Vang',
    'Phú Ngàn',
    'Mộc Khê',
    'Vĩnh Sậy',
    'Trà Lộc',
    'Cẩm Đoài',
    'Bàu Sim',
    'Nậm Rêu',
  ],
  3: ['An Khê Hạ', 'Tân Lộc Vang', 'Mỹ Trúc Đông', 'Long Sậy Thượng', 'Phước Ngàn Đoài'],
  4: ['Đông Khê Trúc Hạ', 'Tây Lộc Ngàn Vang'],
}
const PEOPLE: Readonly<Record<number, readonly string[]>> = {
  2: ['Tôn Vỹ', 'Mạc Khiêm', 'Đàm Thoại'],
  3: ['Tôn Thế Vỹ', 'Mạc Đình Khiêm', 'Đàm Hữu Thoại', 'Sầm Thị Nhiên'],
  4: ['Tôn Nữ Hoài Vy', 'Mạc Đình Gia Khiêm', 'Đàm Thị Xuân Thoại'],
  5: ['Tôn Nữ Thị Hoài Vy'],
}
/** Bodies that exist at the same levels; each pair changes places. */
const BODIES: readonly (readonly [string, string])[] = [
  ['Hội Nông dân', 'Hội Cựu chiến binh'],
  ['Hội Khuyến học', 'Hội Chữ thập đỏ'],
  ['Sở Nội vụ', 'Sở Tư pháp'],
  ['Phòng Nội vụ', 'Phòng Tư pháp'],
  ['Phòng Kinh tế', 'Phòng Y tế'],
]
const UNITS = '[Tt]ỉnh|[Tt]hành phố|[Tt]hị xã|[Hh]uyện|[Qq]uận|[Pp]hường|[Xx]ã|[Tt]hị trấn|TP\\.?'
const NO_PLACE =
  /^(?:Ban|Bộ|Chi|Chủ|Công|Cựu|Đảng|Đoàn|Hội|Mặt|Ngân|Phó|Phòng|Quân|Sở|Thường|Trung|Trưởng|Ủy|Uỷ|Việt|Hồ)\s/

export type Rewrite = (text: string) => string

/** The two ways to set the tone mark in oa, oe, uy. */
const SPELLINGS: readonly (readonly [string, string])[] = ['oa', 'oe', 'uy'].flatMap((pair) =>
  ['\u0300', '\u0301', '\u0303', '\u0309', '\u0323'].map(
    (tone) => [`${pair[0]}${tone}${pair[1]}`.normalize('NFC'), `${pair}${tone}`.normalize('NFC')] as const,
  ),
)

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

function eitherSpelling(syllable: string): string {
  for (const [old, modern] of SPELLINGS)
    for (const [a, b] of [
      [old, modern],
      [old.toUpperCase(), modern.toUpperCase()],
    ] as const)
      if (syllable.includes(a) || syllable.includes(b))
        return `(?:${escaped(syllable.replace(b, a))}|${escaped(syllable.replace(a, b))})`
  return escaped(syllable)
}

/** Finds a name wherever it is printed, across line ends, in capitals and in either spelling. */
function finder(name: string): string {
  const form = (n: string): string => n.split(' ').map(eitherSpelling).join('\\s+')
  return `(?<!\\p{L})(?:${form(name)}|${form(name.toUpperCase())})(?!\\p{L})`
}

/** Puts a name where another stood, syllable by syllable, so that what stands between them stays. */
function inPlaceOf(found: string, name: string): string {
  const capitals = found === found.toUpperCase()
  const between = found.match(/\s+/g) ?? []
  const syllables = (capitals ? name.toUpperCase() : name).split(' ')
  if (between.length !== syllables.length - 1) return syllables.join(' ')
  return syllables.map((syllable, i) => syllable + (between[i] ?? '')).join('')
}

/** The names of places that stand behind a word for a unit, the place of issue first. */
function placesIn(text: string, gold: Labels): string[] {
  const flat = text.replace(/\s*\n\s*\n\s*/g, '. ').replace(/\s+/g, ' ')
  const names = new Set<string>()
  if (gold.document?.place) names.add(gold.document.place.replace(/^TP\.?\s*/, ''))
  const behind = new RegExp(
    `(?<!\\p{L})(?:${UNITS})\\s((?:\\p{Lu}\\p{Ll}+\\s){1,3}\\p{Lu}\\p{Ll}+|\\p{Lu}\\p{Ll}+\\s\\p{Lu}\\p{Ll}+)`,
    'gu',
  )
  for (const [, name] of flat.matchAll(behind)) if (name !== undefined && isPlace(name)) names.add(name)
  // «xã Tân Lộc Thực hiện …» runs into the next line where no blank line stands between.
  return [...names].filter((name) => ![...names].some((other) => name.startsWith(`${other} `)))
}

function isPlace(name: string): boolean {
  return !NO_PLACE.test(name) && name.split(' ').every((syllable) => /^\p{Lu}\p{Ll}+$/u.test(syllable))
}

/** Other places, another signer, other bodies: the same words for the same words, in the text and in its labels. */
export function renaming(text: string, gold: Labels, draw: Draw): Rewrite {
  const pools = new Map(Object.entries(PLACES).map(([n, names]) => [Number(n), [...names]]))
  const table = new Map<string, string>()
  for (const place of placesIn(text, gold)) {
    const other = draw.take(pools.get(place.split(' ').length) ?? [])
    if (other !== undefined) table.set(place, other)
  }
  const signer = gold.document?.signer?.name
  const people = signer == null ? [] : [...(PEOPLE[signer.split(' ').length] ?? [])]
  const person = draw.take(people)
  if (signer != null && person !== undefined) table.set(signer, person)
  for (const [one, other] of BODIES) {
    table.set(one, other)
    table.set(other, one)
  }
  const names = [...table].sort(([a], [b]) => b.length - a.length)
  const all = new RegExp(names.map(([name]) => `(${finder(name)})`).join('|'), 'gu')
  return (input) =>
    input.replace(all, (found, ...groups) => {
      const index = names.findIndex((_, i) => groups[i] !== undefined)
      return inPlaceOf(found, names[index]?.[1] ?? found)
    })
}
