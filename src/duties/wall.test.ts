import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { aWall } from '../../test/builders/database.ts'
import { somebody, twoCommunes } from '../../test/builders/two-communes.ts'
import { write } from '../context.ts'
import type { Actor } from '../core/reach.ts'
import { erasePerson } from '../organisation/actions/erase-person.ts'
import type { Database } from '../platform/db/database.ts'
import { markSeen, saveReminderSetting } from './actions/change-notices.ts'
import { urgeUnits } from './actions/urge-units.ts'
import { makeFeed, readerOf } from './feed/feeds.ts'
import { remind } from './reminders/remind.ts'

/** The two communes with everybody reminded, and each one's connection behind the wall. */
async function aWalledProvince() {
  const house = await twoCommunes()
  const wall = await aWall(house.ctx)
  await write(house.ctx, remind)
  const behind = (actor: Actor) => ({ ...house.ctx, actor, db: wall.dbFor(actor) })
  return { ...house, wall, behind }
}

const column = async (db: Database, query: string) =>
  (await sql<{ v: unknown }>`${sql.raw(query)}`.execute(db)).rows.map(({ v }) => v)

it('what somebody was told is seen and changed by nobody else, also where a request forgot to ask whose it is', async () => {
  const { ctx, people, behind } = await aWalledProvince()
  await ctx.db
    .insertInto('reminderSetting')
    .values({ personId: people.member.id ?? '', byMail: false })
    .execute()
  const ofMember = `select id as v from notice where person_id = '${people.member.id}'`
  expect((await column(ctx.db, ofMember)).length).toBe(1)
  const before = await column(ctx.db, 'select to_jsonb(n) as v from notice n order by id')

  for (const other of [people.officer, people.neighbour]) {
    const { db } = behind(other)
    const others = 'select distinct person_id as v from notice union select person_id from reminder_setting'
    expect((await column(db, others)).filter((id) => id !== other.id)).toEqual([])
    for (const statement of [
      `update notice set seen_at = now() where person_id = '${people.member.id}'`,
      `update reminder_setting set by_mail = true where person_id = '${people.member.id}'`,
      `delete from reminder_setting where person_id = '${people.member.id}'`,
      'delete from notice',
    ])
      expect((await sql.raw(statement).execute(db)).numAffectedRows, statement).toBe(0n)
    for (const statement of [
      `insert into notice (id, person_id, kind, key, made_at) values (gen_random_uuid(), '${people.member.id}', 'urged', 'x', now())`,
      `insert into reminder_setting (person_id) values ('${people.member.id}')`,
      `insert into calendar_feed (id, token_hash, person_id, made_at) values (gen_random_uuid(), '\\x01', '${people.member.id}', now())`,
    ])
      await expect(sql.raw(statement).execute(db), statement).rejects.toThrow(/row-level security/)
  }
  expect(await column(ctx.db, 'select to_jsonb(n) as v from notice n order by id')).toEqual(before)

  const mine = behind(people.member)
  expect(await column(mine.db, 'select person_id as v from notice')).toEqual([people.member.id])
  await expect(sql`update notice set person_id = ${people.officer.id}`.execute(mine.db)).rejects.toThrow(
    /row-level security/,
  )
  await write(mine, async (tx) => {
    await markSeen(tx)
    await saveReminderSetting(tx, true, 7)
  })
  expect(await column(mine.db, 'select days_before as v from reminder_setting')).toEqual([7])
  expect(await column(ctx.db, 'select distinct person_id as v from notice where seen_at is not null')).toEqual([
    people.member.id,
  ])
})

it('a connection that passes from hand to hand knows who holds it now, also where both may see the same units', async () => {
  const { ctx, units, people } = await aWalledProvince()
  const twin = await somebody(ctx, 'dong2', units.east, 'member')
  const wall = await aWall(ctx, 1)
  const whose = (actor: Actor) => column(wall.dbFor(actor), 'select person_now() as v')
  for (let round = 0; round < 2; round += 1) {
    expect(await whose(people.member)).toEqual([people.member.id])
    expect(await whose(twin)).toEqual([twin.id])
    expect(await column(wall.dbFor(twin), 'select id as v from notice')).toEqual([])
  }
})

it('whoever urges tells people whose notices they never see, once a day, and minds who wants no letter', async () => {
  const { ctx, people, units, behind } = await aWalledProvince()
  await ctx.db
    .insertInto('reminderSetting')
    .values({ personId: people.member.id ?? '', byMail: false })
    .execute()
  const west = await somebody(ctx, 'tay', units.west, 'member')
  const urging = () => write(behind(people.officer), (tx) => urgeUnits(tx, [], null, 'Gửi ngay'))
  expect(await urging()).toEqual({ units: 2, tasks: 2, people: 2 })
  expect(await urging()).toEqual({ units: 2, tasks: 2, people: 0 })
  const urged = await ctx.db.selectFrom('notice').select(['personId', 'mail']).where('kind', '=', 'urged').execute()
  expect(new Map(urged.map(({ personId, mail }) => [personId, mail]))).toEqual(
    new Map([
      [people.member.id, 'none'],
      [west.id, 'waiting'],
    ]),
  )
  expect(await column(behind(people.officer).db, `select id as v from notice where kind = 'urged'`)).toEqual([])
})

it('the function that urges is no way round: nobody is told about what the session does not give', async () => {
  const { ctx, people, behind } = await aWalledProvince()
  const everything = `select urge_people(array(select id from task), 'x', '2026-03-10', now()) as v`
  const tasks = await column(ctx.db, 'select id as v from task')
  const told = `select urge_people('{${tasks.join()}}', 'x', '2026-03-10', now()) as v`
  expect(await column(behind(people.member).db, told)).toEqual([])
  expect(await column(behind(people.neighbour).db, everything)).toEqual([])
  expect(new Set(await column(behind(people.officer).db, told))).toEqual(new Set([people.member.id]))
})

