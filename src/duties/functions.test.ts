import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { aCommune } from '../../test/builders/commune.ts'
import { aWall } from '../../test/builders/database.ts'
import { aRunningPlan, aUnit } from '../../test/builders/running-plans.ts'
import { actorOf } from '../access/queries/actor-of.ts'
import { write } from '../context.ts'
import { urgeUnits } from './actions/urge-units.ts'
import { deriveTasks } from './derive-tasks.ts'
import { dutyPaths } from './paths.ts'
import { listTasks, mine } from './queries/list-tasks.ts'
import { remind } from './reminders/remind.ts'
import { TaskQuery } from './schema.ts'

const FUNCTION = 'Công chức Văn hóa – Xã hội phụ trách thi đua'

/**
 * On 10 March an office owes two reports since 2 March: one as an office, one as the function of an officer. Hòa, Bình and Sen work there; Xa only looks on, under the function's very
 * name. `entitle` says as what somebody works.
 */
async function anOffice() {
  const house = await aCommune()
  const { ctx, admin, invite } = house
  const office = await aUnit(ctx, 'Phòng Văn hóa - Xã hội', 2, 'department')
  const unit = `#${office}`
  const hoa = await invite(admin, 'Vũ Thị Hòa', 'hoa.vu', unit, 'member')
  const clerk = await invite(admin, 'Trần Văn Bình', 'binh.tran', unit, 'member')
  const sen = await invite(admin, 'Phạm Thị Sen', 'sen.pham', unit, 'leader')
  const xa = await invite(admin, 'Hoàng Văn Xa', 'xa.hoang', unit, 'supervisor')
  const entitle = (personId: string, title: string) =>
    ctx.db.updateTable('position').set({ title }).where('personId', '=', personId).execute()
  await entitle(xa.id, FUNCTION)
  const report = { cadence: 'monthly', deadline: 'ngày 02', by: null, to: null, due: null } as const
  const plan = await aRunningPlan(
    ctx,
    [
      { kind: 'duty', data: { ...report, text: 'Báo cáo của phòng' }, units: [{ role: 'owes', unitId: office }] },
      {
        kind: 'duty',
        data: { ...report, text: 'Tổng hợp gương người tốt' },
        units: [{ role: 'owes', unitId: office, title: FUNCTION }],
      },
    ],
    { inForceOn: '2026-03-01', periodTo: '2026-03-31' },
  )
  await write(ctx, (tx) => deriveTasks(tx, plan.id))
  const told = async (kind: string) => {
    const rows = await ctx.db
      .selectFrom('notice')
      .innerJoin('person', 'person.id', 'notice.personId')
      .innerJoin('task', 'task.id', 'notice.taskId')
      .select(['fullName', 'text'])
      .where('notice.kind', '=', kind)
      .orderBy('text')
      .orderBy('fullName')
      .execute()
    return Object.fromEntries(
      [...Map.groupBy(rows, ({ text }) => text)].map(([text, of]) => [text, of.map((one) => one.fullName)]),
    )
  }
  return { ...house, office, hoa, clerk, sen, entitle, told }
}

const plain = async (answer: Response | Promise<Response>) =>
  (await (await answer).text()).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')

const EVERYBODY = ['Phạm Thị Sen', 'Trần Văn Bình', 'Vũ Thị Hòa']

it('whoever holds the function has its tasks among their own; a colleague sees them below and reports them done in their place', async () => {
  const { hoa, clerk, entitle } = await anOffice()
  await entitle(hoa.id, 'CC VH-XH (phụ trách thi đua)')
  const own = await plain(hoa.browser.get(dutyPaths.mine))
  expect(own).toMatch(
    /2 việc quá hạn .*Tổng hợp gương người tốt .*Giao cho chức trách «Công chức Văn hóa – Xã hội phụ trách thi đua»/,
  )
  expect(own).not.toContain('Giao cho chức trách khác trong đơn vị')
  const page = await (await clerk.browser.get(dutyPaths.mine)).text()
  const [above = '', below = ''] = page.split('id="colleagues"')
  expect(above).toContain('1 việc quá hạn')
  expect(above).toContain('Báo cáo của phòng')
  expect(above).not.toContain('Tổng hợp gương người tốt')
  expect(below).toContain('Tổng hợp gương người tốt')
  const task = /\/viec\/([0-9a-f-]{36})\/xong/.exec(below)?.[1] ?? ''
  expect(await plain(clerk.browser.get(dutyPaths.task(task)))).toMatch(/Người giữ chức trách Vũ Thị Hòa/)
  expect((await clerk.browser.post(dutyPaths.do(task), { how: 'delivered', on: '2026-03-10' })).status).toBe(303)
  expect(await plain(hoa.browser.get(dutyPaths.mine))).toContain('1 việc quá hạn')
})

