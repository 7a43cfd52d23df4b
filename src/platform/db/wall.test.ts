// cspell:ignore createrole datname (PostgreSQL's own names)
import fc from 'fast-check'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { aContext, aWall, type TestContext } from '../../../test/builders/database.ts'
import { anUploadedPlan, aReadPlan } from '../../../test/builders/plans.ts'
import { plantRows } from '../../../test/builders/wall-rows.ts'
import { write } from '../../context.ts'
import { type Actor, can, type Grant, type Permission } from '../../core/reach.ts'
import type { Database } from './database.ts'
import { reachSetting } from './reach-setting.ts'
import { ofUnitsWithinReach } from './within-reach.ts'

const readPlans: Permission = 'plan.read'
const importPlans: Permission = 'plan.import'

const grantOf = (permission: Grant['permission'], unit: string, reach: Grant['reach'] = 'subtree'): Grant => ({
  permission,
  unit,
  reach,
  from: null,
  until: null,
})

const person = (...grants: Grant[]): Actor => ({ kind: 'person', id: null, on: '2026-03-10', grants })

/** A child of a unit of the tree. */
async function aUnit(db: Database, id: number, parent: string): Promise<string> {
  const path = `${parent}.${id}`
  await sql`insert into unit (id, path, name) values (${id}, ${path}, ${`Đơn vị ${id}`})`.execute(db)
  return path
}

/** A plan of that unit with a file, a reading, a job and a line in the journal, put in behind the walls. */
async function aPlanOf(ctx: TestContext, path: string): Promise<string> {
  const id = await aReadPlan(ctx, { title: `Kế hoạch ${path}` })
  const unit = Number(path.split('.').at(-1))
  await sql`update plan_document set unit_id = ${unit}, unit_path = ${path} where id = ${id}`.execute(ctx.db)
  await sql`update search_entry set unit_id = ${unit}, unit_path = ${path} where ref like ${`${id}%`}`.execute(ctx.db)
  return id
}

/** Two communes beside each other, each with a plan; an officer of the first. */
async function twoCommunes() {
  const ctx = await aContext()
  const [here, there] = [await aUnit(ctx.db, 2, '1'), await aUnit(ctx.db, 3, '1')]
  const [own, foreign] = [await aPlanOf(ctx, here), await aPlanOf(ctx, there)]
  const wall = await aWall(ctx)
  const officer = (path: string) => person(...[readPlans, importPlans].map((one) => grantOf(one, path)))
  return { ctx, wall, own, foreign, here, there, officer, db: wall.dbFor(officer(here)) }
}

const column = async (db: Database, query: string) =>
  (await sql<{ v: unknown }>`${sql.raw(query)}`.execute(db)).rows.map(({ v }) => v)

