import { type Context, contextOf, isPlanPart } from './context.ts'
import { type Evidence, evidenceOf, type Facts, factsOf, PARAGRAPHS } from './evidence.ts'
import { extentOf } from './extent.ts'
import { endsFields } from './field-parts.ts'
import { isGeneral, namesPart } from './general-titles.ts'
import { type Heading, readHeading } from './headings.ts'
import { type Label, readLabel } from './labels.ts'
import type { Line } from './lines.ts'
import { HEADING_MARKS } from './marks-of-headings.ts'
import type { Passage } from './passage.ts'
import { phraseHeaded } from './phrase-headed.ts'
import { readAssignment } from './read-assignment.ts'
import { isAbout, namedKinds } from './subjects.ts'
import { unitHeaded } from './unit-headed.ts'
import { namesUnit } from './unit-names.ts'

/** A paragraph that may head a field. */
export interface Candidate {
  readonly index: number
  readonly line: Line
  readonly heading: Heading
  /** Set where the heading could also be a label of criteria. */
  readonly label: Label | null
  readonly context: Context
  readonly evidence: Evidence
  /** What the text behind the title shows. */
  readonly said: readonly Facts[]
}

/** «Lĩnh vực 1: Cải cách hành chính» is a field by its first word, whatever the rest sounds like. */
function headingOf(line: Line): Heading | null {
  const headed = unitHeaded(line) ?? phraseHeaded(line)
  if (headed) return headed
  const heading = readHeading(line.body)
  return heading?.kind === 'topic' && line.called !== null ? { ...heading, kind: line.called } : heading
}

/** «Điển hình trong phong trào thi đua» names a field among others, «Lĩnh vực, tiêu chí» does not. */
const isGeneralHeading = ({ kind, title }: Heading): boolean =>
  kind !== 'exemplar' && kind !== 'movement' && isGeneral(title)

const KIND_AND_FIELD =
  /^(?:tap the|ca nhan|ho gia dinh|gia dinh|dong ho|doanh nghiep|mo hinh) (?:dien hinh(?: tien tien)?|tieu bieu) (?:trong|ve|tren) (?!(?:cac |linh vuc|phong trao|noi dung)(?: (?:nay|tren|thi dua))*$)/

/** «2.1. Tập thể điển hình tiên tiến trong xây dựng Đảng: …»: a kind and the field in which it is sought. */
const namesWhat = (line: Line, { kind, title }: Heading): boolean =>
  kind === 'exemplar' && HEADING_MARKS.has(line.mark) && KIND_AND_FIELD.test(title.folded)

function candidateAt(lines: readonly Line[], index: number, facts: readonly Facts[]): Candidate | null {
  const line = lines[index]
  if (!line || line.body.length < 4 || endsFields(line.body)) return null
  const heading = headingOf(line)
  if (!heading || namesPart(line.body) || isGeneralHeading(heading) || readAssignment(heading.title) !== null)
    return null
  const below = facts.slice(index + 1, extentOf(lines, index, PARAGRAPHS))
  const said = (heading.order ? [heading.order, ...heading.rests] : heading.rests).map(factsOf)
  return {
    index,
    line,
    heading,
    label: heading.kind === 'group' || heading.order || namesWhat(line, heading) ? null : readLabel(line.body),
    context: contextOf(line, lines[index - 1]?.body ?? null),
    evidence: evidenceOf([...said, ...below]),
    said,
  }
}

export function candidatesIn(lines: readonly Line[], facts: readonly Facts[]): Candidate[] {
  return lines.map((_, i) => candidateAt(lines, i, facts)).filter((candidate) => candidate !== null)
}

const SENTENCE =
  /^(?:cac |nhung )?(?:mo hinh,? )?(?:guong )?dien hinh(?: tien tien)?,? (?:la|phai|duoc|can(?! bo)|co(?! so| quan)|se)\b| phai /
/** The heading of several fields: «Các lĩnh vực …», «Điển hình trên các lĩnh vực». */
const SEVERAL =
  /^(?:(?:lua chon|xay dung|tieu chi|tieu chuan|noi dung|danh muc|mot so|nhung) )*cac (?:linh vuc|phong trao|cuoc van dong|mo hinh|nhom)(?![a-z])|(?:tren|trong|o|thuoc|cua|theo) (?:cac|mot so|nhung|tung) (?:linh vuc|phong trao|mat)(?: (?:cu the|cong tac|va .{0,40}|trong tam|then chot|chu yeu))?$|^linh vuc (?:lua chon|va tieu|xay dung dien|uu tien|trong tam)/
/** Kinds alone: «Tập thể», «Cá nhân, hộ gia đình điển hình». */
const BARE = /^\s*(?:dien hinh|tieu bieu|tien tien|xuat sac|khac|\([^)]*\))*\s*$/

/** «1.2. Tổ dân phố tự quản», «a) Nhóm thanh niên nông thôn» with criteria and a unit of its own reads like a label and is a field. */
function isOwnGroup(line: Line, title: Passage, evidence: Evidence): boolean {
  const plain =
    /^(?:doi voi )?(?:cac |nhung )?(?:tap the|ca nhan|ho gia dinh|gia dinh|doanh nghiep|dong ho|hop tac xa)(?:,| va |$| dien hinh$| tieu bieu$)/
  const heads = HEADING_MARKS.has(line.mark) || (line.mark === 'letter' && evidence.counts > 0)
  return heads && evidence.strong > 0 && evidence.handed > 0 && !plain.test(title.folded)
}

/** Whether a title is a sentence on exemplars or the heading of several fields. */
export const isNoName = ({ folded }: Passage): boolean => SENTENCE.test(folded) || SEVERAL.test(folded)

const PLAIN =
  /^(?:doi voi )?(?:cac |nhung )?(?:tap the|ca nhan|ho gia dinh|gia dinh|doanh nghiep|dong ho|hop tac xa|mo hinh|don vi|co quan|doi tuong khac)(?![a-z])/

/** Whether a title names nothing but kinds of exemplars: «Tập thể, cá nhân» in general, «Điều dưỡng, hộ sinh» of one place. */
export function kindsOnly(title: Passage): 'general' | 'own' | null {
  const named = namedKinds(title)
  if (!named || !BARE.test(title.folded.slice(named.end))) return null
  return PLAIN.test(title.folded) ? 'general' : 'own'
}

/** Whether a heading names a field: no sentence, no unit that is told something, no mere kind of exemplar. */
export function isTitle({ heading, label, line, evidence, context }: Candidate): boolean {
  const { title, rests, kind } = heading
  if (isNoName(title)) return false
  if (kind === 'exemplar' || kind === 'movement') return true
  if (title.length > 130 || (namesUnit(title) && !context.listed && (evidence.strong === 0 || evidence.handed === 0)))
    return false
  if (kind === 'topic' && isPlanPart(title.folded)) return false
  if (isOwnGroup(line, title, evidence)) return true
  const named = namedKinds(title)
  if (named && kind !== 'group' && BARE.test(title.folded.slice(named.end))) return false
  if (label && rests.length === 0) return false
  const sentence = named !== null && isAbout(title, named) && rests.length === 0 && evidence.labels === 0
  if (sentence && !HEADING_MARKS.has(line.mark) && kind !== 'group') return false
  return rests.length > 0 || !/[.;]$/.test(line.body.text)
}
