import { Validator } from '@seriousme/openapi-schema-validator'
import { describe, expect, it } from 'vitest'
import type { TestContext } from '../../test/builders/database.ts'
import { aProgram, aProvinceWithPrograms } from '../../test/builders/programs.ts'
import { aRunningPlan } from '../../test/builders/running-plans.ts'
import { tokenScopes } from '../access/tokens.ts'
import { endpoints } from '../app.tsx'
import { write } from '../context.ts'
import { deriveTasks } from '../duties/derive-tasks.ts'

const all = [...tokenScopes]
const NOWHERE = '00000000-0000-7000-8000-000000000000'

/** Something that a unit owes under a plan of its own. */
async function aTaskOf(ctx: TestContext, unitId: number): Promise<string> {
  const plan = await aRunningPlan(
    ctx,
    [{ kind: 'milestone', data: { from: '2026-03', to: '2026-04', text: 'Khảo sát', deadline: null } }],
    { unitId },
  )
  await write(ctx, (tx) => deriveTasks(tx, plan.id))
  return (await ctx.db.selectFrom('task').select('id').executeTakeFirstOrThrow()).id
}

describe('an outsider', () => {
  it('gets 404 on every endpoint that names a record, 401 without a token', async () => {
    const { app, hire, tokenOf, program, ctx } = await aProvinceWithPrograms()
    const inside = await hire('binh', 2, 'officer')
    const token = await tokenOf(inside.id, all)
    const insider = aProgram(app, token)
    const outside = await hire('sen', 3, 'officer')
    const outsider = await program(outside.id, all)
    const created = async (path: string, body: unknown) =>
      ((await (await insider.post(path, body)).json()) as { id: string }).id
    const form = new FormData()
    form.append('files', new File(['KẾ HOẠCH'], 'ke-hoach.txt'))
    const headers = { host: 'localhost', authorization: `Bearer ${token}` }
    const handedIn = await app.request('/api/plans', { method: 'POST', body: form, headers })
    const { items } = (await handedIn.json()) as { items: { id: string }[] }
    const change = await ctx.db
      .selectFrom('unitVersion')
      .select('changeId')
      .where('unitId', '=', 2)
      .executeTakeFirstOrThrow()
    const holder = await hire('an', 2, 'member')
    const deputy = await hire('hoa', 2, 'member')
    /** A record of the inside for every noun of the API; a new noun needs one here. */
    const records: Record<string, string> = {
      units: '2',
      people: inside.id,
      positions: inside.position,
      delegations: await created(`/api/positions/${holder.position}/delegations`, {
        personId: deputy.id,
        from: '2026-03-10',
        until: '2026-03-20',
      }),
      'unit-changes': change.changeId ?? '',
      plans: items[0]?.id ?? '',
      tasks: await aTaskOf(ctx, 2),
      webhooks: await created('/api/webhooks', { unitId: 2, url: 'https://8.8.8.8/', events: [] }),
      clusters: await created('/api/clusters', { unitId: 2, name: 'Cụm thi đua số 1', kind: 'cluster' }),
    }
    const day = { from: '2026-03-10', until: '2026-03-20', on: '2026-03-05', lastDay: '2026-03-10' }
    const body = {
      ...day,
      name: 'Phường Sen',
      kind: 'ward',
      personId: inside.id,
      unitId: 2,
      role: 'member',
      parentId: 1,
    }
    const named = endpoints.filter(({ path }) => path.includes(':id'))
    expect(named.length).toBeGreaterThan(15)
    expect(new Set(named.map(({ path }) => path.split('/')[2]))).toEqual(new Set(Object.keys(records)))
    for (const { method, path } of named) {
      const address = path
        .replace(/:id\{(?:[^{}]|\{[^{}]*\})*\}/, records[path.split('/')[2] ?? ''] ?? '')
        .replace(/:delivery\{(?:[^{}]|\{[^{}]*\})*\}/, NOWHERE)
        .replace(/:item\{(?:[^{}]|\{[^{}]*\})*\}/, '0199aaaa-0000-7000-8000-000000000000')
        .replace(/:newer\{(?:[^{}]|\{[^{}]*\})*\}/, records['plans'] ?? '')
        .replace(/:position\{(?:[^{}]|\{[^{}]*\})*\}/, '0')
      const call = (who: typeof outsider) => (method === 'GET' ? who.get(address) : who.post(address, body))
      const refused = await call(outsider)
      expect({ method, address, status: refused.status }).toEqual({ method, address, status: 404 })
      expect(refused.headers.get('content-type')).toBe('application/problem+json')
      expect({ method, address, status: (await call(aProgram(app, null))).status }).toEqual({
        method,
        address,
        status: 401,
      })
      if (method === 'GET') expect({ address, status: (await call(insider)).status }).toMatchObject({ status: 200 })
    }
  })
})

describe('the OpenAPI document', () => {
  it('is valid 3.1, in both languages, and open to everybody', async () => {
    const { app } = await aProvinceWithPrograms()
    for (const language of ['vi', 'en']) {
      const answer = await aProgram(app, null).get('/api/openapi.json', { 'accept-language': language })
      const document = (await answer.json()) as Record<string, unknown>
      expect(await new Validator().validate(document)).toEqual({ valid: true })
      expect(document['openapi']).toBe('3.1.0')
    }
  })

  it('has words of its own for every operation, and every operation once', async () => {
    const { app } = await aProvinceWithPrograms()
    const document = (await (await aProgram(app, null).get('/api/openapi.json')).json()) as {
      paths: Record<string, Record<string, { operationId: string; summary: string }>>
    }
    const operations = Object.values(document.paths).flatMap((methods) => Object.values(methods))
    expect(operations.map(({ operationId }) => operationId).toSorted()).toEqual(
      endpoints.map(({ operation }) => operation.id).toSorted(),
    )
    expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length)
    expect(operations.filter(({ operationId, summary }) => summary === operationId)).toEqual([])
  })
})
