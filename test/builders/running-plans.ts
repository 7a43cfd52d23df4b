import { sql } from 'kysely'
import type { Context } from '../../src/context.ts'
import type { Part } from '../../src/duties/desired-tasks.ts'
import { HeaderData, type ItemData, type ItemKind } from '../../src/plans/items/item-schema.ts'

/** An item as a test says it; `units` are the parts that hang on it. */
export interface GivenItem<K extends ItemKind = ItemKind> {
  readonly kind: K
  readonly data: ItemData<K>
  readonly under?: string
  readonly units?: readonly { readonly role: Part['role']; readonly unitId: number; readonly title?: string }[]
}

/** What a plan of the commune Mây Hạ for 2026 says of itself. */
export function aHeader(changes: Partial<ItemData<'header'>> = {}): GivenItem<'header'> {
  const said = {
    type: 'Kế hoạch',
    number: '12/KH-UBND',
    issuer: 'Ủy ban nhân dân xã Mây Hạ',
    level: 'commune',
    title: 'Nhân rộng điển hình tiên tiến năm 2026',
    period: { from: '2026-01', to: '2026-12' },
  }
  return { kind: 'header', data: HeaderData.parse({ ...said, ...changes }) }
}

/** A unit below the root or below another, with its path. */
export async function aUnit(ctx: Context, name: string, parentId = 1, kind = 'other'): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into unit (id, name, kind, parent_id, path) overriding system value
    select number, ${name}, ${kind}, parent.id, parent.path || number::text
    from nextval(pg_get_serial_sequence('unit', 'id')) as number, unit parent where parent.id = ${parentId} returning id`.execute(
    ctx.db,
  )
  const id = rows[0]?.id
  if (id === undefined) throw new Error('no such parent')
  return id
}

/** A plan of the root unit in force, with these items; answers its id and the items' ids in order. */
export async function aRunningPlan(
  ctx: Context,
  given: readonly GivenItem[],
  changes: Readonly<Record<string, unknown>> = {},
): Promise<{ id: string; itemIds: string[] }> {
  const id = ctx.chance.id()
  const unitId = Number(changes['unitId'] ?? 1)
  const unit = await ctx.db.selectFrom('unit').select('path').where('id', '=', unitId).executeTakeFirstOrThrow()
  await ctx.db
    .insertInto('planDocument')
    .values({
      id,
      unitId,
      unitPath: unit.path,
      name: 'Kế hoạch thử',
      title: 'Xây dựng điển hình tiên tiến năm 2026',
      state: 'in-force',
      createdAt: ctx.clock.now(),
      search: 'ke hoach thu',
      sortTitle: 'ke hoach thu',
      periodFrom: '2026-01-01',
      periodTo: '2026-12-31',
      inForceOn: '2026-01-01',
      ...changes,
    })
    .execute()
  const itemIds = given.map(() => ctx.chance.id())
  for (const [index, item] of given.entries()) {
    const itemId = itemIds[index] ?? ''
    await ctx.db
      .insertInto('planItem')
      .values({
        id: itemId,
        planId: id,
        parentId: item.under === undefined ? null : (itemIds[Number(item.under)] ?? null),
        kind: item.kind,
        position: index + 1,
        data: JSON.stringify(item.data),
      })
      .execute()
    for (const { role, unitId: owner, title = '' } of item.units ?? []) {
      const place = await ctx.db.selectFrom('unit').select('path').where('id', '=', owner).executeTakeFirstOrThrow()
      await ctx.db
        .insertInto('planPart')
        .values({ planId: id, itemId, role, unitId: owner, unitPath: place.path, title, relation: null })
        .execute()
    }
  }
  return { id, itemIds }
}