describe('the second wall', () => {
  const place = fc.nat({ max: 7 })
  const span = fc.constantFrom(
    [null, null],
    ['2026-03-10', null],
    [null, '2026-03-10'],
    ['2026-03-11', null],
    [null, '2026-03-09'],
  )
  const world = fc.record({
    parents: fc.array(fc.nat(), { minLength: 7, maxLength: 7 }),
    grants: fc.array(
      fc.record({
        permission: fc.constantFrom<Grant['permission']>('plan.read', 'plan.import', 'history.read', 'unit.read', '*'),
        unit: place,
        reach: fc.constantFrom<Grant['reach']>('unit', 'subtree'),
        span,
      }),
      { maxLength: 4 },
    ),
  })

  it('shows the rows that `can` allows, and no others, over random trees, grants and dates', async () => {
    const ctx = await aContext()
    const wall = await aWall(ctx)
    await fc.assert(
      fc.asyncProperty(world, async (given) => {
        await sql`truncate plan_document, plan_file, plan_reading, search_entry, history cascade`.execute(ctx.db)
        await sql`delete from unit where id > 1`.execute(ctx.db)
        const paths = ['1']
        for (const [index, wish] of given.parents.entries())
          paths.push(await aUnit(ctx.db, index + 2, paths[wish % paths.length] ?? '1'))
        await plantRows(ctx.db)
        const grants = given.grants.map(({ permission, unit, reach, span: [from = null, until = null] }) => ({
          permission,
          unit: paths[unit] ?? '1',
          reach,
          from,
          until,
        }))
        const actor = person(...grants)
        const db = wall.dbFor(actor)
        const units = (permission: Permission) =>
          paths
            .flatMap((path) => (can(actor, permission, path) ? [Number(path.split('.').at(-1))] : []))
            .toSorted((a, b) => a - b)
        const plans = units(readPlans)

        expect(await seenBehind(db)).toEqual({
          plans,
          files: plans,
          readings: plans,
          jobs: plans,
          history: units('history.read'),
          entries: [...plans.map((unit) => `plan ${unit}`), ...units('unit.read').map((unit) => `unit ${unit}`)],
        })
        const asked = sql`select unit_id as v from plan_document where ${ofUnitsWithinReach(actor, readPlans)} order by 1`
        expect((await asked.execute(ctx.db)).rows.map((row) => (row as { v: number }).v)).toEqual(plans)
      }),
      { numRuns: 60, seed: 20261121 },
    )
  }, 120_000)

  it('keeps a plan of another unit from a request that forgot its own check', async () => {
    const { ctx, db, own, foreign } = await twoCommunes()
    expect(await column(db, 'select id as v from plan_document')).toEqual([own])
    expect(await column(db, `select document_id as v from plan_reading where document_id = '${foreign}'`)).toEqual([])
    expect(await column(db, `select document_id as v from plan_file where document_id = '${foreign}'`)).toEqual([])

    const before = await column(ctx.db, `select to_jsonb(d) as v from plan_document d where id = '${foreign}'`)
    const none = [
      `update plan_document set title = 'x' where id = '${foreign}'`,
      `update plan_reading set text = 'x' where document_id = '${foreign}'`,
      `update job set state = 'cancelled' where subject_id = '${foreign}'`,
      `delete from plan_file where document_id = '${foreign}'`,
      `delete from plan_document where id = '${foreign}'`,
    ]
    for (const statement of none) expect((await sql.raw(statement).execute(db)).numAffectedRows).toBe(0n)
    const refused = [
      `update plan_document set unit_id = 3, unit_path = '1.3' where id = '${own}'`,
      `insert into plan_document (id, unit_id, unit_path, name, state, created_at, search, sort_title)
       values (gen_random_uuid(), 3, '1.3', 'x', 'uploaded', now(), '', '')`,
      `insert into plan_file (id, document_id, position, name, size, sha256, file_key)
       values (gen_random_uuid(), '${foreign}', 9, 'x', 1, repeat('0', 64), 'x')`,
      `update plan_file set document_id = '${foreign}', position = 9 where document_id = '${own}'`,
    ]
    for (const statement of refused) await expect(sql.raw(statement).execute(db)).rejects.toThrow(/row-level security/)
    expect(await column(ctx.db, `select to_jsonb(d) as v from plan_document d where id = '${foreign}'`)).toEqual(before)
  })

  it('lets nobody who may only read change what they see', async () => {
    const { wall, own, here } = await twoCommunes()
    const db = wall.dbFor(person(grantOf(readPlans, here)))
    expect(await column(db, 'select id as v from plan_document for update')).toEqual([own])
    await expect(sql`update plan_document set title = 'x'`.execute(db)).rejects.toThrow(/row-level security/)
    expect((await sql`delete from plan_document`.execute(db)).numAffectedRows).toBe(0n)
  })

  it('closes the journal, the queue, the index and the schema to changes', async () => {
    const { db } = await twoCommunes()
    for (const statement of [
      `delete from history`,
      `update history set event = 'x'`,
      `insert into search_entry (kind, ref, unit_id, unit_path, permission, title) values ('plan', 'x', 1, '1', 'x', 'x')`,
      `select from graphile_worker.jobs`,
      `select from migration`,
      `select from entries_of_plans('{}')`,
      `select search_plans('{}')`,
      `truncate plan_document`,
      `alter table plan_document disable row level security`,
      `create role stranger`,
    ])
      await expect(sql.raw(statement).execute(db), statement).rejects.toThrow(/permission denied|must be owner/)
  })

  it('takes the functions of search for no way round, whatever reach they are told', async () => {
    const { db, own, ctx } = await twoCommunes()
    const everything = `'{"*": {"trees": ["1"], "units": []}}'::jsonb`
    const plans = `select id as v from plans_like(${everything}, '{%ke hoach%}', 10) as id`
    const entries = `select ref as v from entries_with_words(${everything}, '{plan}', '''ke''', 10)`
    const near = `select ref as v from entries_near(${everything}, '{plan}', 'ke hoahc', 10)`
    for (const query of [plans, entries, near]) {
      expect(await column(db, query)).toEqual([own])
      expect((await column(ctx.db, query)).length).toBe(2)
    }
    const free = `select oid::regprocedure as v from pg_proc where prosecdef and 'search_path=public, pg_temp' <> all (coalesce(proconfig, '{}'))`
    expect(await column(ctx.db, free)).toEqual([])
  })

  it('binds what is typed: a reach cannot be smuggled in as text', async () => {
    const { db, own } = await twoCommunes()
    const attack = `x'); select set_config('lantoa.reach', '{"*":{"trees":["1"],"units":[]}}', false); --`
    const rows = await sql<{ id: string }>`select id from plan_document where name <> ${attack}`.execute(db)
    expect(rows.rows).toEqual([{ id: own }])
    const found =
      await sql`select * from plans_like('{}'::jsonb, ${[`%${attack}%`, "%' or true or '%"]}::text[], 10)`.execute(db)
    expect(found.rows).toEqual([])
    const strange = wall(attack)
    expect(JSON.parse(strange)).toEqual({ 'plan.read': { trees: [attack], units: [] } })
    expect(await column(db, 'select id as v from plan_document')).toEqual([own])
  })

  it('gives a connection the reach of whoever uses it now, also after errors and within transactions', async () => {
    const { ctx, own, foreign, officer, here, there } = await twoCommunes()
    const one = await aWall(ctx, 1)
    const [first, second] = [one.dbFor(officer(here)), one.dbFor(officer(there))]
    const seen = (db: Database) => column(db, 'select id as v from plan_document')
    for (let round = 0; round < 3; round += 1) {
      expect(await seen(first)).toEqual([own])
      await expect(sql`select 1 / 0`.execute(first)).rejects.toThrow('division by zero')
      expect(await seen(second)).toEqual([foreign])
      await first.transaction().execute(async (tx) => expect(await seen(tx)).toEqual([own]))
      await expect(second.transaction().execute((tx) => sql`select 1 / 0`.execute(tx))).rejects.toThrow()
    }
    const [mine, theirs] = await Promise.all(
      [Array.from({ length: 20 }, () => first), Array.from({ length: 20 }, () => second)].map((many) =>
        Promise.all(many.map(seen)),
      ),
    )
    expect([new Set(mine?.flat()), new Set(theirs?.flat())]).toEqual([new Set([own]), new Set([foreign])])
    await sql`select set_config('role', 'none', true)`.execute(first)
    await sql`reset role`.execute(first)
    expect(await seen(one.dbFor(person()))).toEqual([])
  })

  it('lets a person import: plan, files, journal, job and index in one change', async () => {
    const { ctx, db, officer, here } = await twoCommunes()
    const walled = { ...ctx, db, actor: officer(here) }
    const id = await anUploadedPlan(walled)
    expect(await column(db, `select id as v from plan_document where id = '${id}'`)).toEqual([id])
    expect(await column(db, `select state as v from job where subject_id = '${id}'`)).toEqual(['waiting'])
    expect(await column(ctx.db, `select ref as v from search_entry where ref = '${id}'`)).toEqual([id])
    expect(await column(ctx.db, `select event as v from history where subject_id = '${id}'`)).toEqual(['plan.uploaded'])
    const change = write({ ...walled, event: 'never.written' }, async (tx) =>
      tx.db.deleteFrom('planDocument').execute(),
    )
    await expect(change).rejects.toThrow('did not journal')
    expect(await column(db, `select id as v from plan_document where id = '${id}'`)).toEqual([id])
  })
})

const wall = (unit: string) => reachSetting(person(grantOf(readPlans, unit)))

async function seenBehind(db: Database) {
  const ofPlan = (table: string, key: string) =>
    column(db, `select d.unit_id as v from ${table} x join plan_document d on d.id = x.${key} order by 1`)
  return {
    plans: await column(db, 'select unit_id as v from plan_document order by 1'),
    files: await ofPlan('plan_file', 'document_id'),
    readings: await ofPlan('plan_reading', 'document_id'),
    jobs: await ofPlan('job', 'subject_id'),
    history: await column(db, 'select unit_id as v from history order by 1'),
    entries: await column(db, `select kind || ' ' || unit_id as v from search_entry order by kind, unit_id`),
  }
}
