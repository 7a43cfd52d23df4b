import { z } from 'zod'
import { Day, Instant } from '../api/answers.ts'
import type { Plan } from '../parser/contract.ts'
import { planStates } from './schema.ts'

/** The parser's contract (docs/plan-extraction.md) as a schema: the compiler keeps the two together. */
const Level = z.enum(['central', 'province', 'district', 'commune', 'agency'])
const Subject = z.enum(['collective', 'individual', 'household', 'enterprise', 'clan', 'model', 'other', 'any'])
const Relation = z.enum(['ordered', 'requested'])
const Text = z.string().nullable()
const Month = z.string()
const Period = z.object({ from: Month, to: Month }).nullable()
const Target = z.object({ min: z.number(), subject: Subject, per: Text, period: Period }).meta({ id: 'Target' })
const Part = z.int().nullable()

const PlanRead = z.object({
  document: z.object({
    type: Text,
    number: Text,
    symbol: Text,
    issuer: Text,
    level: Level.nullable(),
    place: Text,
    date: z.object({ year: Part, month: Part, day: Part }).nullable(),
    title: Text,
    period: Period,
    signer: z.object({ name: Text, position: Text, authority: Text }).nullable(),
    recipients: z.array(z.string()),
  }),
  citations: z.array(
    z.object({ type: Text, number: z.string(), date: Day.nullable(), issuer: Text, basis: z.boolean() }),
  ),
  generalCriteria: z.array(z.string()),
  fields: z.array(
    z.object({
      ordinal: Text,
      title: z.string(),
      lead: z.array(z.string()),
      coordinating: z.array(z.string()),
      relation: Relation.nullable(),
      criteria: z.array(z.object({ subject: Subject, text: z.string() })),
      targets: z.array(Target),
      period: Period,
    }),
  ),
  milestones: z.array(z.object({ from: z.string(), to: z.string(), text: z.string() })),
  recurringDuties: z.array(
    z.object({
      cadence: z.enum(['monthly', 'quarterly', 'halfYearly', 'yearly', 'once']),
      deadline: Text,
      by: Text,
      to: Text,
      text: z.string(),
    }),
  ),
  assignments: z.array(z.object({ unit: z.string(), relation: Relation.nullable(), tasks: z.array(z.string()) })),
  difficultiesTo: Text,
  targets: z.array(Target),
}) satisfies z.ZodType<Plan>

/** Counts UTF-16 units in the reading's `text`. */
const Span = z.object({ start: z.int(), end: z.int() }).meta({ id: 'Span' })

const Reading = z
  .object({
    text: z.string(),
    plan: PlanRead,
    /** Where each value was read, by its JSON pointer in `plan`. */
    sources: z.array(z.object({ path: z.string(), start: z.int(), end: z.int() })),
    unused: z.array(Span),
    questions: z.array(
      z.object({ path: z.string(), passage: Span, reason: z.string(), candidates: z.array(z.string()) }),
    ),
  })
  .meta({ id: 'Reading' })

export const PlanAnswer = z
  .object({
    id: z.uuid(),
    name: z.string(),
    state: z.enum(planStates),
    number: Text,
    title: Text,
    issuer: Text,
    issued: Text,
    fieldCount: z.int(),
    questionCount: z.int(),
    createdAt: Instant,
    /** Why it could not be read. */
    problem: z.object({ code: z.string(), message: z.string() }).nullable(),
  })
  .meta({ id: 'Plan' })

export const PlanDetail = PlanAnswer.extend({
  unitId: z.int(),
  readAt: Instant.nullable(),
  files: z.array(z.object({ position: z.int(), name: z.string(), size: z.int() })),
  reading: Reading.nullable(),
}).meta({ id: 'PlanDetail' })
