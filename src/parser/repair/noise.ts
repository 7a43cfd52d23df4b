import { fold } from '../../core/text/fold.ts'
import type { SourceTable } from '../../core/text/source.ts'
import { isRecipientsHead } from '../outline/words.ts'
import type { Line } from './lines.ts'

const PAGE_NUMBER = /^(?:[-–—_.\s]*(?:trang|page)?\s*\d{1,3}\s*(?:\/\s*\d{1,3})?\s*[-–—_.\s]*)$/i
/** A rule drawn with characters, or the star of Party documents. */
const RULE = /^[-–—_=.*~|\s]{3,}$|^[-–—_=*|`´„ˆ]{1,2}$/
const STAMP =
  /chung thuc so|bao mat thong tin|@\S+\.\S+> ?da ky|da ky len van ban|^(?:nguoi ky|ky boi|ky so boi|ngay ky|thoi gian ky|gio ky|co quan ky|co quan: |digitally signed|signature (?:valid|not verified)|signed by|signing date|signer)\b|^\S{0,6}\s?(?:ky boi|(?:thoi gian )?ky(?=: ?\d)|thoi gian ky|email) ?: ?\S|^signature\s|^email: ?\S+@|^\d{4}-\d\d-\d\dt\d\d:\d\d|^date: ?\d{4}[.-]\d\d[.-]\d\d|^foxit|^reason:|^location:|^chu ky so|^sao y(?: ban chinh)?\b.{0,80}$|^sao luc\b.{0,60}$|^trich sao\b.{0,60}$|^(?:cong van den|van ban den|so den|ngay den|cong thong tin dien tu chinh phu)\b.{0,60}$|luatvietnam|thuvienphapluat|vanban\.\S+\.gov\.vn/
const HANDWRITTEN_FORM = /^(?:den|so den|ngay|chuyen|luu ho so so)\s?:\s?[.…\s]*$/

/** Marks of copying and signing, also in the running text of a letter about them, are short lines. */
function isStamp(text: string): boolean {
  return text.length < 160 && (STAMP.test(fold(text)) || HANDWRITTEN_FORM.test(fold(text)))
}

/** What recognition makes of stamps, signatures and folds: a few letters of which it is not sure itself. */
function isSpeck({ text, uncertain }: Line): boolean {
  const words = text.split(/\s+/)
  const long = words.filter((word) => /\p{L}{4}/u.test(word)).length
  const letters = text.replace(/[^\p{L}]/gu, '').length
  if (letters === 0 && !/\d/.test(text)) return true
  if (isRecipientsHead(text) || /^S[ốôo]\s?[:.]|\p{Lu}[-/]\p{Lu}{2}/u.test(text)) return false
  if (/^[-–+•]\s?\p{L}{2}|[.;:]$/u.test(text) && letters >= 3) return false
  if (letters + text.replace(/[^\d]/g, '').length < text.replace(/\s/g, '').length * 0.65) return true
  if (words.length === 1 && text.length <= 2 && !/\d/.test(text)) return true
  return text.length <= 24 && long === 0 && uncertain.length * 2 >= words.length
}

/** The same short line at the head or foot of several pages. */
function runningHeads(lines: readonly Line[]): Set<string> {
  const counts = new Map<string, number>()
  lines.forEach((line, i) => {
    const atEdge = line.newPage || (lines[i + 1]?.newPage ?? false) || (lines[i - 1]?.newPage ?? false)
    if (!atEdge || line.text.length > 100 || line.cell) return
    const key = fold(line.text).replace(/\d+/g, '0')
    counts.set(key, (counts.get(key) ?? 0) + 1)
  })
  return new Set([...counts].filter(([, count]) => count >= 3).map(([key]) => key))
}

/** «trước ngày» / «30/11.»: the figure that the line above asks for. */
const WANTS_DATE = /(?:^|\s)(?:ngày|tháng|trước|sau|từ|đến|số|quý|khoảng|ít nhất|tối thiểu)$/iu

function isPageNumber(line: Line, before: Line | undefined, after: Line | undefined): boolean {
  if (line.cell || !PAGE_NUMBER.test(line.text)) return false
  if (/\//.test(line.text) && WANTS_DATE.test(before?.text ?? '')) return false
  const apart =
    line.blanks > 0 || line.newPage || line.indent > 20 || (after?.blanks ?? 1) > 0 || (after?.newPage ?? true)
  return before === undefined || after === undefined || apart || /trang|page/i.test(line.text)
}

/** Marks lines that are no part of what the document says. Rules drawn with dashes and page numbers are `page`. */
export function markNoise(lines: Line[], tables: readonly SourceTable[]): void {
  const heads = runningHeads(lines)
  lines.forEach((line, i) => {
    if (line.kind !== 'text') return
    if (RULE.test(line.text) || isPageNumber(line, lines[i - 1], lines[i + 1])) line.kind = 'page'
    else if (isStamp(line.text)) line.kind = 'stamp'
    else if (heads.size > 0 && heads.has(fold(line.text).replace(/\d+/g, '0'))) line.kind = 'page'
  })
  closeStamps(lines)
  markFootnotes(lines)
  if (lines.some(({ uncertain }) => uncertain.length > 0)) markSpecks(lines, tables)
}

function markSpecks(lines: readonly Line[], tables: readonly SourceTable[]): void {
  for (const line of lines) {
    const inGrid = line.cell !== null && tables[line.cell.table]?.kind === 'grid'
    if (line.kind === 'text' && !inGrid && isSpeck(line)) line.kind = 'stamp'
  }
}

/** The block of a digital signature is read line by line: a line between two of its lines is part of it. */
function closeStamps(lines: readonly Line[]): void {
  for (let i = 1; i + 1 < lines.length; i++) {
    const line = lines[i]
    if (line?.kind === 'text' && lines[i - 1]?.kind === 'stamp' && lines[i + 1]?.kind === 'stamp') line.kind = 'stamp'
  }
}

/** Footnotes that a text keeps at its end: from the first «[1] …» to the end, unless an annex stands behind them. */
function markFootnotes(lines: readonly Line[]): void {
  const first = lines.findIndex(({ text, kind }) => kind === 'text' && /^\[1\]/.test(text))
  if (first < 0 || first < lines.length / 2) return
  for (const line of lines.slice(first)) {
    if (/^(?:PHỤ LỤC|Phụ lục|BIỂU|DANH MỤC)/.test(line.text) || line.cell) return
    if (line.kind === 'text') line.kind = 'note'
  }
}
