import { foldInPlace, isCapitals } from '../../core/text/fold.ts'
import type { Span } from '../../core/text/source.ts'
import { isAuthority, isPosition, isRecipientsHead } from '../outline/words.ts'
import { personName } from './names.ts'

type ClosingKind = 'head' | 'recipient' | 'authority' | 'position' | 'approval' | 'signed' | 'text'

/** One piece of the closing: a line, or the part of a line that belongs to one column. */
export interface ClosingPiece extends Span {
  readonly kind: ClosingKind
  readonly text: string
}

const APPROVAL = /^(?:phe duyet|duyet|xac nhan|y kien|thong qua|xac nhan cua|phe chuan)\b/
const SIGNED = /^[([]?\s*(?:da ky|ky ten|da ki|ky, ?(?:ghi ro )?ho ten|chu ky|ky ten,? dong dau)\b.{0,30}$/
const DASH = /^[-–—+•·*~]\s*(?=\S)/
/** Where a signature begins inside a line of recipients: the columns ran into one line. */
const AUTHORITY_INSIDE =
  /(?<=[\s;.,:])(?:T\s?[./]\s?M|TM|K\s?[./]\s?T|KT|TL|TUQ)\s?[.,]?\s*(?=\p{Lu}{2}\p{Lu}*\s+\p{Lu}{2})/u
const POSITION_INSIDE =
  /(?<=[;.,:]\s{0,3})(?:PHÓ\s+)?(?:CHỦ TỊCH|BÍ THƯ|TRƯỞNG BAN|GIÁM ĐỐC|HIỆU TRƯỞNG|TRƯỞNG PHÒNG|CHÁNH VĂN PHÒNG|CHI CỤC TRƯỞNG|CỤC TRƯỞNG)(?![\p{Ll}])/u

function kindOf(text: string): ClosingKind {
  const plain = foldInPlace(text)
  if (isRecipientsHead(text)) return 'head'
  if (DASH.test(text)) return 'recipient'
  if (isAuthority(text)) return 'authority'
  if (APPROVAL.test(plain) && isCapitals(text)) return 'approval'
  if (isPosition(text)) return 'position'
  return SIGNED.test(plain) ? 'signed' : 'text'
}

const piece = (text: string, start: number, kind = kindOf(text)): ClosingPiece => ({
  kind,
  text,
  start,
  end: start + text.length,
})

/** «KT. CHỦ TỊCH PHÓ CHỦ TỊCH» on one line is authority and position. */
function splitAuthority(found: ClosingPiece): ClosingPiece[] {
  const match =
    /^(.*?(?:CHỦ TỊCH|TRƯỞNG BAN|GIÁM ĐỐC|HIỆU TRƯỞNG|BÍ THƯ|NHÂN DÂN|BAN THƯỜNG VỤ|BAN CHẤP HÀNH|TRƯỞNG PHÒNG))\s+((?:PHÓ\s+)?(?:CHỦ TỊCH|TRƯỞNG BAN|GIÁM ĐỐC|HIỆU TRƯỞNG|BÍ THƯ|TRƯỞNG PHÒNG|CHÁNH VĂN PHÒNG)(?:\s.*)?)$/u.exec(
      found.text,
    )
  const first = match?.[1]
  const second = match?.[2]
  if (!first || !second || !isPosition(second)) return [found]
  if (!/^(?:PHÓ|CHÁNH)/u.test(second) && !/(?:NHÂN DÂN|BAN THƯỜNG VỤ|BAN CHẤP HÀNH)$/u.test(first)) return [found]
  return [piece(first, found.start, 'authority'), piece(second, found.end - second.length, 'position')]
}

/** A line cut where the other column runs into it. */
function cutLine(text: string, start: number): ClosingPiece[] {
  const inside = AUTHORITY_INSIDE.exec(text) ?? (isAuthority(text) ? null : POSITION_INSIDE.exec(text))
  if (inside && inside.index > 0) {
    const left = text.slice(0, inside.index).trimEnd()
    const right = text.slice(inside.index)
    return [...cutLine(left, start), ...cutLine(right, start + inside.index)]
  }
  const head = isRecipientsHead(text) ? /^[^:;.]{6,16}?[:;.]\s*(?=[-–+•]?\s*\p{Lu})/u.exec(text) : null
  if (head && text.length > head[0].length) {
    return [piece(head[0].trimEnd(), start, 'head'), ...cutLine(text.slice(head[0].length), start + head[0].length)]
  }
  const found = piece(text, start)
  return found.kind === 'authority' ? splitAuthority(found) : [found]
}

/** Several recipients run into one line: «- Sở Nội vụ; - Lưu: VT.» is two. */
function cutDashes(found: ClosingPiece): ClosingPiece[] {
  if (found.kind !== 'recipient') return [found]
  const cuts = [...found.text.matchAll(/(?<=[;.])\s+(?=[-–+]\s*\p{Lu})/gu)]
  if (cuts.length === 0) return [found]
  const parts: ClosingPiece[] = []
  let from = 0
  for (const cut of [
    ...cuts.map((match) => ({ at: match.index, to: match.index + match[0].length })),
    { at: found.text.length, to: found.text.length },
  ]) {
    parts.push(piece(found.text.slice(from, cut.at), found.start + from))
    from = cut.to
  }
  return parts
}

const SPECKS = /^(?:\S{1,3}\s+){0,3}[^\p{L}\d\s]{0,3}(?=[-–—]\s*\p{Lu})/u
/** What a stamp over the list adds behind the end of an entry: no word of four letters. */
const TRAIL =
  /(?<=\p{L};)\s+(?:(?!\S*\p{L}{4})\S+(?:\s+|$))+$|(?<=\p{L}{2}\.)\s+(?:(?!\S*\p{L}{4})[^\s.;]+(?:\s+|$))+$/u

/** Takes what recognition made of a stamp from both ends of a line. */
function withoutSpecks(text: string, start: number): { text: string; start: number } {
  const lead = SPECKS.exec(text)?.[0].length ?? 0
  return { text: text.slice(lead).replace(TRAIL, ''), start: start + lead }
}

/** «- Lưu: VT. Trần Thị Hải Yến»: the signer's name behind the end of an entry, where no line of its own has it. */
export function cutTrailingNames(pieces: readonly ClosingPiece[]): ClosingPiece[] {
  return pieces.flatMap((found) => {
    const at =
      found.kind === 'recipient' ? found.text.search(/(?<=[;.])\s+\p{Lu}[\p{L}'’]*(?:\s\p{Lu}[\p{L}'’]*){1,4}$/u) : -1
    const tail = found.text.slice(at).trimStart()
    if (at < 0 || !personName(tail)) return [found]
    return [piece(found.text.slice(0, at), found.start, 'recipient'), piece(tail, found.end - tail.length, 'text')]
  })
}

/** The closing as pieces of one kind each, in the order of the text. `scanned`: the text comes from recognition. */
export function closingPieces(text: string, spans: readonly Span[], scanned: boolean): ClosingPiece[] {
  const lines = spans.map(({ start, end }) => ({ text: text.slice(start, end), start }))
  return lines
    .map((line) => (scanned ? withoutSpecks(line.text, line.start) : line))
    .flatMap((line) => cutLine(line.text, line.start))
    .flatMap(cutDashes)
}
