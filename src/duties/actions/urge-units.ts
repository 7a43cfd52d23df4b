import { sql } from 'kysely'
import type { WriteContext } from '../../context.ts'
import { Refusal } from '../../core/problem.ts'
import { can } from '../../core/reach.ts'
import { recordHistory } from '../../history/record-history.ts'
import { announceAll } from '../../platform/db/announce.ts'
import { urgeTasks } from '../permissions.ts'
import { listHeldOf } from '../queries/held-functions.ts'
import { listLate } from '../queries/list-laggards.ts'
import { noticesTopic } from '../reminders/remind.ts'

/** What urging has done: units and tasks that were meant, and people who were told. */
export interface Urged {
  readonly units: number
  readonly tasks: number
  readonly people: number
}

/**
 * Tells those who work in these units what is late, in the officer's words; of what is the function of one officer only whoever holds it, if anybody does. Whoever was urged for a task today is not urged again today. Of each giver of late tasks the
 * actor must hold `task.urge`; what they do not give themselves is left out.
 */
export async function urgeUnits(
  ctx: WriteContext,
  unitIds: readonly number[],
  plan: string | null,
  words: string,
): Promise<Urged> {
  const late = (await listLate(ctx, unitIds, plan)).filter(({ giverPath }) => can(ctx.actor, urgeTasks, giverPath))
  if (late.length === 0) throw new Refusal('conflict')
  const today = ctx.actor.on
  const ids = late.map(({ id }) => id)
  const held = JSON.stringify(await listHeldOf(ctx, ids))
  const { rows } = await sql<{ personId: string }>`
    select urge_people(${ids}::uuid[], ${words}::text, ${today}::date, ${ctx.clock.now()}::timestamptz, ${held}::json) as person_id`.execute(
    ctx.db,
  )
  const people = new Set(rows.map(({ personId }) => personId))
  await announceAll(ctx.db, new Set(rows.map(({ personId }) => noticesTopic(personId))))
  const byGiver = Map.groupBy(late, ({ giverId }) => giverId)
  // In one order for everybody: each holds the chains of the givers until the end.
  for (const [unitId, tasks] of [...byGiver].toSorted(([one], [other]) => one - other)) {
    const names = [...new Set(tasks.map(({ unitName }) => unitName))]
    const subject = { id: ctx.chance.id(), unitId }
    await recordHistory(ctx, 'task.urged', subject, { names: names.slice(0, 100), count: tasks.length, reason: words })
  }
  return { units: new Set(late.map(({ unitId }) => unitId)).size, tasks: late.length, people: people.size }
}
