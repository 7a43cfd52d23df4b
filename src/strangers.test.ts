import { expect, it } from 'vitest'
import { aBrowser } from '../test/builders/browser.ts'
import { aGuardedHouse, marks, whatStands } from '../test/builders/guarded-house.ts'
import type { TestProgram } from '../test/builders/programs.ts'
import { recordsOf, walk } from '../test/builders/walk.ts'
import { routes } from './app.tsx'

const ofRecords = routes.filter(({ path }) => /^\/(api\/)?(ke-hoach|plans|viec|tasks)\/:id/.test(path))
const withoutRecord = routes.filter(({ path, method }) => method === 'GET' && !/:\w/.test(path))

const everything = ['plan.read', 'plan.import', 'plan.confirm', 'task.read', 'task.do', 'task.urge'] as const
const notHidden = (said: Awaited<ReturnType<typeof walk>>) =>
  said.filter(({ status }) => status !== 404).map(({ status, address }) => `${status} ${address}`)
const showing = (said: Awaited<ReturnType<typeof walk>>, ...words: string[]) =>
  said.filter(({ text }) => words.some((word) => text.includes(word))).map(({ address }) => address)

/** Each wall must hold by itself: the code's own checks are tried without the database's. */
const walls = [
  { name: 'behind both walls', walled: true },
  { name: 'behind the first wall alone', walled: false },
]

it('walks the addresses of plans and tasks, pages and API alike', () => {
  expect(ofRecords.length).toBeGreaterThan(60)
  expect(withoutRecord.length).toBeGreaterThan(20)
})

it.each(walls)(
  '$name: for the officer of the neighbouring commune nothing of ours exists, whatever is asked or sent',
  async ({ walled }) => {
    const house = await aGuardedHouse(walled)
    const { neighbour, running, draft } = house
    const program = await house.program(neighbour.id, [...everything, 'unit.read', 'history.read'])
    const before = await whatStands(house)
    for (const plan of [running, draft])
      expect(notHidden(await walk(ofRecords, await recordsOf(house, plan), neighbour.browser, program))).toEqual([])
    const lists = await walk(withoutRecord, await recordsOf(house, running), neighbour.browser, program)
    expect(showing(lists, ...Object.values(marks))).toEqual([])
    expect(await whatStands(house)).toEqual(before)
  },
  120_000,
)

it.each(walls)(
  '$name: a member of one hamlet reads the plan that names it, changes nothing of it, and learns nothing of the other hamlet',
  async ({ walled }) => {
    const house = await aGuardedHouse(walled)
    const { member, running, draft } = house
    const program = await house.program(member.id, [...everything, 'unit.read', 'history.read'])
    const before = await whatStands(house)
    const named = await recordsOf(house, running)
    const said = await walk(ofRecords, named, member.browser, program)
    expect(notHidden(said).toSorted()).toEqual([
      '200 GET /api/plans/:id{[0-9a-f-]{36}}',
      '200 GET /api/plans/:id{[0-9a-f-]{36}}/items',
      '200 GET /api/plans/:id{[0-9a-f-]{36}}/parts',
      '200 GET /api/plans/:id{[0-9a-f-]{36}}/unit-names',
      '200 GET /ke-hoach/:id{[0-9a-f-]{36}}',
      '200 GET /ke-hoach/:id{[0-9a-f-]{36}}/don-vi',
    ])
    expect(notHidden(await walk(ofRecords, await recordsOf(house, draft), member.browser, program))).toEqual([])
    const lists = await walk(withoutRecord, named, member.browser, program)
    expect(showing([...said, ...lists], marks.draft, marks.west)).toEqual([])
    expect(showing(lists, marks.plan)).toContain('GET /ke-hoach')
    expect(await whatStands(house)).toEqual(before)
  },
  120_000,
)

it('whoever has not signed in is shown the door at every address that is not public, and nothing behind it', async () => {
  const house = await aGuardedHouse()
  const before = await whatStands(house)
  const named = await recordsOf(house, house.running)
  const nobody = aBrowser(house.app)
  const asProgram: TestProgram = { get: (path) => nobody.get(path), post: (path) => nobody.post(path) }
  const closed = routes.filter(({ permission }) => permission !== 'public')
  const said = await walk(closed, named, nobody, asProgram)
  expect(said.filter(({ status }) => status !== 401 && status !== 303).map(({ address }) => address)).toEqual([])
  const open = await walk(
    withoutRecord.filter(({ permission }) => permission === 'public'),
    named,
    nobody,
    asProgram,
  )
  expect(showing([...said, ...open], ...Object.values(marks))).toEqual([])
  expect(await whatStands(house)).toEqual(before)
}, 120_000)

it.each(walls)(
  '$name: a program does what its scopes say and no more, however much its owner may',
  async ({ walled }) => {
    const house = await aGuardedHouse(walled)
    const { officer, running } = house
    const before = await whatStands(house)
    const named = await recordsOf(house, running)
    const apiOnly = [...ofRecords, ...withoutRecord].filter(({ path }) => path.startsWith('/api/'))
    const reader = await walk(apiOnly, named, officer.browser, await house.program(officer.id, ['plan.read']))
    expect(showing(reader, marks.west)).toEqual([])
    expect(showing(reader, marks.plan)).toContain('GET /api/plans')
    const worker = await walk(apiOnly, named, officer.browser, await house.program(officer.id, ['task.read']))
    expect(showing(worker, marks.draft)).toEqual([])
    expect(showing(worker, marks.west)).toEqual(['GET /api/tasks/:id{[0-9a-f-]{36}}'])
    const looker = await walk(apiOnly, named, officer.browser, await house.program(officer.id, ['unit.read']))
    expect(showing(looker, ...Object.values(marks))).toEqual([])
    const succeeded = [...reader, ...worker, ...looker].filter(
      ({ status, address }) => status < 300 && address.startsWith('POST'),
    )
    expect(succeeded).toEqual([])
    expect(await whatStands(house)).toEqual(before)
  },
  120_000,
)

it.each(walls)(
  '$name: records of another plan do not pass under an address of one’s own',
  async ({ walled }) => {
    const house = await aGuardedHouse(walled)
    const { ctx, officer, neighbour, beside, west } = house
    const before = await whatStands(house)
    const program = await house.program(neighbour.id, [...everything])
    const foreign = await recordsOf(house, house.running)
    const mixed = { ...foreign, plan: beside.id }
    const combined = ofRecords.filter(({ path }) => /:(item|newer|question)/.test(path))
    const said = await walk(combined, mixed, neighbour.browser, program)
    expect(
      said
        .filter(({ status }) => status !== 404 && status !== 422)
        .map(({ address, status }) => `${status} ${address}`),
    ).toEqual([])
    expect(showing(said, ...Object.values(marks).filter((mark) => mark !== marks.plan))).toEqual([])
    const own = await ctx.db.selectFrom('task').select('id').where('planId', '=', beside.id).executeTakeFirstOrThrow()
    expect((await neighbour.browser.get(`/viec/${own.id}/tep/${west.fileId}`)).status).toBe(404)
    expect((await officer.browser.get(`/viec/${west.taskId}/tep/${foreign.item}`)).status).toBe(404)
    expect(await whatStands(house)).toEqual(before)
  },
  120_000,
)
