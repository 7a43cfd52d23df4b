import ICAL from 'ical.js'
import { expect, it } from 'vitest'
import { aBrowser } from '../../test/builders/browser.ts'
import { aCommune } from '../../test/builders/commune.ts'
import { aRunningPlan } from '../../test/builders/running-plans.ts'
import { write } from '../context.ts'
import { deriveTasks } from './derive-tasks.ts'
import { dutyPaths } from './paths.ts'
import { remind } from './reminders/remind.ts'

/** The first commune owes a report on 11 March; today is the 10th. Bình works there, Xa in the other commune. */
async function aRemindedCommune() {
  const commune = await aCommune()
  const { ctx, admin, invite } = commune
  const report = { cadence: 'monthly', by: 'Xã Mây Hạ', to: null, text: 'Báo cáo gương người tốt', due: null } as const
  const plan = await aRunningPlan(
    ctx,
    [{ kind: 'duty', data: { ...report, deadline: 'ngày 11' }, units: [{ role: 'owes', unitId: 2 }] }],
    { inForceOn: '2026-03-01', periodTo: '2026-03-31' },
  )
  await write(ctx, (tx) => deriveTasks(tx, plan.id))
  const { browser: member } = await invite(admin, 'Trần Văn Bình', 'binh.tran', 'Xã Mây Hạ', 'member')
  const { browser: outsider } = await invite(admin, 'Hoàng Thị Xa', 'xa.hoang', 'Xã Mây Thượng', 'officer')
  await write(ctx, remind)
  return { ...commune, member, outsider }
}

it('the bell counts what somebody has not seen, until they say that they have', async () => {
  const { member, outsider } = await aRemindedCommune()
  expect(await (await member.get(dutyPaths.mine)).text()).toContain('Thông báo: 1 chưa xem')
  const page = await (await member.get(dutyPaths.notices)).text()
  expect(page).toContain('Báo cáo gương người tốt')
  expect(page).toContain('Sắp đến hạn')
  expect(await (await outsider.get(dutyPaths.notices)).text()).not.toContain('Báo cáo gương người tốt')
  await outsider.post(dutyPaths.noticesSeen)
  expect(await (await member.get(dutyPaths.mine)).text()).toContain('1 chưa xem')
  await member.post(dutyPaths.noticesSeen)
  expect(await (await member.get(dutyPaths.mine)).text()).not.toContain('chưa xem')
})

it('somebody says how many days before and whether by letter; a number that is none is sent back', async () => {
  const { ctx, member } = await aRemindedCommune()
  const wrong = await member.post(dutyPaths.noticeSetting, { daysBefore: '99' })
  expect(wrong.status).toBe(422)
  expect(await wrong.text()).toContain('từ 0 đến 30')
  expect((await member.post(dutyPaths.noticeSetting, { daysBefore: '5' })).status).toBe(303)
  const settings = await ctx.db.selectFrom('reminderSetting').select(['byMail', 'daysBefore']).execute()
  expect(settings).toEqual([{ byMail: false, daysBefore: 5 }])
})

it('a calendar opens by its address alone, shows what its owner may see, and closes when it is revoked or changed', async () => {
  const { app, member, outsider } = await aRemindedCommune()
  const addressOf = async (answer: Response) => /\/lich\/[\w-]+\.ics/.exec(await answer.text())?.[0] ?? ''
  const address = await addressOf(await member.post(dutyPaths.feed))
  const program = aBrowser(app)
  const answer = await program.get(address)
  expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
  const events = new ICAL.Component(ICAL.parse(await answer.text())).getAllSubcomponents('vevent')
  expect(events.map((event) => event.getFirstPropertyValue('summary'))).toEqual(['Báo cáo gương người tốt'])

  const empty = await addressOf(await outsider.post(dutyPaths.feed))
  expect(await (await program.get(empty)).text()).not.toContain('VEVENT')

  const changed = await addressOf(await member.post(dutyPaths.feed))
  expect((await program.get(address)).status).toBe(404)
  expect((await program.get(changed)).status).toBe(200)
  await member.post(dutyPaths.feedRevoke)
  expect((await program.get(changed)).status).toBe(404)
  expect((await program.get(`/lich/${'x'.repeat(43)}.ics`)).status).toBe(404)
})
