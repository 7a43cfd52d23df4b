import { type Context, contextOf, seeksExemplars } from './context.ts'
import { type Evidence, evidenceIn } from './evidence.ts'
import { endsFields, partOf } from './field-parts.ts'
import { type Heading, readHeading } from './headings.ts'
import { readLabel } from './labels.ts'
import type { Line } from './lines.ts'
import type { Passage } from './passage.ts'
import { readAssignment } from './read-assignment.ts'
import type { FieldLines } from './read-field.ts'
import { isAbout, namedKinds } from './subjects.ts'

interface Candidate {
  readonly index: number
  readonly line: Line
  readonly heading: Heading
  readonly context: Context
  readonly evidence: Evidence
}

const NUMBERED: ReadonlySet<string> = new Set([
  'roman',
  'number',
  'decimal',
  'letter',
  'bracket',
  'article',
  'section',
  'part',
  'chapter',
])
const HEAD_MARKS: ReadonlySet<string> = new Set(['roman', 'number', 'decimal', 'article', 'section', 'part', 'chapter'])

/** Index behind the last line that belongs to a line: its subtree, or for a heading without mark the lines up to the next one. */
function extent(lines: readonly Line[], index: number): number {
  const head = lines[index]
  if (!head) return index
  const parent = head.above.at(-1)
  let end = index + 1
  for (; end < lines.length; end++) {
    const line = lines[end]
    if (!line || line.above.includes(head)) continue
    if (head.mark !== 'plain' || (parent && !line.above.includes(parent))) break
    if (HEAD_MARKS.has(line.mark) && !readLabel(line.body) && !partOf(line.body)) break
    if (!parent && line.above.length === 0 && line.mark !== 'plain' && HEAD_MARKS.has(line.mark)) break
  }
  return end
}

function candidateAt(lines: readonly Line[], index: number): Candidate | null {
  const line = lines[index]
  if (!line || line.body.length < 4 || endsFields(line.body)) return null
  const label = readLabel(line.body)
  const heading = readHeading(line.body)
  if (!heading) return null
  if (label && heading.kind !== 'group') return null
  if (partOf(line.body) || readAssignment(heading.title) !== null) return null
  const below = lines.slice(index + 1, extent(lines, index)).map((inner) => inner.body)
  const context = contextOf(line, lines[index - 1]?.body ?? null)
  const evidence = evidenceIn(heading.rest ? [heading.rest, ...below] : below)
  return { index, line, heading, context, evidence }
}

const PURE_KIND =
  /^doi voi (?:cac |nhung )?(?:tap the|ca nhan|ho gia dinh|gia dinh|dong ho|mo hinh|doi tuong khac)(?:[ ,]|$)/

/** Whether a heading with what stands around and under it is a field. */
function accepts({ heading, context, evidence, line }: Candidate, seeks: boolean): boolean {
  const { strong, handed, seeking } = evidence
  if (context.closed && !(heading.kind === 'exemplar' && strong > 0 && handed > 0)) return false
  const shown = strong > 0 || handed > 0
  const content = heading.rest !== null || shown
  switch (heading.kind) {
    case 'exemplar':
      return isTitle(heading) && (shown || (content && context.announced)) && !(context.unlikely && strong === 0)
    case 'movement':
      return (
        !context.unlikely &&
        seeks &&
        (strong > 0 || (handed > 0 && (context.announced || seeking)) || (content && context.announced))
      )
    case 'sector':
      return !context.unlikely && content && (context.announced ? seeks : seeking && strong + handed > 0)
    case 'group':
      return seeks && context.criteria && !context.unlikely && !PURE_KIND.test(heading.title.folded)
    case 'topic':
      return (
        NUMBERED.has(line.mark) && seeks && context.announced && !context.unlikely && strong > 0 && isShort(heading)
      )
  }
}

/** A heading names its subject; a sentence about exemplars goes on to say something. */
function isTitle(heading: Heading): boolean {
  const { folded } = heading.title
  return (
    !/^(?:cac |nhung )?(?:mo hinh,? )?(?:guong )?dien hinh(?: tien tien)?,? (?:la|phai|duoc|can|co|se)\b/.test(
      folded,
    ) && !folded.includes(' phai ')
  )
}

function isShort(heading: Heading): boolean {
  const { title, rest } = heading
  if (title.length > 130) return false
  const named = namedKinds(title)
  if (named && isAbout(title, named)) return false
  return rest !== null || !/[.;]$/.test(title.text)
}

