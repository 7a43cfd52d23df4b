import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import pg from 'pg'
import { build } from 'vite'
import { groups, listening, replay } from './country/bare.ts'
import { fillCountry, size } from './country/fill.ts'
import { keep, median } from './machine.ts'

/*
 * Pages at national size, as JSON in docs/bench/pages.json: node test/bench/pages.ts
 * Every page is timed twice: as a request to the whole app, and as the bare program, which sends the same statements (the look-up of the session among them) with the same rights
 * through `pg`, one after the other or together as the product does, and renders the same tree. Rows and letters of both are compared.
 */
const root = join(import.meta.dirname, '../..')
const ROUNDS = 60
const PARALLEL = 50
const today = '2026-11-20'
const folder = mkdtempSync(join(tmpdir(), 'lantoa-bench-'))
chmodSync(folder, 0o755)

await build({
  root,
  configFile: join(root, 'vite.server.config.ts'),
  logLevel: 'error',
  plugins: [{ name: 'keep-the-page', enforce: 'pre', resolveId: keepsPage }],
  build: {
    outDir: join(root, 'node_modules/.cache/lantoa-bench'),
    rollupOptions: {
      input: {
        parts: join(root, 'test/bench/country/parts.ts'),
        rendering: join(root, 'test/bench/country/rendering.ts'),
      },
    },
  },
})

function keepsPage(source: string, importer: string | undefined): string | null {
  const isOurs = source.endsWith('/html.ts') && importer?.includes('/src/') === true
  return isOurs ? join(root, 'test/bench/country/rendering.ts') : null
}

const at = (name: string) => pathToFileURL(join(root, 'node_modules/.cache/lantoa-bench', `${name}.js`)).href
const parts = (await import(at('parts'))) as typeof import('./country/parts.ts')
const { last, renderToString } = (await import(at('rendering'))) as typeof import('./country/rendering.ts')

const clock = { now: () => new Date(`${today}T03:00:00Z`) }
const chance = parts.systemChance(clock.now)
const log = parts.jsonLog(() => undefined, clock.now)
const config = parts.readConfig({ LANTOA_DATA: join(folder, 'data'), LANTOA_STATE: join(folder, 'state') }, folder)
const house = await parts.openHouse({ config, log, clock, chance })
try {
  const visitors = await fillCountry(house.pool, today)
  const tasks = await makeTasks()
  await house.pool.query('vacuum analyze')
  const stopping = new AbortController()
  const app = parts.createApp({
    context: house.context,
    news: house.news,
    wall: house.wall,
    stopping: stopping.signal,
    clientFolder: join(root, 'dist/client'),
  })
  const anybody = (await house.pool.query('select person_id from position where unit_id = 134 limit 1')).rows[0]
    .person_id
  const running = (await house.pool.query('select id from plan_document where unit_id = 134')).rows[0].id
  const wanted = [
    ['a plan in force', `/ke-hoach/${running}`, visitors.communeOfficer],
    ['people: a list of 50', '/can-bo', visitors.provinceOfficer],
    ['a person', `/can-bo/${anybody}`, visitors.provinceOfficer],
    ['units: a province', '/don-vi/2', visitors.provinceOfficer],
    ['units found by words', '/don-vi?q=xa+may', visitors.provinceOfficer],
    ['search', '/tim?q=xa+may+8', visitors.provinceOfficer],
    ['plans: a list of 25', '/ke-hoach', visitors.provinceOfficer],
    ['my tasks', '/viec', visitors.member],
    ['late units of a province', '/theo-doi', visitors.provinceOfficer],
  ] as const
  const pages = []
  for (const [name, path, secret] of wanted)
    pages.push({ name, ...(await measure(app, path, secret)), firstVisitBytes: await firstVisit(app, path, secret) })
  keep('pages', { size, tasks, signInMs: await signIn(app), rounds: ROUNDS, parallel: PARALLEL, pages })
} finally {
  await house.close()
  rmSync(folder, { recursive: true, force: true })
}

/** A year's tasks of every plan, one transaction a plan as the nightly job has it. */
async function makeTasks() {
  const actor = parts.theSystem(today)
  const ctx = parts.contextOf(house.context, { ...actor, on: '2026-01-01' })
  const { rows } = await house.pool.query<{ id: string }>('select id from plan_document order by id')
  const began = performance.now()
  let made = 0
  for (const { id } of rows) made += (await parts.write(ctx, (tx) => parts.deriveTasks(tx, id))).made
  const seconds = Math.round((performance.now() - began) / 100) / 10
  await house.pool.query(
    "update task set state = 'done', done_on = due_on, done_how = 'delivered' where due_on < '2026-11-20' and abs(hashtext(id::text)) % 10 > 0",
  )
  return { plans: rows.length, made, seconds }
}

