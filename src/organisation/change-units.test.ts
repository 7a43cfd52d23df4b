import { describe, expect, it } from 'vitest'
import { aContext } from '../../test/builders/database.ts'
import { type Context, write } from '../context.ts'
import { verifyJournal } from '../history/verify-journal.ts'
import { abolishUnit, createUnit, mergeUnits, moveUnit, renameUnit, splitUnit } from './actions/change-units.ts'
import { undoUnitChange } from './actions/undo-unit-change.ts'
import { listChildren, searchUnits } from './queries/list-units.ts'
import type { NewUnit } from './schema.ts'

const on = '2026-03-01'
const page = { after: 0, most: 50, past: false }
const aUnit = (name: string, changes: Partial<NewUnit> = {}): NewUnit & { on: string; decision: null } => ({
  name,
  shortName: null,
  kind: 'commune',
  code: null,
  parentId: 1,
  on: '2026-01-05',
  decision: null,
  ...changes,
})

const make = (ctx: Context, name: string, changes: Partial<NewUnit> = {}) =>
  write(ctx, (tx) => createUnit(tx, aUnit(name, changes)))
const names = async (ctx: Context, parentId: number) =>
  (await listChildren(ctx, parentId, page)).map(({ name }) => name)

/** The whole tree with its past, for comparing before and after. */
async function everything(ctx: Context) {
  const units = await ctx.db.selectFrom('unit').selectAll().orderBy('id').execute()
  const versions = await ctx.db.selectFrom('unitVersion').selectAll().orderBy('unitId').orderBy('fromDate').execute()
  const successions = await ctx.db.selectFrom('unitSuccession').selectAll().execute()
  return { units, versions, successions }
}

/** May read and change units at a place and below, nowhere else. */
function officerOf(ctx: Context, unit: string): Context {
  const rights = { unit, reach: 'subtree' as const, from: null, until: null }
  const grants = (['unit.read', 'unit.change'] as const).map((permission) => ({ ...rights, permission }))
  return { ...ctx, actor: { kind: 'person', id: null, on: '2026-03-10', grants } }
}

