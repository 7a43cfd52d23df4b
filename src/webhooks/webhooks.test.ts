import { createHmac } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { aFolder } from '../../test/builders/database.ts'
import { aProvinceWithPrograms } from '../../test/builders/programs.ts'
import { aReceiver, type ReceivedPost } from '../../test/builders/receiver.ts'
import { theSystem } from '../access/builtin-actors.ts'
import { readConfig } from '../config.ts'
import { type Context, write } from '../context.ts'
import { seal } from '../history/personal-values.ts'
import { recordHistory } from '../history/record-history.ts'
import { endPosition } from '../organisation/actions/change-people.ts'
import { openNews } from '../platform/db/news.ts'
import { runJobs } from '../platform/jobs/run-jobs.ts'
import { openMail } from '../platform/mail/mail.ts'
import { forgetDeliveries } from './actions/forget-deliveries.ts'
import { deliverJob, tellDisabledJob } from './jobs.ts'

const scopes = ['webhook.change', 'history.read', 'unit.change', 'unit.read'] as const
const hamlet = { parentId: 2, name: 'Thôn Đông', kind: 'hamlet', on: '2026-03-02' }

/** A province whose server may call this computer; an officer of the first commune with a program, and the officer's webhook there. */
async function aListener(statuses?: readonly number[]) {
  const folder = await aFolder()
  const config = readConfig({ LANTOA_DATA: folder, LANTOA_WEBHOOK_LOCAL: '1' }, folder)
  const mail = openMail({ smtpUrl: null, from: 'Lan Tỏa <a@b.example>', folder }, () => 'letter')
  const province = await aProvinceWithPrograms({ config, mail })
  const { ctx, hire, program } = province
  const receiver = await aReceiver(statuses)
  const officer = await hire('binh', 2, 'officer')
  await ctx.db.updateTable('person').set({ email: 'binh@x.example' }).where('id', '=', officer.id).execute()
  const token = await program(officer.id, [...scopes])
  const added = await token.post('/api/webhooks', { unitId: 2, url: receiver.url, events: ['unit.created'] })
  const { id, secret } = (await added.json()) as { id: string; secret: string }
  const system: Context = { ...ctx, actor: theSystem('2026-03-10') }
  return { ...province, folder, receiver, officer, token, id, secret, system }
}

type Listener = Awaited<ReturnType<typeof aListener>>

const deliveriesOf = ({ ctx }: Pick<Listener, 'ctx'>) =>
  ctx.db
    .selectFrom('webhookDelivery')
    .select(['id', 'state', 'attempts', 'status', 'problem'])
    .orderBy('createdAt')
    .orderBy('id')
    .execute()

/** One attempt at everything that waits, without the queue's pauses. */
async function attemptAll({ system, ctx }: Listener, last = false): Promise<void> {
  const run = { id: '', signal: new AbortController().signal, progress: async () => undefined }
  for (const { id, state } of await deliveriesOf({ ctx })) {
    if (state !== 'waiting') continue
    await deliverJob.handle(system, { delivery: id }, run).catch(() => undefined)
    if (last) await deliverJob.whenFailed(system, { delivery: id }, { field: null, code: 'fault' })
  }
}

