import { sql } from 'kysely'
import { makeToken } from '../../src/access/actions/personal-tokens.ts'
import type { TokenScope } from '../../src/access/tokens.ts'
import { write } from '../../src/context.ts'
import { deriveTasks } from '../../src/duties/derive-tasks.ts'
import { HeaderData } from '../../src/plans/items/item-schema.ts'
import { aCommune, on } from './commune.ts'
import { aProgram } from './programs.ts'
import { aRunningPlan, type GivenItem } from './running-plans.ts'
import { aReport } from './two-communes.ts'

/** Words that stand in one place each, so that an answer which holds one says what it has shown. */
export const marks = {
  /** In the plan of the first commune, its fields and duties, in force. */
  plan: 'MARKPLAN',
  /** In a plan that the first commune is still making up. */
  draft: 'MARKDRAFT',
  /** What the western hamlet of the first commune delivered: a file's name and a note. */
  west: 'MARKWEST',
} as const

function headed(title: string): readonly GivenItem[] {
  const nothing = { lead: [], coordinating: [], relation: null, period: null }
  return [
    { kind: 'field', data: { ordinal: '1', title: `Lĩnh vực ${title}`, ...nothing } },
    { kind: 'header', data: HeaderData.parse({ title }) },
  ]
}

/**
 * A claimed province on 10 March 2026 whose first commune (unit 2, hamlets 4 East and 5 West) has a plan in force under which West has delivered, and a plan in the making;
 * its neighbour (unit 3) has a plan of its own. With browsers of a member of East, of both communes' officers, and of nobody.
 */
export async function aGuardedHouse(walled = true) {
  const house = await aCommune(walled)
  const { ctx, app, admin, invite } = house
  const hamlet = { kind: 'hamlet', on, shortName: '', code: '', decision: '' }
  for (const name of ['Thôn Đông', 'Thôn Tây']) await admin.post('/don-vi/2/them', { ...hamlet, name })
  const member = await invite(admin, 'Đinh Công Tự', 'tu.dinh', 'Thôn Đông', 'member')
  const officer = await invite(admin, 'Vũ Thị Hòa', 'hoa.vu', 'Xã Mây Hạ', 'officer')
  const neighbour = await invite(admin, 'Bùi Văn Lân', 'lan.bui', 'Xã Mây Thượng', 'officer')

  const titled = (title: string, unitId: number) => ({ title, sortTitle: title, search: title.toLowerCase(), unitId })
  const since = { inForceOn: '2026-03-01', periodTo: '2026-04-30' }
  const running = await aRunningPlan(ctx, [...headed(marks.plan), aReport(`Báo cáo ${marks.plan}`, [4, 5])], {
    ...titled(`Kế hoạch ${marks.plan}`, 2),
    ...since,
  })
  const draft = await aRunningPlan(ctx, headed(marks.draft), {
    ...titled(`Kế hoạch ${marks.draft}`, 2),
    state: 'drafted',
    inForceOn: null,
  })
  const beside = await aRunningPlan(ctx, [...headed('riêng'), aReport('Báo cáo riêng', [3])], {
    ...titled('Kế hoạch bên cạnh', 3),
    ...since,
  })
  for (const plan of [running, beside]) await write(ctx, (tx) => deriveTasks(tx, plan.id))
  const west = await delivered(ctx, 5)
  for (const plan of [running, draft])
    await sql`insert into plan_question (id, plan_id, item_id, start_at, end_at, reason, candidates)
      select gen_random_uuid(), plan_id, id, 0, 1, 'x', '["x"]' from plan_item where id = ${plan.itemIds[0]}`.execute(
      ctx.db,
    )
  const tokenOf = (personId: string, scopes: TokenScope[]) => {
    const actor = { kind: 'person' as const, id: personId, on: '2026-03-10', grants: [] }
    return write({ ...ctx, actor }, (tx) => makeToken(tx, { name: 'Thử', scopes, days: 30 }))
  }
  const program = async (personId: string, scopes: TokenScope[]) => aProgram(app, await tokenOf(personId, scopes))
  return { ...house, member, officer, neighbour, running, draft, beside, west, tokenOf, program }
}

/** One task of the unit done, with a file and a note. */
async function delivered(ctx: Awaited<ReturnType<typeof aCommune>>['ctx'], unitId: number) {
  const task = await ctx.db
    .updateTable('task')
    .set({ state: 'done', doneOn: '2026-03-04', doneHow: 'delivered', note: `Ghi chú ${marks.west}` })
    .where('unitId', '=', unitId)
    .where('coversFrom', '=', '2026-03-01')
    .returning('id')
    .executeTakeFirstOrThrow()
  const fileId = ctx.chance.id()
  const kept = { size: 1, sha256: '0'.repeat(64), fileKey: 'x', addedAt: ctx.clock.now() }
  await ctx.db
    .insertInto('taskFile')
    .values({ id: fileId, taskId: task.id, name: `${marks.west}.pdf`, ...kept })
    .execute()
  return { taskId: task.id, fileId }
}

export type GuardedHouse = Awaited<ReturnType<typeof aGuardedHouse>>

/** Everything of the first commune that strangers must not move, as it stands. */
export async function whatStands({ ctx, running, draft }: Pick<GuardedHouse, 'ctx' | 'running' | 'draft'>) {
  const ids = sql.join([running.id, draft.id])
  const tables = ['plan_document', 'plan_item', 'plan_edit', 'plan_question', 'plan_unit_name', 'plan_part', 'task']
  const standing: unknown[] = []
  for (const table of tables) {
    const key = sql.ref(table === 'plan_document' ? 'id' : 'plan_id')
    const query = sql<{
      v: unknown
    }>`select to_jsonb(t) as v from ${sql.table(table)} t where ${key} in (${ids}) order by to_jsonb(t)::text`
    standing.push((await query.execute(ctx.db)).rows.map(({ v }) => v))
  }
  const others = sql<{
    v: unknown
  }>`select to_jsonb(f) as v from task_file f union all select to_jsonb(d) from calendar_day d`
  standing.push((await others.execute(ctx.db)).rows)
  return standing
}