describe('units', () => {
  it('merge into a new one: their hamlets move along, the past stays under its old name', async () => {
    const ctx = await aContext()
    const [a, b] = [await make(ctx, 'Xã Mây Hạ'), await make(ctx, 'Xã Mây Thượng')]
    await make(ctx, 'Ấp Cầu Đá', { kind: 'hamlet', parentId: a.id })
    const unit = { name: 'Xã Mây', shortName: null, kind: 'commune' as const, code: null, parentId: 1 }
    const heir = await write(ctx, (tx) =>
      mergeUnits(tx, { unitIds: [a.id, b.id], into: { unit }, on, decision: 'Nghị quyết số 1' }),
    )
    expect(await names(ctx, 1)).toEqual(['Xã Mây'])
    expect(await names(ctx, heir.id)).toEqual(['Ấp Cầu Đá'])
    expect((await searchUnits(ctx, 'may ha', 10)).map(({ name, abolishedOn }) => ({ name, abolishedOn }))).toEqual([
      { name: 'Xã Mây Hạ', abolishedOn: on },
    ])
    expect((await searchUnits(ctx, 'cau da', 10))[0]?.path).toBe(
      `1.${heir.id}.${(await searchUnits(ctx, 'cau da', 1))[0]?.id}`,
    )
  })

  it('may each change be taken back whole', async () => {
    const ctx = await aContext()
    const [a, b, c] = [await make(ctx, 'Xã Một'), await make(ctx, 'Xã Hai'), await make(ctx, 'Xã Ba')]
    const hamlet = await make(ctx, 'Ấp Trong', { kind: 'hamlet', parentId: a.id })
    const part = { shortName: null, kind: 'commune' as const, code: null }
    const changes: ((ctx: Context) => Promise<unknown>)[] = [
      (tx) => write(tx, (w) => renameUnit(w, a.id, { ...part, name: 'Phường Một', on, decision: null })),
      (tx) => write(tx, (w) => moveUnit(w, hamlet.id, { parentId: b.id, on, decision: null })),
      (tx) =>
        write(tx, (w) =>
          mergeUnits(w, {
            unitIds: [a.id, b.id],
            into: { unit: { ...part, name: 'Xã Mới', parentId: 1 } },
            on,
            decision: null,
          }),
        ),
      (tx) => write(tx, (w) => mergeUnits(w, { unitIds: [a.id], into: { intoId: c.id }, on, decision: null })),
      (tx) =>
        write(tx, (w) =>
          splitUnit(w, a.id, {
            parts: [
              { ...part, name: 'Xã A' },
              { ...part, name: 'Xã B' },
            ],
            heirNumber: 1,
            on,
            decision: null,
          }),
        ),
      (tx) => write(tx, (w) => abolishUnit(w, a.id, { heirId: null, on, decision: null })),
      (tx) => write(tx, (w) => createUnit(w, aUnit('Xã Thừa', { parentId: c.id }))),
    ]
    const before = await everything(ctx)
    for (const change of changes) {
      await change(ctx)
      expect(await everything(ctx)).not.toEqual(before)
      const { id } = await ctx.db
        .selectFrom('unitChange')
        .select('id')
        .orderBy('number', 'desc')
        .limit(1)
        .executeTakeFirstOrThrow()
      await write(ctx, (tx) => undoUnitChange(tx, id))
      expect(await everything(ctx)).toEqual(before)
    }
    expect((await verifyJournal(ctx.db)).broken).toEqual([])
  })

  it('keep a change on which a later one rests', async () => {
    const ctx = await aContext()
    const a = await make(ctx, 'Xã Một')
    const part = { shortName: null, kind: 'commune' as const, code: null, decision: null }
    const renamed = await write(ctx, (tx) => renameUnit(tx, a.id, { ...part, name: 'Phường Một', on }))
    await write(ctx, (tx) => renameUnit(tx, a.id, { ...part, name: 'Phường Nhất', on: '2026-03-05' }))
    await expect(write(ctx, (tx) => undoUnitChange(tx, renamed.id))).rejects.toMatchObject({ reason: 'conflict' })
  })

  it('are not hung below themselves by taking an old move back', async () => {
    const ctx = await aContext()
    const above = await make(ctx, 'Xã Trên')
    const below = await make(ctx, 'Ấp Dưới', { parentId: above.id })
    const move = (id: number, parentId: number, day: string) =>
      write(ctx, (tx) => moveUnit(tx, id, { parentId, on: day, decision: null }))
    const first = await move(below.id, 1, '2026-02-01')
    await move(above.id, below.id, '2026-02-02')
    const before = await everything(ctx)
    await expect(write(ctx, (tx) => undoUnitChange(tx, first.id))).rejects.toMatchObject({
      problems: [{ code: 'change-overtaken', unit: 'Xã Trên' }],
    })
    expect(await everything(ctx)).toEqual(before)
  })

  it('are not moved back by whoever does not reach the place they came from', async () => {
    const ctx = await aContext()
    const [a, b] = [await make(ctx, 'Xã Một'), await make(ctx, 'Xã Hai')]
    const hamlet = await make(ctx, 'Ấp', { parentId: a.id })
    const move = { parentId: b.id, on, decision: null }
    const moved = await write(ctx, (tx) => moveUnit(tx, hamlet.id, move))
    await expect(write(officerOf(ctx, b.path), (tx) => undoUnitChange(tx, moved.id))).rejects.toMatchObject({
      reason: 'not-found',
    })
  })

  it('follow a unit that moves while they are added below it', async () => {
    const ctx = await aContext()
    const [a, b] = [await make(ctx, 'Xã Một'), await make(ctx, 'Xã Hai')]
    const inner = await make(ctx, 'Ấp', { parentId: a.id })
    const { moving } = await write(ctx, async (tx) => {
      await createUnit(tx, aUnit('Tổ', { parentId: inner.id }))
      const change = { parentId: b.id, on, decision: null }
      const under = write(ctx, (other) => moveUnit(other, a.id, change))
      await new Promise((resolve) => setTimeout(resolve, 300))
      return { moving: under }
    })
    await moving
    expect((await searchUnits(ctx, 'to', 5)).map(({ path }) => path)).toEqual([
      expect.stringMatching(new RegExp(`^${b.path}\\.${a.id}\\.${inner.id}\\.\\d+$`)),
    ])
  })

  it('refuse to stand below themselves, to change before they began or after today', async () => {
    const ctx = await aContext()
    const a = await make(ctx, 'Xã Một')
    const hamlet = await make(ctx, 'Ấp', { kind: 'hamlet', parentId: a.id })
    const codes = async (change: Promise<unknown>) =>
      change.then(
        () => [],
        (error) => error.problems.map((p: { code: string }) => p.code),
      )
    const move = (parentId: number, day: string) =>
      write(ctx, (tx) => moveUnit(tx, a.id, { parentId, on: day, decision: null }))
    expect(await codes(move(hamlet.id, on))).toEqual(['parent-below-itself'])
    expect(await codes(move(1, '2025-01-01'))).toContain('day-before-unit')
    expect(await codes(move(1, '2026-03-11'))).toEqual(['day-not-yet'])
  })

  it('look as if they did not exist to those out of whose reach they lie', async () => {
    const ctx = await aContext()
    const [a, b] = [await make(ctx, 'Xã Một'), await make(ctx, 'Xã Hai')]
    const outsider = officerOf(ctx, a.path)
    await expect(
      write(outsider, (tx) => abolishUnit(tx, b.id, { heirId: null, on, decision: null })),
    ).rejects.toMatchObject({ reason: 'not-found' })
    expect((await searchUnits(outsider, 'xa', 10)).map(({ name }) => name)).toEqual(['Xã Một'])
  })
})
