import { generate } from 'otplib'
import { describe, expect, it } from 'vitest'
import { aContext } from '../../test/builders/database.ts'
import { type Context, write } from '../context.ts'
import type { Actor } from '../core/reach.ts'
import { claimSystem, isClaimed, issueClaimCode } from './actions/claim.ts'
import { issueCode, setPasswordByCode } from './actions/one-time-codes.ts'
import { beginTotp, confirmTotp, takeSecondStep } from './actions/second-step.ts'
import { signIn } from './actions/sign-in.ts'
import { findSignedIn } from './queries/find-actor.ts'
import type { Origin } from './schema.ts'

const office: Origin = { address: '192.168.1.20', agent: 'office', device: null }
const stranger: Origin = { address: '192.168.1.66', agent: 'stranger', device: null }
const password = 'sen nở mùa hạ 2026'

async function claimed(at = '2026-03-10T02:00:00Z') {
  let now = new Date(at)
  const ctx = await aContext({ clock: { now: () => now } })
  const code = (await issueClaimCode(ctx)) ?? ''
  const claim = { code, unitName: 'Ủy ban nhân dân xã Mây Hạ', fullName: 'Lê Thị Hà', account: 'ha.le', password }
  const result = await claimSystem(ctx, claim, office)
  return { ctx, result, wait: (seconds: number) => (now = new Date(now.getTime() + seconds * 1000)), now: () => now }
}

async function actorOf(ctx: Context, token: string): Promise<Actor> {
  const found = await findSignedIn(ctx.db, token, { now: ctx.clock.now(), day: ctx.actor.on, idleHours: 12 })
  if (!found) throw new Error('nobody is signed in')
  return found.actor
}

describe('the first visit', () => {
  it('makes the administrator and names the own unit, once, with the code from the terminal', async () => {
    const { ctx, result } = await claimed()
    expect(result.kind).toBe('signed-in')
    expect(await isClaimed(ctx.db)).toBe(true)
    const unit = await ctx.db.selectFrom('unit').select('name').where('id', '=', 1).executeTakeFirst()
    expect(unit).toEqual({ name: 'Ủy ban nhân dân xã Mây Hạ' })
    expect(await issueClaimCode(ctx)).toBeNull()
    const again = { code: 'X', unitName: 'Khác', fullName: 'Kẻ Khác', account: 'khac', password }
    await expect(claimSystem(ctx, again, stranger)).rejects.toMatchObject({ reason: 'not-found' })
  })

  it('refuses a wrong code and keeps the system unclaimed', async () => {
    const ctx = await aContext()
    await issueClaimCode(ctx)
    const claim = { code: 'AAAA-BBBB-CCCC', unitName: 'Xã', fullName: 'Kẻ Lạ', account: 'kela', password }
    expect(await claimSystem(ctx, claim, stranger)).toEqual({ kind: 'wrong' })
    expect(await isClaimed(ctx.db)).toBe(false)
  })
})

