import { Cadence, type ItemData, type ItemKind, Relation, Subject } from '../items/item-schema.ts'

/** How a key of an item is shown in its form. `months` and the like are several inputs of one value. */
export interface Control {
  readonly key: string
  readonly as: keyof typeof formats
  /** May be left empty, and is null then. */
  readonly open?: boolean
  readonly options?: readonly string[]
}

const levels = ['central', 'province', 'district', 'commune', 'agency'] as const

/** The keys of each kind of item in the order of its form; a new key needs a line here and its words in texts/item-forms.ts. */
export const controls: Readonly<Record<ItemKind, readonly Control[]>> = {
  header: [
    { key: 'type', as: 'line', open: true },
    { key: 'number', as: 'line', open: true },
    { key: 'symbol', as: 'line', open: true },
    { key: 'issuer', as: 'line', open: true },
    { key: 'level', as: 'choice', open: true, options: levels },
    { key: 'place', as: 'line', open: true },
    { key: 'date', as: 'date', open: true },
    { key: 'title', as: 'words', open: true },
    { key: 'period', as: 'months', open: true },
    { key: 'signer', as: 'signer', open: true },
    { key: 'recipients', as: 'lines' },
    { key: 'difficultiesTo', as: 'line', open: true },
  ],
  citation: [
    { key: 'type', as: 'line', open: true },
    { key: 'number', as: 'line' },
    { key: 'date', as: 'day', open: true },
    { key: 'issuer', as: 'line', open: true },
    { key: 'basis', as: 'check' },
  ],
  field: [
    { key: 'ordinal', as: 'line', open: true },
    { key: 'title', as: 'words' },
    { key: 'lead', as: 'lines' },
    { key: 'coordinating', as: 'lines' },
    { key: 'relation', as: 'choice', open: true, options: Relation.options },
    { key: 'period', as: 'months', open: true },
  ],
  criterion: [
    { key: 'text', as: 'words' },
    { key: 'subject', as: 'choice', options: Subject.options },
  ],
  target: [
    { key: 'min', as: 'number' },
    { key: 'subject', as: 'choice', options: Subject.options },
    { key: 'per', as: 'line', open: true },
    { key: 'period', as: 'months', open: true },
  ],
  milestone: [
    { key: 'from', as: 'month' },
    { key: 'to', as: 'month' },
    { key: 'deadline', as: 'line', open: true },
    { key: 'text', as: 'words' },
  ],
  duty: [
    { key: 'text', as: 'words' },
    { key: 'cadence', as: 'choice', options: Cadence.options },
    { key: 'deadline', as: 'line', open: true },
    { key: 'by', as: 'line', open: true },
    { key: 'to', as: 'line', open: true },
    { key: 'due', as: 'due', open: true },
  ],
  assignment: [
    { key: 'unit', as: 'line' },
    { key: 'relation', as: 'choice', open: true, options: Relation.options },
  ],
  work: [
    { key: 'text', as: 'words' },
    { key: 'due', as: 'day', open: true },
  ],
}

interface Format {
  /** Names of its inputs behind the key. */
  readonly parts: readonly string[]
  /** What the inputs show for a value. */
  readonly print: (value: unknown) => readonly string[]
  /** The value of what was typed: null where all is empty; what cannot be read stays as it is, for the schema to refuse. */
  readonly read: (typed: readonly string[]) => unknown
}

const itself: Format = { parts: [''], print: (value) => [text(value)], read: ([typed = '']) => typed.trim() || null }

