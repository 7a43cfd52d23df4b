import { fold, isCapitals, startsSmall } from '../../core/text/fold.ts'
import { findMark } from '../outline/marks.ts'
import { isPosition, namesBody, opensBody, soundsLikeOpening } from '../outline/words.ts'
import type { Line } from './lines.ts'

/** «(Ban hành kèm theo Quyết định …)» and «(Kèm theo …)» below a title. */
export const ATTACHED = /^\(?\s*(?:ban hanh )?kem theo\b/
const TOP_MARKS: ReadonlySet<string> = new Set(['part', 'chapter', 'section', 'article', 'roman', 'number', 'decimal'])

/** Whether a line begins with a mark of the upper levels: PHẦN, Chương, Điều, I., 1., 1.1. */
export function isTopMark(line: Line): boolean {
  const mark = findMark(line.text)
  if (!mark || !TOP_MARKS.has(mark.mark)) return false
  return mark.mark !== 'part' || !/^[A-HĐ]$/.test(mark.ordinal ?? '') || isCapitals(line.text)
}

/** The line behind the title that begins at `from`: a title ends where the first sentence of the body begins: at its opening words, at a long paragraph, at a list. */
export function titleEnd(lines: readonly Line[], from: number): number {
  let at = from
  let last: Line | null = null
  for (; at < lines.length && at < from + 14; at++) {
    const line = lines[at]
    if (line?.kind !== 'text') continue
    if (isTopMark(line) || /^kinh gui/.test(fold(line.text))) break
    if (last && ATTACHED.test(fold(line.text))) return bracketEnd(lines, at)
    if (last && !titleGoesOn(last, line, lines[at + 1], lines[from])) break
    last = line
  }
  return at
}

/** «(Ban hành kèm theo Quyết định …)» below a title may take several lines. */
function bracketEnd(lines: readonly Line[], from: number): number {
  let at = from
  while (at < lines.length && at < from + 5 && !/\)\s*$/.test(lines[at]?.text ?? ')')) at++
  return at + 1
}

/** A title that has come to its year, above the body that issues the document or the first sentence of the body. */
function isWholeTitle(before: string, text: string): boolean {
  if (isCapitals(before)) return false
  return isCapitals(text) ? namesBody(text) : /(?:19|20)\d\d["”)]*$/.test(before) && soundsLikeOpening(text)
}

/** Whether a line is still title, given the title's line before it, the line behind it and the first line of the title. */
function titleGoesOn(before: Line, line: Line, next: Line | undefined, first: Line | undefined): boolean {
  const { text } = line
  const capitals = isCapitals(text)
  const unfinished = !/[.;:]$/.test(before.text) && line.blanks === 0
  if (unfinished && (startsSmall(text) || (/\d$/.test(before.text) && /^[-–]\s?\d/.test(text)))) return true
  if (!startsSmall(text) && isWholeTitle(before.text, text)) return false
  if (opensBody(text) || findMark(text)?.mark === 'dash') return false
  if (text.length > 220 || (text.length > 90 && /[.;:]$/.test(text))) return false
  if (isCapitals(before.text) && !capitals && soundsLikeOpening(text)) return false
  if (text.length > 60 && line.indent < 6 && (first?.indent ?? 0) > line.indent + 5) return false
  const apart = line.blanks > 0 || line.newPage
  if (!apart) return true
  return capitals ? !isPosition(text) && !namesBody(text) : startsTitleRest(line, before.text, next)
}

/** Below an empty line a title goes on with a small letter, with words on time and place, or with a short line between empty ones. */
function startsTitleRest({ text }: Line, before: string, next: Line | undefined): boolean {
  if (/[.;:]$/.test(before)) return false
  if (/^[\s“"(]*\p{Ll}/u.test(text)) return true
  if (text.length < 80 && /^(?:giai doan|nam |nhiem ky|tren dia ban|\(?du thao)/.test(fold(text))) return true
  return text.length < 110 && !/[.;:,]$/.test(text) && (next?.blanks ?? 1) > 0 && !soundsLikeOpening(text)
}
