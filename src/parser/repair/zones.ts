import { fold, isCapitals } from '../../core/text/fold.ts'
import { findMark } from '../outline/marks.ts'
import {
  documentType,
  isAnnexHead,
  isAuthority,
  isPosition,
  isRecipientsHead,
  namesBody,
  opensBody,
  soundsLikeOpening,
  typeWithTitle,
} from '../outline/words.ts'
import type { Line } from './lines.ts'

/** Line numbers that part the document: header [0, body), body [body, closing), closing [closing, annex), annexes from there. */
export interface Zones {
  readonly body: number
  readonly closing: number
  readonly annex: number
}

const HEADER_REACH = 70
const TOP_MARKS: ReadonlySet<string> = new Set(['part', 'chapter', 'section', 'article', 'roman', 'number', 'decimal'])

function isTopMark(line: Line): boolean {
  const mark = findMark(line.text)
  if (!mark || !TOP_MARKS.has(mark.mark)) return false
  return mark.mark !== 'part' || !/^[A-HĐ]$/.test(mark.ordinal ?? '') || isCapitals(line.text)
}

function isNumberLine(text: string): boolean {
  return /^so\s?:?\s*\d{0,5}\s*[-/]/.test(fold(text)) || /ngay.{0,6}thang.{0,6}nam/.test(fold(text).slice(-60))
}

/** A title ends where the first sentence of the body begins: at its opening words, at a long paragraph, at a list. */
function titleEnd(lines: readonly Line[], from: number): number {
  let at = from
  let held = 0
  for (; at < lines.length && at < from + 14; at++) {
    const line = lines[at]
    if (!line || line.kind !== 'text') continue
    if (held > 0 && (opensBody(line.text) || isTopMark(line) || findMark(line.text)?.mark === 'dash')) break
    if (isTopMark(line) || /^kinh gui/.test(fold(line.text))) break
    if (held > 0 && /^\(?\s*(?:ban hanh )?kem theo\b/.test(fold(line.text))) {
      while (at < lines.length && !/\)\s*$/.test(lines[at]?.text ?? ')')) at++
      return at + 1
    }
    const apart = line.blanks > 0 || line.newPage
    if (held > 0 && apart && isCapitals(line.text) && (isPosition(line.text) || namesBody(line.text))) break
    const longer = line.text.length > 220 || (line.text.length > 90 && /[.;:]$/.test(line.text))
    if (held > 0 && longer) break
    if (held > 0 && apart && !isCapitals(line.text) && !startsTitleRest(line.text, lines[at - 1]?.text ?? '')) break
    if (held > 0 && isCapitals(lines[at - 1]?.text ?? '') && !isCapitals(line.text) && soundsLikeOpening(line.text))
      break
    held++
  }
  return at
}

/** Below an empty line a title goes on with a small letter, or with words on time and place. */
function startsTitleRest(text: string, before: string): boolean {
  if (/[.;:]$/.test(before)) return false
  return (
    /^[\s“"(]*\p{Ll}/u.test(text) ||
    (text.length < 80 && /^(?:giai doan|nam |nhiem ky|tren dia ban|\(?du thao)/.test(fold(text)))
  )
}

/** The first line of a sentence that is no part of the header of a letter without type. */
function bodyWithoutType(lines: readonly Line[]): number {
  let seen = 0
  for (let at = 0; at < Math.min(lines.length, HEADER_REACH); at++) {
    const text = lines[at]?.text ?? ''
    if (isNumberLine(text)) seen = at + 1
    if (isTopMark(lines[at] as Line) || /^kinh gui/.test(fold(text))) return at
    if (at >= seen && (opensBody(text) || text.length > 160)) return at
  }
  return seen
}

function headerEnd(lines: readonly Line[]): number {
  for (let at = 0; at < Math.min(lines.length, HEADER_REACH); at++) {
    const line = lines[at]
    if (!line || line.kind === 'note') continue
    if (documentType(line.text)) return titleEnd(lines, at + 1)
    if (typeWithTitle(line.text) && isCapitals(line.text.slice(0, 9))) return titleEnd(lines, at)
    if (isTopMark(line) && at > 0) break
  }
  return bodyWithoutType(lines)
}

/** Where recipients or the signature begin: the first such line below the body's end. */
function closingStart(lines: readonly Line[], from: number): number {
  for (let at = from; at < lines.length; at++) {
    const line = lines[at]
    if (!line || line.kind === 'note') continue
    if (isRecipientsHead(line.text) || isAuthority(line.text)) return at
    const ended = lines.slice(Math.max(from, at - 6), at).some(({ text }) => /\.\s?\/\s?\.?$/.test(text))
    if (isPosition(line.text) && (ended || at > lines.length - 12)) return at
    const segments = line.text.split(/\s{3,}|\t/)
    if (segments.length > 1 && segments.some((segment) => isRecipientsHead(segment) || isAuthority(segment))) return at
  }
  return lines.length
}

function annexStart(lines: readonly Line[], from: number): number {
  for (let at = from + 1; at < lines.length; at++) {
    const line = lines[at]
    if (!line || line.kind !== 'text') continue
    if (isAnnexHead(line.text) || (at > from + 2 && documentType(line.text))) return at
    if (isTopMark(line) && at > from + 4 && findMark(line.text)?.mark === 'roman') return at
  }
  return lines.length
}

/** Cuts the lines of a document into header, body, closing and annexes. */
export function findZones(lines: readonly Line[]): Zones {
  const body = headerEnd(lines)
  const closing = closingStart(lines, body)
  return { body, closing, annex: annexStart(lines, closing) }
}
