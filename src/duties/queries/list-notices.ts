import { sql } from 'kysely'
import type { Context } from '../../context.ts'
import { visibleTasks } from './list-tasks.ts'

/** One thing that a person was told. */
export interface NoticeRow {
  readonly id: string
  readonly kind: string
  readonly taskId: string | null
  readonly text: string
  readonly unitName: string
  readonly planTitle: string
  readonly dueOn: string | null
  readonly taskState: string
  readonly words: string | null
  readonly madeAt: Date
  readonly seenAt: Date | null
}

const PAGE = 50

/** The person's own notices of tasks that they still see, newest first, and the key of the next page. Nobody else's are ever asked for. */
export async function listNotices(
  ctx: Context,
  after: { readonly at: Date; readonly id: string } | null,
): Promise<{ rows: NoticeRow[]; next: NoticeRow | null }> {
  const { rows } = await sql<NoticeRow>`
    select notice.id, notice.kind, notice.task_id, task.text, unit.name as unit_name, coalesce(plan.title, plan.name) as plan_title,
      task.due_on, task.state as task_state, notice.facts ->> 'words' as words, notice.made_at, notice.seen_at
    from notice
    join task on task.id = notice.task_id
    join unit on unit.id = task.unit_id
    join plan_document plan on plan.id = task.plan_id
    where notice.person_id = ${ctx.actor.id}::uuid and ${visibleTasks(ctx)}
      and (${after?.at ?? null}::timestamptz is null or (notice.made_at, notice.id) < (${after?.at ?? null}::timestamptz, ${after?.id ?? null}::uuid))
    order by notice.made_at desc, notice.id desc limit ${PAGE + 1}`.execute(ctx.db)
  const shown = rows.slice(0, PAGE)
  return { rows: shown, next: rows.length > PAGE ? (shown.at(-1) ?? null) : null }
}

export interface ReminderSetting {
  readonly byMail: boolean
  readonly daysBefore: number
  readonly hasAddress: boolean
}

/** How the person is reminded; who has chosen nothing hears of a task three working days before it is due, by mail too where they have an address. */
export async function findReminderSetting(ctx: Context): Promise<ReminderSetting> {
  const row = await ctx.db
    .selectFrom('person')
    .leftJoin('reminderSetting', 'reminderSetting.personId', 'person.id')
    .select(['email', 'byMail', 'daysBefore'])
    .where('id', '=', ctx.actor.id)
    .executeTakeFirst()
  return { byMail: row?.byMail ?? true, daysBefore: row?.daysBefore ?? 3, hasAddress: Boolean(row?.email) }
}
