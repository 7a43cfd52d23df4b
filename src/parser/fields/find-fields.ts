import { chosenByWords, isNamed, isNumbered } from './by-words.ts'
import { type Candidate, candidatesIn, isTitle } from './candidates.ts'
import { aimOf } from './context.ts'
import { factsOf } from './evidence.ts'
import { extentOf } from './extent.ts'
import { familiesIn, type Member } from './families.ts'
import { endsFields } from './field-parts.ts'
import { namesPart } from './general-titles.ts'
import { readLabel } from './labels.ts'
import { Chosen } from './leaves.ts'
import type { Line } from './lines.ts'
import type { Passage } from './passage.ts'
import type { FieldLines } from './read-field.ts'
import { namesUnit } from './unit-names.ts'

/** «11.1. Chi bộ hoàn thành …»: numbers below a field that begin at once with criteria and go to units of their own. */
function unnamed(lines: readonly Line[], { line, heading, index }: Candidate): FieldLines[] {
  const parts: { child: Line; below: readonly Line[] }[] = []
  for (let at = index + 1; lines[at]?.above.includes(line); at++) {
    const child = lines[at]
    if (child?.mark !== 'decimal' || child.above.at(-1) !== line || namesPart(child.body) || readLabel(child.body))
      continue
    parts.push({ child, below: lines.slice(at + 1, extentOf(lines, at)) })
  }
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
  const lead = /^(?:doi voi (?=linh vuc|phong trao|cuoc van dong|cong tac|mang)|(?:trong|ve|tren|o|thuoc) )/.exec(
    heading.title.folded,
  )
  return lead && line.ordinal === null && heading.rests.length > 0 ? heading.title.sub(lead[0].length) : heading.title
}

export interface FoundFields {
  readonly fields: readonly FieldLines[]
  /** Headings that may be fields. */
  readonly doubtful: readonly Passage[]
}

function linesUnder(
  lines: readonly Line[],
  candidate: Candidate,
  own: number | null,
  next: Candidate | undefined,
): FieldLines[] {
  const inner = unnamed(lines, candidate)
  if (inner.length > 0) return inner
  const end = Math.min(own ?? extentOf(lines, candidate.index), next?.index ?? lines.length)
  const { line, heading } = candidate
  const under = untilEnd(lines.slice(candidate.index + 1, end))
  const { order, rests } = heading
  return [
    { ordinal: ordinalOf(line), title: titleOf(candidate), head: line, order: order ?? null, rests, lines: under },
  ]
}

/** Criteria and a unit or a number under a numbered heading: what a field has, though its family has not. */
function isComplete(candidate: Candidate): boolean {
  const { strong, handed, counts } = candidate.evidence
  return isNumbered(candidate) && strong > 0 && handed + counts > 0
}

/** Headings named like fields, or with all that a field has, that nothing else speaks for; without any field also those of families that nearly hold. */
function inDoubt(candidates: readonly Candidate[], kept: readonly Candidate[], near: readonly Member[]): Passage[] {
  const nearly = new Set(kept.length === 0 ? near.map(({ candidate }) => candidate) : [])
  const fields = new Set(kept.map(({ line }) => line))
  const holders = new Set(kept.flatMap(({ line }) => line.above))
  const isApart = ({ line }: Candidate) =>
    !holders.has(line) && !fields.has(line) && !line.above.some((above) => fields.has(above))
  return candidates
    .filter(isApart)
    .filter(({ context }) => !context.closed && !context.unlikely)
    .filter(
      (candidate) =>
        nearly.has(candidate) ||
        (candidate.label === null &&
          isTitle(candidate) &&
          (isComplete(candidate) || (isNamed(candidate) && candidate.evidence.strong > 0))),
    )
    .map(({ heading }) => heading.title)
}

/** Whether a heading is that of the section on who does what, or of a unit right below it. */
function handsOut({ line, heading }: Candidate, work: ReadonlySet<number>): boolean {
  const above = line.above.at(-1)
  const ofUnit = above !== undefined && work.has(above.item.at.start) && !heading.order && namesUnit(heading.title)
  return ofUnit || work.has(line.item.at.start)
}

/** The fields that stand in the text as headings or bullets, in order. `work`: where the headings of the sections on who does what begin. */
export function findFields(lines: readonly Line[], about: string, work: ReadonlySet<number>): FoundFields {
  const aim = aimOf(about)
  const facts = lines.map((line) => factsOf(line.body))
  const candidates = candidatesIn(lines, facts).filter((candidate) => !handsOut(candidate, work))
  const families = familiesIn(lines, facts, candidates, aim)
  const members = families.held.flatMap((family) => family.map(({ candidate }) => candidate))
  const byWords = chosenByWords(candidates, members, aim)
  const chosen = new Chosen(
    candidates.filter((candidate) => byWords.has(candidate)),
    families.held,
    facts,
  )
  const kept = chosen.leaves()
  return {
    fields: kept.flatMap((candidate, i) => linesUnder(lines, candidate, chosen.endOf(candidate), kept[i + 1])),
    doubtful: aim !== 'other' ? inDoubt(candidates, kept, families.near) : [],
  }
}
