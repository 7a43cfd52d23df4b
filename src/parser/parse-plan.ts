import type { SourceText } from '../core/text/source.ts'
import { readAssignments } from './assignments/read-assignments.ts'
import { readCitations } from './citations/read-citations.ts'
import { readClosing } from './closing/read-closing.ts'
import type { ParsedPlan, Plan, PlanDocument, Question } from './contract.ts'
import { readGeneralCriteria } from './criteria-general/read-general-criteria.ts'
import { readDifficulties } from './difficulties/read-difficulties.ts'
import { readDuties } from './duties/read-duties.ts'
import { readFields } from './fields/read-fields.ts'
import { readHeader } from './header/read-header.ts'
import { carriesOut, isAddressed } from './letter.ts'
import { readMilestones } from './milestones/read-milestones.ts'
import { outlineOf } from './outline/outline-of.ts'
import type { Outline } from './outline.ts'
import { planWithSources } from './plan-with-sources.ts'
import { ask, REASONS } from './questions/ask.ts'
import { questionsOnUncertain } from './questions/uncertain.ts'
import { questionsOnUnread } from './questions/unread.ts'
import type { Sourced } from './read.ts'
import { unusedOf } from './unused.ts'

/** Kinds of document that are, or that carry, a plan: fields, duties and assignments are looked for in them only. */
const PLANS = /^(?:Kế hoạch|Chương trình|Đề án|Phương án|Hướng dẫn|Dự án|Chuyên đề)/

/** Without a printed kind a letter is known by whom it addresses; anything else with a body may be a plan that lost its head. */
function isPlan(type: string | null, outline: Outline): boolean {
  if (type === 'Công văn' || (type === null && isAddressed(outline))) return carriesOut(outline)
  return type === null ? outline.body.length > 0 : PLANS.test(type) || outline.attached === true
}

function emptyPlan(document: Sourced<PlanDocument>): Sourced<Plan> {
  return {
    document,
    citations: [],
    generalCriteria: [],
    fields: [],
    milestones: [],
    recurringDuties: [],
    assignments: [],
    difficultiesTo: null,
    targets: [],
  }
}

/**
 * Reads an official plan: pure, the same answer for the same text. Every offset counts UTF-16 units in `text` of the result. A
 * document that is no plan gets its header and one question; what the reader could not make text of is asked about first. Never throws.
 */
export function parsePlan(source: SourceText): ParsedPlan {
  const outline = outlineOf(source)
  const header = readHeader(outline)
  const closing = readClosing(outline)
  const document = { ...header.value, ...closing.value } as Sourced<PlanDocument>
  const plan = isPlan(header.type, outline)
  const { tree, questions } = plan ? readParts(outline, document) : { tree: emptyPlan(document), questions: [] }
  const { value, sources } = planWithSources<Plan>(tree)
  const asked = [...header.questions, ...closing.questions]
  const top = outline.header[0] ?? { start: 0, end: Math.min(outline.text.length, 1) }
  return {
    text: outline.text,
    plan: value,
    sources,
    unused: unusedOf(outline.text, sources),
    questions: [
      ...questionsOnUnread(source.unread ?? [], top),
      ...(plan
        ? [...asked, ...questionsOnUncertain(sources, outline.uncertain ?? [], asked), ...questions]
        : [ask('/document/type', top, REASONS.noPlan(header.type))]),
    ],
  }
}

function readParts(outline: Outline, document: Sourced<PlanDocument>): { tree: Sourced<Plan>; questions: Question[] } {
  const found = readFields(outline)
  const parts = {
    citations: readCitations(outline),
    generalCriteria: readGeneralCriteria(outline),
    milestones: readMilestones(outline),
    recurringDuties: readDuties(outline),
    assignments: readAssignments(outline),
    difficultiesTo: readDifficulties(outline),
  }
  const tree: Sourced<Plan> = {
    document,
    citations: parts.citations.value,
    generalCriteria: parts.generalCriteria.value,
    fields: found.fields,
    milestones: parts.milestones.value,
    recurringDuties: parts.recurringDuties.value,
    assignments: parts.assignments.value,
    difficultiesTo: parts.difficultiesTo.value,
    targets: found.targets,
  }
  return { tree, questions: [...found.questions, ...Object.values(parts).flatMap(({ questions }) => questions)] }
}
