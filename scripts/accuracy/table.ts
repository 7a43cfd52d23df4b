import { pooled, pooledF1, type Score, type Tallies, type Tally } from '../../test/accuracy/score.ts'

/** One set of documents: its column in the table. */
export interface MeasuredSet {
  readonly title: string
  /** How the page lists its documents: by name, by number where the names are not the project's, or only the lowest. */
  readonly list: 'names' | 'numbers' | 'lowest'
  readonly scores: readonly { readonly name: string; readonly score: Score }[]
}

/** Sections in the order of the contract. */
const SECTIONS = [
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

function documentRows({ list, scores }: MeasuredSet): string[] {
  const values = scores.map(({ name, score }, i) => {
    const f1 = pooledF1(score.sections)
    return { f1, row: row([list === 'names' ? name : String(i + 1), figure(f1)]) }
  })
  if (list !== 'lowest') return values.map((value) => value.row)
  return [row([`lowest of ${scores.length}`, figure(Math.min(...values.map(({ f1 }) => f1)))])]
}

/** F1 by section for each set, labels in brackets, then by document. */
export function accuracyTables(sets: readonly MeasuredSet[]): string {
  const tallies = sets.map(({ scores }) => pooled(scores.map(({ score }) => score)))
  const head = [
    row(['section', ...sets.map(({ title }) => title)]),
    row(['---', ...sets.map(() => '---:')]),
    ...SECTIONS.map((section) => row([`\`${section}\``, ...tallies.map((t) => sectionCell(t, section))])),
    row(['**pooled**', ...tallies.map((t) => `**${figure(pooledF1(t))}**`)]),
    row(['documents', ...sets.map(({ scores }) => String(scores.length))]),
  ]
  const lists = sets.map((set) =>
    [`### ${set.title}`, '', row(['document', 'pooled F1']), row(['---', '---:']), ...documentRows(set)].join('\n'),
  )
  return `${head.join('\n')}\n\n## By document\n\n${lists.join('\n\n')}\n`
}
