import { assignmentSections } from '../assignments/find-sections.ts'
import type { Field, Question, Target } from '../contract.ts'
import type { Item, Outline } from '../outline.ts'
import type { Sourced } from '../read.ts'
import { findFields } from './find-fields.ts'
import { givenByNumber } from './given-by-number.ts'
import { linesOf } from './lines.ts'
import { numbersByNumber } from './numbers-by-number.ts'
import { Passage } from './passage.ts'
import { cutAtPhrases } from './phrase-headed.ts'
import { planTargetsIn } from './plan-targets.ts'
import { questionsOnFields } from './questions-on-fields.ts'
import { type FieldLines, type ReadField, readField, readRow } from './read-field.ts'
import { findRows } from './table-fields.ts'

export interface Fields {
  readonly fields: Sourced<Field>[]
  /** Numbers that belong to the whole plan. */
  readonly targets: Sourced<Target>[]
  readonly questions: Question[]
}

/** Paragraphs outside tables; what stands in cells is read as tables. */
function outsideTables(items: readonly Item[]): Item[] {
  return items.filter((item) => item.cell === null).map((item) => ({ ...item, children: outsideTables(item.children) }))
}

/** How often the body must speak of exemplars to be about them where title and opening are lost. */
const OFTEN = 5

/** The words of a document that say what it is about. */
function aboutOf(outline: Outline, page: Passage): string {
  const spans = [...outline.header, ...outline.opening.map((item) => item.at)]
  const words = spans.map((span) => page.at(span).folded).join('\n')
  const often = page.folded.match(/dien hinh tien tien/g)?.slice(0, OFTEN) ?? []
  return often.length === OFTEN ? `${words}\n${often[0]}` : words
}

/** From the heading of a field to its last line. */
const reachOf = ({ head, lines }: FieldLines) => ({
  start: head.item.at.start,
  end: (lines.at(-1) ?? head).item.at.end,
})

/** Fields of text and tables in order; a table that only sums up fields of the text adds none. */
function withoutRepeats(inText: readonly ReadField[], inRows: readonly ReadField[]): ReadField[] {
  const known = new Set(inText.map(({ at }) => at.folded))
  const more = inRows.filter(({ at }) => !known.has(at.folded))
  return [...inText, ...more].sort((a, b) => a.at.start - b.at.start)
}

/** The fields and movements in which a plan seeks exemplars, in order; none where it seeks them in no field. */
export function readFields(outline: Outline): Fields {
  const page = Passage.of(outline.text)
  const about = aboutOf(outline, page)
  const trees = [outline.body, ...outline.annexes].map((items) => ({
    text: linesOf(outsideTables(items), page).flatMap(cutAtPhrases),
    cells: linesOf(items, page).filter((line) => line.item.cell !== null),
  }))
  const work = new Set(assignmentSections(outline).map(({ at }) => at.start))
  const found = trees.map(({ text }) => findFields(text, about, work))
  const inText = found.flatMap(({ fields }) => numbersByNumber(givenByNumber(fields)))
  const rows = findRows(
    outline,
    page,
    trees.flatMap(({ cells }) => cells),
    about,
  )
  const read = withoutRepeats(inText.map(readField), rows.map(readRow))
  return {
    fields: read.map(({ field }) => field),
    targets: planTargetsIn(
      trees.flatMap(({ text }) => text),
      inText.map(reachOf),
    ),
    questions: questionsOnFields(
      read,
      found.flatMap(({ doubtful }) => doubtful),
    ),
  }
}
