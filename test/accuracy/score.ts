import type {
  Assignment,
  Citation,
  Criterion,
  Field,
  PartialDate,
  Period,
  Plan,
  PlanDocument,
  RecurringDuty,
  Target,
} from '../../src/parser/contract.ts'
import { byText, type Pairing, pairBest, same, similarity } from './similarity.ts'

/** What a plan says, as labelled or as predicted; a key that the labels leave out is not scored. */
export type Labels = Partial<Omit<Plan, 'document' | 'targets'>> & { readonly document?: Partial<PlanDocument> }

/** What was found in one section. */
export interface Tally {
  readonly hit: number
  readonly labels: number
  readonly predictions: number
}

export type Tallies = Readonly<Record<string, Tally>>

export interface Score {
  readonly sections: Tallies
  /** One line for each label that was missed and each value that was invented. */
  readonly misses: readonly string[]
}

type Equal<T> = (label: T, value: T | undefined) => boolean
type MaybeText = string | null | undefined

const key = (value: unknown): string => JSON.stringify(value ?? null)
const short = (value: unknown): string => key(value).slice(0, 160)
const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0)
const within =
  (atLeast: number) =>
  (a: MaybeText, b: MaybeText): boolean =>
    same(a, b, atLeast)
const months = (p: Period | null | undefined): string => key([p?.from, p?.to])
const day = (d: PartialDate | null | undefined): string => key([d?.year, d?.month, d?.day])
const half = (a: string, b: string): number => (similarity(a, b) >= 0.5 ? similarity(a, b) : 0)

/** Collects what the sections say; counts a hit exactly where the contract's scorer does. */
class Sheet {
  readonly sections: Record<string, Tally> = {}
  readonly misses: string[] = []

  add(section: string, hit: number, labels: number, predictions: number): void {
    const old = this.sections[section] ?? { hit: 0, labels: 0, predictions: 0 }
    this.sections[section] = {
      hit: old.hit + hit,
      labels: old.labels + labels,
      predictions: old.predictions + predictions,
    }
  }

  value<T>(section: string, name: string, label: T | undefined, value: T | undefined, equal: Equal<T>): void {
    if (label === undefined) return
    const ok = equal(label, value)
    this.add(section, ok ? 1 : 0, 1, (value ?? null) === null && label !== null ? 0 : 1)
    if (!ok) this.misses.push(`${section}.${name}: expected ${key(label)}, got ${short(value)}`)
  }

  sets<T>(
    section: string,
    labels: readonly T[],
    predictions: readonly T[] | undefined,
    score: (label: T, value: T) => number,
    where = '',
  ): Pairing<T> {
    const values = predictions ?? []
    const result = pairBest(labels, values, score)
    this.add(section, result.pairs.length, labels.length, values.length)
    for (const label of result.missed) this.misses.push(`${section}${where}: missed ${short(label)}`)
    for (const value of result.extra) this.misses.push(`${section}${where}: extra ${short(value)}`)
    return result
  }
}

/**
 * Compares a predicted plan with its labels, section by section, by the rules of the extraction contract
 * (docs/plan-extraction.md): texts are the same by similarity over character bigrams, lists pair their best matches first.
 */
export function scorePlan(gold: Labels, predicted: Labels): Score {
  const sheet = new Sheet()
  scoreDocument(sheet, gold.document ?? {}, predicted.document ?? {})
  if (gold.citations) scoreCitations(sheet, gold.citations, predicted.citations)
  if (gold.generalCriteria) sheet.sets('generalCriteria', gold.generalCriteria, predicted.generalCriteria, byText)
  if (gold.fields) scoreFields(sheet, gold.fields, predicted.fields)
  if (gold.milestones) {
    sheet.sets('milestones', gold.milestones, predicted.milestones, (a, b) =>
      months(a) === months(b) ? half(a.text, b.text) : 0,
    )
  }
  if (gold.recurringDuties) scoreDuties(sheet, gold.recurringDuties, predicted.recurringDuties)
  if (gold.assignments) scoreAssignments(sheet, gold.assignments, predicted.assignments)
  sheet.value<MaybeText>('difficultiesTo', '', gold.difficultiesTo, predicted.difficultiesTo, within(0.8))
  return { sections: sheet.sections, misses: sheet.misses }
}

function scoreDocument(sheet: Sheet, label: Partial<PlanDocument>, value: Partial<PlanDocument>): void {
  for (const name of ['type', 'number', 'symbol', 'issuer', 'place', 'title'] as const)
    sheet.value<MaybeText>('document', name, label[name], value[name], within(name === 'title' ? 0.9 : 0.95))
  sheet.value('document', 'level', label.level, value.level, (a, b) => a === b)
  sheet.value('document', 'date', label.date, value.date, (a, b) => day(a) === day(b))
  sheet.value('document', 'period', label.period, value.period, (a, b) => months(a) === months(b))
  if (label.signer)
    for (const name of ['name', 'position', 'authority'] as const)
      sheet.value<MaybeText>('document', `signer.${name}`, label.signer[name], value.signer?.[name], within(0.9))
  if (label.recipients) sheet.sets('recipients', label.recipients, value.recipients, byText)
}

