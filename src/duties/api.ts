import { z } from 'zod'
import { Day, Instant, Most, pageOf } from '../api/answers.ts'
import { type Endpoint, endpoint } from '../api/endpoint.ts'
import { write } from '../context.ts'
import { Refusal } from '../core/problem.ts'
import type { HouseRequest } from '../platform/http/route.ts'
import { findYear, removeDay, setDay } from './actions/change-calendar.ts'
import { doTask, reopenTask, waiveTask } from './actions/move-task.ts'
import { urgeUnits } from './actions/urge-units.ts'
import { changeCalendar, readTasks, urgeTasks } from './permissions.ts'
import { findTask } from './queries/find-task.ts'
import { listStandings } from './queries/list-laggards.ts'
import { listTasks, mine } from './queries/list-tasks.ts'
import {
  CalendarYear,
  Doing,
  dayKindsOffered,
  NewCalendarDay,
  OverviewQuery,
  Reason,
  type TaskDetail,
  TaskId,
  TaskQuery,
  taskKinds,
  taskStates,
} from './schema.ts'

const TASK = '/api/tasks/:id{[0-9a-f-]{36}}'
const tag = 'tasks' as const

const TaskAnswer = z
  .object({
    id: z.uuid(),
    kind: z.enum(taskKinds),
    text: z.string(),
    state: z.enum(taskStates),
    planId: z.uuid(),
    planTitle: z.string(),
    unitId: z.int(),
    unitName: z.string(),
    /** The function of one officer inside the unit, else empty. */
    title: z.string(),
    relation: z.enum(['ordered', 'requested']).nullable(),
    receiverName: z.string().nullable(),
    coversFrom: Day.nullable(),
    coversTo: Day.nullable(),
    /** The last day as the plan says; `dueOn` is moved off days of rest. */
    nominalOn: Day.nullable(),
    dueOn: Day.nullable(),
    doneOn: Day.nullable(),
  })
  .meta({ id: 'Task' })

const TaskDetailAnswer = TaskAnswer.extend({
  itemId: z.uuid(),
  doneHow: z.enum(['delivered', 'on-paper']).nullable(),
  closedAt: Instant.nullable(),
  note: z.string(),
  files: z.array(z.object({ id: z.uuid(), name: z.string(), size: z.int() })),
}).meta({ id: 'TaskDetail' })

const Filter = z.object({
  q: z.string().trim().max(200).default(''),
  state: z.enum(taskStates).default('open'),
  kind: z.enum(taskKinds).optional(),
  plan: z.uuid().optional(),
  /** Tasks of this unit; without it the caller's own: those of their units, without what is the function of a colleague there. */
  unit: z.coerce.number().int().positive().optional(),
  after: z
    .string()
    .regex(/^(\d{4}-\d{2}-\d{2})?~[0-9a-f-]{36}$/)
    .optional(),
  most: Most,
})

const Standing = z
  .object({
    unitId: z.int(),
    unitName: z.string(),
    late: z.int(),
    lateSince: Day.nullable(),
    soon: z.int(),
    open: z.int(),
    done: z.int(),
  })
  .meta({ id: 'UnitStanding' })

const CalendarDayAnswer = z
  .object({ on: Day, kind: z.enum(dayKindsOffered), name: z.string(), source: z.string() })
  .meta({ id: 'CalendarDay' })

