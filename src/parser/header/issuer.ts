import { sentenceCase } from '../../core/text/casing.ts'
import { fold, toneKey } from '../../core/text/fold.ts'
import { similarity } from '../../core/text/similar.ts'
import type { Span } from '../../core/text/source.ts'
import { findBody, opensBody } from '../citations/find-body.ts'
import { openShortForms } from '../citations/short-forms.ts'
import { namesBody } from '../outline/words.ts'
import { Read } from '../read.ts'
import type { Passage } from './header-lines.ts'

/** Short forms of schools and territorial units that stand in names of issuers. */
const MORE_FORMS: readonly (readonly [RegExp, string])[] = [
  // «SỞ TƯ PHÁP»: here TƯ is no short form of «Trung ương»
  [/(?<![\p{L}])TƯ(?=\s(?:PHÁP|VẤN|NHÂN|THỤC|LỆNH|TƯỞNG))/gu, 'Tư'],
  [/(?<![\p{L}])B?CHQS(?![\p{L}])/gu, 'Chỉ huy Quân sự'],
  [/(?<=TRƯỜNG |Trường )CĐ(?=\s)/gu, 'Cao đẳng'],
  [/(?<=TRƯỜNG |Trường )ĐH(?=\s)/gu, 'Đại học'],
  [/(?<![\p{L}])PTDTNT(?![\p{L}])/gu, 'Phổ thông dân tộc nội trú'],
  [/(?<![\p{L}])PTDTBT(?![\p{L}])/gu, 'Phổ thông dân tộc bán trú'],
  [/(?<![\p{L}])TH\s?(?:&|và|-)\s?THCS(?![\p{L}])/gu, 'Tiểu học và Trung học cơ sở'],
  [/(?<![\p{L}])THCS(?![\p{L}])/gu, 'Trung học cơ sở'],
  [/(?<![\p{L}])THPT(?![\p{L}])/gu, 'Trung học phổ thông'],
  [/(?<=Trường |TRƯỜNG )TH(?=\s)/gu, 'Tiểu học'],
  [/(?<=Trường |TRƯỜNG )MN(?=\s)/gu, 'Mầm non'],
  [/(?<=\s)TX\.\s?/gu, 'thị xã '],
  [/(?<=\s)TP\.\s?/gu, 'thành phố '],
  [/(?<=\s)TT\.\s?(?=\p{Lu})/gu, 'thị trấn '],
]

/** Short forms opened, in a name in capitals as in a sentence. */
export function openName(name: string): string {
  return openShortForms(MORE_FORMS.reduce((text, [form, full]) => text.replace(form, full), name))
}

/** Lines that only go on with the name above: a territorial unit, or words that no body's name begins with. */
const GOES_ON =
  /^(?:tinh|thanh pho|tp\.?|huyen|quan|thi xa|tx\.?|thi tran|tt\.?|xa|phuong|dac khu|viet nam|nhan dan|ho chi minh|va |-)(?![a-z])(?! (?:uy|doan)\b)/

/** The lines of the left column grouped into bodies, from the superior to the issuing one. */
export function groupBodies(lines: readonly Passage[]): { readonly name: string; readonly at: readonly Span[] }[] {
  const groups: { name: string; at: Span[] }[] = []
  for (const line of lines) {
    const last = groups.at(-1)
    const goesOn = GOES_ON.test(fold(line.text)) || !namesBody(line.text) || /\b(?:VÀ|-|,)$/u.test(last?.name ?? '')
    if (last && goesOn) {
      last.name = `${last.name} ${line.text}`
      last.at.push(line)
    } else groups.push({ name: line.text, at: [line] })
  }
  return groups.map(({ name, at }) => ({ name, at: at.map(({ start, end }) => ({ start, end })) }))
}

const ISSUES =
  /^\s*(?:,\s*)?(?:đã |thống nhất |chủ trì |tiến hành |cùng |quyết định )*(?:ban hành|xây dựng|đề ra|lập|triển khai|tổ chức|hướng dẫn|thông báo|phát động|thống nhất)(?:\s+và\s+(?:ban hành|triển khai|tổ chức|thực hiện))?\s+(?:và ban hành\s+)?(?:(?:thực hiện|nội dung|bản|các|một số|những|cụ thể|chi tiết|việc|công tác)\s+){0,3}(?:Kế hoạch|kế hoạch|KẾ HOẠCH|KH|Chương trình|chương trình|Hướng dẫn|hướng dẫn|Đề án|đề án|Phương án|phương án|phong trào|Phong trào|nội dung|như sau)/u
/** «… hướng dẫn việc bình chọn như sau:»: the sentence ends in what the document goes on to say. */
const ANNOUNCES =
  /^\s*(?:ban hành|xây dựng|hướng dẫn|triển khai|tổ chức|phát động)\s[^.;\n]{0,340}(?:như sau|sau đây|sau|cụ thể)\s*:/u
