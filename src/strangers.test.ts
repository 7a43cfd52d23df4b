import { expect, it } from 'vitest'
import type { TestBrowser } from '../test/builders/browser.ts'
import { aBrowser } from '../test/builders/browser.ts'
import { aGuardedHouse, type GuardedHouse, marks, whatStands } from '../test/builders/guarded-house.ts'
import type { TestProgram } from '../test/builders/programs.ts'
import { routes } from './app.tsx'
import type { Route } from './platform/http/route.ts'

/** What stands for the parameters of a path. */
interface Named {
  readonly plan: string
  readonly item: string
  readonly newer: string
  readonly task: string
  readonly file: string
  readonly question: string
}

const ofRecords = routes.filter(({ path }) => /^\/(api\/)?(ke-hoach|plans|viec|tasks)\/:id/.test(path))
const withoutRecord = routes.filter(({ path, method }) => method === 'GET' && !/:\w/.test(path))

function filled(path: string, named: Named): string {
  const id = /(viec|tasks)\/:id/.test(path) ? named.task : named.plan
  const values: Readonly<Record<string, string>> = { id, position: '0', ...{ ...named, file: named.file } }
  const plain = path.replace(/:\w+\{\\d\{1,[91][^/]*/g, '4')
  return plain.replace(/:(\w+)(\{[^/]*\})?/g, (_, name: string) => values[name] ?? named.plan)
}

/** What every form of a plan or task takes, all at once. */
const typed = {
  ...{ on: '2026-03-09', how: 'on-paper', note: 'x', reason: 'Thử', words: 'x', from: '2026-03-01', revision: '0' },
  ...{ kind: 'criterion', text: 'x', title: 'x', subject: 'any', name0: 'Ai đó', ignore0: '1', candidate: '0' },
  ...{ fullName5: 'Ai đó', account5: 'ai.do', unit: '5' },
}
const bodies = {
  ...typed,
  ...{ revision: 0, changes: { title: { from: 'x', to: 'y' } }, to: 'up', parentId: null, first: 'x', second: 'y' },
  ...{ data: { text: 'x' }, decisions: [{ name: 'x', ignored: true }], take: [], candidate: 0 },
}

async function read(answer: Response): Promise<string> {
  if (answer.headers.get('content-type')?.startsWith('text/event-stream')) {
    await answer.body?.cancel()
    return 'news'
  }
  return answer.text()
}

/** Asks for every address with these records, as browser or program; answers what was said to each. */
async function walk(asked: readonly Route[], named: Named, browser: TestBrowser, program?: TestProgram) {
  const said: { address: string; status: number; text: string }[] = []
  for (const { method, path } of asked) {
    const isApi = path.startsWith('/api/')
    if (isApi && !program) continue
    const address = `${filled(path, named)}${method === 'GET' ? '?q=mark&trang=019cd578-f500-79d4-a747-43de346f4b72' : ''}`
    const who = isApi && program ? program : browser
    const answer = await (method === 'GET'
      ? who.get(address)
      : isApi
        ? (program ?? browser).post(address, bodies as never)
        : browser.post(address, typed))
    said.push({ address: `${method} ${path}`, status: answer.status, text: await read(answer) })
  }
  return said
}

async function recordsOf({ ctx, west, draft }: GuardedHouse, plan: { id: string; itemIds: string[] }): Promise<Named> {
  const question = ctx.db.selectFrom('planQuestion').select('id').where('planId', '=', plan.id)
  return {
    plan: plan.id,
    item: plan.itemIds[0] ?? '',
    newer: draft.id,
    task: west.taskId,
    file: west.fileId,
    question: (await question.executeTakeFirst())?.id ?? '',
  }
}

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
