import type { Span } from '../../core/text/source.ts'
import type { Criterion, Subject } from '../contract.ts'
import { Read, type Sourced } from '../read.ts'
import type { Label } from './labels.ts'
import type { Line } from './lines.ts'
import { isInside } from './lines.ts'
import type { Passage } from './passage.ts'
import { sentencesOf } from './sentences.ts'
import { isAbout, kindsOfClauses, laterKinds, type NamedKinds, namedKinds, OF_FAMILIES } from './subjects.ts'

type Kinds = NamedKinds['kinds']

interface Group {
  readonly kinds: Kinds
  /** The line of the label; null where the text itself names whom it is about, or names nobody. */
  readonly label: Line | null
  readonly parts: Passage[]
  /** Stands for the text where none follows the label. */
  readonly bare: Passage | null
}

/** Sentences in front of a criterion that tell units what to do. */
const INSTRUCTS =
  /^(?:cac (?:co quan|don vi|cap|nganh|dia phuong|to chuc|phong|ban|so|xa|truong|chi bo|cap uy)[^.;]{0,80}? (?:tiep tuc|chu dong|tang cuong|to chuc|can|phai|day manh|quan tam|thuc hien|trien khai|xay dung|phat dong|cu the)|(?:tiep tuc|to chuc|trien khai|day manh|tang cuong|quan triet|phat dong|xay dung|chu dong|phat huy|huong dan|lua chon|phat hien|quan tam|dang ky|gan voi|thuc hien)\b)/

/** The same, in a paragraph of its own, where only plain orders can be told from criteria. */
const ORDERS =
  /^(?:(?:huong ung|thuc hien|can cu|theo|trien khai)(?![a-z])[^.;]{0,60}(?:quyet dinh|chi thi|nghi quyet|ke hoach|thong tu|chuong trinh|de an|huong dan|cong van|luat) (?:so )?[\d“"]|cac (?:co quan|don vi|cap|nganh|dia phuong|to chuc)[^.;]{0,80}? (?:tiep tuc|chu dong|tang cuong|can|phai|day manh|quan tam|xay dung|phat dong|cu the)|(?:tiep tuc|trien khai thuc hien|day manh viec|quan triet|phat dong|huong dan)\b)|:$/

const sameKinds = (a: Kinds, b: Kinds): boolean =>
  a.length === b.length && a.every((kind) => b.some((other) => other.subject === kind.subject))

/** The family and the unit of the person in question name nobody new. */
function namesAnew(sentence: Passage, named: NamedKinds, current: Group | null): boolean {
  if (OF_FAMILIES.test(sentence.folded)) return true
  const own = current?.kinds.some((kind) => kind.subject === 'individual')
  return !(own && /^(?:gia dinh|ban than|don vi noi)/.test(named.kinds[0]?.at.folded ?? ''))
}

/** The criteria of one field, group by group, as its lines are read. */
export class CriteriaReader {
  private readonly groups: Group[] = []
  private current: Group | null = null
  private waiting: { readonly sentence: Passage; readonly paragraph: Passage }[] = []
  /** Who is meant where neither label nor text says so: the heading «Đối với các xã», a line «Đối tượng: …». */
  fallback: Kinds = []

  /** Whether a labelled group is open. */
  get labelled(): boolean {
    return this.current?.label != null
  }

  /** Whether a line stands under the open label. */
  binds(line: Line): boolean {
    return (
      this.current?.label != null &&
      line.mark !== 'plain' &&
      (line === this.current.label || isInside(line, this.current.label))
    )
  }

  /** A label opens a group, unless it stands inside the group of another label. */
  label(line: Line, label: Label): void {
    const open = this.current
    if (open?.label && isInside(line, open.label)) {
      const oneByOne =
        open.kinds.length > 1 && label.kinds.every((kind) => open.kinds.some((k) => k.subject === kind.subject))
      if (!oneByOne) {
        open.parts.push(line.body)
        return
      }
    }
    this.dropOrders(null)
    this.settle()
    this.current = { kinds: label.kinds, label: line, parts: [], bare: label.bare }
    this.groups.push(this.current)
    if (label.rest.length > 1) this.current.parts.push(label.rest)
  }

  /** The line after this one begins something else. */
  close(): void {
    this.settle()
    this.current = null
  }

  /** Text of criteria: to the open label, or divided by whom its sentences name. */
  text(paragraph: Passage): void {
    if (this.labelled) this.current?.parts.push(paragraph)
    else for (const sentence of sentencesOf(paragraph)) this.sentence(sentence, paragraph)
  }

  /** Words that tell units what to do, in front of those that say whom one looks for, are no criteria. */
  private dropOrders(paragraph: Passage | null): void {
    this.waiting = this.waiting.filter(
      (before) => !(before.paragraph === paragraph ? INSTRUCTS : ORDERS).test(before.sentence.folded),
    )
  }

  private sentence(sentence: Passage, paragraph: Passage): void {
    const first = sentence.start === paragraph.start
    const named = namedKinds(sentence)
    const opens = named !== null && isAbout(sentence, named) && namesAnew(sentence, named, this.current)
    const kinds = opens ? [...named.kinds, ...laterKinds(sentence, named)] : kindsOfClauses(sentence)?.kinds
    if (!kinds) {
      if (this.current) this.extend(sentence, first)
      else this.waiting.push({ sentence, paragraph })
      return
    }
    if (this.current && sameKinds(this.current.kinds, kinds)) {
      this.extend(sentence, first)
      return
    }
    this.dropOrders(paragraph)
    this.settle()
    this.current = { kinds, label: null, parts: [sentence], bare: null }
    this.groups.push(this.current)
  }

  private extend(sentence: Passage, first: boolean): void {
    const parts = this.current?.parts ?? []
    const last = parts.at(-1)
    if (last && !first) parts[parts.length - 1] = last.upTo(sentence)
    else parts.push(sentence)
  }

  /** Sentences that named nobody become a group of their own. */
  private settle(): void {
    const parts: Passage[] = []
    let paragraph: Passage | null = null
    for (const waiting of this.waiting) {
      const last = parts.at(-1)
      if (last && waiting.paragraph === paragraph) parts[parts.length - 1] = last.upTo(waiting.sentence)
      else parts.push(waiting.sentence)
      paragraph = waiting.paragraph
    }
    this.waiting = []
    if (parts.length > 0) this.groups.push({ kinds: this.fallback, label: null, parts, bare: null })
  }

  /** One entry for each kind of each group that has a text. */
  read(): Sourced<Criterion>[] {
    this.settle()
    return this.groups.flatMap(entriesOf)
  }
}

/** A mark and blanks may stand between two parts of one stretch; what stands under another label makes two. */
const LONGEST_GAP = 16

function stretchesOf(parts: readonly Passage[]): Span[] {
  const stretches: Span[] = []
  for (const { start, end } of parts) {
    const last = stretches.at(-1)
    if (last && start >= last.end && start - last.end <= LONGEST_GAP) stretches[stretches.length - 1] = { ...last, end }
    else stretches.push({ start, end })
  }
  return stretches
}

function entriesOf(group: Group): Sourced<Criterion>[] {
  const parts = group.parts.length === 0 && group.bare ? [group.bare] : group.parts
  const first = parts[0]
  if (!first) return []
  const text = new Read(parts.map((part) => part.words).join('\n'), ...stretchesOf(parts))
  if (group.kinds.length === 0) return [{ subject: first.as<Subject>('any'), text }]
  return group.kinds.map((kind) => ({ subject: kind.at.as(kind.subject), text }))
}
