import fc from 'fast-check'
import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { aContext, aWall } from '../../test/builders/database.ts'
import { type Actor, can, type Grant } from '../core/reach.ts'
import { listClusters } from './queries/find-cluster.ts'

const place = fc.nat({ max: 6 })
const world = fc.record({
  parents: fc.array(fc.nat(), { minLength: 6, maxLength: 6 }),
  clusters: fc.array(fc.record({ owner: place, members: fc.uniqueArray(place, { maxLength: 3 }) }), { maxLength: 5 }),
  grants: fc.array(
    fc.record({
      permission: fc.constantFrom<Grant['permission']>('unit.read', 'cluster.change', '*'),
      unit: place,
      reach: fc.constantFrom<Grant['reach']>('unit', 'subtree'),
      until: fc.constantFrom(null, '2026-03-09', '2026-03-10'),
    }),
    { maxLength: 4 },
  ),
})

it('clusters are seen alike by code, by SQL and behind the wall: where they were formed and by whoever is in them', async () => {
  const ctx = await aContext()
  const wall = await aWall(ctx)
  await fc.assert(
    fc.asyncProperty(world, async (given) => {
      await sql`truncate cluster cascade`.execute(ctx.db)
      await sql`delete from unit where id > 1`.execute(ctx.db)
      const paths = ['1']
      for (const [index, wish] of given.parents.entries()) {
        const path = `${paths[wish % paths.length]}.${index + 2}`
        paths.push(path)
        await sql`insert into unit (id, path, name) values (${index + 2}, ${path}, ${`Đơn vị ${index + 2}`})`.execute(
          ctx.db,
        )
      }
      const ids: string[] = []
      for (const [index, { owner, members }] of given.clusters.entries()) {
        const id = ctx.chance.id()
        ids.push(id)
        const row = {
          id,
          unitId: owner + 1,
          unitPath: paths[owner] ?? '1',
          name: `Cụm ${index}`,
          kind: 'cluster' as const,
        }
        await ctx.db.insertInto('cluster').values(row).execute()
        for (const member of members)
          await sql`insert into cluster_member (cluster_id, unit_id, from_date) values (${id}, ${member + 1}, '2026-01-01')`.execute(
            ctx.db,
          )
      }
      const grants = given.grants.map(({ unit, ...grant }) => ({ ...grant, unit: paths[unit] ?? '1', from: null }))
      const actor: Actor = { kind: 'person', id: null, on: '2026-03-10', grants }
      const reads = (unit: number) => can(actor, 'unit.read', paths[unit] ?? '1')
      const expected = ids.filter((_, index) => {
        const { owner = 0, members = [] } = given.clusters[index] ?? {}
        return reads(owner) || members.some(reads)
      })

      const query = { past: true, memberId: null, after: null, most: 100 }
      const byCode = await listClusters({ ...ctx, actor }, query)
      const db = wall.dbFor(actor)
      const behind = await db.selectFrom('cluster').select('id').execute()
      const membersBehind = await db.selectFrom('clusterMember').select('clusterId').distinct().execute()
      const withMembers = ids.filter((_, index) => (given.clusters[index]?.members.length ?? 0) > 0)
      expect(byCode.map(({ id }) => id).toSorted()).toEqual(expected.toSorted())
      expect(behind.map(({ id }) => id).toSorted()).toEqual(expected.toSorted())
      expect(membersBehind.map(({ clusterId }) => clusterId).toSorted()).toEqual(
        expected.filter((id) => withMembers.includes(id)).toSorted(),
      )
    }),
    { numRuns: 60, seed: 20261121 },
  )
}, 120_000)
