import type { Span } from '../core/text/source.ts'

/** What a plan says, as printed by `lantoa plan extract`; docs/plan-extraction.md describes every key. */
export interface Plan {
  document: PlanDocument
  citations: Citation[]
  generalCriteria: string[]
  fields: Field[]
  milestones: Milestone[]
  recurringDuties: RecurringDuty[]
  assignments: Assignment[]
  difficultiesTo: string | null
  /** Numbers that belong to the whole plan, not to a field. */
  targets: Target[]
}

export type Level = 'central' | 'province' | 'district' | 'commune' | 'agency'
export type Subject = 'collective' | 'individual' | 'household' | 'enterprise' | 'clan' | 'model' | 'other' | 'any'
export type Cadence = 'monthly' | 'quarterly' | 'halfYearly' | 'yearly' | 'once'
/** `ordered` for «giao», `requested` for «đề nghị». */
export type Relation = 'ordered' | 'requested'

/** Months as `YYYY-MM`, both included. */
export interface Period {
  from: string
  to: string
}

/** A part that the document leaves blank is null. */
export interface PartialDate {
  year: number | null
  month: number | null
  day: number | null
}

export interface PlanDocument {
  type: string | null
  number: string | null
  symbol: string | null
  issuer: string | null
  level: Level | null
  place: string | null
  date: PartialDate | null
  title: string | null
  period: Period | null
  signer: { name: string | null; position: string | null; authority: string | null } | null
  recipients: string[]
}

export interface Citation {
  type: string | null
  number: string
  /** `YYYY-MM-DD` */
  date: string | null
  issuer: string | null
  basis: boolean
}

export interface Criterion {
  subject: Subject
  text: string
}

export interface Target {
  min: number
  subject: Subject
  per: string | null
  period: Period | null
}

export interface Field {
  ordinal: string | null
  title: string
  lead: string[]
  coordinating: string[]
  relation: Relation | null
  criteria: Criterion[]
  targets: Target[]
  period: Period | null
}

export interface Milestone {
  from: string
  to: string
  text: string
}

export interface RecurringDuty {
  cadence: Cadence
  deadline: string | null
  by: string | null
  to: string | null
  text: string
}

export interface Assignment {
  unit: string
  relation: Relation | null
  tasks: string[]
}

/** Where a value of the plan was read: a JSON pointer into the plan and a passage of the text. */
export interface Source extends Span {
  path: string
}

/** Something the parser will not decide alone. `reason` is a Vietnamese sentence for the officer. */
export interface Question {
  path: string
  passage: Span
  reason: string
  candidates: string[]
}

/** The result of reading one document: every span counts UTF-16 units in `text`, the repaired text. */
export interface ParsedPlan {
  text: string
  plan: Plan
  sources: Source[]
  unused: Span[]
  questions: Question[]
}
