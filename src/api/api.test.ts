import { describe, expect, it } from 'vitest'
import { aProgram, aProvinceWithPrograms } from '../../test/builders/programs.ts'
import { tokenScopes } from '../access/tokens.ts'

const all = [...tokenScopes]
const renaming = { name: 'Phường Sen', kind: 'ward', on: '2026-03-05' }

describe('the API', () => {
  it('changes through the same actions: journalled, with the token, by the rules', async () => {
    const { ctx, hire, program } = await aProvinceWithPrograms()
    const officer = await hire('binh', 2, 'officer')
    const token = await program(officer.id, all)
    const created = await token.post('/api/units', { parentId: 2, name: 'Thôn Đông', kind: 'hamlet', on: '2026-03-02' })
    expect([created.status, await created.json()]).toEqual([
      201,
      {
        id: 4,
        parentId: 2,
        name: 'Thôn Đông',
        shortName: null,
        kind: 'hamlet',
        code: null,
        foundedOn: '2026-03-02',
        abolishedOn: null,
      },
    ])
    const entry = await ctx.db
      .selectFrom('history')
      .select(['actorId', 'change'])
      .where('event', '=', 'unit.created')
      .where('actorKind', '=', 'person')
      .executeTakeFirstOrThrow()
    const { id } = await ctx.db.selectFrom('personalToken').select('id').executeTakeFirstOrThrow()
    expect(entry).toMatchObject({ actorId: officer.id, change: { token: id, name: 'Thôn Đông' } })
    const tooSoon = await token.post('/api/units/4/renaming', { ...renaming, on: '2026-04-01' })
    expect([tooSoon.status, await tooSoon.json()]).toEqual([
      422,
      {
        type: 'urn:lantoa:problem:invalid',
        title: 'Nội dung chưa đúng',
        status: 422,
        instance: expect.stringMatching(/^urn:uuid:/),
        errors: [
          {
            field: 'on',
            code: 'day-not-yet',
            today: '2026-03-10',
            message: expect.stringContaining('Ngày này chưa đến'),
          },
        ],
      },
    ])
    const { id: change } = (await (await token.post('/api/units/4/renaming', renaming)).json()) as { id: string }
    expect((await token.post(`/api/unit-changes/${change}/undoing`)).status).toBe(204)
    const again = await token.post(`/api/unit-changes/${change}/undoing`)
    expect([again.status, await again.json()]).toMatchObject([
      409,
      { allowed: [], errors: [{ code: 'change-already-undone' }] },
    ])
    expect(await (await token.get('/api/units/4')).json()).toMatchObject({ name: 'Thôn Đông' })
  })

  it('takes a person from the first position to its end', async () => {
    const { hire, program } = await aProvinceWithPrograms()
    const officer = await hire('binh', 2, 'officer')
    const token = await program(officer.id, all)
    const position = { unitId: 2, role: 'member', title: 'Công chức', from: '2026-03-01' }
    const wrong = await token.post('/api/people', { fullName: 'Vũ An', position })
    expect(await wrong.json()).toMatchObject({ errors: [{ field: 'userName', code: 'account-missing' }] })
    const { id } = (await (
      await token.post('/api/people', { fullName: 'Vũ An', userName: 'vu.an', position })
    ).json()) as { id: string }
    const person = (await (await token.get(`/api/people/${id}`)).json()) as { positions: { id: string }[] }
    expect(person).toMatchObject({ fullName: 'Vũ An', hasPassword: false, positions: [{ title: 'Công chức' }] })
    const ended = await token.post(`/api/positions/${person.positions[0]?.id}/end`, { lastDay: '2026-03-09' })
    expect(ended.status).toBe(204)
  })

  it('takes a plan in and gives it back to who may read it, with what may be done instead', async () => {
    const { app, hire, tokenOf } = await aProvinceWithPrograms()
    const officer = await hire('binh', 2, 'officer')
    const token = await tokenOf(officer.id, all)
    const form = new FormData()
    form.append('files', new File(['KẾ HOẠCH'], 'ke-hoach.txt'))
    const headers = { host: 'localhost', authorization: `Bearer ${token}` }
    const answer = await app.request('/api/plans', { method: 'POST', body: form, headers })
    const { items } = (await answer.json()) as { items: { id: string }[] }
    const [id, program] = [items[0]?.id, aProgram(app, token)]
    expect(await (await program.get(`/api/plans/${id}`)).json()).toMatchObject({
      name: 'ke-hoach.txt',
      state: 'uploaded',
      files: [{ position: 0, name: 'ke-hoach.txt' }],
      reading: null,
    })
    expect(await (await program.get(`/api/plans/${id}/files/0`)).text()).toBe('KẾ HOẠCH')
    const removal = await program.post(`/api/plans/${id}/removal`)
    expect([removal.status, await removal.json()]).toMatchObject([409, { allowed: ['start', 'cancel'] }])
    expect((await program.post(`/api/plans/${id}/cancellation`)).status).toBe(204)
    expect((await program.post(`/api/plans/${id}/removal`)).status).toBe(204)
    expect((await program.get(`/api/plans/${id}`)).status).toBe(404)
  })

  it('pages by key until the last', async () => {
    const { hire, program } = await aProvinceWithPrograms()
    const officer = await hire('binh', 1, 'officer')
    const token = await program(officer.id, all)
    for (const [path, expected] of [
      ['/api/units/1/children', 2],
      ['/api/people', 2],
      // The claim and its session, two communes, the person, their position, the token.
      ['/api/journal', 7],
    ] as const) {
      const seen: unknown[] = []
      let next: string | null = ''
      while (next !== null) {
        const query: string = new URLSearchParams({ most: '1', after: next }).toString()
        const page = (await (await token.get(`${path}?${query}`)).json()) as { items: unknown[]; next: string | null }
        seen.push(...page.items)
        next = page.next
      }
      expect({ path, count: new Set(seen.map((one) => JSON.stringify(one))).size }).toEqual({ path, count: expected })
    }
  })

  it('speaks the language that is asked for, Vietnamese first', async () => {
    const { hire, program } = await aProvinceWithPrograms()
    const token = await program((await hire('binh', 2, 'officer')).id, all)
    const asked = async (language: string) =>
      ((await (await token.get('/api/units?most=0', { 'accept-language': language })).json()) as { title: string })
        .title
    expect(await asked('')).toBe('Nội dung chưa đúng')
    expect(await asked('vi;q=0.9, en;q=0.8')).toBe('Nội dung chưa đúng')
    expect(await asked('en-GB, vi;q=0.5')).toBe('The content is not right')
  })

  it('says what is wrong with a request that it cannot read', async () => {
    const { app, hire, tokenOf } = await aProvinceWithPrograms()
    const token = await tokenOf((await hire('binh', 2, 'officer')).id, all)
    const send = (body: string, type: string) => {
      const headers = { host: 'localhost', authorization: `Bearer ${token}`, 'content-type': type }
      return app.request('/api/units', { method: 'POST', body, headers })
    }
    expect((await send('{', 'application/json')).status).toBe(422)
    expect((await send('<a/>', 'text/xml')).status).toBe(415)
    expect((await send(`"${'a'.repeat(1_100_000)}"`, 'application/json')).status).toBe(413)
    const missing = await send('{"parentId":2,"kind":"hamlet","name":"x","on":"2026-02-30"}', 'application/json')
    const { errors } = (await missing.json()) as { errors: { field: string; message: string }[] }
    expect(errors.map(({ field, message }) => `${field}: ${message}`)).toEqual([
      'name: Ngắn quá. Cần ít nhất 2 ký tự.',
      'on: Không phải một ngày có thật. Hãy viết năm-tháng-ngày, ví dụ 2026-03-10.',
    ])
    const wrong = await send('{"parentId":2,"kind":"Thôn","code":7}', 'application/json')
    const { errors: found } = (await wrong.json()) as { errors: { field: string; message: string }[] }
    expect(found.map(({ field, message }) => `${field}: ${message.slice(0, 40)}`)).toEqual([
      'name: Thiếu giá trị này. Hãy gửi kèm chuỗi ký ',
      'kind: Chỉ nhận một trong: province, commune, w',
      'code: Sai kiểu. Hãy gửi chuỗi ký tự.',
      'on: Thiếu giá trị này. Hãy gửi kèm chuỗi ký ',
    ])
  })

  it('makes a program that runs wild wait, and nobody else', async () => {
    const { hire, program } = await aProvinceWithPrograms()
    const person = await hire('binh', 2, 'officer')
    const [wild, calm] = [await program(person.id, all), await program(person.id, all)]
    for (let count = 0; count < 600; count++) await wild.get('/api/me')
    const answer = await wild.get('/api/me')
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '60'])
    expect((await calm.get('/api/me')).status).toBe(200)
  }, 30_000)

  it('takes changes from a browser’s session only where the form is ours', async () => {
    const { app, admin } = await aProvinceWithPrograms()
    const body = { name: 'Thôn Tây', kind: 'hamlet', on: '2026-03-02', parentId: 2 }
    const tried = await admin.post('/api/units', { json: JSON.stringify(body) })
    expect(tried.status).toBe(201)
    const session = admin.cookie('lantoa_session') ?? ''
    const headers = { host: 'localhost', cookie: `lantoa_session=${session}`, 'content-type': 'application/json' }
    const send = (more: Readonly<Record<string, string>>, path = '/api/units') =>
      app.request(path, { method: 'POST', body: JSON.stringify(body), headers: { ...headers, ...more } })
    expect((await send({ origin: 'https://elsewhere.example' })).status).toBe(403)
    expect((await send({})).status).toBe(403)
    expect((await send({}, '/api/unit-changes/00000000-0000-7000-8000-000000000000/undoing')).status).toBe(403)
    expect((await send({ origin: 'http://localhost' })).status).toBe(201)
  })
})
