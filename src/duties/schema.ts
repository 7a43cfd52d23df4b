import { z } from 'zod'
import type { TaskState } from './workflow.ts'

export const taskStates = ['open', 'done', 'waived', 'withdrawn'] as const satisfies readonly TaskState[]
export const taskKinds = ['duty', 'milestone', 'work'] as const
export type TaskKind = (typeof taskKinds)[number]
export const TaskId = z.uuid()

/** What the address of «Việc của tôi» may say; anything unknown falls back. */
export const TaskQuery = z.object({
  q: z.string().trim().max(200).catch(''),
  state: z.enum(taskStates).catch('open'),
  kind: z.enum(taskKinds).nullable().catch(null),
  plan: z.uuid().nullable().catch(null),
  /** Key of the last row of the page before: `due~id`, without a day `~id`. */
  after: z
    .string()
    .regex(/^(\d{4}-\d{2}-\d{2})?~[0-9a-f-]{36}$/)
    .nullable()
    .catch(null),
})
export type TaskQuery = z.infer<typeof TaskQuery>

/** One row of a list of tasks. Days as `YYYY-MM-DD`. */
export interface TaskRow {
  readonly id: string
  readonly kind: TaskKind
  readonly text: string
  readonly state: TaskState
  readonly planId: string
  readonly planTitle: string
  readonly unitId: number
  readonly unitPath: string
  readonly unitName: string
  readonly giverPath: string
  readonly title: string
  readonly relation: 'ordered' | 'requested' | null
  readonly receiverName: string | null
  readonly coversFrom: string | null
  readonly coversTo: string | null
  readonly nominalOn: string | null
  readonly dueOn: string | null
  readonly doneOn: string | null
}

/** What was delivered with a task. */
export interface TaskFile {
  readonly id: string
  readonly name: string
  readonly size: number
  readonly key: string
  readonly addedAt: Date
}

/** A task with everything that its page shows. */
export interface TaskDetail extends TaskRow {
  readonly itemId: string
  readonly doneHow: 'delivered' | 'on-paper' | null
  readonly closedAt: Date | null
  readonly closedByName: string | null
  readonly note: string
  readonly firstOwedByName: string | null
  /** Its plan has not ended: what is done can be opened again. */
  readonly goesOn: boolean
  readonly files: readonly TaskFile[]
}

/** How something was done: handed over here, or on paper on a day that lies not in the future. */
export const Doing = z.object({
  how: z.enum(['delivered', 'on-paper']),
  on: z.iso.date(),
  note: z.string().trim().max(2_000),
})
export type Doing = z.infer<typeof Doing>

/** Why something is opened again or need not be done. */
export const Reason = z.string().trim().min(1).max(1_000)

/** In which stretch of time a task is due, seen from a day: the groups of the page, in order. */
export const dueGroups = ['late', 'this-week', 'this-month', 'later', 'undated'] as const
export type DueGroup = (typeof dueGroups)[number]

/** What the address of the overview may say: units that lag, or all that owe something. */
export const OverviewQuery = z.object({
  q: z.string().trim().max(200).catch(''),
  show: z.enum(['late', 'all']).catch('late'),
  plan: z.uuid().nullable().catch(null),
  page: z.coerce.number().int().min(0).max(10_000).catch(0),
})
export type OverviewQuery = z.infer<typeof OverviewQuery>

/** Which units are urged, and with which words. Without units: all that lag. */
export const Urging = z.object({
  units: z.array(z.coerce.number().int().positive()).max(5_000),
  plan: z.uuid().nullable().catch(null),
  words: z.string().trim().max(4_000),
})
export type Urging = z.infer<typeof Urging>

export const dayKindsOffered = ['holiday', 'day-off-in-lieu', 'working-day'] as const

/** Years for which the days off are known or may be entered. */
export const CalendarYear = z.coerce.number().int().min(2000).max(2198)

/** A day that is not as its weekday says, and the document that says so. */
export const NewCalendarDay = z.object({
  on: z.iso.date().refine((day) => CalendarYear.safeParse(day.slice(0, 4)).success),
  kind: z.enum(dayKindsOffered),
  name: z.string().trim().min(1).max(200),
  source: z.string().trim().max(300).default(''),
})
export type NewCalendarDay = z.infer<typeof NewCalendarDay>
