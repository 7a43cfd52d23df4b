import { pooled, pooledF1, type Score, type Tallies, type Tally } from '../../test/accuracy/score.ts'

/** One set of documents: its column in the table. */
export interface MeasuredSet {
  readonly title: string
  readonly scores: readonly { readonly name: string; readonly score: Score }[]
}

/** Sections in the order of the contract. */
export const SECTIONS = [
  'document',
  'recipients',
  'citations',
  'citations.named',
  'generalCriteria',
  'fields',
  'fields.title',
  'fields.lead',
  'fields.coordinating',
  'fields.criteria',
  'fields.targets',
  'fields.period',
  'milestones',
  'recurringDuties',
  'recurringDuties.named',
  'assignments',
  'assignments.tasks',
  'difficultiesTo',
] as const

const f1 = (tally: Tally): number => pooledF1({ tally })
const figure = (value: number): string => value.toFixed(3)
const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`

function sectionCell(tallies: Tallies, section: string): string {
  const tally = tallies[section]
  if (tally === undefined || tally.labels + tally.predictions === 0) return '–'
  return `${figure(f1(tally))} (${tally.labels})`
}

/** F1 by section for each set, then for each document; labels in brackets. */
export function accuracyTables(sets: readonly MeasuredSet[]): string {
  const tallies = sets.map(({ scores }) => pooled(scores.map(({ score }) => score)))
  const head = [
    row(['section', ...sets.map(({ title }) => title)]),
    row(['---', ...sets.map(() => '---:')]),
    ...SECTIONS.map((section) => row([`\`${section}\``, ...tallies.map((t) => sectionCell(t, section))])),
    row(['**pooled**', ...tallies.map((t) => `**${figure(pooledF1(t))}**`)]),
    row(['documents', ...sets.map(({ scores }) => String(scores.length))]),
  ]
  const lists = sets.map(({ title, scores }) =>
    [
      `### ${title}`,
      '',
      row(['document', 'pooled F1']),
      row(['---', '---:']),
      ...scores.map(({ name, score }) => row([name, figure(pooledF1(score.sections))])),
    ].join('\n'),
  )
  return `${head.join('\n')}\n\n## By document\n\n${lists.join('\n\n')}\n`
}
