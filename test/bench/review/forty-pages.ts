import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ParsedPlan, Plan } from '../../../src/parser/contract.ts'
import { parsePlan } from '../../../src/parser/parse-plan.ts'

const samples = join(import.meta.dirname, '../../../samples')
const lists = [
  'citations',
  'generalCriteria',
  'fields',
  'milestones',
  'recurringDuties',
  'assignments',
  'targets',
] as const

/** A page of print has about so many letters. */
const PAGE = 2_000

/** One long plan: the first of our samples and the bodies of the others behind it, every item with its passages, until it has this many pages. */
export function aLongPlan(pages: number): ParsedPlan {
  const files = readdirSync(samples, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('plan.txt'))
  const texts = files.toSorted().map((name) => readFileSync(join(samples, name), 'utf8'))
  let whole: ParsedPlan | undefined
  for (let n = 0; (whole?.text.length ?? 0) < pages * PAGE; n += 1) {
    const parsed = parsePlan({
      text: texts[n % texts.length] ?? '',
      lines: 'wrapped',
      tables: [],
      notes: [],
      uncertain: [],
    })
    whole = whole ? joined(whole, bodyOf(parsed)) : parsed
  }
  if (!whole) throw new Error('no samples')
  return whole
}

/** What stands between the header and the closing of a document. */
function bodyOf(parsed: ParsedPlan): ParsedPlan {
  const read = parsed.sources.filter(({ path }) =>
    /^\/(fields|milestones|recurringDuties|assignments|generalCriteria)/.test(path),
  )
  const first = parsed.text.lastIndexOf('\n', Math.min(...read.map(({ start }) => start))) + 1
  const last = Math.max(first, ...read.map(({ end }) => end))
  const isInside = ({ start, end }: { start: number; end: number }) => start >= first && end <= last
  const shifted = <S extends { start: number; end: number }>(span: S): S => ({
    ...span,
    start: span.start - first,
    end: span.end - first,
  })
  return {
    ...parsed,
    text: parsed.text.slice(first, last),
    plan: { ...parsed.plan, citations: [] },
    sources: parsed.sources.filter((source) => isInside(source) && !source.path.startsWith('/citations')).map(shifted),
    unused: parsed.unused.filter(isInside).map(shifted),
    questions: parsed.questions
      .filter(({ path, passage }) => isInside(passage) && !path.startsWith('/citations'))
      .map((question) => ({ ...question, passage: shifted(question.passage) })),
  }
}

function joined(first: ParsedPlan, next: ParsedPlan): ParsedPlan {
  const shift = first.text.length + 1
  const path = (pointer: string) =>
    pointer.replace(/^\/(\w+)\/(\d+)/, (_, list: (typeof lists)[number], index: string) => {
      return `/${list}/${Number(index) + first.plan[list].length}`
    })
  const moved = <S extends { start: number; end: number }>(span: S): S => ({
    ...span,
    start: span.start + shift,
    end: span.end + shift,
  })
  const sources = next.sources.filter((source) => !/^\/(document|difficultiesTo)/.test(source.path))
  const questions = next.questions.filter((question) => !/^\/(document|difficultiesTo)/.test(question.path))
  const plan = { ...first.plan } as Record<string, unknown>
  for (const list of lists) plan[list] = [...first.plan[list], ...next.plan[list]]
  return {
    text: `${first.text}\n${next.text}`,
    plan: plan as unknown as Plan,
    sources: [...first.sources, ...sources.map((source) => moved({ ...source, path: path(source.path) }))],
    unused: [...first.unused, ...next.unused.map(moved)],
    questions: [
      ...first.questions,
      ...questions.map((question) => ({ ...question, path: path(question.path), passage: moved(question.passage) })),
    ],
  }
}
