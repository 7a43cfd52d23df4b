import type { Passage } from './passage.ts'
import type { NamedKinds } from './subjects.ts'
import { namedKinds } from './subjects.ts'

/** What the cells of a column say about a field. */
export type Role =
  | 'ordinal'
  | 'title'
  | 'lead'
  | 'coordinating'
  | 'units'
  | 'criteria'
  | 'targets'
  | 'time'
  | 'relation'
  | 'other'

export interface Column {
  readonly role: Role
  /** «Tập thể», «Cá nhân» in the head of a column of criteria or numbers. */
  readonly kinds: NamedKinds['kinds']
}

/** In the order in which they are tried on the head of a column. */
const HEADS: readonly (readonly [Role, RegExp])[] = [
  ['ordinal', /^(?:stt|tt|so tt|so thu tu|s\.?t\.?t\.?|thu tu|#)$/],
  ['time', /thoi gian|thoi han|tien do|thoi diem|hoan thanh/],
  ['targets', /chi tieu|so luong|so (?:dien hinh|mo hinh|guong|tap the|ca nhan|ho)\b|muc tieu/],
  ['criteria', /tieu chuan|tieu chi|dieu kien|yeu cau/],
  ['units', /(?:chu tri|thuc hien|phu trach)[^\n]*phoi hop|phoi hop[^\n]*chu tri/],
  ['coordinating', /phoi hop/],
  [
    'lead',
    /chu tri|thuc hien|phu trach|dau moi|tham muu|duoc giao|don vi|co quan|bo phan|nguoi|theo doi|phan cong|trach nhiem|thuong truc/,
  ],
  ['title', /linh vuc|phong trao|noi dung|cuoc van dong|dien hinh|mo hinh|ten|nhom|chuyen de|nhiem vu|hoat dong/],
]

/** Reads the head of a column; the words of all head rows above it are given together. */
export function readColumn(head: Passage): Column {
  const folded = head.folded.replace(/\s+/g, ' ').trim()
  const role = HEADS.find(([, pattern]) => pattern.test(folded))?.[0] ?? 'other'
  return { role, kinds: role === 'criteria' || role === 'targets' || role === 'other' ? kindsIn(head) : [] }
}

const KIND = /(?<![a-z])(?=tap the|ca nhan|ho gia dinh|gia dinh|dong ho|doanh nghiep|mo hinh|hop tac xa)/g

/** The kinds in the head of a column, wherever in it they stand. */
export function kindsIn(head: Passage): NamedKinds['kinds'] {
  const { folded } = head
  for (const match of folded.matchAll(KIND)) {
    const named = namedKinds(head.sub(match.index + match[0].length))
    if (named) return named.kinds
  }
  return []
}