/** What units owe under the plans in force, who lags, and the days off. */
export const taskEndpoints: readonly Endpoint[] = [
  endpoint({
    method: 'GET',
    path: '/api/tasks',
    permission: readTasks,
    id: 'listTasks',
    tag,
    query: Filter,
    answer: pageOf(TaskAnswer),
    handle: async ({ ctx, query: { unit, most, ...asked } }) => {
      const scope = unit === undefined ? await mine(ctx) : { unitId: unit }
      const wished = TaskQuery.parse({ kind: null, plan: null, after: null, ...asked })
      const { rows, next } = await listTasks(ctx, scope, wished, most)
      return { items: rows, next }
    },
  }),
  endpoint({
    method: 'GET',
    path: TASK,
    permission: readTasks,
    id: 'getTask',
    tag,
    record: taskOf,
    answer: TaskDetailAnswer,
    handle: async ({ record }) => record,
  }),
  endpoint({
    method: 'POST',
    path: `${TASK}/completion`,
    permission: readTasks,
    event: 'task.done',
    id: 'doTask',
    tag,
    record: taskOf,
    body: Doing.extend({ note: Doing.shape.note.default('') }),
    handle: ({ ctx, record, body }) => write(ctx, (tx) => doTask(tx, record.id, body)),
  }),
  ...(
    [
      ['reopening', 'reopenTask', 'task.reopened', reopenTask],
      ['waiver', 'waiveTask', 'task.waived', waiveTask],
    ] as const
  ).map(([verb, id, event, action]) =>
    endpoint({
      method: 'POST',
      path: `${TASK}/${verb}`,
      permission: readTasks,
      event,
      id,
      tag,
      record: taskOf,
      body: z.object({ reason: Reason }),
      handle: ({ ctx, record, body }) => write(ctx, (tx) => action(tx, record.id, body.reason)),
    }),
  ),
  endpoint({
    method: 'GET',
    path: '/api/standings',
    permission: readTasks,
    id: 'listStandings',
    tag,
    query: z.object({
      q: z.string().trim().max(200).default(''),
      show: z.enum(['late', 'all']).default('late'),
      plan: z.uuid().optional(),
      page: z.coerce.number().int().min(0).max(10_000).default(0),
    }),
    answer: z.object({ items: z.array(Standing), more: z.boolean() }),
    handle: async ({ ctx, query }) => {
      const { rows, more } = await listStandings(ctx, OverviewQuery.parse({ plan: null, ...query }))
      return { items: rows, more }
    },
  }),
  endpoint({
    method: 'POST',
    path: '/api/urgings',
    permission: urgeTasks,
    event: 'task.urged',
    id: 'urgeUnits',
    tag,
    body: z.object({
      unitIds: z.array(z.int().positive()).max(5_000),
      plan: z.uuid().nullable().default(null),
      words: z.string().trim().max(4_000),
    }),
    answer: z.object({ units: z.int(), tasks: z.int(), people: z.int() }),
    handle: ({ ctx, body }) => write(ctx, (tx) => urgeUnits(tx, body.unitIds, body.plan, body.words)),
  }),
  endpoint({
    method: 'GET',
    path: '/api/calendar-days',
    permission: 'somebody',
    id: 'listCalendarDays',
    tag,
    query: z.object({ year: CalendarYear }),
    answer: z.object({ entered: z.boolean(), items: z.array(CalendarDayAnswer) }),
    handle: async ({ ctx, query }) => {
      const { entered, days } = await findYear(ctx, query.year)
      return { entered, items: days }
    },
  }),
  endpoint({
    method: 'POST',
    path: '/api/calendar-days',
    permission: changeCalendar,
    event: 'calendar.changed',
    id: 'setCalendarDay',
    tag,
    body: NewCalendarDay,
    handle: ({ ctx, body }) => write(ctx, (tx) => setDay(tx, body)),
  }),
  endpoint({
    method: 'POST',
    path: '/api/calendar-days/removal',
    permission: changeCalendar,
    event: 'calendar.changed',
    id: 'removeCalendarDay',
    tag,
    body: NewCalendarDay.pick({ on: true }),
    handle: async ({ ctx, body }) => {
      await write(ctx, (tx) => removeDay(tx, body.on))
    },
  }),
]

async function taskOf(c: HouseRequest): Promise<TaskDetail> {
  const id = TaskId.safeParse(c.req.param('id'))
  const task = id.success ? await findTask(c.var.ctx, id.data) : undefined
  if (!task) throw new Refusal('not-found')
  return task
}