/** As the guide tells receivers to check a message. */
function isGenuine({ headers, body }: ReceivedPost, secret: string): boolean {
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64')
  const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`
  return headers['webhook-signature'] === `v1,${createHmac('sha256', key).update(signed).digest('base64')}`
}

describe('a webhook', () => {
  it('hears of a change in its unit, signed, through the queue, again after a failure', async () => {
    const listener = await aListener([500, 204])
    const { ctx, token, receiver, secret, officer } = listener
    const news = await openNews({ connection: ctx.connection, log: ctx.log })
    const handlers = { 'webhook.deliver': deliverJob }
    const context = () => listener.system
    const jobs = await runJobs({ context, pool: ctx.pool, news, handlers, scheduled: {}, concurrency: 1 })
    onTestFinished(async () => {
      await jobs.stop()
      await news.close()
    })
    expect((await token.post('/api/units', hamlet)).status).toBe(201)
    await vi.waitFor(async () => expect((await deliveriesOf(listener))[0]?.state).toBe('delivered'), {
      timeout: 15_000,
      interval: 50,
    })
    expect(await deliveriesOf(listener)).toMatchObject([{ attempts: 2, status: 204, problem: null }])
    const [first, second] = receiver.received
    if (!first || !second) throw new Error('nothing was received')
    expect([isGenuine(first, secret), isGenuine(second, secret), isGenuine(first, 'whsec_AAAA')]).toEqual([
      true,
      true,
      false,
    ])
    expect(second.headers['webhook-id']).toBe(first.headers['webhook-id'])
    expect(first.headers['webhook-timestamp']).toBe(String(Date.parse('2026-03-10T02:00:00Z') / 1000))
    expect(JSON.parse(second.body)).toMatchObject({
      type: 'unit.created',
      timestamp: '2026-03-10T02:00:00.000Z',
      data: { unitId: 2, unitName: 'Xã Mây Hạ', actorId: officer.id, change: { name: 'Thôn Đông' } },
    })
  }, 30_000)

  it('hears nothing of other units, of other events, of what was rolled back', async () => {
    const listener = await aListener()
    const { ctx, admin, token } = listener
    await admin.post('/don-vi/3/them', { ...hamlet, parentId: '', shortName: '', code: '', decision: '' })
    await token.post('/api/units/2/renaming', { name: 'Xã Mây Trung', kind: 'commune', on: '2026-03-05' })
    const broken = write({ ...ctx, actor: theSystem('2026-03-10') }, async (tx) => {
      await recordHistory(tx, 'unit.created', { id: tx.chance.id(), unitId: 2 }, {})
      throw new Error('thought better of it')
    })
    await expect(broken).rejects.toThrow('thought better')
    expect(await deliveriesOf(listener)).toEqual([])
    await admin.post('/don-vi/2/them', { ...hamlet, parentId: '', shortName: '', code: '', decision: '' })
    expect(await deliveriesOf(listener)).toHaveLength(1)
  })

  it('keeps names to itself', async () => {
    const listener = await aListener()
    const { system, officer, receiver } = listener
    await write(system, async (tx) => {
      const name = await seal(tx, officer.id, 'Trần Văn Bình')
      await recordHistory(tx, 'unit.created', { id: officer.id, unitId: 2 }, { name, on: '2026-03-02' })
    })
    await attemptAll(listener)
    const { data } = JSON.parse(receiver.received[0]?.body ?? '{}')
    expect(data.change).toEqual({ name: { sealed: true }, on: '2026-03-02' })
  })

  it('is told nothing that its maker may not read any more', async () => {
    const listener = await aListener()
    const { ctx, admin, officer, receiver } = listener
    await admin.post('/don-vi/2/them', { ...hamlet, parentId: '', shortName: '', code: '', decision: '' })
    await write(ctx, (tx) => endPosition(tx, officer.position, '2026-03-09'))
    await attemptAll(listener)
    expect(await deliveriesOf(listener)).toMatchObject([{ state: 'failed', problem: 'out-of-reach', attempts: 0 }])
    expect(receiver.received).toEqual([])
  })

  it('is disabled after five deliveries that failed for good; its maker is told, resumes it and sends again', async () => {
    const listener = await aListener([500, 301, 500, 500, 500, 204])
    const { ctx, admin, folder, id, receiver, system } = listener
    const page = `/webhook/${id}`
    for (let number = 1; number <= 5; number++) {
      await admin.post('/don-vi/2/them', {
        ...hamlet,
        name: `Thôn ${number}`,
        parentId: '',
        shortName: '',
        code: '',
        decision: '',
      })
      await attemptAll(listener, true)
    }
    expect((await deliveriesOf(listener)).map(({ problem }) => problem).toSorted()).toEqual([
      'redirected',
      'status',
      'status',
      'status',
      'status',
    ])
    expect(receiver.received.map(({ path }) => path)).toEqual(Array.from({ length: 5 }, () => '/hook'))
    expect(await (await admin.get(page)).text()).toContain('Chạy lại')
    const told = await ctx.db
      .selectFrom('job')
      .select('subjectId')
      .where('name', '=', 'webhook.tell-disabled')
      .execute()
    expect(told).toEqual([{ subjectId: id }])
    await tellDisabledJob.handle(
      system,
      { webhook: id },
      { id: '', signal: new AbortController().signal, progress: async () => undefined },
    )
    const letters = (await readdir(folder)).filter((name) => name.endsWith('.eml'))
    expect(await readFile(join(folder, letters[0] ?? ''), 'utf8')).toContain('binh@x.example')

    await admin.post('/don-vi/2/them', {
      ...hamlet,
      name: 'Thôn 6',
      parentId: '',
      shortName: '',
      code: '',
      decision: '',
    })
    expect(await deliveriesOf(listener)).toHaveLength(5)
    expect((await admin.post(`${page}/chay-lai`)).status).toBe(303)
    const html = await (await admin.get(page)).text()
    const again = /\/webhook\/[0-9a-f-]{36}\/lan-gui\/[0-9a-f-]{36}\/gui-lai/.exec(html)?.[0] ?? ''
    expect((await admin.post(again)).status).toBe(303)
    await attemptAll(listener)
    expect((await deliveriesOf(listener)).filter(({ state }) => state === 'delivered')).toHaveLength(1)
    const later = { ...system, clock: { now: () => new Date('2026-06-20T00:00:00Z') } }
    expect([await forgetDeliveries(system), await forgetDeliveries(later)]).toEqual([0, 6])
    const events = await ctx.db
      .selectFrom('history')
      .select('event')
      .where('event', 'like', 'webhook.%')
      .orderBy('number')
      .execute()
    expect(events.map(({ event }) => event)).toEqual([
      'webhook.added',
      'webhook.disabled',
      'webhook.resumed',
      'webhook.resent',
    ])
  })

  it('is added and removed on the page; the secret is shown once', async () => {
    const listener = await aListener()
    const { admin, receiver } = listener
    const made = await admin.post('/webhook', { url: `${receiver.url}2`, unit: '#1' })
    const secret = /whsec_[\w+/]{43}=/.exec(await made.text())?.[0] ?? 'none'
    expect([made.status, made.headers.get('cache-control')]).toEqual([201, 'no-store'])
    const list = await (await admin.get('/webhook')).text()
    expect([list.includes('/hook2'), list.includes(secret)]).toEqual([true, false])
    const page = /\/webhook\/[0-9a-f-]{36}/.exec(list)?.[0] ?? ''
    expect(await (await admin.get(page)).text()).not.toContain(secret)
    expect((await admin.get(`${page}/xoa`)).status).toBe(200)
    expect((await admin.post(`${page}/xoa`)).headers.get('location')).toBe('/webhook')
    expect((await admin.get(page)).status).toBe(404)
    const wrong = await admin.post('/webhook', { url: 'ftp://x.example', unit: 'Xã Không Có' })
    expect([wrong.status, await wrong.text()]).toEqual([422, expect.stringContaining('Không tìm thấy đơn vị')])
    const address = await admin.post('/webhook', { url: 'ftp://x.example', unit: '#1' })
    expect([address.status, await address.text()]).toEqual([422, expect.stringContaining('value="ftp://x.example"')])
  })

  it('is refused where its maker may not read the journal, outside of their reach, and in the office network', async () => {
    const { receiver, program, officer, ctx } = await aListener()
    const narrow = await program(officer.id, ['webhook.change'])
    expect((await narrow.post('/api/webhooks', { unitId: 2, url: receiver.url })).status).toBe(403)
    const wide = await program(officer.id, [...scopes])
    expect((await wide.post('/api/webhooks', { unitId: 3, url: receiver.url })).status).toBe(404)
    expect(await (await wide.get('/api/webhooks')).json()).toMatchObject({ items: [{ unitId: 2, url: receiver.url }] })
    const strict = await aProvinceWithPrograms()
    const mine = await strict.hire('an', 2, 'officer')
    const token = await strict.program(mine.id, [...scopes])
    const refused = await token.post('/api/webhooks', { unitId: 2, url: 'https://127.0.0.1/x', events: ['x.y'] })
    expect(await refused.json()).toMatchObject({ errors: [{ field: 'events', code: 'event-unknown' }] })
    for (const [url, code] of [
      ['https://127.0.0.1/x', 'url-private'],
      ['https://localhost/x', 'url-private'],
      ['http://example.com/x', 'url-form'],
      ['https://ten:mat-khau@example.com/', 'url-form'],
      ['https://no-such-host.invalid/', 'url-unknown-host'],
    ] as const) {
      const answer = await token.post('/api/webhooks', { unitId: 2, url })
      expect([url, answer.status, await answer.json()]).toMatchObject([url, 422, { errors: [{ field: 'url', code }] }])
    }
    expect(await ctx.db.selectFrom('webhook').select('id').execute()).toHaveLength(1)
  })
})
