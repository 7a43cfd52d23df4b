import { findPeriods } from '../../core/dates/find-periods.ts'
import { fold } from '../../core/text/fold.ts'
import type { Span } from '../../core/text/source.ts'
import type { Cadence, HeaderData, Item, ItemKind, ItemPassage, Subject } from '../items/item-schema.ts'
import { parentKinds } from '../items/item-schema.ts'
import { textKeys } from '../items/split-and-merge.ts'

/** Marks of a list in front of the words: «-», «1.», «a)». */
const MARK = /^(?:[-–—+•*]+|\(?(?:\d{1,3}|[IVX]{1,5}|[a-zđ])[.)](?![.\d]))\s*/u

/** Words of the text → whom a criterion or a target is about. */
const subjects: readonly (readonly [words: RegExp, subject: Subject])[] = [
  [/\bho gia dinh|\bho dan\b/, 'household'],
  [/\bdoanh nghiep|\bhop tac xa/, 'enterprise'],
  [/\bdong ho\b/, 'clan'],
  [/\bmo hinh\b/, 'model'],
  [/\btap the\b/, 'collective'],
  [/\bca nhan\b|\bguong\b/, 'individual'],
]

const cadences: readonly (readonly [words: RegExp, cadence: Cadence])[] = [
  [/\b(?:6|sau) thang\b/, 'halfYearly'],
  [/\b(?:hang|moi) thang\b/, 'monthly'],
  [/\bquy\b/, 'quarterly'],
  [/\bnam\b/, 'yearly'],
]

const CITED = /\d+\/(?:\d{4}\/)?[A-ZĐ][A-ZĐ0-9]*(?:-[A-ZĐ0-9]+)*/u

/** What a passage says as an item of this kind, as far as its words tell; the person who chose it corrects the rest. */
export function dataFromWords(kind: ItemKind, words: string, header: HeaderData): Record<string, unknown> {
  const text = words.replace(/\s+/g, ' ').trim().replace(MARK, '')
  const plain = fold(text)
  const subject = subjects.find(([pattern]) => pattern.test(plain))?.[1] ?? 'any'
  if (kind === 'criterion') return { text, subject }
  if (kind === 'target') return { min: Number(/\d{1,6}/.exec(plain)?.[0] ?? 1) || 1, subject, per: null, period: null }
  if (kind === 'milestone') return { ...monthsOf(text, header), text }
  if (kind === 'duty') return { cadence: cadences.find(([pattern]) => pattern.test(plain))?.[1] ?? 'once', text }
  if (kind === 'citation') return citationOf(text)
  const key = textKeys[kind]
  return key === undefined ? {} : { [key]: text }
}

function citationOf(text: string): Record<string, unknown> {
  const found = CITED.exec(text)
  const type = found && text.slice(0, found.index).replace(/\s*số\s*$/iu, '')
  return { number: found?.[0] ?? text, type: type || null, basis: /^căn cứ/iu.test(text) }
}

/** The months that are named; else those of the whole plan. */
function monthsOf(text: string, header: HeaderData): { from: string; to: string } {
  const year = Number(header.period?.from.slice(0, 4) ?? header.date?.year ?? undefined)
  const [found] = findPeriods(text, Number.isNaN(year) ? {} : { year })
  if (found) return { from: found.from, to: found.to }
  return header.period ?? { from: '', to: '' }
}

/** The span without white space at its ends. */
export function trimmed(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end)
  const lead = words.length - words.trimStart().length
  return { start: start + lead, end: start + words.trimEnd().length }
}

/** The passage of an item that is made of this span. */
export function passageFor(kind: ItemKind, { start, end }: Span): ItemPassage {
  const other: Readonly<Partial<Record<ItemKind, string>>> = { citation: 'number', target: 'min' }
  return { key: textKeys[kind] ?? other[kind] ?? '', start, end }
}

/** Where an item of this kind most likely belongs: to the field or the assignment that was read last in front of the passage. */
export function homeFor(kind: ItemKind, start: number, items: readonly Item[], planId: string): string | null {
  const wanted = parentKinds[kind]
  const places = items
    .filter((item) => item.kind === wanted && item.sourceId === planId && item.passages.length > 0)
    .map(({ id, passages }) => ({ id, at: Math.min(...passages.map((passage) => passage.start)) }))
    .filter(({ at }) => at <= start)
  return places.sort((a, b) => b.at - a.at)[0]?.id ?? null
}