/** Brothers of a field under the same heading, alike in mark and with content of their own, are fields too. */
function withBrothers(candidates: readonly Candidate[], chosen: Set<Candidate>): void {
  for (const candidate of candidates) {
    if (chosen.has(candidate) || candidate.context.closed) continue
    const brothers = [...chosen].filter(
      (other) => other.line.mark === candidate.line.mark && other.line.above.at(-1) === candidate.line.above.at(-1),
    )
    const alike = brothers.filter((other) => opensAlike(other.heading, candidate.heading))
    const { heading, evidence } = candidate
    const told =
      evidence.strong > 0 ||
      (evidence.handed > 0 && heading.rest !== null) ||
      (heading.rest !== null && alike.length > 1)
    if (brothers.length > 0 && told && candidate.line.mark !== 'plain' && isTitle(heading) && isShort(heading))
      chosen.add(candidate)
  }
}

function opensAlike(a: Heading, b: Heading): boolean {
  return a.title.folded.split(' ')[0] === b.title.folded.split(' ')[0]
}

const firm = (candidate: Candidate): boolean => ['exemplar', 'movement', 'sector'].includes(candidate.heading.kind)

/** A field that has fields below it is only their heading; what stands below a firm field in other words is a part of it. */
function leaves(chosen: readonly Candidate[]): Candidate[] {
  const under = (inner: Candidate, outer: Candidate) => inner.line.above.includes(outer.line)
  const inside = chosen.filter((inner) => {
    const outer = chosen.filter((other) => under(inner, other))
    if (outer.length === 0) return true
    const nearest = outer.at(-1)
    if (!nearest || !firm(nearest)) return firm(inner) || nearest?.heading.kind === inner.heading.kind
    const brothers = chosen.filter((other) => under(other, nearest) && other.line.mark === inner.line.mark)
    return firm(inner) && (brothers.length > 1 || NUMBERED.has(inner.line.mark)) && NUMBERED.has(inner.line.mark)
  })
  return inside.filter((outer) => !inside.some((inner) => under(inner, outer)))
}

/** «11.1. Chi bộ hoàn thành …»: numbers below a field that begin at once with criteria and go to units of their own. */
function unnamed(lines: readonly Line[], candidate: Candidate): FieldLines[] {
  const { line, heading, index } = candidate
  const inner = lines
    .map((child, at) => ({ child, at }))
    .filter(
      ({ child, at }) =>
        at > index &&
        child.above.at(-1) === line &&
        child.mark === 'decimal' &&
        !readLabel(child.body) &&
        !partOf(child.body),
    )
  if (inner.length < 2) return []
  const parts = inner.map(({ child, at }) => ({ child, below: lines.slice(at + 1, extent(lines, at)) }))
  const handed = parts.filter(({ below }) => evidenceIn(below.map((l) => l.body)).handed > 0)
  const plain = parts.filter(({ child }) => child.body.length > 80 && !child.body.folded.slice(0, 140).includes(':'))
  if (handed.length < 2 || plain.length < parts.length) return []
  return parts.map(({ child, below }) => ({
    ordinal: ordinalOf(child),
    title: heading.title,
    head: child,
    rest: child.body,
    lines: untilEnd(below),
  }))
}

export function ordinalOf(line: Line): Passage | null {
  if (line.ordinal === null) return null
  const mark = line.body.at(line.item.at)
  const at = mark.text.indexOf(line.ordinal)
  return at >= 0 ? mark.sub(at, at + line.ordinal.length) : null
}

function untilEnd(lines: readonly Line[]): Line[] {
  const stop = lines.findIndex((line) => endsFields(line.body))
  return stop < 0 ? [...lines] : lines.slice(0, stop)
}

/** Sector bullets leave out the «Trong» in front of «lĩnh vực …». */
function titleOf({ heading, line }: Candidate): Passage {
  const lead = /^(?:trong|ve|tren|o|thuoc) /.exec(heading.title.folded)
  return lead && !NUMBERED.has(line.mark) && heading.rest ? heading.title.sub(lead[0].length) : heading.title
}

/** The fields that stand in the text as headings or bullets, in order. */
export function findFields(lines: readonly Line[], about: string): FieldLines[] {
  const seeks = seeksExemplars(about)
  const candidates = lines.map((_, i) => candidateAt(lines, i)).filter((candidate) => candidate !== null)
  const chosen = new Set(candidates.filter((candidate) => accepts(candidate, seeks)))
  withBrothers(candidates, chosen)
  const ordered = candidates.filter((candidate) => chosen.has(candidate))
  const kept = leaves(ordered)
  return kept.flatMap((candidate, i) => {
    const inner = unnamed(lines, candidate)
    if (inner.length > 0) return inner
    const end = Math.min(extent(lines, candidate.index), kept[i + 1]?.index ?? lines.length)
    return [
      {
        ordinal: ordinalOf(candidate.line),
        title: titleOf(candidate),
        head: candidate.line,
        rest: candidate.heading.rest,
        lines: untilEnd(lines.slice(candidate.index + 1, end)),
      },
    ]
  })
}
