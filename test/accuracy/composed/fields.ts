import type { Criterion, Field, Target } from '../../../src/parser/contract.ts'
import { KINDS, MOVEMENTS, OTHERS, type Parts, TOPICS, two, UNITS, WORDS } from './parts.ts'

type Kind = (typeof KINDS)[number]

/** A field and the lines in which it is printed. */
interface PrintedField {
  readonly lines: readonly string[]
  readonly field: Field
}

/** How all fields of one plan are set. */
interface FieldStyle {
  readonly mark: '1.' | 'a)' | '1.1.' | '1/' | 'none'
  readonly criteria: 'labels' | 'letters' | 'inline' | 'bullets'
  readonly assignment: (typeof ASSIGNMENTS)[number] | 'mixed'
}

const LETTERS = 'abcdđeghik'
const ASSIGNMENTS = ['order', 'lead', 'together', 'contact', 'charge', 'advise', 'lines'] as const

export function drawFieldStyle(parts: Parts): FieldStyle {
  return {
    mark: parts.pick(['1.', 'a)', '1.1.', '1/', 'none']),
    criteria: parts.pick(['labels', 'letters', 'inline', 'bullets']),
    assignment: parts.pick([...ASSIGNMENTS, 'mixed']),
  }
}

function ordinalOf(mark: FieldStyle['mark'], index: number): string | null {
  if (mark === 'none') return null
  if (mark === 'a)') return LETTERS[index] ?? 'a'
  return mark === '1.1.' ? `1.${index + 1}` : String(index + 1)
}

function composeCriteria(
  parts: Parts,
  style: FieldStyle,
  kinds: readonly Kind[],
): { lines: string[]; criteria: Criterion[] } {
  const named = style.criteria === 'inline' || style.criteria === 'bullets'
  const criteria = kinds.map((subject) => ({ subject, text: parts.pick(WORDS[subject][named ? 'named' : 'bare']) }))
  if (style.criteria === 'inline') return { lines: [criteria.map(({ text }) => text).join(' ')], criteria }
  if (style.criteria === 'bullets') return { lines: criteria.map(({ text }) => `- ${text}`), criteria }
  const letters = style.criteria === 'letters' && style.mark !== 'a)'
  const lines = criteria.map(({ subject, text }, i) => {
    const label = parts.pick(WORDS[subject].labels)
    return `${letters ? `${LETTERS[i]})` : '-'} ${label}: ${text}`
  })
  return { lines, criteria }
}

interface PrintedTarget {
  readonly words: string
  readonly targets: Target[]
}

function composeTarget(parts: Parts, kinds: readonly Kind[], year: number): PrintedTarget {
  const [a, b] = [parts.between(1, 6), parts.between(2, 9)]
  const kind = kinds[0] ?? 'individual'
  const noun = WORDS[kind].noun
  const target = (min: number, subject: Target['subject'], per: string | null = null, years = 0): Target => ({
    min,
    subject,
    per,
    period: years === 0 ? null : { from: `${year}-01`, to: `${year + years - 1}-12` },
  })
  return parts.pick<PrintedTarget>([
    { words: '', targets: [] },
    { words: `ít nhất ${two(a)} ${noun}`, targets: [target(a, kind)] },
    { words: `từ ${two(b)} mô hình trở lên`, targets: [target(b, 'model')] },
    { words: `tối thiểu ${two(a)} điển hình tiên tiến năm ${year}`, targets: [target(a, 'any', null, 1)] },
    { words: `ít nhất ${two(a)} điển hình tiên tiến/cấp học`, targets: [target(a, 'any', 'cấp học')] },
    { words: `ít nhất ba ${noun} trong giai đoạn ${year} - ${year + 4}`, targets: [target(3, kind, null, 5)] },
    { words: `ít nhất ${two(a)} ${noun}, ${two(b)} điển hình tiên tiến`, targets: [target(a, kind), target(b, 'any')] },
  ])
}

type Assignment = Pick<Field, 'lead' | 'coordinating' | 'period'> & { readonly lines: string[] }

function composeAssignment(parts: Parts, style: FieldStyle, target: string, year: number): Assignment {
  const form = style.assignment === 'mixed' ? parts.pick(ASSIGNMENTS) : style.assignment
  const [one = '', other = ''] = parts.some(2, UNITS)
  const helpers = parts.some(
    parts.between(1, 2),
    OTHERS.filter((unit) => unit !== one && unit !== other),
  )
  const [joined, listed] = [helpers.join(' và '), helpers.join(', ')]
  const goal = target === '' ? '' : ` Phấn đấu có ${target}.`
  const led = (lines: string[], coordinating = helpers): Assignment => ({
    lines,
    lead: [one],
    coordinating,
    period: null,
  })
  if (form === 'order')
    return led([`Giao ${one} chủ trì, phối hợp với ${joined} lựa chọn, xây dựng ${target}`.trim().concat('.')])
  if (form === 'lead') return led([`Đề nghị ${one} chủ trì; ${listed} phối hợp.${goal}`])
  if (form === 'contact') return led([`Đầu mối: ${one}.${goal}`], [])
  if (form === 'charge') return led([`${one} phụ trách; phối hợp: ${listed}.${goal}`])
  if (form === 'advise') return led([`${one} phối hợp với ${joined} tham mưu thực hiện.${goal}`])
  if (form === 'together')
    return {
      lines: [`Giao ${one} và ${other} đồng chủ trì.${goal}`],
      lead: [one, other],
      coordinating: [],
      period: null,
    }
  const lines = [
    `- Thực hiện: Giao ${one} chủ trì, tham mưu thực hiện.`,
    `- Phối hợp: ${listed}.`,
    `- Thời gian thực hiện: Năm ${year}.`,
  ]
  const period = { from: `${year}-01`, to: `${year}-12` }
  return { ...led(target === '' ? lines : [...lines, `- Chỉ tiêu: ${target}.`]), period }
}

/** One field, complete, with the lines that print it. */
export function composeField(parts: Parts, style: FieldStyle, index: number, year: number): PrintedField {
  const topic = TOPICS[index % TOPICS.length] ?? TOPICS[0]
  const movement = MOVEMENTS[index % MOVEMENTS.length] ?? MOVEMENTS[0]
  const title = parts.pick([
    `Điển hình trong ${topic}`,
    `Lĩnh vực ${topic}`,
    `Điển hình tiên tiến trong phong trào thi đua “${movement}”`,
    `Phong trào “${movement}”`,
  ])
  const kinds = parts.some(parts.between(1, 2), KINDS) as Kind[]
  const ordinal = ordinalOf(style.mark, index)
  const { lines: criteriaLines, criteria } = composeCriteria(parts, style, kinds)
  const { words, targets } = composeTarget(parts, kinds, year)
  const { lines: assignmentLines, lead, coordinating, period } = composeAssignment(parts, style, words, year)
  const mark = ordinal === null ? '' : `${ordinal}${style.mark.slice(-1)} `
  return {
    lines: [`${mark}${title}${parts.pick(['', ':'])}`, ...criteriaLines, ...assignmentLines],
    field: { ordinal, title, lead, coordinating, relation: null, criteria, targets, period },
  }
}
