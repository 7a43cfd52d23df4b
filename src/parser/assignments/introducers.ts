import type { Span } from '../../core/text/source.ts'
import type { Relation } from '../contract.ts'
import type { Passage } from '../fields/passage.ts'
import { namesUnit } from '../fields/unit-names.ts'
import type { Item } from '../outline.ts'
import { splitUnit } from './split-unit.ts'
import { beginsWithTask } from './task-verbs.ts'

/** Items of units and the words above them that order or request. */
export interface Introduced {
  readonly items: readonly Item[]
  readonly relation: Relation | null
  readonly relationAt: Span | null
}

const VERBS = 'giao|de nghi|yeu cau|phan cong|chi dao|uy quyen|trach nhiem|nhiem vu|doi voi'
const MANY =
  '(?:cac|tung|mot so|nhung|toan the) (?:co quan|don vi|bo phan|phong|ban|nganh|doan the|to chuc|chi bo|ca nhan|thanh vien|dia phuong|thon|mat tran|hoi|dong chi|truong|khoa|to)[^:.;]{0,70}'
/** «UBND xã giao:», «Đề nghị các đoàn thể:», «Chủ tịch UBND xã giao nhiệm vụ cho các đơn vị như sau:»: whom it tells stands below. */
const INTRODUCES = new RegExp(
  `^(?:[^:]{0,160}?[ ,])??(?<verb>${VERBS})(?: (?:trach nhiem|nhiem vu|thuc hien))*(?: (?:cu the|cua|cho))*(?: (?:mat tran va )?${MANY})?(?: (?:cu the )?(?:nhu )?sau(?: day)?| cu the)?\\s*:?\\s*$`,
)

function relationOf(verb: string): Relation | null {
  if (verb === 'de nghi') return 'requested'
  return /giao|yeu cau|phan cong|chi dao|uy quyen/.test(verb) ? 'ordered' : null
}

/** Whether an item says a unit and, in the same line or below, what it is to do. */
function names({ body, children }: Item, page: Passage): boolean {
  const { certain, task, unit } = splitUnit(page.at(body), children.length > 0)
  return certain && unit.length > 0 && !beginsWithTask(unit) && (task !== null || children.length > 0)
}

const LEVEL =
  /^(?:(?:o|tai|doi voi|ve phia|cap) )+(?:tinh|huyen|xa|phuong|co so|thon|truong|trung uong|tong cong ty|tieu doan|dai doi)\s*:?$/
const GROUP =
  /^(?:khoi |(?:doi voi )?(?:cac|nhung|mot so) (?:co quan|don vi|ban|nganh|so|phong|doan the|to chuc|dia phuong|bo phan|hoi|to|khoa)(?![a-z]))/

/** «Ở xã», «Các đơn vị phối hợp» over units that are told one by one: «Đề nghị Sở …», or «- Phòng Nội vụ: …» line for line. */
function isGroup({ body, children }: Item, page: Passage): boolean {
  const line = page.at(body).trim()
  const level = LEVEL.test(line.folded)
  const several = GROUP.test(line.folded)
  if (line.length > 90 || !(level || (children.length > 1 && (several || !namesUnit(line.strip(' ', ':'))))))
    return false
  return children.every((child) => {
    const { unit, relation } = splitUnit(page.at(child.body), true)
    const apart = child.children.length > 0 || /^\s*:/.test(page.text.slice(unit.end))
    const told = relation !== null || (apart && (level || several || namesUnit(unit)))
    return child.mark !== 'plain' && told && names(child, page)
  })
}

/** The units below a line that only introduces them; undefined where the line names a unit of its own or tasks stand below. */
export function introducedBy(item: Item, page: Passage): Introduced | undefined {
  const line = page.at(item.body).trim()
  const match = line.length > 300 ? null : INTRODUCES.exec(line.folded)
  const verb = match?.groups?.['verb']
  if (verb === undefined && item.children.length > 0 && isGroup(item, page))
    return { items: item.children, relation: null, relationAt: null }
  const items = item.children.filter(({ mark, cell }) => mark !== 'plain' && cell === null)
  if (verb === undefined || items.length === 0) return undefined
  // several lettered units below «Giao các phòng chuyên môn», but one task «- Công an xã tuần tra» may stand below any unit
  const own = new RegExp(`(?:${MANY})\\s*:?\\s*$`).test(line.folded) && item.mark !== 'plain'
  if (items.length < (own ? 2 : 1) || !items.every((one) => names(one, page))) return undefined
  const at = line.folded.lastIndexOf(verb)
  const said = line.sub(at, at + verb.length)
  return { items, relation: relationOf(verb), relationAt: { start: said.start, end: said.end } }
}