it('a search and a filter find what is below too', async () => {
  const { hoa, clerk, entitle } = await anOffice()
  await entitle(hoa.id, FUNCTION)
  const found = await plain(clerk.browser.get(`${dutyPaths.mine}?q=guong`))
  expect(found).toMatch(/Không có việc nào khớp .*Giao cho chức trách khác trong đơn vị 1 .*Tổng hợp gương người tốt/)
  expect(await plain(clerk.browser.get(`${dutyPaths.mine}?q=phong`))).not.toContain('Tổng hợp gương người tốt')
})

it('what nobody holds is everybody’s, and so it is again when its holder has left or the position has ended', async () => {
  const { ctx, hoa, clerk, entitle } = await anOffice()
  const lists = async () => {
    const page = await plain(clerk.browser.get(dutyPaths.mine))
    return [page.includes('2 việc quá hạn'), page.includes('Giao cho chức trách khác')]
  }
  expect(await lists()).toEqual([true, false])
  await entitle(hoa.id, FUNCTION)
  expect(await lists()).toEqual([false, true])
  await ctx.db.updateTable('person').set({ leftOn: '2026-03-10' }).where('id', '=', hoa.id).execute()
  expect(await lists()).toEqual([true, false])
  await ctx.db.updateTable('person').set({ leftOn: null }).where('id', '=', hoa.id).execute()
  await ctx.db.updateTable('position').set({ untilDate: '2026-03-10' }).where('personId', '=', hoa.id).execute()
  expect(await lists()).toEqual([true, false])
})

it('reminders of a function go to whoever holds it, to everybody of the unit while nobody does', async () => {
  const { ctx, hoa, entitle, told } = await anOffice()
  await write(ctx, remind)
  const all = { 'Báo cáo của phòng': EVERYBODY, 'Tổng hợp gương người tốt': EVERYBODY }
  expect(await told('overdue')).toEqual(all)
  await ctx.db.deleteFrom('notice').execute()
  await entitle(hoa.id, 'Công chức Văn hóa - Xã hội')
  await write(ctx, remind)
  expect(await told('overdue')).toEqual({ ...all, 'Tổng hợp gương người tốt': ['Vũ Thị Hòa'] })
})

it('urging does the same, behind the second wall too', async () => {
  const { ctx, admin, invite, office, hoa, entitle, told } = await anOffice()
  await entitle(hoa.id, FUNCTION)
  const { id } = await invite(admin, 'Lê Thị Hạnh', 'hanh.le', 'Xã Mây Hạ', 'officer')
  const actor = await actorOf(ctx.db, id, '2026-03-10')
  if (!actor) throw new Error('nobody')
  await ctx.db.updateTable('task').set({ giverId: 2, giverPath: '1.2' }).execute()
  const wall = await aWall(ctx)
  const behind = { ...ctx, actor, db: wall.dbFor(actor) }
  expect(await write(behind, (tx) => urgeUnits(tx, [office], null, 'Gửi ngay'))).toEqual({
    units: 1,
    tasks: 2,
    people: 3,
  })
  expect(await told('urged')).toEqual({ 'Báo cáo của phòng': EVERYBODY, 'Tổng hợp gương người tốt': ['Vũ Thị Hòa'] })
})

it('whoever is said to hold a function is told only where they work in its unit', async () => {
  const { ctx, office, told, administrator } = await anOffice()
  const { id } = await administrator()
  const held = JSON.stringify([{ unitId: office, title: FUNCTION, people: [id] }])
  await sql`select urge_people(array(select id from task), 'x', '2026-03-10', now(), ${held}::json)`.execute(ctx.db)
  expect(await told('urged')).toEqual({ 'Báo cáo của phòng': EVERYBODY })
})

it('the calendar and the API give what is one’s own, not what is a colleague’s function', async () => {
  const { ctx, hoa, clerk, entitle } = await anOffice()
  await entitle(hoa.id, FUNCTION)
  const textsOf = async (personId: string) => {
    const actor = await actorOf(ctx.db, personId, '2026-03-10')
    if (!actor) throw new Error('nobody')
    const as = { ...ctx, actor }
    const { rows } = await listTasks(as, await mine(as), TaskQuery.parse({}))
    return rows.map(({ text }) => text).sort()
  }
  expect(await textsOf(hoa.id)).toEqual(['Báo cáo của phòng', 'Tổng hợp gương người tốt'])
  expect(await textsOf(clerk.id)).toEqual(['Báo cáo của phòng'])
})
