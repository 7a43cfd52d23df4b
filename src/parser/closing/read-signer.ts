import { isCapitals } from '../../core/text/fold.ts'
import type { PlanDocument } from '../contract.ts'
import { Read, type Sourced } from '../read.ts'
import type { ClosingPiece } from './closing-lines.ts'

const RANK =
  /^(?:(?:Đại tướng|Thượng tướng|Trung tướng|Thiếu tướng|Đại tá|Thượng tá|Trung tá|Thiếu tá|Đại úy|Thượng úy|Trung úy|Thiếu úy|GS|PGS|TS|ThS|Th\.S|BS|CKI+|CN|KS|DS|NGƯT|NGND|BSCK[12I]*|LS)\.?[\s.,]*)+(?=\p{Lu})/iu
/** With tones, because Trương, Đoàn and Ban are names of families too. */
const NO_NAME =
  /(?<!\p{L})(?:[uủỦ][yỷ] ban|hội đồng|hội |chủ tịch|bí thư|ban |phòng |sở |nơi nhận|lưu|phụ lục|kế hoạch|trưởng |trường |giám đốc|cộng hòa|cộng hoà|độc lập|văn phòng|tỉnh |huyện |thành phố|như trên|các |đại diện|hợp tác|tháng |ngày |đảng |công đoàn|đoàn (?:xã|phường|thanh)|nhân dân|mặt trận)/u
const WORD = /^(?:\p{Lu}\p{Ll}*|\p{Lu}{2,}|[HYK]['’]\p{Lu}?\p{L}+)$/u

/** A person's name: two to six words with capitals; one word only for names like «Y Blôm» is not taken. */
export function personName(text: string): string | null {
  const bare = text
    .replace(RANK, '')
    .replace(/[.,;]+$/, '')
    .trim()
  const words = bare.split(/\s+/)
  if (words.length < 2 || words.length > 6 || bare.length > 45 || NO_NAME.test(`${bare.toLowerCase()} `)) return null
  if (!words.every((word) => word.split('-').every((half) => WORD.test(half)))) return null
  if (!isCapitals(bare)) return bare
  return bare
    .toLowerCase()
    .split(/\s+/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ')
}

const POSITIONS: readonly (readonly [RegExp, string])[] = [
  [/phó/gu, 'Phó'],
  [/chủ tịch/gu, 'Chủ tịch'],
  [/bí thư/gu, 'Bí thư'],
  [/trưởng ban/gu, 'Trưởng ban'],
  [/giám đốc/gu, 'Giám đốc'],
  [/hiệu trưởng/gu, 'Hiệu trưởng'],
  [/trưởng phòng/gu, 'Trưởng phòng'],
  [/chánh /gu, 'Chánh '],
  [/thủ tướng/gu, 'Thủ tướng'],
  [/bộ trưởng/gu, 'Bộ trưởng'],
  [/ủy ban nhân dân/gu, 'Ủy ban nhân dân'],
  [/chi cục trưởng/gu, 'Chi cục trưởng'],
  [/tỉnh ủy|thành ủy|huyện ủy|đảng ủy/gu, ''],
]

/** «PHÓ CHỦ TỊCH» as «Phó Chủ tịch». */
export function positionCase(printed: string): string {
  if (!isCapitals(printed)) return printed
  const low = printed.toLowerCase().replace(/uỷ/g, 'ủy')
  const cased = POSITIONS.reduce(
    (text, [form, name]) =>
      name === '' ? text.replace(form, (m) => m.charAt(0).toUpperCase() + m.slice(1)) : text.replace(form, name),
    low,
  )
  return cased.charAt(0).toUpperCase() + cased.slice(1)
}

const span = ({ start, end }: ClosingPiece) => ({ start, end })

/** Pieces of the issuer's signature: an approval by someone above or beside is left out with everything below it. */
function ownSignature(pieces: readonly ClosingPiece[]): ClosingPiece[] {
  const own: ClosingPiece[] = []
  let approving = false
  for (const found of pieces) {
    if (found.kind === 'approval') approving = true
    else if (found.kind === 'authority' || (found.kind === 'head' && approving)) approving = false
    if (!approving) own.push(found)
  }
  return own.some(({ kind }) => kind === 'authority' || kind === 'position') ? own : [...pieces]
}

/** Joint plans carry two signatures; that of the body named first in the header stands on the right and is read last. */
function nameBehind(pieces: readonly ClosingPiece[], from: number): ClosingPiece | null {
  for (const found of pieces.slice(from)) {
    if ((found.kind === 'text' || found.kind === 'position') && personName(found.text)) return found
    if (found.kind === 'authority') return null
  }
  return null
}

/** Who signs, in which office and by which authority; null where the closing says nothing of it. */
export function readSigner(
  pieces: readonly ClosingPiece[],
  used: ReadonlySet<ClosingPiece>,
): Sourced<PlanDocument['signer']> {
  const own = ownSignature(pieces.filter((found) => !used.has(found)))
  const authorities = own.filter(({ kind }) => kind === 'authority')
  const authority = authorities.findLast(({ text }) => /^K\s?[./]?\s?T/u.test(text)) ?? authorities[0]
  const from = authority ? own.indexOf(authority) + 1 : 0
  const position =
    own.slice(from).find(({ kind, text }) => kind === 'position' && !personName(text)) ??
    (authority ? undefined : own.find(({ kind }) => kind === 'position'))
  const start = position ? own.indexOf(position) + 1 : from
  const name =
    authority || position
      ? (nameBehind(own, start) ?? nameBehind(own, from))
      : (own.find(({ kind, text }) => kind === 'text' && personName(text)) ?? null)
  if (!authority && !position && !name) return null
  return {
    name: name ? new Read(personName(name.text) ?? '', span(name)) : null,
    position: position ? new Read(positionCase(position.text.replace(/[.,:;]+$/, '')), span(position)) : null,
    authority: authority ? new Read(authority.text.replace(/[,;:]+$/, ''), span(authority)) : null,
  }
}
