import fc from 'fast-check'
import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { aContext } from '../../test/builders/database.ts'
import { can, type Permission } from '../core/reach.ts'
import { withinReach } from '../platform/db/within-reach.ts'
import { findSignedIn } from './queries/find-actor.ts'
import { listOnlookers } from './queries/who-can-see.ts'
import { hashSecret } from './secrets.ts'

const days = ['2026-02-27', '2026-02-28', '2026-03-01', '2026-03-10', '2026-03-31', '2026-12-31']
const day = fc.constantFrom(...days)
const span = fc.record({ from: day, until: fc.option(day, { nil: null }) })
const place = fc.nat({ max: 7 })

/** A random tree of eight units, and what one person holds in it. */
const world = fc.record({
  parents: fc.array(fc.nat(), { minLength: 7, maxLength: 7 }),
  positions: fc.array(fc.record({ unit: place, role: fc.constantFrom('officer', 'member', 'supervisor'), span }), {
    maxLength: 3,
  }),
  grants: fc.array(fc.record({ unit: place, reach: fc.constantFrom('unit', 'subtree'), span }), { maxLength: 3 }),
  delegations: fc.array(fc.record({ unit: place, role: fc.constantFrom('officer', 'member'), span, held: span }), {
    maxLength: 2,
  }),
  today: day,
})

const permission: Permission = 'plan.read'

it('lets code, SQL and «who can see this» decide alike over random trees, grants, dates and delegations', async () => {
  const ctx = await aContext()
  await fc.assert(
    fc.asyncProperty(world, async (given) => {
      await sql`truncate session, delegation, direct_grant, position, credential, person cascade`.execute(ctx.db)
      await sql`delete from unit where id > 1`.execute(ctx.db)
      const units = await plantTree(ctx, given.parents)
      const person = await aPerson(ctx, 'nguoi.xem')
      const other = await aPerson(ctx, 'nguoi.khac')
      const open = (s: { until: string | null; from: string }) => s.until === null || s.until > s.from
      for (const { unit, role, span: s } of given.positions.filter(({ span: s }) => open(s))) {
        await sql`insert into position values (${ctx.chance.id()}, ${person}, ${units[unit]?.id}, ${role}, '', ${s.from}, ${s.until})`.execute(
          ctx.db,
        )
      }
      for (const { unit, reach, span: s } of given.grants.filter(({ span: s }) => open(s))) {
        await sql`insert into direct_grant values (${ctx.chance.id()}, ${person}, ${units[unit]?.id}, ${permission}, ${reach}, ${s.from}, ${s.until}, 'thử')`.execute(
          ctx.db,
        )
      }
      for (const { unit, role, span: s, held } of given.delegations.filter(
        ({ span: s, held: h }) => open(s) && open(h),
      )) {
        const position = ctx.chance.id()
        await sql`insert into position values (${position}, ${other}, ${units[unit]?.id}, ${role}, '', ${held.from}, ${held.until})`.execute(
          ctx.db,
        )
        await sql`insert into delegation values (${ctx.chance.id()}, ${position}, ${person}, ${s.from}, ${s.until ?? '2027-01-01'})`.execute(
          ctx.db,
        )
      }
      const token = await aSession(ctx, person)
      const now = ctx.clock.now()
      const signedIn = await findSignedIn(ctx.db, token, { now, day: given.today, idleHours: 12 })
      const actor = signedIn?.actor ?? { kind: 'visitor' as const, id: null, on: given.today, grants: [] }

      const byCode = units.filter(({ path }) => can(actor, permission, path)).map(({ id }) => id)
      const { rows } = await sql<{
        id: number
      }>`select id from unit where ${withinReach(actor, permission, 'path')} order by id`.execute(ctx.db)
      const seenBy = await Promise.all(
        units.map(async ({ id, path }) => {
          const onlookers = await listOnlookers({ ...ctx, actor }, permission, path)
          return onlookers.some(({ personId }) => personId === person) ? [id] : []
        }),
      )
      expect({ sql: rows.map(({ id }) => id), who: seenBy.flat() }).toEqual({ sql: byCode, who: byCode })
    }),
    { numRuns: 150, seed: 20261120 },
  )
}, 120_000)

type Ctx = Awaited<ReturnType<typeof aContext>>

async function plantTree(ctx: Ctx, parents: readonly number[]): Promise<{ id: number; path: string }[]> {
  const units = [{ id: 1, path: '1' }]
  for (const [index, wish] of parents.entries()) {
    const parent = units[wish % units.length]
    const id = index + 2
    const path = `${parent?.path}.${id}`
    await sql`insert into unit (id, path, name, parent_id) values (${id}, ${path}, ${`Đơn vị ${id}`}, ${parent?.id})`.execute(
      ctx.db,
    )
    units.push({ id, path })
  }
  return units
}

async function aPerson(ctx: Ctx, userName: string): Promise<string> {
  const id = ctx.chance.id()
  await sql`insert into person (id, full_name, user_name, sort_name, created_at) values (${id}, ${userName}, ${userName}, ${userName}, now())`.execute(
    ctx.db,
  )
  return id
}

async function aSession(ctx: Ctx, person: string): Promise<string> {
  const token = 'a token of this test'
  const now = ctx.clock.now()
  const ends = new Date(now.getTime() + 3_600_000)
  await sql`insert into session values (${hashSecret(token)}, ${ctx.chance.id()}, ${person}, ${now}, ${now}, ${ends}, '127.0.0.1', 'test', false)`.execute(
    ctx.db,
  )
  return token
}
