import { fold } from '../../core/text/fold.ts'
import { unitKey } from './unit-key.ts'
import { saysSeveral } from './whole-groups.ts'

/** Short forms that stand in front of a function: «CC VH-XH», «PCT UBND xã». Folded. */
const SHORT_RANKS: Readonly<Record<string, string>> = {
  cc: 'cong chuc',
  cv: 'chuyen vien',
  pct: 'pho chu tich',
  ct: 'chu tich',
}

/** What an officer is, before it is said of what: «Công chức Văn hóa – Xã hội», «Phó Chủ tịch UBND xã», «đồng chí Chủ tịch …». Folded. */
const RANK =
  /^(?:(?:dong chi|cong chuc|can bo|chuyen vien|nhan vien|bo phan|pho chu tich|chu tich|truong ban|thu truong|cc|cv|pct|ct)\b\s*)+/

/** «… phụ trách thi đua», «… (theo dõi phong trào)»: what of the post's work is meant. Folded. */
const CHARGE = /\b(?:phu trach|theo doi|chuyen trach|tham muu)\b(?:\s+(?:ve|cong tac|linh vuc|mang)\b)*/
const BRACKET = /\(([^)]*)\)/g
/** With its marks: «thuốc» is another word. */
const BELONGS = /(?<!\p{L})thuộc(?!\p{L})/iu

/** The function of one officer, as a plan prints it in the place of a unit. */
export interface PrintedFunction {
  /** As printed, without brackets that say nothing of it. */
  readonly title: string
  /** The same without the unit to which it is said to belong. */
  readonly alone: string
  /** What the officer works for or at, put as it may name a unit: «Văn hóa – Xã hội», «Hội Nông dân xã»; may be empty. */
  readonly at: string
  /** «thuộc Văn phòng HĐND và UBND»: the unit that is named besides, else null. */
  readonly of: string | null
}

/** The function that a printed name says instead of a unit: «Công chức Văn hóa – Xã hội (phụ trách thi đua)», «Cán bộ Nội vụ»; undefined where it names a unit. */
export function functionIn(name: string): PrintedFunction | undefined {
  const title = unbracketed(name)
  const text = fold(title)
  const rank = RANK.exec(text)
  if (!rank || saysSeveral(text)) return undefined
  const [alone = '', of] = title.split(BELONGS).map((piece) => piece.trim())
  const { post } = divided(alone)
  return { title, alone, at: post.slice(rank[0].length).trim(), of: of || null }
}

function unbracketed(name: string): string {
  const text = name
    .normalize('NFC')
    .replace(BRACKET, (_, inside: string) => (CHARGE.test(fold(inside)) ? ` ${inside} ` : ' '))
  return text.replace(/\s+/g, ' ').trim()
}

/** The post and the charge behind it, as printed; the text must be in NFC, in which folding keeps every place. */
function divided(text: string): { readonly post: string; readonly charge: string } {
  const found = CHARGE.exec(fold(text))
  if (!found) return { post: text.trim(), charge: '' }
  return { post: text.slice(0, found.index).trim(), charge: text.slice(found.index + found[0].length).trim() }
}

/** Two ways of writing a function are one where post and charge are. */
interface FunctionKey {
  readonly post: string
  /** Null where it is not said of what in particular. */
  readonly charge: string | null
}

function inFull(text: string): string {
  return fold(text)
    .replace(/^dong chi\s+/, '')
    .replace(/^[a-z]+\b/, (short) => SHORT_RANKS[short] ?? short)
}

/** `places`: proper names, folded, that behind a level only repeat which one is meant («UBND xã Mây Hạ»). */
function functionKey(title: string, places: readonly string[]): FunctionKey {
  const { post, charge } = divided(unbracketed(title).split(BELONGS)[0] ?? '')
  const words = (text: string) => unitKey(inFull(text), places).words
  const key = { post: words(post), charge: words(charge) || null }
  // «Công chức phụ trách thi đua»: any officer's post begins so, and only the rest says which one.
  const isBare = key.charge !== null && key.post.replace(RANK, '') === ''
  return isBare ? { post: `${key.post} ${key.charge}`, charge: null } : key
}

/**
 * Of those with a position in the unit, who holds the function: spelling, dashes and abbreviations do not matter. A plan that says the charge («phụ trách thi đua») means whoever has it;
 * where nobody's title says it, the only one with the post.
 */
export function holdersOf<P extends { readonly personId: string; readonly title: string }>(
  title: string,
  positions: readonly P[],
  places: readonly string[] = [],
): P[] {
  const asked = functionKey(title, places)
  const keyed = positions.map((position) => ({ position, key: functionKey(position.title, places) }))
  const same = keyed.filter(({ position, key }) => position.title !== '' && key.post === asked.post)
  if (asked.charge === null) return onceEach(same.map(({ position }) => position))
  const exact = same.filter(({ key }) => key.charge === asked.charge)
  if (exact.length > 0) return onceEach(exact.map(({ position }) => position))
  const plain = onceEach(same.filter(({ key }) => key.charge === null).map(({ position }) => position))
  return plain.length === 1 ? plain : []
}

function onceEach<P extends { readonly personId: string }>(positions: readonly P[]): P[] {
  return [...new Map(positions.map((position) => [position.personId, position])).values()]
}

/** A position's title may have so many letters. */
const LONGEST = 200

/** The title under which somebody is given the function; one that is too long is given without its charge, which still makes them its holder. */
export function titleToGive(title: string): string {
  if (title.length <= LONGEST) return title
  return divided(title).post.slice(0, LONGEST)
}
