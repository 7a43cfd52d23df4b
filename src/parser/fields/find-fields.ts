import { type Candidate, candidatesIn, isTitle } from './candidates.ts'
import { aimOf, isTask } from './context.ts'
import { factsOf } from './evidence.ts'
import { extentOf } from './extent.ts'
import { endsFields, partOf } from './field-parts.ts'
import { readLabel } from './labels.ts'
import type { Line } from './lines.ts'
import { NUMBERED } from './marks-of-headings.ts'
import type { Passage } from './passage.ts'
import type { FieldLines } from './read-field.ts'

type Aim = ReturnType<typeof aimOf>

const PURE_KIND =
  /^doi voi (?:cac |nhung )?(?:tap the|ca nhan|ho gia dinh|gia dinh|dong ho|mo hinh|doanh nghiep|hop tac xa|doi tuong khac)(?:[ ,]|$)/

/** Whether a heading, with what stands around and under it, is a field of itself. */
function accepts(candidate: Candidate, aim: Aim): boolean {
  const seeks = aim !== 'other'
  const { heading, context, evidence } = candidate
  const { strong, handed, seeking } = evidence
  if (context.closed && !(heading.kind === 'exemplar' && strong > 0 && handed > 0)) return false
  const shown = strong > 0 || handed > 0
  const content = heading.rests.length > 0 || shown
  if (candidate.label || !isTitle(candidate) || (context.unlikely && strong === 0)) return false
  switch (heading.kind) {
    case 'exemplar':
      return shown || (content && context.announced)
    case 'movement':
      return (
        seeks &&
        !context.unlikely &&
        (strong > 0 || (handed > 0 && seeking) || (content && context.announced && aim === 'exemplars'))
      )
    case 'sector':
      return content && !context.unlikely && (context.announced ? seeks : seeking && shown)
    case 'group':
      return seeks && context.criteria && !context.unlikely && !PURE_KIND.test(heading.title.folded)
    case 'topic':
      return (
        (isNumbered(candidate) || isListed(candidate)) && seeks && context.announced && !context.unlikely && strong > 0
      )
  }
}

/** A number, a letter, or a count in words in front of the heading. */
const isNumbered = ({ line }: Candidate): boolean => NUMBERED.has(line.mark) || line.called !== null

/** «- Y tế dự phòng: tập thể, cá nhân …» in a list of fields that the line above introduces. */
const isListed = ({ line, heading, context }: Candidate): boolean =>
  context.listed && line.mark !== 'plain' && heading.rests.length > 0 && heading.title.length < 90

const brothers = (a: Candidate, b: Candidate): boolean =>
  a.line.mark === b.line.mark && a.line.above.at(-1) === b.line.above.at(-1)

/** Criteria and a unit or a number under each of several numbered headings: fields, whatever the headings say. */
function isComplete(candidate: Candidate): boolean {
  const { context, evidence, line, heading } = candidate
  const { strong, handed, counts } = evidence
  if (context.closed || strong === 0 || handed + counts === 0) return false
  // without a number, or among contents of emulation, only where nothing is missing
  const whole = handed > 0 && counts > 0
  const marked = isNumbered(candidate) || (whole && line.mark !== 'plain' && heading.rests.length > 0)
  return marked && (!context.unlikely || (context.contents && whole))
}

function addComplete(candidates: readonly Candidate[], chosen: Set<Candidate>): void {
  for (const candidate of candidates) {
    if (chosen.has(candidate) || !isComplete(candidate) || !isTitle(candidate)) continue
    if (isTask(candidate.heading.title.folded) && !candidate.context.announced) continue
    const alike = candidates.filter((other) => brothers(other, candidate) && isComplete(other))
    if (alike.length > 1 || (alike.length > 0 && candidate.context.announced)) chosen.add(candidate)
  }
}

/** Brothers of a field under the same heading, with content of their own, are fields too. */
function addBrothers(candidates: readonly Candidate[], chosen: Set<Candidate>): void {
  for (const candidate of candidates) {
    if (chosen.has(candidate) || candidate.context.closed || candidate.label) continue
    const known = [...chosen].filter((other) => brothers(other, candidate))
    const first = (other: Candidate) => other.heading.title.folded.split(' ')[0]
    const alike = known.filter((other) => first(other) === first(candidate))
    const { heading, evidence } = candidate
    const grouped = heading.kind === 'group' && alike.length > 0 && evidence.paragraphs > 0
    const told =
      grouped ||
      evidence.strong > 0 ||
      (alike.length > 0 && evidence.handed > 0) ||
      (heading.rests.length > 0 && (evidence.handed > 0 || alike.length > 1))
    const headed =
      candidate.line.mark !== 'plain' ||
      candidate.line.called !== null ||
      (candidate.line.item.children.length > 0 && alike.length > 0)
    if (known.length > 0 && told && headed && isTitle(candidate)) chosen.add(candidate)
  }
}

