import type { Span } from '../../core/text/source.ts'
import type { PartialDate, Period, PlanDocument, Question } from '../contract.ts'
import type { Outline } from '../outline.ts'
import { ask, REASONS } from '../questions/ask.ts'
import { Read, type Sourced } from '../read.ts'
import { findIssuer } from './find-issuer.ts'
import { type HeaderLines, type Passage, readHeaderLines } from './header-lines.ts'
import { levelOf } from './level.ts'
import { readPeriod } from './period.ts'

type Header = Omit<PlanDocument, 'signer' | 'recipients'>

const shift = (line: number, { start, end }: Span): Span => ({ start: line + start, end: line + end })

/** Lines of the subject as one line. */
function joinTitle(lines: readonly Passage[]): { text: string; at: Span } | null {
  const first = lines[0]
  const last = lines.at(-1)
  if (!first || !last) return null
  const text = lines.map((line) => line.text).join(' ')
  return {
    text: text
      .replace(/([(“"])\s+/g, '$1')
      .replace(/\s+/g, ' ')
      .replace(/[.;:,\s]+$/, '')
      .trim(),
    at: { start: first.start, end: last.end },
  }
}

function readDate({ dateLine }: HeaderLines): {
  place: Sourced<string | null>
  date: Sourced<PartialDate | null>
  asked: Question[]
} {
  if (!dateLine) return { place: null, date: null, asked: [] }
  const { line, found } = dateLine
  const at = shift(line, found.dateAt)
  const known = found.date.year !== null || found.date.month !== null || found.date.day !== null
  const asked = found.unclear.length > 0 ? [ask('/document/date', at, REASONS.unclearDate)] : []
  return {
    place: found.place ? new Read(found.place.text, shift(line, found.place)) : null,
    date: known ? new Read(found.date, at) : null,
    asked,
  }
}

function readNumber({ number }: HeaderLines): {
  number: Sourced<string | null>
  symbol: Sourced<string | null>
  asked: Question[]
} {
  if (!number) return { number: null, symbol: null, asked: [] }
  const at = shift(number.line, number.found)
  const asked = number.found.unclear ? [ask('/document/number', at, REASONS.unclearNumber)] : []
  return {
    number: number.found.number ? new Read(number.found.number, shift(number.line, number.found.numberAt)) : null,
    symbol: new Read(number.found.symbol, shift(number.line, number.found.symbolAt)),
    asked,
  }
}

const span = (period: Period): string => `${period.from} đến ${period.to}`

/** Reads everything of the header that is not the closing's: type, number, symbol, issuer, level, place, date, title, period. */
export function readHeader(outline: Outline): { value: Sourced<Header>; type: string | null; questions: Question[] } {
  const { text } = outline
  const passages = outline.header.map(({ start, end }) => ({ start, end, text: text.slice(start, end) }))
  const lines = readHeaderLines(passages)
  const title = joinTitle(lines.title)
  const { number, symbol, asked: onNumber } = readNumber(lines)
  const { place, date, asked: onDate } = readDate(lines)
  const issuer = findIssuer(outline, lines, title)
  const top = { start: 0, end: Math.min(text.length, passages[0]?.end ?? 0) }
  const year = lines.dateLine?.found.date.year ?? null
  const { period, candidates } = readPeriod(outline, title, year)
  const questions = [...onNumber, ...onDate, ...issuer.questions]
  if (!lines.type) questions.push(ask('/document/type', top, REASONS.noType))
  if (!title) questions.push(ask('/document/title', top, REASONS.noTitle))
  if (title && candidates.length > 1)
    questions.push(ask('/document/period', title.at, REASONS.twoPeriods, candidates.map(span)))
  if (title && !period) questions.push(ask('/document/period', title.at, REASONS.noPeriod))
  const value: Sourced<Header> = {
    type: lines.type ? new Read(lines.type.name, { start: lines.type.start, end: lines.type.end }) : null,
    number,
    symbol,
    issuer: issuer.name,
    level: issuer.name ? new Read(levelOf(issuer.name.value), ...issuer.name.at) : null,
    place,
    date,
    title: title ? new Read(title.text, title.at) : null,
    period,
  }
  return { value, type: lines.type?.name ?? null, questions }
}