const SUBJECT = /(?:^|[\s“"(])(\p{Lu}[\p{L}&]*)/gu
const GENERIC =
  /^(?:nha truong|truong|don vi|co quan|chi bo|ban giam hieu|dang uy|so|phong|hoi|cong doan|ban|xi nghiep|cong ty|tong cong ty|nha may|trung tam|benh vien|chi cuc|hoc vien|uy ban nhan dan|ubnd|ban thuong vu|ban chap hanh)$/

/** A body and the place in the text where it is named. */
export interface NamedBody {
  readonly name: string
  readonly at: readonly Span[]
}

/** The names of issuing bodies that citations know, and those of inspectorates, centres, hospitals and schools. */
const opensName = (text: string, at: number): boolean =>
  opensBody(fold(text.slice(at, at + 40))) || namesBody(text.slice(at, at + 40))

/** «UBND xã và Ủy ban Mặt trận Tổ quốc xã thống nhất ban hành»: the bodies in front of the verb, first to last. */
function bodiesBefore(text: string, from: number, verb: number): NamedBody[] {
  const stretch = text.slice(from, verb)
  const whole = wholeSubject(stretch)
  for (const match of stretch.matchAll(SUBJECT)) {
    const start = from + match.index + match[0].length - (match[1]?.length ?? 0)
    if (whole && start > from + whole.at) break
    if (!opensName(text, start)) continue
    const first = findBody(text, start, verb)
    if (!first) continue
    if (text.slice(first.end, verb).trim() === '') return [{ name: text.slice(first.start, first.end), at: [first] }]
    const link = /^\s*(?:và|phối hợp với|phối hợp cùng)\s+/u.exec(text.slice(first.end, verb))
    const second = link ? findBody(text, first.end + link[0].length, verb) : undefined
    if (link && second && text.slice(second.end, verb).trim() === '' && opensName(text, second.start)) {
      return [first, second].map((span) => ({ name: text.slice(span.start, span.end), at: [span] }))
    }
  }
  return whole ? [{ name: whole.name, at: [{ start: from + whole.at, end: from + whole.at + whole.name.length }] }] : []
}

const ISSUING = /(?<!\p{L})(?:ban hành|xây dựng kế hoạch|kế hoạch|chương trình|phát động)(?!\p{L})/iu

/** A body whose name holds words that no list has: all that stands between the last comma and the verb. */
function wholeSubject(stretch: string): { name: string; at: number } | null {
  const at = Math.max(0, ...[...stretch.matchAll(/[,;:.]\s+|\n\s*/g)].map((match) => match.index + match[0].length))
  const lead = stretch.slice(at).search(/\S/)
  const name = stretch
    .slice(at)
    .trim()
    .replace(/\s+(?:thống nhất|phối hợp|chủ trì|cùng|đã|tiến hành)(?:\s+(?:thống nhất|phối hợp|cùng|nhau))*$/u, '')
  return lead >= 0 && name.length < 110 && /^\p{Lu}/u.test(name) && opensName(name, 0) && !ISSUING.test(name)
    ? { name, at: at + lead }
    : null
}

/** The bodies that a sentence of the opening says issue the document; empty where none says so. */
export function issuersInOpening(text: string, opening: Span): NamedBody[] {
  const verbs =
    /(?<=\s)(?:đã|thống nhất|chủ trì|tiến hành|cùng|ban hành|xây dựng|đề ra|lập|triển khai|tổ chức|hướng dẫn|phát động)\s/gu
  const body = text.slice(opening.start, opening.end)
  const found: NamedBody[][] = []
  for (const match of body.matchAll(verbs)) {
    const at = opening.start + match.index
    const rest = text.slice(at, opening.end)
    if (!ISSUES.test(rest.slice(0, 160)) && !ANNOUNCES.test(rest.slice(0, 400))) continue
    const before = text.slice(opening.start, at)
    const from =
      opening.start +
      Math.max(0, before.length - 260, ...[...before.matchAll(/[;\n]|\.\s/g)].map((stop) => stop.index + 1))
    const bodies = bodiesBefore(text, from, at)
    if (bodies.length > 0) found.push(bodies)
  }
  return found.at(-1) ?? []
}

/** Whether a name is too general to stand alone: «Ủy ban nhân dân phường», «nhà trường». */
export function isGeneric(name: string): boolean {
  const folded = fold(openName(name)).trim()
  return (
    GENERIC.test(folded) ||
    /^(?:uy ban nhan dan|hoi dong nhan dan|dang uy|dang bo) (?:tinh|thanh pho|huyen|quan|thi xa|thi tran|xa|phuong|dac khu)$/.test(
      folded,
    )
  )
}

/** Whether the longer name only adds to the shorter: tone placement, capitals and a slip of the pen aside. */
export function extendsName(longer: string, shorter: string): boolean {
  const key = (name: string): string => toneKey(openName(name)).replace(/\s+/g, ' ')
  const [whole, start] = [key(longer), key(shorter)]
  return (
    whole.startsWith(start) ||
    (start.length > 12 &&
      whole.slice(0, 6) === start.slice(0, 6) &&
      similarity(whole.slice(0, start.length + 4), start) > 0.85)
  )
}

/** The name as a value: short forms opened, capitals as in a sentence. */
export function readName({ name, at }: NamedBody, running: string): Read<string> {
  const opened = openName(name.replace(/\s+/g, ' '))
  return new Read(
    openName(
      sentenceCase(opened.toUpperCase() === opened || isMostlyCapitals(name) ? opened.toUpperCase() : opened, running),
    ),
    ...at,
  )
}

function isMostlyCapitals(name: string): boolean {
  return !/\p{Ll}{2}/u.test(name)
}
