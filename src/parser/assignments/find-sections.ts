import { foldInPlace } from '../../core/text/fold.ts'
import { similarity } from '../../core/text/similar.ts'
import { Passage } from '../fields/passage.ts'
import { beginsUnit } from '../fields/unit-names.ts'
import type { Item, Outline } from '../outline.ts'
import { headingWords } from './items.ts'
import { splitUnit } from './split-unit.ts'

/** Headings of the section on who does what. */
const SECTION =
  /^(?:ve )?(?:cong tac )?(?:(?:kinh phi|thoi gian|tien do|lo trinh|bien phap|giai phap|kiem tra|bao cao|che do bao cao|kinh phi thuc hien)(?: va|,) )?(?:to chuc,?(?: va| trien khai,?(?: va)?)? (?:thuc hien|trien khai)|to chuc va phan cong|phan cong(?! (?:lua chon|binh chon|phat hien|gioi thieu)[^.]{0,60}(?:linh vuc|phong trao|dien hinh|guong|mo hinh))|trach nhiem(?: (?:va )?(?:to chuc )?(?:thuc hien|cua|trien khai))?|to chuc va (?:thuc hien|trien khai)|trien khai(?:,| va)? to chuc|(?:giao )?nhiem vu(?: cu the)? (?:cua|cho) (?:cac|tung)|giao nhiem vu|bien phap to chuc thuc hien)(?![a-z])/
/** Headings that stand over units or over measures: units must follow. */
const MAY_HOLD_UNITS =
  /^(?:ve )?(?:(?:cac )?(?:bien phap|giai phap|nhiem vu)(?: va giai phap)? (?:to chuc |trien khai )?thuc hien|trien khai(?: thuc hien)?|cong tac (?:to chuc|phoi hop|chi dao|trien khai)|(?:to chuc,? )?chi dao(?:,| va|$)|lanh dao,? chi dao|co che phoi hop|phoi hop)(?![a-z])/
/** Items of that section that are not about a unit. */
const NOT_A_UNIT =
  /^(?:ve )?(?:nguon )?(?:kinh phi|thoi gian|thoi han|tien do|lo trinh|cac buoc|buoc \d|che do|cong tac (?:thong tin|bao cao|kiem tra|so ket|tuyen truyen|khen)|so ket|tong ket|thong tin,? bao cao|bao cao(?! vien)|hieu luc|hinh thuc|quy trinh|muc khen|khen thuong|giai doan|phuong thuc|dot \d|lich|ke hoach (?:thoi gian|nay))(?![a-z])/
const DATED =
  /^(?:trong |tu |den |truoc |du kien )?(?:quy [ivl1-4]|thang \d|ngay \d|nam (?:19|20)\d\d|\d{1,2}\/\d|(?:0?6|sau) thang (?:dau|cuoi))/
/** Words with which a plan ends, also as a paragraph behind the last unit. */
export const FAREWELL =
  /^(?:tren day|trong qua trinh|qua trinh (?:to chuc|trien khai|thuc hien)|dinh kem|ke hoach nay|(?:nguon )?kinh phi thuc hien|nhan duoc|moi vuong mac)/

/** Plain paragraphs behind the last unit that speak to everybody: whom to ask, «Yêu cầu các đơn vị nghiêm túc thực hiện». */
export const TO_EVERYBODY =
  /^(?:(?:moi )?(?:thong tin (?:chi tiet|lien he|can|xin)|thac mac|y kien)|chi tiet (?:xin )?lien he|(?:can cu|tren co so|tu)(?: vao)?(?: noi dung)?(?: cua)? ke hoach(?: nay)?,? (?:de nghi |yeu cau )?(?:cac|thu truong|nguoi dung dau)|(?:de nghi|yeu cau) (?:lanh dao |thu truong |nguoi dung dau |bi thu |truong )?(?:cac|cap uy|nhung)[^.;:]{0,120}?(?:nghiem tuc|quan tam|khan truong|trien khai,? (?:to chuc )?(?:thuc hien)?|phoi hop (?:to chuc |trien khai )?thuc hien|to chuc thuc hien|thuc hien (?:tot|nghiem|ke hoach)))(?![a-z])/

export const words = (text: string, { start, end }: Item['body']): string => foldInPlace(text.slice(start, end)).trim()

const MARKED: ReadonlySet<Item['mark']> = new Set([
  'part',
  'chapter',
  'section',
  'article',
  'roman',
  'number',
  'decimal',
  'letter',
])