it('a calendar address opens for whoever has it, signed in as somebody else or not; its row is the owner’s alone', async () => {
  const { ctx, people, behind } = await aWalledProvince()
  const secret = await write(behind(people.member), makeFeed)
  expect((await readerOf(behind(people.neighbour), secret))?.id).toBe(people.member.id)
  expect((await readerOf(ctx, secret))?.id).toBe(people.member.id)
  expect(await readerOf(ctx, `${secret}x`)).toBeNull()
  expect(await column(behind(people.neighbour).db, 'select id as v from calendar_feed')).toEqual([])
  expect((await column(behind(people.member).db, 'select id as v from calendar_feed')).length).toBe(1)
  const journal = `select event as v from history_of_person('${people.member.id}')`
  expect(await column(behind(people.neighbour).db, journal)).toEqual([])
  expect(await column(behind(people.member).db, journal)).toEqual(['calendar-feed.made'])
})

it('a request that forgot its check reads and changes no task, file or item of a plan elsewhere', async () => {
  const { ctx, people, own, foreign, behind } = await aWalledProvince()
  await sql`insert into task_file (id, task_id, name, size, sha256, file_key, added_at)
    select gen_random_uuid(), id, 'x', 1, repeat('0', 64), 'x', now() from task`.execute(ctx.db)
  const tables = ['task', 'task_file', 'plan_item', 'plan_part', 'plan_document', 'plan_edit', 'plan_question'] as const
  const held = async () =>
    Promise.all(tables.map((table) => column(ctx.db, `select to_jsonb(t) as v from ${table} t order by t`)))
  const before = await held()
  const { db } = behind(people.neighbour)
  expect(await column(db, `select id as v from plan_document`)).toEqual([foreign.id])
  expect(await column(db, `select distinct plan_id as v from task`)).toEqual([foreign.id])
  expect(await column(db, `select distinct plan_id as v from plan_item union select plan_id from plan_part`)).toEqual([
    foreign.id,
  ])
  for (const statement of [
    `update task set state = 'waived' where plan_id = '${own.id}'`,
    `delete from task where plan_id = '${own.id}'`,
    `delete from task_file where task_id in (select id from task where plan_id = '${own.id}')`,
    `update plan_item set data = '{}' where plan_id = '${own.id}'`,
    `delete from plan_part where plan_id = '${own.id}'`,
    `update plan_document set state = 'ended', ended_on = now() where id = '${own.id}'`,
  ])
    expect((await sql.raw(statement).execute(db)).numAffectedRows, statement).toBe(0n)
  const [ownTask] = await column(ctx.db, `select id as v from task where plan_id = '${own.id}'`)
  for (const statement of [
    `insert into task_file (id, task_id, name, size, sha256, file_key, added_at)
     values (gen_random_uuid(), '${ownTask}', 'x', 1, repeat('0', 64), 'x', now())`,
    `insert into plan_edit (plan_id, number, kind, made_at, changes) values ('${own.id}', 9, 'add', now(), '[]')`,
    `insert into plan_item (id, plan_id, kind, position, data) values (gen_random_uuid(), '${own.id}', 'field', 1, '{}')`,
    `insert into task (id, plan_id, item_id, kind, text, giver_id, giver_path, unit_id, unit_path, made_at)
     select gen_random_uuid(), '${own.id}', '${own.itemIds[0]}', 'work', 'x', unit.id, path, unit.id, path, now() from unit where name = 'Thôn Đông'`,
  ])
    await expect(sql.raw(statement).execute(db), statement).rejects.toThrow(/row-level security/)
  expect(await held()).toEqual(before)
})

it('a member of one hamlet sees the plan that names it, and of its tasks their own hamlet’s alone', async () => {
  const { people, units, own, behind } = await aWalledProvince()
  const { db } = behind(people.member)
  expect(await column(db, 'select id as v from plan_document')).toEqual([own.id])
  expect(await column(db, 'select distinct unit_id as v from task')).toEqual([units.east])
  expect((await sql`update plan_document set title = 'x'`.execute(db)).numAffectedRows).toBe(0n)
  for (const statement of [
    `update plan_item set data = '{}'`,
    `insert into plan_part (plan_id, item_id, role, unit_id, unit_path)
     select '${own.id}', '${own.itemIds[0]}', 'lead', id, path from unit where id = ${units.east}`,
    `update task set giver_id = ${units.east}, unit_id = ${units.west},
       unit_path = (select path from unit where id = ${units.west}), giver_path = (select path from unit where id = ${units.east})`,
  ])
    await expect(sql.raw(statement).execute(db), statement).rejects.toThrow(/row-level security/)
})

it('whoever is erased is told nothing more: an administrator who never sees their notices takes them all away', async () => {
  const { ctx, people, behind } = await aWalledProvince()
  await write(behind(people.member), makeFeed)
  await write(behind(people.member), (tx) => saveReminderSetting(tx, false, 5))
  const administrator = await somebody(ctx, 'quan.tri', 1, 'administrator')
  await write(behind(administrator), (tx) => erasePerson(tx, people.member.id ?? ''))
  const left =
    'select person_id from notice union all select person_id from reminder_setting union all select person_id from calendar_feed'
  expect(await column(ctx.db, `select person_id as v from (${left}) kept`)).not.toContain(people.member.id)
})