async function measure(app: ReturnType<typeof parts.createApp>, path: string, secret: string) {
  const headers = { host: 'localhost', accept: 'text/html', cookie: `lantoa_session=${secret}` }
  const ask = async () => {
    const answer = await app.request(path, { headers })
    const html = await answer.text()
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`)
    return html
  }
  for (let i = 0; i < 5; i += 1) await ask()
  const { result: html, sent } = await listening(ask)
  const page = last.page
  if (!page) throw new Error(`${path} is no page`)
  const grouped = groups(sent)
  const clients = await bareClients(secret)
  const bare = async () => {
    const rows = await replay(clients, grouped)
    return { rows, html: `<!doctype html>${renderToString(page)}` }
  }
  const once = await bare()
  const rows = grouped.flat().reduce((sum, one) => sum + one.rows, 0)
  if (once.rows !== rows || once.html.length !== html.length)
    throw new Error(`${path}: the bare program answers something else`)
  const [own, plain]: [number[], number[]] = [[], []]
  for (let i = 0; i < ROUNDS; i += 1) {
    own.push(await timed(ask))
    plain.push(await timed(bare))
  }
  const parallel: number[] = []
  await Promise.all(
    Array.from({ length: PARALLEL }, async () => {
      for (let i = 0; i < 6; i += 1) parallel.push(await timed(ask))
    }),
  )
  for (const client of [...clients.walled, ...clients.own]) await client.end()
  const [ours, limit] = [median(own), median(plain)]
  return {
    serverMs: round(ours),
    bareMs: round(limit),
    ratio: round(ours / limit),
    rendersASecond: Math.round(1_000 / ours),
    p95AtFiftyMs: round(parallel.sort((a, b) => a - b)[Math.floor(parallel.length * 0.95)] ?? 0),
    statements: grouped.flat().length,
    rows,
    htmlBytes: Buffer.byteLength(html),
  }
}

/** Connections with the rights of the session's person, and the house's own. */
async function bareClients(secret: string) {
  const signedIn = await parts.findSignedIn(house.context.db, secret, {
    now: clock.now(),
    day: today,
    idleHours: 12_000,
  })
  if (!signedIn) throw new Error('no such session')
  const connection = (house.postgres?.connection ?? { connectionString: config.databaseUrl ?? '' }) as pg.ClientConfig
  const open = (options: string) => Array.from({ length: 4 }, () => new pg.Client({ ...connection, options }))
  const [walled, own] = [open('-c role=lantoa_reach'), open('')]
  for (const client of [...walled, ...own]) await client.connect()
  for (const client of walled)
    await client.query("select set_config('lantoa.reach', $1, false)", [parts.reachSetting(signedIn.actor)])
  return { walled, own }
}

/** What a browser without a cache takes in: the page, its style sheets and scripts, packed; fonts apart. */
async function firstVisit(app: ReturnType<typeof parts.createApp>, path: string, secret: string): Promise<number> {
  const headers = { host: 'localhost', accept: 'text/html', cookie: `lantoa_session=${secret}` }
  const html = await (await app.request(path, { headers })).text()
  const linked = [...html.matchAll(/<(?:link rel="stylesheet" href|script type="module" src)="([^"]+)"/g)].map(
    (match) => match[1] ?? '',
  )
  let bytes = 0
  for (const address of [path, ...linked]) {
    const answer = await app.request(address, { headers: { ...headers, 'accept-encoding': 'gzip' } })
    bytes += (await answer.arrayBuffer()).byteLength
  }
  return bytes
}

/** A right password, from the form to the session. */
async function signIn(app: ReturnType<typeof parts.createApp>): Promise<number> {
  const password = 'sen nở mùa hạ 2026'
  await house.pool.query(
    `insert into credential (person_id, password_hash, password_set_at) select id, $1, now() from person where user_name = 'nguoi.7'`,
    [await parts.hashPassword(password)],
  )
  const body = () => new URLSearchParams({ account: 'nguoi.7', password })
  const headers = { host: 'localhost', origin: 'http://localhost' }
  const times: number[] = []
  for (let i = 0; i < 5; i += 1)
    times.push(
      await timed(async () => {
        const answer = await app.request('/dang-nhap', { method: 'POST', body: body(), headers })
        if (answer.status !== 303) throw new Error(`sign-in: ${answer.status}`)
      }),
    )
  return round(median(times))
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