/** Whether an item is a heading: marked as one, or a plain line under which others stand. */
export function isHeading(item: Item, text: string): boolean {
  const length = item.body.end - item.body.start
  return (
    length <= 160 &&
    (MARKED.has(item.mark) || (item.mark === 'plain' && item.children.length > 0)) &&
    !/[.;]\s*$/.test(text.slice(item.body.start, item.body.end))
  )
}

/** What the section is mostly called, for headings that recognition has damaged. */
const TITLES = ['to chuc thuc hien', 'phan cong thuc hien', 'trach nhiem thuc hien', 'phan cong nhiem vu']

function overUnits({ children }: Item, text: string): boolean {
  const items = children.filter(({ mark, cell }) => mark !== 'plain' && cell === null)
  return (
    items.length > 1 &&
    items.every(({ body, children: below }) => {
      const { certain, unit, task } = splitUnit(Passage.of(text.slice(body.start, body.end)), below.length > 0)
      return certain && unit.length < 160 && (task !== null || below.length > 0)
    })
  )
}

/** The brothers under a heading: without closing words behind them, items on time or money, and a line that only introduces them. */
function brothers({ children }: Item, text: string): Item[] {
  const told = children.filter(({ cell }) => cell === null)
  const marked = told.filter(({ mark }) => mark !== 'plain')
  const own = (marked.length > 1 ? marked : told).filter((item) => !isNoUnit(item, text))
  const [only, ...others] = own
  return only !== undefined && others.length === 0 ? brothers(only, text) : own
}

/**
 * Whatever the heading says: at least three brothers that go «name: task», or name a unit and what it is to do, most of them known units;
 * two where both are.
 */
function overBodies(item: Item, text: string): boolean {
  const told = brothers(item, text)
  if (!isHeading(item, text) || told.length < 2 || told.some(({ mark }) => mark !== told[0]?.mark)) return false
  const heads = told.map(({ body, children }) => headIn(text.slice(body.start, body.end), children.length > 0))
  const units = heads.filter((head) => head !== undefined && beginsUnit(Passage.of(head)))
  return heads.every((head) => head !== undefined) && units.length >= 2 && units.length * 3 >= heads.length * 2
}

/** The name with which a brother begins; undefined where none does or nothing is told. */
function headIn(line: string, hasChildren: boolean): string | undefined {
  const named = HEAD.exec(line.replace(ORDER, ''))?.[1]
  if (named !== undefined) return named
  const { certain, unit, task } = splitUnit(Passage.of(line), hasChildren)
  return certain && unit.length < 120 && (task !== null || hasChildren) ? unit.text : undefined
}

/** «Đề nghị Trạm Y tế: …» */
const ORDER = /^(?:Đề nghị|Giao|Yêu cầu|Đối với)\s+/u
/** «Trưởng thôn: họp dân»: a short name and behind a colon what to do. */
const HEAD = /^([^:.;]{2,80}):\s+\p{L}/u

export function headsAssignments(item: Item, text: string): boolean {
  if (!isHeading(item, text)) return false
  const heading = headingWords(item, text)
  if (MAY_HOLD_UNITS.test(heading) && !SECTION.test(heading)) return overUnits(item, text)
  return SECTION.test(heading) || (heading.length < 30 && TITLES.some((title) => similarity(heading, title) >= 0.8))
}

/** Words that close the plan, and items about time or money, hand nothing to a unit. */
export function isNoUnit(item: Item, text: string): boolean {
  const line = words(text, item.body)
  return NOT_A_UNIT.test(line) || DATED.test(line) || FAREWELL.test(line)
}

/**
 * The sections on who does what: the outermost ones. «Phân công thực hiện» below a field hands out that field only, so deeper ones do not
 * count where a section of the plan is there, nor where the same heading comes back field by field.
 */
export function assignmentSections(outline: Outline): Item[] {
  const found: { item: Item; depth: number }[] = []
  const search = (items: readonly Item[], depth: number): void => {
    for (const item of items) {
      if (headsAssignments(item, outline.text)) found.push({ item, depth })
      else if (MARKED.has(item.mark) || item.mark === 'plain') search(item.children, depth + 1)
    }
  }
  search(outline.body, 0)
  const told = outline.body.filter((item) => overBodies(item, outline.text)).slice(-1)
  if (found.every(({ item, depth }) => depth > 0 && told.some(({ at }) => at.start > item.at.start))) return told
  const outermost = Math.min(...found.map(({ depth }) => depth))
  const sections = found.filter(({ depth }) => depth === outermost).map(({ item }) => item)
  const headings = new Set(sections.map((item) => headingWords(item, outline.text)))
  return sections.length >= 3 && headings.size === 1 ? [] : sections
}
