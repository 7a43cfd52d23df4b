import { expect, it } from 'vitest'
import { aCommune } from '../../../test/builders/commune.ts'
import { aRunningPlan } from '../../../test/builders/running-plans.ts'
import { write } from '../../context.ts'
import { endPlan, resumePlan } from '../../plans/force/actions.ts'
import { deriveTasks } from '../derive-tasks.ts'
import { dutyPaths } from '../paths.ts'

/** A province with two communes: the first owes a monthly report from April on, and has an officer and a member; the other has an officer. */
async function aDistrict() {
  const commune = await aCommune()
  const { ctx, admin, invite } = commune
  const report = { cadence: 'monthly', by: 'Xã Mây Hạ', to: null, text: 'Báo cáo gương người tốt', due: null } as const
  const plan = await aRunningPlan(
    ctx,
    [{ kind: 'duty', data: { ...report, deadline: 'ngày 20' }, units: [{ role: 'owes', unitId: 2 }] }],
    { inForceOn: '2026-02-01', periodTo: '2026-05-31' },
  )
  await write(ctx, (tx) => deriveTasks(tx, plan.id))
  const task = await ctx.db.selectFrom('task').select('id').orderBy('dueOn').executeTakeFirstOrThrow()
  const { browser: member } = await invite(admin, 'Trần Văn Bình', 'binh.tran', 'Xã Mây Hạ', 'member')
  const { browser: outsider } = await invite(admin, 'Hoàng Thị Xa', 'xa.hoang', 'Xã Mây Thượng', 'officer')
  return { ...commune, plan, task: task.id, member, outsider }
}

async function words(answer: Response | Promise<Response>): Promise<string> {
  return (await (await answer).text()).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
}

it('a member sees what the unit owes, the late first, and reports it done with one press', async () => {
  const { member, task } = await aDistrict()
  const before = await words(member.get(dutyPaths.mine))
  expect(before).toContain('1 việc quá hạn')
  expect(before).toMatch(/Quá hạn 1 Báo cáo gương người tốt .* Hạn 23\/02\/2026, quá 15 ngày/)
  expect((await member.post(dutyPaths.do(task), { how: 'delivered', on: '2026-03-10' })).status).toBe(303)
  const after = await words(member.get(dutyPaths.mine))
  expect(after).toContain('Đã ghi nhận làm xong')
  expect(after).not.toContain('quá hạn')
  expect((await member.post(dutyPaths.do(task), { how: 'delivered', on: '2026-03-10' })).status).toBe(409)
})

it('what was done on paper is entered with its day and its scan, which only those who see the task can open', async () => {
  const { ctx, member, outsider, task } = await aDistrict()
  const form = (on: string) => {
    const fields = new FormData()
    for (const [name, value] of Object.entries({ how: 'on-paper', on, note: 'Nộp trực tiếp' })) fields.set(name, value)
    fields.set('files', new File(['bản quét'], 'báo cáo tháng 2.pdf'))
    return fields
  }
  const early = await member.post(dutyPaths.do(task), form('2026-03-11'))
  expect(early.status).toBe(422)
  expect(await words(early)).toContain('Ngày làm xong không thể sau hôm nay')
  expect((await member.post(dutyPaths.do(task), form('2026-02-19'))).status).toBe(303)
  const page = await (await member.get(dutyPaths.task(task))).text()
  expect(page).toContain('Đã làm trên giấy, 19/02/2026')
  const file = await ctx.db.selectFrom('taskFile').select('id').executeTakeFirstOrThrow()
  expect(await (await member.get(dutyPaths.file(task, file.id))).text()).toBe('bản quét')
  expect((await outsider.get(dutyPaths.file(task, file.id))).status).toBe(404)
})

it('what lies out of reach looks as if it did not exist, whatever is asked', async () => {
  const { outsider, task } = await aDistrict()
  expect(await words(outsider.get(dutyPaths.mine))).not.toContain('Báo cáo gương người tốt')
  expect((await outsider.get(dutyPaths.task(task))).status).toBe(404)
  expect((await outsider.post(dutyPaths.reopen(task), { reason: 'x' })).status).toBe(404)
  expect((await outsider.post(dutyPaths.waive(task), { reason: 'x' })).status).toBe(404)
})

it('whoever gave the task may waive it with a reason, its owner may not', async () => {
  const { admin, member, task, ctx } = await aDistrict()
  expect((await member.post(dutyPaths.waive(task), { reason: 'Bận' })).status).toBe(403)
  const without = await admin.post(dutyPaths.waive(task), { reason: ' ' })
  expect(without.status).toBe(422)
  expect(await words(without)).toContain('Hãy ghi lý do')
  expect((await admin.post(dutyPaths.waive(task), { reason: 'Xã đã báo cáo chung' })).status).toBe(303)
  const saved = await ctx.db
    .selectFrom('task')
    .select(['state', 'note'])
    .where('id', '=', task)
    .executeTakeFirstOrThrow()
  expect(saved).toEqual({ state: 'waived', note: 'Xã đã báo cáo chung' })
  expect((await admin.post(dutyPaths.waive(task), { reason: 'Lần nữa' })).status).toBe(409)
  expect((await admin.post(dutyPaths.reopen(task), { reason: 'Nhầm' })).status).toBe(303)
})

it('under a plan that has ended nothing is opened again: neither the button nor the address does it, until the plan goes on', async () => {
  const { ctx, member, plan, task } = await aDistrict()
  await member.post(dutyPaths.do(task), { how: 'delivered', on: '2026-03-10' })
  await write(ctx, (tx) => endPlan(tx, plan.id, '2026-03-10'))
  expect(await (await member.get(dutyPaths.task(task))).text()).not.toContain(dutyPaths.reopen(task))
  expect((await member.post(dutyPaths.reopen(task), { reason: 'Nhầm' })).status).toBe(409)
  await write(ctx, (tx) => resumePlan(tx, plan.id))
  expect(await (await member.get(dutyPaths.task(task))).text()).toContain(dutyPaths.reopen(task))
  expect((await member.post(dutyPaths.reopen(task), { reason: 'Nhầm' })).status).toBe(303)
})
