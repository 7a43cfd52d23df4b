import type { Span } from '../../core/text/source.ts'
import type { Assignment, Question } from '../contract.ts'
import { Passage } from '../fields/passage.ts'
import type { Outline } from '../outline.ts'
import { Read, type Reading, type Sourced } from '../read.ts'
import { type Assigned, findAssigned } from './find-assigned.ts'

const spanOf = ({ start, end }: Span): Span => ({ start, end })

/** «./.» closes the plan, not the task. */
function withoutClosingSign(page: Passage, span: Span): Passage {
  const passage = page.at(span).trim()
  const sign = /\.?\s?\/\s?\.?$/.exec(passage.text)
  return sign === null || !/\.\s?\/|\/\s?\./.test(sign[0]) ? passage : passage.sub(0, sign.index)
}

function sourced(assigned: Assigned, page: Passage): Sourced<Assignment> {
  return {
    unit: assigned.unit.said(),
    relation: assigned.relation === null ? null : new Read(assigned.relation, spanOf(assigned.relationAt)),
    tasks: assigned.tasks.map((spans) => {
      const passages = spans.map((span) => withoutClosingSign(page, span))
      return new Read(passages.map(({ words }) => words).join('\n'), ...passages.map(spanOf))
    }),
  }
}

/** Who is to do what: one entry an item of «Tổ chức thực hiện», one task a bullet or paragraph. */
export function readAssignments(outline: Outline): Reading<Assignment[]> {
  const page = Passage.of(outline.text)
  const found = findAssigned(outline)
  const questions: Question[] = found.flatMap(({ certain, unit }, i) =>
    certain
      ? []
      : [
          {
            path: `/assignments/${i}/unit`,
            passage: { start: unit.start, end: unit.end },
            reason: 'Chưa chắc đây là tên đơn vị được giao việc.',
            candidates: [unit.words],
          },
        ],
  )
  return { value: found.map((assigned) => sourced(assigned, page)), questions }
}
