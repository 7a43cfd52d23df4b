import Excel from 'exceljs'
import { expect, it } from 'vitest'
import { aCommune } from '../../test/builders/commune.ts'
import { aRunningPlan } from '../../test/builders/running-plans.ts'
import { write } from '../context.ts'
import { deriveTasks } from './derive-tasks.ts'
import { dutyPaths } from './paths.ts'

/** Two communes owe a report since 2 March; today is the 10th. Bình works in the first and may not urge. */
async function aLateProvince() {
  const commune = await aCommune()
  const { ctx, admin, invite } = commune
  const report = { cadence: 'monthly', by: 'Các xã', to: null, text: 'Báo cáo gương người tốt', due: null } as const
  const units = [2, 3].map((unitId) => ({ role: 'owes' as const, unitId }))
  const plan = await aRunningPlan(ctx, [{ kind: 'duty', data: { ...report, deadline: 'ngày 02' }, units }], {
    inForceOn: '2026-03-01',
    periodTo: '2026-03-31',
  })
  await write(ctx, (tx) => deriveTasks(tx, plan.id))
  const { browser: member } = await invite(admin, 'Trần Văn Bình', 'binh.tran', 'Xã Mây Hạ', 'member')
  return { ...commune, plan, member }
}

const plain = async (answer: Response | Promise<Response>) =>
  (await (await answer).text()).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')

it('shows those who lag first, and a member only what is theirs', async () => {
  const { admin, member } = await aLateProvince()
  expect(await plain(admin.get(dutyPaths.overview))).toMatch(/Xã Mây Hạ 1 02\/03\/2026 .* Xã Mây Thượng 1/)
  const own = await plain(member.get(dutyPaths.overview))
  expect(own).toContain('Xã Mây Hạ')
  expect(own).not.toContain('Xã Mây Thượng')
  expect((await member.get(dutyPaths.ofUnit(3))).status).toBe(404)
  const unit = await (await admin.get(dutyPaths.ofUnit(3))).text()
  expect(unit).toContain('Báo cáo gương người tốt')
  expect(unit).toContain(`href="${dutyPaths.urge}?unit=3"`)
  expect(await (await member.get(dutyPaths.ofUnit(2))).text()).not.toContain(`href="${dutyPaths.urge}`)
})

it('urges whom the officer has picked, after a look at the list, in the officer’s words and once a day', async () => {
  const { ctx, admin, member } = await aLateProvince()
  expect((await admin.get(dutyPaths.urge)).headers.get('location')).toBe(dutyPaths.overview)
  const preview = await plain(admin.get(`${dutyPaths.urge}?unit=2`))
  expect(preview).toContain('1 đơn vị, 1 việc quá hạn')
  expect(preview).not.toContain('Xã Mây Thượng')
  const sent = { unit: '2', words: 'Gửi ngay trong tuần' }
  expect((await admin.post(dutyPaths.urge, sent)).status).toBe(303)
  expect(await plain(admin.get(dutyPaths.overview))).toContain('Đã đôn đốc 1 đơn vị về 1 việc; 1 người nhận thông báo')
  expect(await plain(member.get(dutyPaths.notices))).toMatch(/Gửi ngay trong tuần Được đôn đốc/)
  expect(await plain(admin.get('/nhat-ky?event=task.urged'))).toContain('Đôn đốc đơn vị Xã Mây Hạ')
  await admin.post(dutyPaths.urge, sent)
  expect(await ctx.db.selectFrom('notice').select('id').where('kind', '=', 'urged').execute()).toHaveLength(1)
})

it('a member urges nobody: for them the page does not exist', async () => {
  const { member } = await aLateProvince()
  expect((await member.get(`${dutyPaths.urge}?all=1`)).status).toBe(404)
  expect((await member.post(dutyPaths.urge, { unit: '3', words: '' })).status).toBe(404)
})

it('prints a letter to all that lag', async () => {
  const { admin } = await aLateProvince()
  const letter = await plain(admin.get(`${dutyPaths.urgingLetter}?all=1`))
  expect(letter).toContain('Tỉnh Sông Thanh')
  expect(letter).toMatch(/Kính gửi: - Xã Mây Hạ; - Xã Mây Thượng\./)
  expect(letter).toContain('Thực hiện Kế hoạch “Xây dựng điển hình tiên tiến năm 2026”. Đến ngày 10/03/2026,')
})

it('the office does not write to itself, and names the plan by its number and day', async () => {
  const { ctx, admin, plan } = await aLateProvince()
  await ctx.db.updateTable('planDocument').set({ number: '38/KH-UBND', issued: '2026-01-27' }).execute()
  await ctx.db.updateTable('task').set({ unitId: 1, unitPath: '1' }).where('unitId', '=', 3).execute()
  const letter = await plain(admin.get(`${dutyPaths.urgingLetter}?all=1&plan=${plan.id}`))
  expect(letter).toContain('Kính gửi: Xã Mây Hạ ')
  expect(letter).toContain('Kế hoạch số 38/KH-UBND ngày 27/01/2026 “Xây dựng điển hình tiên tiến năm 2026”')
  const alone = await plain(admin.get(`${dutyPaths.urgingLetter}?unit=1`))
  expect(alone).toContain('Kính gửi: Tỉnh Sông Thanh ')
})

it('gives the list as a workbook in which a name that looks like a formula is text', async () => {
  const { ctx, admin } = await aLateProvince()
  await ctx.db.updateTable('unit').set({ name: '=1+1' }).where('id', '=', 2).execute()
  const answer = await admin.get(dutyPaths.overviewSheet)
  const book = new Excel.Workbook()
  await book.xlsx.load(await answer.arrayBuffer())
  const cell = book.worksheets[0]?.getCell('A2')
  expect([cell?.value, cell?.type]).toEqual(['=1+1', Excel.ValueType.String])
})
