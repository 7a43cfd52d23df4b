import type { Field, Question } from '../contract.ts'
import type { Item, Outline } from '../outline.ts'
import type { Sourced } from '../read.ts'
import { findFields } from './find-fields.ts'
import { linesOf } from './lines.ts'
import { Passage } from './passage.ts'
import { type ReadField, readField, readRow } from './read-field.ts'
import { findRows } from './table-fields.ts'

export interface Fields {
  readonly fields: Sourced<Field>[]
  readonly questions: Question[]
}

/** Paragraphs outside tables; what stands in cells is read as tables. */
function outsideTables(items: readonly Item[]): Item[] {
  return items.filter((item) => item.cell === null).map((item) => ({ ...item, children: outsideTables(item.children) }))
}

function aboutOf(outline: Outline, page: Passage): string {
  const spans = [...outline.header, ...outline.opening.map((item) => item.at)]
  return spans.map((span) => page.at(span).folded).join('\n')
}

function questionsOn(read: readonly ReadField[]): Question[] {
  return read.flatMap(({ doubtful }, i) =>
    doubtful.map(({ unit, parts }) => ({
      path: `/fields/${i}/lead`,
      passage: { start: unit.start, end: unit.end },
      reason: 'Không chắc đây là một đơn vị hay nhiều đơn vị ghép chung một tên gọi; đề nghị xem lại.',
      candidates: [unit.words, parts.join('; ')],
    })),
  )
}

/** The fields and movements in which a plan seeks exemplars, in order; none where it seeks them in no field. */
export function readFields(outline: Outline): Fields {
  const page = Passage.of(outline.text)
  const about = aboutOf(outline, page)
  const trees = [outline.body, ...outline.annexes]
  const inText = trees.flatMap((items) => findFields(linesOf(outsideTables(items), page), about)).map(readField)
  const cells = trees.flatMap((items) => linesOf(items, page)).filter((line) => line.item.cell !== null)
  const inTables = findRows(outline, page, cells, about).map(readRow)
  const read = [...inText, ...inTables].sort((a, b) => a.at.start - b.at.start)
  return { fields: read.map(({ field }) => field), questions: questionsOn(read) }
}
