import { z } from 'zod'

/** Longest text of an item: a criterion of two pages is a mistake. */
const Words = z.string().trim().max(8_000)
const Line = z.string().trim().max(1_000)
const LineOrNull = Line.nullable().default(null)
/** Of a year in which a plan may speak; tasks are made for every month between two. */
const Month = z.string().regex(/^(19|20|21)\d{2}-(0[1-9]|1[0-2])$/)
const Day = z.iso.date().regex(/^(19|20|21)/)

/** Months, both included. */
export const Period = z.object({ from: Month, to: Month }).refine(({ from, to }) => from <= to)
export const Relation = z.enum(['ordered', 'requested'])
export const Subject = z.enum(['collective', 'individual', 'household', 'enterprise', 'clan', 'model', 'other', 'any'])
export type Subject = z.infer<typeof Subject>
export const Cadence = z.enum(['monthly', 'quarterly', 'halfYearly', 'yearly', 'once'])
export type Cadence = z.infer<typeof Cadence>

/** A part that the document leaves blank is null. */
const PartialDate = z.object({
  year: z.int().min(1945).max(2200).nullable(),
  month: z.int().min(1).max(12).nullable(),
  day: z.int().min(1).max(31).nullable(),
})

/** Header and closing of the document; one a plan. */
export const HeaderData = z.object({
  type: LineOrNull,
  number: LineOrNull,
  symbol: LineOrNull,
  issuer: LineOrNull,
  level: z.enum(['central', 'province', 'district', 'commune', 'agency']).nullable().default(null),
  place: LineOrNull,
  date: PartialDate.nullable().default(null),
  title: Words.nullable().default(null),
  period: Period.nullable().default(null),
  signer: z.object({ name: LineOrNull, position: LineOrNull, authority: LineOrNull }).nullable().default(null),
  recipients: z.array(Line).max(200).default([]),
  /** Whom to tell when something stands in the way. */
  difficultiesTo: LineOrNull,
})
export type HeaderData = z.infer<typeof HeaderData>

/** A numbered document that the plan names; `basis`: one it carries out or rests on. */
export const CitationData = z.object({
  type: LineOrNull,
  number: Line.min(1),
  date: Day.nullable().default(null),
  issuer: LineOrNull,
  basis: z.boolean().default(false),
})
export type CitationData = z.infer<typeof CitationData>

/** A field in which exemplars are sought; units as printed. */
export const FieldData = z.object({
  ordinal: LineOrNull,
  title: Words.min(1),
  lead: z.array(Line.min(1)).max(100).default([]),
  coordinating: z.array(Line.min(1)).max(100).default([]),
  relation: Relation.nullable().default(null),
  period: Period.nullable().default(null),
})
export type FieldData = z.infer<typeof FieldData>

/** Of a field, or of every field where it stands below none. */
export const CriterionData = z.object({ subject: Subject.default('any'), text: Words.min(1) })
export type CriterionData = z.infer<typeof CriterionData>

/** A least number of a field, or of the whole plan where it stands below none. */
export const TargetData = z.object({
  min: z.int().positive().max(1_000_000),
  subject: Subject.default('any'),
  per: LineOrNull,
  period: Period.nullable().default(null),
})
export type TargetData = z.infer<typeof TargetData>

/** A dated step of the plan; `deadline` as printed, where the document names the day and not only the month. */
export const MilestoneData = z
  .object({ from: Month, to: Month, text: Words.min(1), deadline: LineOrNull })
  .refine(({ from, to }) => from <= to, { path: ['to'] })
export type MilestoneData = z.infer<typeof MilestoneData>

/**
 * A day by which every occurrence of a duty is owed, set by the officer where the printed deadline does not say it clearly: day 31 is the last day of the
 * month; `month` counts from the first month of the period that the occurrence covers (1 is the first, 13 of a year the January after).
 */
export const DueRule = z.object({ month: z.int().min(1).max(24), day: z.int().min(1).max(31) })
export type DueRule = z.infer<typeof DueRule>

/** A report, an introduction or a registration that is owed; `deadline` as printed. */
export const DutyData = z.object({
  cadence: Cadence,
  deadline: LineOrNull,
  by: LineOrNull,
  to: LineOrNull,
  text: Words.min(1),
  due: DueRule.nullable().default(null),
})
export type DutyData = z.infer<typeof DutyData>

/** What a unit is given to do; its works stand below it. */
export const AssignmentData = z.object({ unit: Line.min(1), relation: Relation.nullable().default(null) })
export type AssignmentData = z.infer<typeof AssignmentData>

/** One work of an assignment; `due` where the officer has set a day. */
export const WorkData = z.object({ text: Words.min(1), due: Day.nullable().default(null) })
export type WorkData = z.infer<typeof WorkData>

/** Kind of item → what it says. */
export const itemSchemas = {
  header: HeaderData,
  citation: CitationData,
  field: FieldData,
  criterion: CriterionData,
  target: TargetData,
  milestone: MilestoneData,
  duty: DutyData,
  assignment: AssignmentData,
  work: WorkData,
} as const

export type ItemKind = keyof typeof itemSchemas
export type ItemData<K extends ItemKind = ItemKind> = z.infer<(typeof itemSchemas)[K]>

/** What may stand below what; a criterion and a target may also stand alone. */
export const parentKinds: Readonly<Partial<Record<ItemKind, ItemKind>>> = {
  criterion: 'field',
  target: 'field',
  work: 'assignment',
}

/** Where part of an item was read: `key` is a path inside its data («title», «lead/0»), '' for the whole. */
export interface ItemPassage {
  readonly key: string
  readonly start: number
  readonly end: number
}

/** One item of a plan. Spans count UTF-16 units in the text of the reading of `sourceId`. */
export interface Item<K extends ItemKind = ItemKind> {
  readonly id: string
  readonly parentId: string | null
  readonly kind: K
  readonly position: number
  readonly data: ItemData<K>
  readonly passages: readonly ItemPassage[]
  readonly sourceId: string | null
}

/** Narrows an item to its kind, which decides the shape of its data. */
export function isKind<K extends ItemKind>(item: Item, kind: K): item is Item & Item<K> {
  return item.kind === kind
}