function scoreCitations(sheet: Sheet, labels: readonly Citation[], predictions: readonly Citation[] | undefined): void {
  const sameCitation = (a: Citation, b: Citation): number =>
    same(a.number, b.number, 0.98) && a.date === b.date && a.basis === b.basis ? 1 : 0
  for (const [label, value] of sheet.sets('citations', labels, predictions, sameCitation).pairs)
    for (const name of ['type', 'issuer'] as const)
      sheet.value<MaybeText>('citations.named', `${label.number} ${name}`, label[name], value[name], within(0.85))
}

function sameField(a: Field, b: Field): number {
  const s = similarity(a.title, b.title)
  return s >= 0.7 ? s + (similarity(a.ordinal, b.ordinal) === 1 ? 0.2 : 0) : 0
}

const sameCriterion = (a: Criterion, b: Criterion): number =>
  a.subject === b.subject && same(a.text, b.text, 0.8) ? 1 : 0

const sameTarget = (a: Target, b: Target): number =>
  a.min === b.min && a.subject === b.subject && same(a.per, b.per, 0.85) && months(a.period) === months(b.period)
    ? 1
    : 0

function scoreField(sheet: Sheet, label: Field, value: Field): void {
  const where = ` [${label.ordinal ?? ''} ${label.title.slice(0, 40)}]`
  sheet.value<MaybeText>('fields.title', where, label.title, value.title, within(0.9))
  sheet.sets('fields.lead', label.lead, value.lead, byText, where)
  sheet.sets('fields.coordinating', label.coordinating, value.coordinating, byText, where)
  sheet.sets('fields.criteria', label.criteria, value.criteria, sameCriterion, where)
  sheet.sets('fields.targets', label.targets, value.targets, sameTarget, where)
  sheet.value('fields.period', where, label.period, value.period, (a, b) => months(a) === months(b))
}

function scoreFields(sheet: Sheet, labels: readonly Field[], predictions: readonly Field[] | undefined): void {
  const { pairs, missed, extra } = sheet.sets('fields', labels, predictions, sameField)
  for (const [label, value] of pairs) scoreField(sheet, label, value)
  // A missed field loses all its parts; the parts of an invented one are inventions.
  for (const name of ['lead', 'coordinating', 'criteria', 'targets'] as const) {
    const parts = (fields: readonly Field[]): number => sum(fields.map((field) => field[name].length))
    sheet.add(`fields.${name}`, 0, parts(missed), parts(extra))
  }
}

function scoreDuties(
  sheet: Sheet,
  labels: readonly RecurringDuty[],
  predictions: readonly RecurringDuty[] | undefined,
): void {
  const sameDuty = (a: RecurringDuty, b: RecurringDuty): number =>
    a.cadence === b.cadence && same(a.deadline, b.deadline, 0.8) ? half(a.text, b.text) : 0
  for (const [label, value] of sheet.sets('recurringDuties', labels, predictions, sameDuty).pairs)
    for (const name of ['by', 'to'] as const) {
      const where = `${label.text.slice(0, 40)} ${name}`
      sheet.value<MaybeText>('recurringDuties.named', where, label[name], value[name], within(0.8))
    }
}

function scoreAssignments(
  sheet: Sheet,
  labels: readonly Assignment[],
  predictions: readonly Assignment[] | undefined,
): void {
  const { pairs, missed, extra } = sheet.sets('assignments', labels, predictions, (a, b) => byText(a.unit, b.unit))
  const sameTask = (a: string, b: string): number => (same(a, b, 0.8) ? 1 : 0)
  for (const [label, value] of pairs)
    sheet.sets('assignments.tasks', label.tasks, value.tasks, sameTask, ` [${label.unit}]`)
  const tasks = (entries: readonly Assignment[]): number => sum(entries.map((entry) => entry.tasks.length))
  sheet.add('assignments.tasks', 0, tasks(missed), tasks(extra))
}

/** F1 over everything that was labelled or predicted; 1 where there was nothing to find and nothing was invented. */
export function pooledF1(sections: Tallies): number {
  const all = Object.values(sections)
  const items = sum(all.map((x) => x.labels + x.predictions))
  return items === 0 ? 1 : (2 * sum(all.map((x) => x.hit))) / items
}

/** The tallies of several plans as if they were one. */
export function pooled(scores: readonly Score[]): Tallies {
  const sheet = new Sheet()
  for (const { sections } of scores)
    for (const [name, tally] of Object.entries(sections)) sheet.add(name, tally.hit, tally.labels, tally.predictions)
  return sheet.sections
}
