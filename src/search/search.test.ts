import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { aContext } from '../../test/builders/database.ts'
import { type Context, write } from '../context.ts'
import { createUnit, renameUnit } from '../organisation/actions/change-units.ts'
import { search } from './queries.ts'

const unit = { shortName: null, kind: 'union' as const, code: null, on: '2026-03-01', decision: null }
const make = (ctx: Context, name: string, parentId = 1) =>
  write(ctx, (tx) => createUnit(tx, { ...unit, name, parentId }))
const titles = async (ctx: Context, q: string) =>
  (await search(ctx, { q, kind: null, most: 10 })).map(({ title }) => title)

describe('search', () => {
  it('finds with and without diacritics, in any order, the last word as a beginning', async () => {
    const ctx = await aContext()
    await make(ctx, 'Hội Nông dân xã Mây Hạ')
    for (const q of ['Hội Nông dân', 'hoi nong dan', 'may ha nong d', 'NÔNG']) {
      expect(await titles(ctx, q)).toEqual(['Hội Nông dân xã Mây Hạ'])
    }
  })

  it('forgives a typing mistake when little is found', async () => {
    const ctx = await aContext()
    await make(ctx, 'Hội Liên hiệp Phụ nữ xã Mây Hạ')
    expect(await titles(ctx, 'lien hiep phu nx may')).toEqual(['Hội Liên hiệp Phụ nữ xã Mây Hạ'])
    for (const q of ['hội liênhiệp phụ nữ', 'lein hiep phu nuu', 'lien hiep phu nu xa tay ha'])
      expect(await titles(ctx, q), q).toEqual(['Hội Liên hiệp Phụ nữ xã Mây Hạ'])
    expect(await titles(ctx, 'hoan toan khac han')).toEqual([])
  })

  it('follows renamed units', async () => {
    const ctx = await aContext()
    const { id } = await make(ctx, 'Xã Mây Hạ')
    await write(ctx, (tx) => renameUnit(tx, id, { ...unit, name: 'Phường Sen Hồng', on: '2026-03-05' }))
    expect(await titles(ctx, 'sen hong')).toEqual(['Phường Sen Hồng'])
    expect(await titles(ctx, 'may ha')).toEqual([])
  })

  it('takes no operators from what is typed', async () => {
    const ctx = await aContext()
    await make(ctx, 'Xã Mây Hạ')
    for (const q of ["xã' | 'x", 'mây & !hạ', 'mây:*', '%', '_', "'", '((', '\\'])
      expect(await titles(ctx, q)).toBeInstanceOf(Array)
    expect(await titles(ctx, 'mây & hạ')).toEqual(['Xã Mây Hạ'])
  })

  it('never finds what lies out of reach, nor what another right would show', async () => {
    const ctx = await aContext()
    const [a, b] = [await make(ctx, 'Xã Mây Hạ'), await make(ctx, 'Xã Mây Thượng')]
    const person = ctx.chance.id()
    await sql`insert into person (id, full_name, sort_name, created_at) values (${person}, 'Mây Thị Hoa', 'Hoa', now())`.execute(
      ctx.db,
    )
    await sql`insert into position (id, person_id, unit_id, role, from_date) values (${ctx.chance.id()}, ${person}, ${a.id}, 'member', '2026-03-01')`.execute(
      ctx.db,
    )
    const grants = [
      { permission: 'unit.read' as const, unit: a.path, reach: 'subtree' as const, from: null, until: null },
    ]
    const outsider = { ...ctx, actor: { kind: 'person' as const, id: null, on: '2026-03-10', grants } }
    expect(await titles(outsider, 'mây')).toEqual(['Xã Mây Hạ'])
    expect(await titles(ctx, 'mây')).toEqual(['Mây Thị Hoa', 'Xã Mây Hạ', 'Xã Mây Thượng'])
    expect(b.id).toBeGreaterThan(a.id)
  })
})
