import { foldInPlace, isCapitals } from '../../core/text/fold.ts'
import type { Span } from '../../core/text/source.ts'
import { documentType, namesBody, typeWithTitle } from '../outline/words.ts'
import { type FoundDateLine, findDateLine } from './date-line.ts'
import { type FoundNumber, findNumber } from './number-line.ts'

/** A stretch of the header with its text. */
export interface Passage extends Span {
  readonly text: string
}

/** What the lines of a header are, each found part with the offset of its line in the text. */
export interface HeaderLines {
  readonly number: { readonly line: number; readonly found: FoundNumber } | null
  readonly dateLine: { readonly line: number; readonly found: FoundDateLine } | null
  readonly type: (Passage & { readonly name: string }) | null
  readonly title: readonly Passage[]
  readonly bodies: readonly Passage[]
}

const MOTTO =
  /cong\s+hoa\s+xa\s+hoi(?:\s+chu\s+nghia(?:\s+viet\s+nam)?)?|(?:hoi\s+)?chu\s+nghia\s+viet\s+nam|doc\s+lap\s*[-–—.]*\s*tu\s+do\s*[-–—.]*\s*hanh\s+phuc|dang\s+cong\s+san\s+viet\s+nam/g
const NO_BODY =
  /^(?:\(?du thao|mat$|toi mat|tuyet mat|khan$|thuong khan|hoa toc|luu hanh noi bo|xem xong|kinh gui|sao y|v\/v|ban (?:sao|chinh)|\*+$|du thao lan)/
const UNION_MOTTO = /^doan (?:tncs|thanh nien cong san) ho chi minh$/

/** What is left of a line when motto, number and date are taken out of it. */
function remainders(line: Passage, taken: readonly Span[]): Passage[] {
  const cuts = [
    ...taken,
    ...[...foldInPlace(line.text).matchAll(MOTTO)].map((m) => ({ start: m.index, end: m.index + m[0].length })),
  ].sort((a, b) => a.start - b.start)
  const rest: Passage[] = []
  let from = 0
  for (const cut of [...cuts, { start: line.text.length, end: line.text.length }]) {
    const text = line.text.slice(from, cut.start)
    const trimmed = text.trim().replace(/^[-–—*.:\s]+|[-–—*:\s]+$/g, '')
    if (trimmed.length > 1) {
      const start = line.start + from + text.indexOf(trimmed)
      rest.push({ text: trimmed, start, end: start + trimmed.length })
    }
    from = Math.max(from, cut.end)
  }
  return rest
}

function isBodyLine(text: string, before: readonly Passage[]): boolean {
  const folded = foldInPlace(text)
  if (NO_BODY.test(folded) || text.length > 140) return false
  if (!isCapitals(text.replace(/\([^)]*\)/g, '')) && !/^(?:UBND|HĐND|BCH|BCĐ)\s/.test(text)) return false
  return namesBody(text) || before.length > 0
}

function findType(lines: readonly Passage[]): { at: number; type: HeaderLines['type']; rest: Passage | null } | null {
  for (const [at, line] of lines.entries()) {
    const name = documentType(line.text)
    if (name) return { at, type: { ...line, name }, rest: null }
    const joined = typeWithTitle(line.text)
    if (!joined) continue
    const head = line.text.slice(0, joined.titleAt).trimEnd()
    const rest = { text: line.text.slice(joined.titleAt), start: line.start + joined.titleAt, end: line.end }
    return { at, type: { text: head, start: line.start, end: line.start + head.length, name: joined.type }, rest }
  }
  return null
}

const SUBJECT = /^v\s?\/\s?v\b|^ve (?:viec )?[a-z]|^trich yeu\b/
const NO_TITLE =
  /^\(?\s*(?:du thao|ban hanh kem|kem theo|dinh kem|luu hanh noi bo|sua doi lan)|^kinh gui|^[-–—_*=.\s]+$/

/** The subject line of a letter without type stands under the number: «V/v …» and the lines that go on with it. */
function subjectLines(lines: readonly Passage[]): Passage[] {
  const first = lines.findIndex(({ text }) => SUBJECT.test(foldInPlace(text)))
  if (first < 0) return []
  const found: Passage[] = []
  for (const line of lines.slice(first)) {
    const folded = foldInPlace(line.text)
    if (
      found.length > 0 &&
      (/^kinh gui/.test(folded) || findDateLine(line.text) || isCapitals(line.text) || found.length > 6)
    )
      break
    found.push(line)
  }
  return found
}

/** «Bến Sậy, ngày 11 tháng 5 năm 2026» and nothing else, below the subject. */
const PLACE_AND_DATE =
  /^(?:TP\.\s?)?\p{Lu}\p{Ll}*(?:[\s-]+\p{Lu}\p{Ll}*){0,5}, ?ngày[\s\d.…_]{1,20}tháng[\s\d.…_]{1,20}năm[\s\d.…_]{1,20}$/u

/** Reads what each line of the header is. */
export function readHeaderLines(lines: readonly Passage[]): HeaderLines {
  const typed = findType(lines)
  const above = typed ? lines.slice(0, typed.at) : lines
  const bodies: Passage[] = []
  let number: HeaderLines['number'] = null
  let dateLine: HeaderLines['dateLine'] = null
  for (const line of above) {
    const found: FoundNumber | undefined = number ? undefined : findNumber(line.text)
    if (found) number = { line: line.start, found }
    const masked = found
      ? line.text.slice(0, found.start) + ' '.repeat(found.end - found.start) + line.text.slice(found.end)
      : line.text
    const dated: FoundDateLine | undefined = dateLine ? undefined : findDateLine(masked)
    if (dated) dateLine = { line: line.start, found: dated }
    for (const rest of remainders(
      line,
      [found, dated].filter((part) => part !== undefined),
    )) {
      if (isBodyLine(rest.text, bodies)) bodies.push(rest)
    }
  }
  const below = typed ? [...(typed.rest ? [typed.rest] : []), ...lines.slice(typed.at + 1)] : subjectLines(above)
  const issued = dateLine ? undefined : below.find(({ text }) => PLACE_AND_DATE.test(text))
  const foundBelow = issued && findDateLine(issued.text)
  if (issued && foundBelow) dateLine = { line: issued.start, found: foundBelow }
  const title = below.filter((line) => line !== issued && !NO_TITLE.test(foldInPlace(line.text)))
  const apart = bodies.filter(({ text }) => !UNION_MOTTO.test(foldInPlace(text)))
  return { number, dateLine, type: typed?.type ?? null, title, bodies: apart.length > 0 ? apart : bodies }
}
