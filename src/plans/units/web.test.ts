import { expect, it } from 'vitest'
import { aCommune } from '../../../test/builders/commune.ts'
import { aRunningPlan } from '../../../test/builders/running-plans.ts'
import { planPaths } from '../paths.ts'

const field = { ordinal: '1', coordinating: [], relation: null, period: null, title: 'Sản xuất giỏi' }
const printed = 'Phòng Kinh tế (cơ quan thường trực)'

/** A commune (unit 2) with a plan under review that names units which nobody has made yet. */
async function aPlanOfNames() {
  const house = await aCommune()
  const lead = ['Phòng KT', printed, 'Văn phòng Đảng ủy', 'Phòng VH-XH', 'Phòng Văn hoá - Xã hội']
  const item = { kind: 'field', data: { ...field, lead } } as const
  const plan = await aRunningPlan(house.ctx, [item], { unitId: 2, state: 'drafted', inForceOn: null })
  const made = async () => {
    const rows = await house.ctx.db.selectFrom('unit').select(['name', 'kind']).where('parentId', '=', 2).execute()
    return rows.map(({ name, kind }) => `${name}: ${kind}`)
  }
  return { ...house, page: planPaths.units(plan.id), made }
}

it('a missing unit is made once, called without brackets and of its usual kind, however often it is ticked', async () => {
  const { admin, page, made } = await aPlanOfNames()
  const html = await (await admin.get(page)).text()
  expect(html).toMatch(/name="new1"[^>]*value="Phòng Kinh tế"/)
  expect(html).toMatch(/id="kind1"[\s\S]*?<option value="division" selected/)
  const fields = { name1: printed, create1: '1', new1: 'Phòng Kinh tế', kind1: 'division' }
  const short = { name3: 'Phòng VH-XH', create3: '1', new3: 'Phòng VH-XH', kind3: 'division' }
  const long = { name4: 'Phòng Văn hoá - Xã hội', create4: '1', new4: 'Phòng Văn hoá - Xã hội', kind4: 'division' }
  expect((await admin.post(page, { ...fields, ...short, ...long })).status).toBe(303)
  expect(await made()).toEqual(['Phòng Kinh tế: division', 'Phòng Văn hoá - Xã hội: division'])
  expect((await (await admin.get(page)).text()).match(/Đã xác nhận/g)).toHaveLength(3)
})

it('a name that is ignored makes no unit, even where making one is ticked too', async () => {
  const { admin, page, made } = await aPlanOfNames()
  const both = { name2: 'Văn phòng Đảng ủy', ignore2: '1', create2: '1', new2: 'Văn phòng Đảng ủy', kind2: 'party' }
  expect((await admin.post(page, both)).status).toBe(303)
  expect(await made()).toEqual([])
})

it('what was ticked and typed comes back with what is wrong', async () => {
  const { admin, page, made } = await aPlanOfNames()
  const fields = { name0: 'Phòng Kinh tế', create0: '1', new0: 'Phòng Kinh tế xã', kind0: 'office' }
  const answer = await admin.post(page, {
    ...fields,
    name1: printed,
    other1: 'Phòng Không Có',
    name2: 'x',
    ignore2: '1',
  })
  expect(answer.status).toBe(422)
  const html = await answer.text()
  expect(html).toContain('Không tìm thấy đơn vị «Phòng Không Có»')
  expect(html).toMatch(/name="create0" value="1" checked/)
  expect(html).toContain('value="Phòng Kinh tế xã"')
  expect(html).toMatch(/id="kind0"[\s\S]*?<option value="office" selected/)
  expect(html).toMatch(/name="ignore2" value="1" checked/)
  expect(await made()).toEqual([])
})
