import type { SourceText } from '../core/text/source.ts'
import { readCitations } from './citations/read-citations.ts'
import { readClosing } from './closing/read-closing.ts'
import type { ParsedPlan, Plan, PlanDocument, Question } from './contract.ts'
import { readHeader } from './header/read-header.ts'
import { outlineOf } from './outline/outline-of.ts'
import type { Outline } from './outline.ts'
import { planWithSources } from './plan-with-sources.ts'
import { ask, REASONS } from './questions/ask.ts'
import type { Reading, Sourced } from './read.ts'
import { unusedOf } from './unused.ts'

/** Kinds of document that are, or that carry, a plan: fields, duties and assignments are looked for in them only. */
const PLANS = /^(?:Kế hoạch|Chương trình|Đề án|Phương án|Hướng dẫn|Dự án|Chuyên đề)/

function isPlan(type: string | null, outline: Outline): boolean {
  if (type !== null) return PLANS.test(type) || outline.attached === true
  return outline.body.length > 0
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
 * document that is no plan gets its header and exactly one question. Never throws.
 */
export function parsePlan(source: SourceText): ParsedPlan {
  const outline = outlineOf(source)
  const header = readHeader(outline)
  const closing = readClosing(outline)
  const document = { ...header.value, ...closing.value } as Sourced<PlanDocument>
  const plan = isPlan(header.type, outline)
  const { tree, questions } = plan ? readParts(outline, document) : { tree: emptyPlan(document), questions: [] }
  const { value, sources } = planWithSources<Plan>(tree)
  const top = outline.header[0] ?? { start: 0, end: Math.min(outline.text.length, 1) }
  return {
    text: outline.text,
    plan: value,
    sources,
    unused: unusedOf(outline.text, sources),
    questions: plan
      ? [...header.questions, ...closing.questions, ...questions]
      : [ask('/document/type', top, REASONS.noPlan(header.type))],
  }
}

function readParts(outline: Outline, document: Sourced<PlanDocument>): { tree: Sourced<Plan>; questions: Question[] } {
  const citations: Reading<Plan['citations']> = readCitations(outline)
  return {
    tree: { ...emptyPlan(document), citations: citations.value } as Sourced<Plan>,
    questions: [...citations.questions],
  }
}
