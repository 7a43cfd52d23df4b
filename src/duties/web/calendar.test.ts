import { expect, it } from 'vitest'
import { aCommune } from '../../../test/builders/commune.ts'
import { aRunningPlan } from '../../../test/builders/running-plans.ts'
import { write } from '../../context.ts'
import { deriveTasks } from '../derive-tasks.ts'
import { extendTasks } from '../extend-tasks.ts'
import { dutyPaths } from '../paths.ts'

it('a year that nobody has entered follows the law until the office corrects it, and due days follow', async () => {
  const { ctx, admin } = await aCommune()
  const report = { cadence: 'monthly', deadline: 'ngày 20', by: null, to: null, text: 'Báo cáo', due: null } as const
  const plan = await aRunningPlan(ctx, [{ kind: 'duty', data: report }], { periodTo: '2027-12-31' })
  await write(ctx, (tx) => deriveTasks(tx, plan.id))
  const dueIn = async (month: string) =>
    (await ctx.db.selectFrom('task').select('dueOn').where('coversFrom', '=', `${month}-01`).executeTakeFirst())?.dueOn
  expect(await dueIn('2027-01')).toBe('2027-01-20')

  expect(await (await admin.get(dutyPaths.calendarYear(2027))).text()).toContain('Nhận các ngày theo luật')
  const day = { on: '2027-01-20', kind: 'day-off-in-lieu', name: 'Nghỉ hoán đổi', source: 'Thông báo', year: '2027' }
  expect((await admin.post(dutyPaths.calendar, day)).status).toBe(303)
  const page = await (await admin.get(dutyPaths.calendarYear(2027))).text()
  expect(page).not.toContain('Nhận các ngày theo luật')
  expect(page).toContain('Tết Nguyên đán')
  await extendTasks(ctx)
  expect(await dueIn('2027-01')).toBe('2027-01-21')

  const removed = await admin.post(dutyPaths.calendarRemove, { on: '2027-01-20' })
  const again = await (await admin.get(removed.headers.get('location') ?? '')).text()
  expect(again).toContain('Đã xóa ngày 20/01/2027 (Nghỉ hoán đổi) khỏi lịch')
  expect(again).toMatch(/name="name"[^>]* value="Nghỉ hoán đổi"/)
  await extendTasks(ctx)
  expect(await dueIn('2027-01')).toBe('2027-01-20')
})

it('a day that is none, or of another year, is sent back with what was typed', async () => {
  const { admin } = await aCommune()
  const day = { on: '2027-02-30', kind: 'holiday', name: 'Nghỉ', source: '', year: '2027' }
  const answer = await admin.post(dutyPaths.calendar, day)
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain('value="Nghỉ"')
  expect((await admin.post(dutyPaths.calendar, { ...day, on: '2026-02-03' })).status).toBe(422)
})

it('whoever may not change it sees it and no form', async () => {
  const { admin, invite } = await aCommune()
  const { browser } = await invite(admin, 'Trần Văn Bình', 'binh.tran', 'Xã Mây Hạ', 'officer')
  expect(await (await browser.get(dutyPaths.calendar)).text()).not.toContain('Thêm vào lịch')
  const day = { on: '2026-12-24', kind: 'holiday', name: 'Nghỉ', source: '', year: '2026' }
  expect((await browser.post(dutyPaths.calendar, day)).status).toBe(403)
})