const formats = {
  line: itself,
  words: itself,
  choice: itself,
  day: itself,
  month: { ...itself, print: (value) => [printMonth(value)], read: ([typed = '']) => readMonth(typed, '01') },
  check: { parts: [''], print: (value) => [value ? 'yes' : ''], read: ([typed]) => typed === 'yes' },
  number: { ...itself, read: ([typed = '']) => numberOf(typed) },
  lines: {
    parts: [''],
    print: (value) => [(value as readonly string[]).join('\n')],
    read: ([typed = '']) =>
      typed
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean),
  },
  months: {
    parts: ['from', 'to'],
    print: (value) => printed(value, ['from', 'to']).map(printMonth),
    read: ([from = '', to = '']) =>
      from.trim() || to.trim() ? { from: readMonth(from, '01'), to: readMonth(to || from, '12') } : null,
  },
  date: {
    parts: ['day', 'month', 'year'],
    print: (value) => printed(value, ['day', 'month', 'year']),
    read: ([day = '', month = '', year = '']) =>
      day.trim() || month.trim() || year.trim()
        ? { day: numberOf(day), month: numberOf(month), year: numberOf(year) }
        : null,
  },
  signer: {
    parts: ['authority', 'position', 'name'],
    print: (value) => printed(value, ['authority', 'position', 'name']),
    read: ([authority = '', position = '', name = '']) =>
      authority.trim() || position.trim() || name.trim()
        ? { authority: authority.trim() || null, position: position.trim() || null, name: name.trim() || null }
        : null,
  },
  due: {
    parts: ['month', 'day'],
    print: (value) => printed(value, ['month', 'day']),
    read: ([month = '', day = '']) =>
      month.trim() || day.trim() ? { month: numberOf(month || '1'), day: numberOf(day) } : null,
  },
} as const satisfies Record<string, Format>

function text(value: unknown): string {
  return value === null || value === undefined ? '' : String(value)
}

function printed(value: unknown, keys: readonly string[]): string[] {
  const record = (value ?? {}) as Readonly<Record<string, unknown>>
  return keys.map((key) => text(record[key]))
}

function numberOf(typed: string): number | string | null {
  const trimmed = typed.trim().replace(/(?<=\d)[.\s](?=\d{3}\b)/g, '')
  if (trimmed === '') return null
  return /^\d{1,9}$/.test(trimmed) ? Number(trimmed) : trimmed
}

/** `2026-07` as `07/2026`. */
function printMonth(value: unknown): string {
  return text(value).split('-').toReversed().join('/')
}

/** «07/2026», «7-2026», «2026-07»; a year alone is its first or last month. What is none of these stays as typed. */
function readMonth(typed: string, monthOfYear: string): string | null {
  const trimmed = typed.trim()
  const [, month, year] = /^(\d{1,2})\s*[/.-]\s*(\d{4})$/.exec(trimmed) ?? []
  if (month && year) return `${year}-${month.padStart(2, '0')}`
  if (/^\d{4}$/.test(trimmed)) return `${trimmed}-${monthOfYear}`
  return trimmed === '' ? null : trimmed
}

/** Names of a control's inputs, each with what it shows for the value. */
export function inputsOf(control: Control, value: unknown): readonly (readonly [name: string, shown: string])[] {
  const { parts, print } = formats[control.as]
  const shown = print(value ?? (control.as === 'lines' ? [] : null))
  return parts.map((part, index) => [inputName(control, part), shown[index] ?? ''])
}

function inputName({ key }: Control, part: string): string {
  return part === '' ? key : `${key}.${part}`
}

/** What a form of this kind says, key by key, as the schema is to check it. */
export function readTyped(kind: ItemKind, typed: Pick<URLSearchParams, 'get'>): Record<string, unknown> {
  const entries = controls[kind].map((control) => {
    const { parts, read } = formats[control.as]
    // The end of a period may be a year alone, and is its last month then; the same for a milestone's last month.
    const given = parts.map((part) => (typed.get(inputName(control, part)) ?? '').replaceAll('\r\n', '\n'))
    const isEnd = control.as === 'month' && control.key === 'to'
    return [control.key, isEnd ? readMonth(given[0] ?? '', '12') : read(given)]
  })
  return Object.fromEntries(entries)
}

/**
 * The value that a candidate of the reader stands for, in a key of an item (for a period two months with a word between them); `path` may lead into a list
 * (`lead/0`). The schema has the last word.
 */
export function candidateData(
  kind: ItemKind,
  data: ItemData,
  path: string,
  candidate: string,
): Record<string, unknown> {
  const [key = '', part] = path.split('/')
  const now = { ...(data as Readonly<Record<string, unknown>>) }
  const control = controls[kind].find((one) => one.key === key)
  const list = now[key]
  if (control?.as === 'months') {
    const [from = '', to = ''] = candidate.match(/\d{4}-\d\d/g) ?? []
    return { [key]: { from, to } }
  }
  // The list may have become shorter since the question was asked.
  if (Array.isArray(list) && part !== undefined) return { [key]: list.toSpliced(Number(part), 1, candidate) }
  return { [key]: candidate }
}