describe('signing in', () => {
  it('takes user names in any case and gives a session with the rights of the position', async () => {
    const { ctx } = await claimed()
    const result = await signIn(ctx, { account: ' HA.LE ', password }, office)
    expect(result.kind).toBe('signed-in')
    if (result.kind !== 'signed-in') return
    expect((await actorOf(ctx, result.token)).grants).toEqual([
      { permission: '*', unit: '1', reach: 'subtree', from: '2026-03-10', until: null },
    ])
  })

  it('says the same of a wrong password and of an unknown account', async () => {
    const { ctx } = await claimed()
    expect(await signIn(ctx, { account: 'ha.le', password: 'sai rồi nhé' }, office)).toEqual({ kind: 'wrong' })
    expect(await signIn(ctx, { account: 'khong.co', password }, office)).toEqual({ kind: 'wrong' })
  })

  it('makes the address wait that guesses, never the owner elsewhere', async () => {
    const { ctx, wait } = await claimed()
    for (let guess = 0; guess < 5; guess++) {
      await signIn(ctx, { account: 'ha.le', password: `đoán lần ${guess}` }, stranger)
      wait(60)
    }
    await signIn(ctx, { account: 'ha.le', password: 'đoán nữa' }, stranger)
    expect(await signIn(ctx, { account: 'ha.le', password }, stranger)).toMatchObject({ kind: 'wait' })
    expect(await signIn(ctx, { account: 'ha.le', password }, office)).toMatchObject({ kind: 'signed-in' })
  })

  it('counts guesses that are sent at once one by one', async () => {
    const { ctx } = await claimed()
    const guess = (_: unknown, number: number) =>
      signIn(ctx, { account: 'ha.le', password: `đoán ${number}` }, stranger)
    const outcomes = await Promise.all(Array.from({ length: 20 }, guess))
    expect(outcomes.filter(({ kind }) => kind === 'wrong')).toHaveLength(3)
  })

  it('lets a browser that is known through while a stranger at the same address has to wait', async () => {
    const { ctx } = await claimed()
    const first = await signIn(ctx, { account: 'ha.le', password }, office)
    if (first.kind !== 'signed-in') throw new Error('not signed in')
    for (let guess = 0; guess < 4; guess++) await signIn(ctx, { account: 'ha.le', password: 'đoán bừa thôi' }, office)
    expect(await signIn(ctx, { account: 'ha.le', password }, office)).toMatchObject({ kind: 'wait' })
    expect(await signIn(ctx, { account: 'ha.le', password }, { ...office, device: first.device })).toMatchObject({
      kind: 'signed-in',
    })
  })
})

describe('one-time codes', () => {
  it('set a new password without mail and end every session', async () => {
    const { ctx, result } = await claimed()
    if (result.kind !== 'signed-in') throw new Error('not signed in')
    const person = (await actorOf(ctx, result.token)).id ?? ''
    const code = await write(ctx, (tx) => issueCode(tx, person, 'password'))
    const set = await setPasswordByCode(ctx, { code: code.toLowerCase(), password: 'một câu mới hoàn toàn' }, office)
    expect(set.kind).toBe('signed-in')
    expect(
      await findSignedIn(ctx.db, result.token, { now: ctx.clock.now(), day: '2026-03-10', idleHours: 12 }),
    ).toBeNull()
    expect(await setPasswordByCode(ctx, { code, password: 'một câu mới hoàn toàn' }, office)).toEqual({ kind: 'wrong' })
  })

  it('end after their time', async () => {
    const { ctx, result, wait } = await claimed()
    if (result.kind !== 'signed-in') throw new Error('not signed in')
    const person = (await actorOf(ctx, result.token)).id ?? ''
    const code = await write(ctx, (tx) => issueCode(tx, person, 'password'))
    wait(25 * 3600)
    expect(await setPasswordByCode(ctx, { code, password: 'một câu mới hoàn toàn' }, office)).toEqual({ kind: 'wrong' })
  })
})

describe('the second step', () => {
  it('gives no rights before the code, takes each code once, and gives them after', async () => {
    const { ctx, result, now, wait } = await claimed()
    if (result.kind !== 'signed-in') throw new Error('not signed in')
    const me = { ...ctx, actor: await actorOf(ctx, result.token) }
    await write(me, (tx) => beginTotp(tx))
    const row = await ctx.db.selectFrom('credential').select('totpSecret').executeTakeFirstOrThrow()
    const codeNow = () => generate({ secret: row.totpSecret ?? '', epoch: now().getTime() / 1000 })
    await write(me, async (tx) => confirmTotp(tx, await codeNow()))

    wait(60)
    const second = await signIn(ctx, { account: 'ha.le', password }, office)
    if (second.kind !== 'signed-in') throw new Error('not signed in')
    expect(second.waitsForTotp).toBe(true)
    const found = await findSignedIn(ctx.db, second.token, { now: now(), day: '2026-03-10', idleHours: 12 })
    expect(found?.actor.grants).toEqual([])
    const between = { ...ctx, actor: found?.actor ?? ctx.actor }
    const code = await codeNow()
    expect(await takeSecondStep(between, found?.sessionId ?? '', code, office)).toEqual({ kind: 'passed' })
    expect((await actorOf(ctx, second.token)).grants).toHaveLength(1)
    expect(await takeSecondStep(between, found?.sessionId ?? '', code, office)).toEqual({ kind: 'wrong' })
  })
})
