import { sql } from 'kysely'
import type { WriteContext } from '../../context.ts'
import { addDays, type DayKinds, type IsoDay, isWorkingDay, workingDaysBefore } from '../../core/dates/working-days.ts'
import { announceAll } from '../../platform/db/announce.ts'
import { dayKinds } from '../derive-tasks.ts'
import { listHeldDue } from '../queries/held-functions.ts'

/** Where a person's pages hear of notices. */
export function noticesTopic(personId: string): string {
  return `notices:${personId}`
}

/** A task that is late is brought up again every so many days, and not for ever. */
const AGAIN_AFTER = 7
const TIMES_AGAIN = 12
const MOST_DAYS_BEFORE = 30

/** The last day of which one is reminded today when reminders come so many working days before. */
export function reminderReach(today: IsoDay, daysBefore: number, kinds: DayKinds): IsoDay {
  let reach = today
  for (let day = addDays(today, 1); ; day = addDays(day, 1)) {
    if (workingDaysBefore(day, daysBefore, kinds) > today) return reach
    reach = day
  }
}

/**
 * Makes today's notices: for whoever has a position in a unit that owes something soon, today or since; of what is the function of one officer only for whoever
 * holds it, and for all of the unit where nobody does. Each occasion has a key, and the database takes a key
 * once: a second process, a second run and a restart make nothing twice; a day on which the computer was off is made up for. On days off nobody is
 * reminded. Returns the number of notices.
 */
export async function remind(ctx: WriteContext): Promise<number> {
  const today = ctx.actor.on
  const kinds = await dayKinds(ctx, today, addDays(today, 90))
  if (!isWorkingDay(today, kinds)) return 0
  const reaches = Array.from({ length: MOST_DAYS_BEFORE + 1 }, (_, days) => reminderReach(today, days, kinds))
  const notBefore = addDays(today, 1 - AGAIN_AFTER * TIMES_AGAIN)
  const held = JSON.stringify(await listHeldDue(ctx, notBefore, reaches.at(-1) ?? today))
  const { rows } = await sql<{ personId: string }>`
    with asked as (
      select task.id as task_id, task.plan_id, task.due_on, holder.person_id, person.email,
        coalesce(setting.by_mail, true) as by_mail,
        case when task.due_on < ${today}::date then 'overdue' when task.due_on = ${today}::date then 'due-today' else 'due-soon' end as kind
      from task
      left join json_to_recordset(${held}::json) as function ("unitId" integer, title text, people uuid[])
        on function."unitId" = task.unit_id and function.title = task.title
      join lateral (
        select distinct position.person_id from position
        where position.unit_id = task.unit_id and position.role <> 'supervisor' and position.from_date <= ${today}::date
          and (position.until_date is null or position.until_date > ${today}::date)
          and (function.people is null or position.person_id = any(function.people))
      ) holder on true
      join person on person.id = holder.person_id and (person.left_on is null or person.left_on > ${today}::date)
      left join reminder_setting setting on setting.person_id = holder.person_id
      where task.state = 'open' and task.due_on >= ${notBefore}::date
        and task.due_on <= (${reaches}::date[])[coalesce(setting.days_before, 3) + 1]
    )
    insert into notice (id, person_id, kind, key, task_id, plan_id, facts, made_at, mail)
    select gen_random_uuid(), person_id, kind,
      concat_ws(':', kind, task_id, person_id, due_on,
        case when kind = 'overdue' then (${today}::date - due_on - 1) / ${AGAIN_AFTER}::integer end),
      task_id, plan_id, '{}', ${ctx.clock.now()}::timestamptz, case when by_mail and email is not null then 'waiting' else 'none' end
    from asked
    on conflict (key) do nothing
    returning person_id`.execute(ctx.db)
  await announceAll(ctx.db, new Set(rows.map(({ personId }) => noticesTopic(personId))))
  return rows.length
}
