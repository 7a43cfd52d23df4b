import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { aGuardedHouse } from '../../test/builders/guarded-house.ts'
import { dutyPaths } from '../duties/paths.ts'
import { planPaths } from './paths.ts'
import { reviewPaths } from './review/paths.ts'

const scopes = ['plan.read', 'plan.import', 'plan.confirm', 'task.read', 'task.do', 'task.urge', 'unit.read'] as const

/** The guarded house, its own officer's browser and a program that may all that the officer may. */
async function aHouseAndItsOfficer() {
  const house = await aGuardedHouse()
  const program = await house.program(house.officer.id, [...scopes])
  const [item = ''] = house.draft.itemIds
  const data = async () =>
    (await sql<{ data: Record<string, unknown> }>`select data from plan_item where id = ${item}`.execute(house.ctx.db))
      .rows[0]?.data
  const token = await house.tokenOf(house.officer.id, [...scopes])
  const headers = { host: 'localhost', authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  /** JSON as somebody may write it by hand. */
  const send = async (path: string, body: string) => house.app.request(path, { method: 'POST', headers, body })
  return { ...house, browser: house.officer.browser, program, send, item, data }
}

const nul = 'a\u0000b'
const half = 'a\ud800b'
/** Letters that no compression makes shorter. */
const wild = Array.from({ length: 8_000 }, (_, at) => String.fromCodePoint(0x4e00 + ((at * 7_919) % 20_000))).join('')

it('what no database can hold is refused, in a form and in JSON, and nothing is changed', async () => {
  const { browser, program, draft, item, data } = await aHouseAndItsOfficer()
  const before = await data()
  const edit = reviewPaths.item(draft.id, item, 'sua')
  for (const title of [nul, `${wild}${wild}`]) {
    expect((await browser.post(edit, { title })).status).toBe(422)
    const changes = { title: { from: before?.['title'], to: title } }
    expect((await program.post(`/api/plans/${draft.id}/items/${item}/changes`, { changes })).status).toBe(422)
    expect((await program.post(`/api/plans/${draft.id}/items`, { kind: 'field', data: { title } })).status).toBe(422)
  }
  const name = { name: wild.slice(0, 2_000), ignored: true }
  expect((await program.post(`/api/plans/${draft.id}/unit-names`, { decisions: [name] })).status).toBe(422)
  expect((await browser.post(planPaths.units(draft.id), { name0: wild, ignore0: '1' })).status).toBe(422)
  expect(await data()).toEqual(before)
})

it('the longest title that is allowed is kept, listed and found', async () => {
  const { browser, program, draft, ctx } = await aHouseAndItsOfficer()
  const header = await ctx.db
    .selectFrom('planItem')
    .select('id')
    .where('planId', '=', draft.id)
    .where('kind', '=', 'header')
    .executeTakeFirstOrThrow()
  const changes = { title: { from: 'MARKDRAFT', to: wild } }
  const answer = await program.post(`/api/plans/${draft.id}/items/${header.id}/changes`, { changes })
  expect([answer.status, await answer.text()]).toEqual([200, expect.stringContaining('revision')])
  expect(await (await browser.get(`${planPaths.list}?sort=title`)).text()).toContain(wild.slice(0, 40))
})

it('half a character is no reason to break, and reaches nobody', async () => {
  const { program, draft, item } = await aHouseAndItsOfficer()
  const changes = { title: { from: 'Lĩnh vực MARKDRAFT', to: half } }
  expect((await program.post(`/api/plans/${draft.id}/items/${item}/changes`, { changes })).status).toBeLessThan(500)
  const list = await program.get(`/api/plans/${draft.id}/items`)
  expect((await list.text()).isWellFormed()).toBe(true)
})

it('keys that mean something to the language mean nothing to an item', async () => {
  const { browser, draft, item, data, ctx, send } = await aHouseAndItsOfficer()
  const before = await data()
  const bad = '{"__proto__": {"polluted": "yes"}, "constructor": {"prototype": {"polluted": "yes"}}, "title": "Mới"}'
  const added = await send(`/api/plans/${draft.id}/items`, `{"kind": "field", "data": ${bad}}`)
  expect(added.status).toBe(201)
  for (const key of ['__proto__', 'constructor', 'toString', 'hasOwnProperty']) {
    const body = `{"changes": {"${key}": {"from": null, "to": {"polluted": "yes"}}}}`
    expect((await send(`/api/plans/${draft.id}/items/${item}/changes`, body)).status, key).toBeLessThan(500)
    await browser.post(reviewPaths.item(draft.id, item, 'sua'), {
      [key]: 'x',
      title: String(before?.['title']),
      seen: bad,
    })
  }
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  const { rows } = await sql<{
    keys: string[]
  }>`select array(select distinct jsonb_object_keys(data) as key from plan_item
    where plan_id = ${draft.id} and kind = 'field' order by key) as keys`.execute(ctx.db)
  expect(rows[0]?.keys).toEqual(['coordinating', 'lead', 'ordinal', 'period', 'relation', 'title'])
})

it('JSON nested a hundred thousand deep is refused like any other nonsense', async () => {
  const { send, draft, item } = await aHouseAndItsOfficer()
  const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`
  const sent = [
    [`/api/plans/${draft.id}/items`, `{"kind": "field", "data": {"title": ${deep}}}`],
    [`/api/plans/${draft.id}/items/${item}/changes`, `{"changes": {"title": {"from": ${deep}, "to": "x"}}}`],
    [`/api/plans/${draft.id}/unit-names`, `{"decisions": ${deep}}`],
  ] as const
  for (const [path, body] of sent) expect([422, 409]).toContain((await send(path, body)).status)
})

it('more than a form can mean is refused before it is worked through', async () => {
  const { browser, member, draft, running } = await aHouseAndItsOfficer()
  const flood = { name0: 'Ai', other0: Array.from({ length: 400 }, (_, at) => `Đơn vị ${at}`).join(';') }
  expect((await browser.post(planPaths.units(draft.id), flood)).status).toBe(413)
  expect((await member.browser.post(planPaths.units(running.id), flood)).status).toBe(404)
  const boxes = new URLSearchParams(Array.from({ length: 10_000 }, (_, at) => ['unit', String(at + 1)]))
  expect((await browser.post(dutyPaths.urge, boxes as never)).status).toBe(422)
  const huge = { title: 'x'.repeat(2 * 1024 * 1024) }
  expect((await browser.post(reviewPaths.add(draft.id), huge)).status).toBe(413)
})

it('a plan is not put in force for all eternity: neither from the year 1, nor with a period of ten thousand years', async () => {
  const { browser, program, draft, item } = await aHouseAndItsOfficer()
  for (const from of ['0001-01-01', '9999-12-31', '2024-01-01']) {
    const answer = await browser.post(planPaths.confirm(draft.id), { from, reason: 'Thử' })
    expect(answer.status, from).toBe(422)
    expect(await answer.text()).toContain('quá một năm')
    expect((await program.post(`/api/plans/${draft.id}/confirmation`, { from, reason: 'Thử' })).status).toBe(422)
  }
  for (const period of [
    { from: '0001-01', to: '9999-12' },
    { from: '2026-01', to: '9999-12' },
  ]) {
    const changes = { period: { from: null, to: period } }
    expect((await program.post(`/api/plans/${draft.id}/items/${item}/changes`, { changes })).status).toBe(422)
  }
})

it('days and numbers beyond all measure are refused, in addresses and in forms', async () => {
  const { admin, browser, program, west } = await aHouseAndItsOfficer()
  for (const on of ['0001-01-01', '9999-12-31', '0000-01-01']) {
    expect((await admin.post(dutyPaths.calendar, { on, kind: 'holiday', name: 'x' })).status, on).toBe(422)
    expect((await admin.post(dutyPaths.calendarRemove, { on })).status, on).toBe(422)
  }
  const id = '019cd578-f500-79d4-a747-43de346f4b72'
  for (const query of [
    `sau=9999-99-99~${id}`,
    'sau=~------------------------------------',
    'ke-hoach=x',
    'trang=99999999999',
  ])
    for (const path of [dutyPaths.mine, dutyPaths.overview])
      expect((await browser.get(`${path}?${query}`)).status).toBeLessThan(500)
  for (const at of ['%2B275760-09-13T00:00:00Z', '-271821-04-20T00:00:00Z', 'x'])
    expect((await browser.get(`${dutyPaths.notices}?truoc=${at}&ma=${id}`)).status).toBeLessThan(500)
  expect((await program.post('/api/urgings', { unitIds: [2 ** 40], words: '' })).status).toBe(422)
  expect((await program.get('/api/tasks?unit=9007199254740991')).status).toBeLessThan(500)
  expect((await browser.post(dutyPaths.do(west.taskId), { on: '0000-01-01', how: 'on-paper' })).status).toBe(409)
})
