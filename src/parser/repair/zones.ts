import { fold, isCapitals } from '../../core/text/fold.ts'
import type { SourceTable } from '../../core/text/source.ts'
import { findMark } from '../outline/marks.ts'
import {
  documentType,
  isAnnexHead,
  isAuthority,
  isPosition,
  isRecipientsHead,
  opensBody,
  typeWithTitle,
} from '../outline/words.ts'
import type { Line } from './lines.ts'
import { ATTACHED, isTopMark, titleEnd } from './titles.ts'

/**
 * `front` is what stands between the header of a document and the body of the plan attached to it: the articles of a decision and the
 * head of the plan.
 */
export type Zone = 'header' | 'front' | 'body' | 'closing' | 'annex'

/** A run of lines that belong to one zone, `to` not included. */
export interface Section {
  readonly zone: Zone
  readonly from: number
  readonly to: number
}

const COLUMN_REACH = 200
const HEADER_REACH = 70
function isNumberLine(text: string): boolean {
  return /^so\s?:?\s*\d{0,5}\s*[-/]/.test(fold(text)) || /ngay.{0,6}thang.{0,6}nam/.test(fold(text).slice(-60))
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

/** «Nơi nhận» over a column of a table: two rows or more stand below it. Recipients beside a signature are a table of a row or two. */
function headsColumn(lines: readonly Line[], at: number): boolean {
  const cell = lines[at]?.cell
  if (cell?.row !== 0) return false
  return lines.slice(at, at + COLUMN_REACH).some((line) => line.cell?.table === cell.table && line.cell.row >= 2)
}

/** Where recipients or the signature begin: the first such line below the body's end. */
function closingStart(lines: readonly Line[], from: number): number {
  for (let at = from; at < lines.length; at++) {
    const line = lines[at]
    if (!line || line.kind === 'note') continue
    if ((isRecipientsHead(line.text) && !headsColumn(lines, at)) || isAuthority(line.text)) return at
    const ended = lines.slice(Math.max(from, at - 6), at).some(({ text }) => /\.\s?\/\s?\.?$/.test(text))
    if (isPosition(line.text) && (ended || at > lines.length - 12)) return at
    const segments = line.text.split(/\s{3,}|\t/)
    if (segments.length > 1 && segments.some((segment) => isRecipientsHead(segment) || isAuthority(segment))) return at
  }
  return lines.length
}

/** A signature above the recipients belongs to the closing with them. */
function signatureAbove(lines: readonly Line[], closing: number, body: number): number {
  if (closing >= lines.length) return closing
  for (let at = closing - 1; at >= Math.max(body + 1, closing - 8); at--) {
    const line = lines[at]
    if (line?.kind !== 'text') continue
    if (isPosition(line.text) || isAuthority(line.text)) return at
    if (line.text.length > 50) break
  }
  return closing
}

const MOTTO_LINE = /^(?:cong hoa xa hoi|(?:hoi )?chu nghia viet nam|doc lap|dang cong san)/

/** The head of an attached document begins with issuer and motto again: back to the first of these lines. */
function headStart(lines: readonly Line[], type: number, from: number): number {
  const nearby = lines.slice(Math.max(from, type - 8), type)
  const motto = nearby.findIndex(({ text }) => MOTTO_LINE.test(fold(text)))
  if (motto < 0) return type
  let first = motto
  while (first > 0 && isCapitals(nearby[first - 1]?.text ?? '')) first--
  return type - nearby.length + first
}

function annexStart(lines: readonly Line[], from: number, grids: ReadonlySet<number>): number {
  for (let at = from + 1; at < lines.length; at++) {
    const line = lines[at]
    if (line?.kind !== 'text') continue
    if (isAnnexHead(line.text)) return at
    if (ATTACHED.test(fold(line.text)) || tableBehind(lines, at, grids)) return titleAbove(lines, at, from + 1)
    if (at > from + 2 && (documentType(line.text) || startsAttached(lines, at))) return headStart(lines, at, from + 3)
    if (isTopMark(line) && at > from + 4 && findMark(line.text)?.mark === 'roman') return at
  }
  return lines.length
}

/** A table behind the signature is an annex, whatever stands above it; recipients in a table of a row or two are none. */
function tableBehind(lines: readonly Line[], at: number, grids: ReadonlySet<number>): boolean {
  const cell = lines[at]?.cell
  return (
    cell !== null &&
    cell !== undefined &&
    grids.has(cell.table) &&
    cell.row === 0 &&
    lines[at - 1]?.cell?.table !== cell.table
  )
}

/** The title of an annex in capitals, up to three lines above its table or its «(Kèm theo …)». */
function titleAbove(lines: readonly Line[], at: number, least: number): number {
  let first = at
  while (first - 1 > least && at - first < 3 && !lines[first - 1]?.cell && isTitleLine(lines[first - 1]?.text ?? ''))
    first--
  return first
}

const isTitleLine = (text: string): boolean =>
  (isCapitals(text) && text.split(' ').length > 2 && !isPosition(text)) || ATTACHED.test(fold(text))

/** «KẾ HOẠCH TRIỂN KHAI …» on one line behind a signature, with «(Kèm theo …)» below it. */
function startsAttached(lines: readonly Line[], at: number): boolean {
  const line = lines[at]
  if (!line || !typeWithTitle(line.text)) return false
  return lines.slice(at + 1, at + 6).some(({ text }) => ATTACHED.test(fold(text)))
}

const PLAN_TYPES = /^(?:Kế hoạch|Chương trình|Đề án|Phương án|Hướng dẫn)/

/** Where the head of an attached plan ends; null where the first annex is no plan. */
function attachedBody(lines: readonly Line[], from: number): number | null {
  for (let at = from; at < Math.min(lines.length, from + 10); at++) {
    const text = lines[at]?.text ?? ''
    const type = documentType(text)
    if (type) return PLAN_TYPES.test(type) ? titleEnd(lines, at + 1) : null
    if (typeWithTitle(text)) return titleEnd(lines, at)
    if (isAnnexHead(text)) return null
  }
  return null
}

/** Decisions, resolutions and notices carry a plan; a plan carries annexes. */
function carriesPlan(lines: readonly Line[], body: number): boolean {
  const type = lines
    .slice(0, body)
    .map(({ text }) => documentType(text))
    .find((name) => name !== null)
  return type !== undefined && !PLAN_TYPES.test(type ?? '')
}

/** Cuts the lines of a document into its zones, in order and without gaps. */
export function findZones(lines: readonly Line[], tables: readonly SourceTable[]): Section[] {
  const grids = new Set(tables.flatMap(({ kind, rows }, index) => (kind === 'grid' && rows.length > 2 ? [index] : [])))
  const body = headerEnd(lines)
  const closing = signatureAbove(lines, closingStart(lines, body), body)
  const annex = annexStart(lines, closing, grids)
  const attached = annex < lines.length && carriesPlan(lines, body) ? attachedBody(lines, annex) : null
  const cuts: [Zone, number][] =
    attached === null
      ? [
          ['header', 0],
          ['body', body],
          ['closing', closing],
          ['annex', annex],
        ]
      : [
          ['header', 0],
          ['front', body],
          ['closing', closing],
          ['front', annex],
          ['body', attached],
          ['annex', attachedEnd(lines, attached)],
        ]
  return cuts
    .map(([zone, from], i) => ({ zone, from, to: cuts[i + 1]?.[1] ?? lines.length }))
    .filter(({ from, to }) => to > from)
}

/** Behind an attached plan: its own signature, or annexes of its own. */
function attachedEnd(lines: readonly Line[], from: number): number {
  const closing = closingStart(lines, from)
  const annex = lines.findIndex(
    ({ text, kind, cell }, at) => at > from && kind === 'text' && !cell && /^PHỤ LỤC/.test(text) && isAnnexHead(text),
  )
  return Math.min(closing, annex < 0 ? lines.length : annex)
}