const isNamed = ({ heading }: Candidate): boolean => ['exemplar', 'movement', 'sector'].includes(heading.kind)

/** What stands below a named field counts as a field of its own only where it is numbered and named, or complete. */
function standsAlone(inner: Candidate, outer: Candidate, chosen: readonly Candidate[]): boolean {
  const row = chosen.filter((other) => other.line.above.includes(outer.line) && brothers(other, inner))
  if (isNamed(inner) && isNumbered(inner)) return true
  // «Đối với cá nhân: …» under a named heading says whom the criteria are about
  if (inner.heading.kind === 'group' && NUMBERED.has(outer.line.mark) && !NUMBERED.has(inner.line.mark)) return false
  if (row.length > 1 && row.filter((other) => isNumbered(other) && isComplete(other)).length > 1) return true
  return !isNamed(outer) || (row.length > 1 && isNamed(inner) && outer.evidence.own === 0)
}

/** Below in print: headings without a mark are equals, whatever the tree makes of them. */
function isUnder(inner: Candidate, outer: Candidate): boolean {
  const named = isNamed(inner) || inner.line.called !== null
  const equals = inner.line.mark === 'plain' && outer.line.mark === 'plain' && named
  return inner.line.above.includes(outer.line) && !equals
}

/** A field that has fields below it is only their heading. */
function leaves(chosen: readonly Candidate[]): Candidate[] {
  const kept = chosen.filter((inner) => {
    const outer = chosen.filter((other) => isUnder(inner, other)).at(-1)
    return outer === undefined || standsAlone(inner, outer, chosen)
  })
  return kept.filter((outer) => !kept.some((inner) => isUnder(inner, outer)))
}

/** «11.1. Chi bộ hoàn thành …»: numbers below a field that begin at once with criteria and go to units of their own. */
function unnamed(lines: readonly Line[], { line, heading, index }: Candidate): FieldLines[] {
  const parts = lines.flatMap((child, at) => {
    const named = child.mark !== 'decimal' || readLabel(child.body) !== null || partOf(child.body) !== null
    if (at <= index || child.above.at(-1) !== line || named) return []
    return [{ child, below: lines.slice(at + 1, extentOf(lines, at)) }]
  })
  const handed = parts.filter(({ below }) => below.some((inner) => factsOf(inner.body).hands))
  const long = parts.every(({ child }) => child.body.length > 80 && !child.body.folded.slice(0, 140).includes(':'))
  if (handed.length < 2 || !long) return []
  return parts.map(({ child, below }) => ({
    ordinal: ordinalOf(child),
    title: heading.title,
    head: child,
    order: null,
    rests: [child.body],
    lines: untilEnd(below),
  }))
}

function ordinalOf(line: Line): Passage | null {
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
  return lead && line.ordinal === null && heading.rests.length > 0 ? heading.title.sub(lead[0].length) : heading.title
}

export interface FoundFields {
  readonly fields: readonly FieldLines[]
  /** Headings that may be fields. */
  readonly doubtful: readonly Passage[]
}

function linesUnder(lines: readonly Line[], candidate: Candidate, next: Candidate | undefined): FieldLines[] {
  const inner = unnamed(lines, candidate)
  if (inner.length > 0) return inner
  const end = Math.min(extentOf(lines, candidate.index), next?.index ?? lines.length)
  const { line, heading } = candidate
  const under = untilEnd(lines.slice(candidate.index + 1, end))
  const { order, rests } = heading
  return [
    { ordinal: ordinalOf(line), title: titleOf(candidate), head: line, order: order ?? null, rests, lines: under },
  ]
}

/** Headings named like fields, or with all that a field has, that nothing else speaks for. */
function inDoubt(candidates: readonly Candidate[], kept: readonly Candidate[]): Passage[] {
  const related = (a: Line, b: Line) => a === b || a.above.includes(b) || b.above.includes(a)
  return candidates
    .filter((candidate) => !kept.some((field) => related(field.line, candidate.line)))
    .filter(({ context, label }) => !context.closed && !context.unlikely && label === null)
    .filter(
      (candidate) =>
        isTitle(candidate) && (isComplete(candidate) || (isNamed(candidate) && candidate.evidence.strong > 0)),
    )
    .map(({ heading }) => heading.title)
}

/** The fields that stand in the text as headings or bullets, in order. */
export function findFields(lines: readonly Line[], about: string): FoundFields {
  const aim = aimOf(about)
  const candidates = candidatesIn(lines)
  const chosen = new Set(candidates.filter((candidate) => accepts(candidate, aim)))
  if (aim !== 'other') addComplete(candidates, chosen)
  addBrothers(candidates, chosen)
  const kept = leaves(candidates.filter((candidate) => chosen.has(candidate)))
  return {
    fields: kept.flatMap((candidate, i) => linesUnder(lines, candidate, kept[i + 1])),
    doubtful: aim !== 'other' ? inDoubt(candidates, kept) : [],
  }
}
