import { z } from 'zod'
import { cutPage, Day, listOf, Most, pageOf } from '../../api/answers.ts'
import { type Endpoint, endpoint } from '../../api/endpoint.ts'
import { type WriteContext, write } from '../../context.ts'
import { Refusal } from '../../core/problem.ts'
import type { HouseRequest } from '../../platform/http/route.ts'
import { abolishUnit, createUnit, mergeUnits, moveUnit, renameUnit, splitUnit } from '../actions/change-units.ts'
import { undoUnitChange } from '../actions/undo-unit-change.ts'
import { organisationPermissions } from '../permissions.ts'
import { findUnit, listAncestors } from '../queries/find-unit.ts'
import { listChildren, listRoots, searchUnits } from '../queries/list-units.ts'
import { listKin, listPast } from '../queries/unit-past.ts'
import {
  type Unit,
  UnitAbolition,
  UnitCreation,
  UnitId,
  UnitKind,
  UnitMerger,
  UnitMove,
  UnitRenaming,
  UnitSplit,
} from '../schema.ts'

const { readUnits, changeUnits } = organisationPermissions
const UNIT = '/api/units/:id{\\d{1,10}}'
const tag = 'units' as const

const UnitAnswer = z
  .object({
    id: z.int(),
    parentId: z.int().nullable(),
    name: z.string(),
    shortName: z.string().nullable(),
    kind: UnitKind,
    code: z.string().nullable(),
    foundedOn: Day.nullable(),
    abolishedOn: Day.nullable(),
  })
  .meta({ id: 'Unit' })

const ListedUnit = UnitAnswer.extend({ childCount: z.int(), place: z.string().nullable() }).meta({ id: 'ListedUnit' })

const UnitDetail = UnitAnswer.extend({
  ancestors: z.array(UnitAnswer),
  past: z.array(
    z.object({
      fromDate: Day.nullable(),
      untilDate: Day.nullable(),
      name: z.string(),
      kind: UnitKind,
      parentName: z.string().nullable(),
      decision: z.string().nullable(),
      changeId: z.uuid().nullable(),
      changeKind: z.string().nullable(),
    }),
  ),
  kin: z.array(
    z.object({
      id: z.int(),
      name: z.string(),
      onDate: Day,
      changeId: z.uuid(),
      side: z.enum(['heir', 'predecessor']),
    }),
  ),
}).meta({ id: 'UnitDetail' })

/** A change to the tree: `id` is what undoes it. */
const ChangeAnswer = z.object({ id: z.uuid(), on: Day }).meta({ id: 'UnitChange' })

/** Units as programs see and change them. */
export const unitEndpoints: readonly Endpoint[] = [
  endpoint({
    method: 'GET',
    path: '/api/units',
    permission: readUnits,
    id: 'listUnits',
    tag,
    query: z.object({ q: z.string().trim().max(100).default(''), most: Most }),
    answer: listOf(ListedUnit),
    handle: async ({ ctx, query: { q, most } }) => ({
      items: q ? await searchUnits(ctx, q, most) : (await listRoots(ctx)).slice(0, most),
    }),
  }),
  endpoint({
    method: 'GET',
    path: UNIT,
    permission: readUnits,
    id: 'getUnit',
    tag,
    record: unitOf,
    answer: UnitDetail,
    handle: async ({ ctx, record: unit }) => {
      const [ancestors, past, kin] = await Promise.all([
        listAncestors(ctx, unit),
        listPast(ctx, unit.id),
        listKin(ctx, unit.id),
      ])
      return { ...unit, ancestors, past, kin }
    },
  }),
  endpoint({
    method: 'GET',
    path: `${UNIT}/children`,
    permission: readUnits,
    id: 'listChildren',
    tag,
    record: unitOf,
    query: z.object({ after: UnitId.optional(), most: Most, past: z.enum(['0', '1']).default('0') }),
    answer: pageOf(ListedUnit),
    handle: async ({ ctx, record: unit, query: { after = 0, most, past } }) =>
      cutPage(await listChildren(ctx, unit.id, { after, most, past: past === '1' }), most, ({ id }) => String(id)),
  }),
  endpoint({
    method: 'POST',
    path: '/api/units',
    permission: changeUnits,
    event: 'unit.created',
    id: 'createUnit',
    tag,
    body: UnitCreation,
    answer: UnitAnswer,
    status: 201,
    handle: ({ ctx, body }) => change(ctx, (tx) => createUnit(tx, body)),
  }),
  endpoint({
    method: 'POST',
    path: `${UNIT}/renaming`,
    permission: changeUnits,
    event: 'unit.renamed',
    id: 'renameUnit',
    tag,
    record: unitOf,
    body: UnitRenaming,
    answer: ChangeAnswer,
    handle: ({ ctx, record, body }) => change(ctx, (tx) => renameUnit(tx, record.id, body)),
  }),
  endpoint({
    method: 'POST',
    path: `${UNIT}/move`,
    permission: changeUnits,
    event: 'unit.moved',
    id: 'moveUnit',
    tag,
    record: unitOf,
    body: UnitMove,
    answer: ChangeAnswer,
    handle: ({ ctx, record, body }) => change(ctx, (tx) => moveUnit(tx, record.id, body)),
  }),
  endpoint({
    method: 'POST',
    path: '/api/unit-mergers',
    permission: changeUnits,
    event: 'unit.merged',
    id: 'mergeUnits',
    tag,
    body: UnitMerger,
    answer: UnitAnswer,
    status: 201,
    handle: ({ ctx, body }) => change(ctx, (tx) => mergeUnits(tx, body)),
  }),
  endpoint({
    method: 'POST',
    path: `${UNIT}/split`,
    permission: changeUnits,
    event: 'unit.split',
    id: 'splitUnit',
    tag,
    record: unitOf,
    body: UnitSplit,
    answer: listOf(UnitAnswer),
    handle: async ({ ctx, record, body }) => ({ items: await change(ctx, (tx) => splitUnit(tx, record.id, body)) }),
  }),
  endpoint({
    method: 'POST',
    path: `${UNIT}/closure`,
    permission: changeUnits,
    event: 'unit.abolished',
    id: 'closeUnit',
    tag,
    record: unitOf,
    body: UnitAbolition,
    answer: ChangeAnswer,
    handle: ({ ctx, record, body }) => change(ctx, (tx) => abolishUnit(tx, record.id, body)),
  }),
  endpoint({
    method: 'POST',
    path: '/api/unit-changes/:id{[0-9a-f-]{36}}/undoing',
    permission: changeUnits,
    event: 'unit.change-undone',
    id: 'undoUnitChange',
    tag,
    handle: ({ c, ctx }) => write(ctx, (tx) => undoUnitChange(tx, c.req.param('id') ?? '')),
  }),
]

async function unitOf(c: HouseRequest): Promise<Unit> {
  const id = UnitId.safeParse(c.req.param('id'))
  const unit = id.success ? await findUnit(c.var.ctx, id.data) : undefined
  if (!unit) throw new Refusal('not-found')
  return unit
}

/** Codes of units are unique: the database says so, whoever was first. */
async function change<T>(ctx: HouseRequest['var']['ctx'], run: (tx: WriteContext) => Promise<T>): Promise<T> {
  try {
    return await write(ctx, run)
  } catch (error) {
    if ((error as { code?: string }).code !== '23505') throw error
    throw new Refusal('invalid', [], [{ field: 'code', code: 'code-taken' }])
  }
}
