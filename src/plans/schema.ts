import { z } from 'zod'
import type { ParsedPlan } from '../parser/contract.ts'
import type { PlanState } from './workflow.ts'

export const planStates = [
  'uploaded',
  'reading',
  'read',
  'failed',
  'cancelled',
  'drafted',
  'in-force',
  'ended',
  'applied',
] as const satisfies readonly PlanState[]

export const DocumentId = z.uuid()

/** What the address of the list may say; anything unknown falls back, so that an old bookmark still opens. */
export const ListQuery = z.object({
  q: z.string().trim().max(200).catch(''),
  state: z.enum(planStates).nullable().catch(null),
  sort: z.enum(['newest', 'title', 'issued']).catch('newest'),
  /** Key of the last row of the page before: `key~id`. */
  after: z
    .string()
    .max(600)
    .regex(/^.*~[0-9a-f-]{36}$/)
    .nullable()
    .catch(null),
})
export type ListQuery = z.infer<typeof ListQuery>

/** Degrees clockwise by which a photograph has to be turned. */
export const Turn = z.coerce
  .number()
  .refine((value) => [0, 90, 180, 270].includes(value))
  .catch(0)

/** `separate`: each file is a document. `pages`: the files are the pages of one document, in order. */
export const Grouping = z.enum(['separate', 'pages']).catch('separate')

export const ReadJob = z.object({ document: z.uuid() })
export type ReadJob = z.infer<typeof ReadJob>

/** Why a document could not be read; `code` is one of the readers' or `broken`. */
export interface ImportProblem {
  readonly code: string
  readonly facts: Readonly<Record<string, string | number>>
}

/** One row of the list. */
export interface DocumentRow {
  readonly id: string
  readonly name: string
  readonly state: PlanState
  readonly number: string | null
  readonly title: string | null
  readonly issuer: string | null
  readonly issued: string | null
  readonly fieldCount: number
  readonly questionCount: number
  readonly createdAt: Date
  readonly problem: ImportProblem | null
}

export interface StoredFile {
  readonly id: string
  readonly position: number
  readonly name: string
  readonly size: number
  readonly key: string
  readonly turn: number
}

/** A document with everything that its page shows. */
export interface StoredDocument extends DocumentRow {
  readonly unitId: number
  readonly unitPath: string
  /** The number of the last edit of its items. */
  readonly revision: number
  readonly readAt: Date | null
  readonly files: readonly StoredFile[]
  readonly reading: ParsedPlan | null
}
