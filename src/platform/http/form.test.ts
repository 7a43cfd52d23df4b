import { createHash, randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { aContext, type TestContext } from '../../../test/builders/database.ts'
import { Refusal } from '../../core/problem.ts'
import { CSRF_FIELD, formToken, ownFormsOnly } from './csrf.ts'
import { readForm, readUpload } from './form.ts'
import type { HouseEnv } from './route.ts'

const LIMITS = { files: 3, fileSize: 1_000_000, totalSize: 1_500_000 }
const OURS = { 'sec-fetch-site': 'same-origin' }

function formApp(ctx: TestContext): Hono<HouseEnv> {
  const app = new Hono<HouseEnv>()
  app.use(async (c, next) => {
    c.set('ctx', ctx)
    await next()
  })
  app.use(formToken(), ownFormsOnly())
  app.get('/', (c) => c.text(c.var.csrf.value))
  app.post('/form', async (c) => c.json([...(await readForm(c))]))
  app.post('/upload', async (c) => {
    const { fields, files } = await readUpload(c, LIMITS)
    return c.json({ fields: [...fields], files: files.map(({ field, name, kept }) => [field, name, kept]) })
  })
  app.onError((error, c) => c.text(error instanceof Refusal ? error.reason : error.message, 400))
  return app
}

async function filesOf(ctx: TestContext): Promise<string[]> {
  const folder = join(ctx.config.dataFolder, 'files')
  if (!existsSync(folder)) return []
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name)
}

async function aForm(...files: [name: string, content: Uint8Array<ArrayBuffer>][]): Promise<RequestInit> {
  const form = new FormData()
  form.append('note', 'Quý III')
  for (const [name, content] of files) form.append('files', new File([content], name))
  const encoded = new Response(form)
  const type = encoded.headers.get('content-type') ?? ''
  return { method: 'POST', body: await encoded.arrayBuffer(), headers: { ...OURS, 'content-type': type } }
}

test('a form of our own page is read whole', async () => {
  const app = formApp(await aContext())
  const body = new URLSearchParams([
    ['name', 'Xã Hòa Bình'],
    ['name', 'Ấp 1'],
  ])
  const answer = await app.request('/form', { method: 'POST', body, headers: OURS })
  expect(await answer.json()).toEqual([
    ['name', 'Xã Hòa Bình'],
    ['name', 'Ấp 1'],
  ])
})

test.each([
  ['sent by another site', { 'sec-fetch-site': 'cross-site' }],
  ['sent by a neighbour on the same domain', { 'sec-fetch-site': 'same-site' }],
  ['from another origin', { origin: 'http://evil.example', host: 'localhost' }],
  ['that neither the browser nor a token vouches for', {}],
  ['with a token that belongs to no cookie', { 'x-token': 'made-up' }],
])('a form %s is refused', async (_, headers) => {
  const app = formApp(await aContext())
  const body = new URLSearchParams({ [CSRF_FIELD]: 'made-up' })
  const answer = await app.request('/form', { method: 'POST', body, headers })
  expect([answer.status, await answer.text()]).toEqual([400, 'foreign-site'])
})

test('an old browser proves with the hidden field that the form is ours', async () => {
  const app = formApp(await aContext())
  const page = await app.request('/')
  const cookie = page.headers.get('set-cookie')?.split(';')[0] ?? ''
  const body = new URLSearchParams({ [CSRF_FIELD]: await page.text(), name: 'An' })
  const answer = await app.request('/form', { method: 'POST', body, headers: { cookie } })
  expect(await answer.json()).toEqual([['name', 'An']])
})

test('a form longer than a megabyte is refused', async () => {
  const app = formApp(await aContext())
  const body = new URLSearchParams({ text: 'x'.repeat(1_100_000) })
  const answer = await app.request('/form', { method: 'POST', body, headers: OURS })
  expect(await answer.text()).toBe('too-large')
})

test('files are stored as they came, under names that are NFC and no paths', async () => {
  const ctx = await aContext()
  const content = new Uint8Array(randomBytes(300_000))
  const form = await aForm(['C:\\Kế hoạch\\Kế hoạch.pdf'.normalize('NFD'), content], ['', new Uint8Array()])
  const answer = await formApp(ctx).request('/upload', form)

  const sha256 = createHash('sha256').update(content).digest('hex')
  const kept = { key: expect.any(String), size: 300_000, sha256 }
  const shown = await answer.json()
  expect(shown).toEqual({ fields: [['note', 'Quý III']], files: [['files', 'Kế hoạch.pdf', kept]] })
  const key = shown.files[0][2].key
  expect(await ctx.files.withLocalPath(key, async (path) => path.endsWith(key))).toBe(true)
  expect(Buffer.concat(await (await ctx.files.read(key)).toArray())).toEqual(Buffer.from(content))
})

test.each([
  ['one file is too large', [['a.pdf', new Uint8Array(10)] as const, ['b.pdf', new Uint8Array(1_000_001)] as const]],
  [
    'all together are too large',
    [['a.pdf', new Uint8Array(900_000)] as const, ['b.pdf', new Uint8Array(900_000)] as const],
  ],
  ['there are too many', ['a', 'b', 'c', 'd'].map((name) => [name, new Uint8Array(5)] as const)],
])('when %s, nothing stays in the store', async (_, files) => {
  const ctx = await aContext()
  const form = await aForm(...files.map(([name, content]): [string, Uint8Array<ArrayBuffer>] => [name, content]))
  const answer = await formApp(ctx).request('/upload', form)
  expect([answer.status, await answer.text(), await filesOf(ctx)]).toEqual([400, 'too-large', []])
})

test('an upload that breaks off in the middle leaves nothing in the store', async () => {
  const ctx = await aContext()
  const head = '--x\r\nContent-Disposition: form-data; name="files"; filename="a.pdf"\r\n\r\n'
  const body = new ReadableStream({
    start(controller) {
      controller.enqueue(Buffer.from(head + 'y'.repeat(100_000)))
    },
    pull(controller) {
      controller.error(new Error('the line broke'))
    },
  })
  const headers = { ...OURS, 'content-type': 'multipart/form-data; boundary=x' }
  const request = new Request('http://localhost/upload', {
    method: 'POST',
    body,
    headers,
    duplex: 'half',
  } as RequestInit)
  const answer = await formApp(ctx).request(request)
  expect([answer.status, await filesOf(ctx)]).toEqual([400, []])
})

test('a body that ends before the form does is no upload', async () => {
  const ctx = await aContext()
  const body = '--x\r\nContent-Disposition: form-data; name="files"; filename="a.pdf"\r\n\r\nhalf a file'
  const headers = { ...OURS, 'content-type': 'multipart/form-data; boundary=x' }
  const answer = await formApp(ctx).request('/upload', { method: 'POST', body, headers })
  expect([answer.status, await filesOf(ctx)]).toEqual([400, []])
})

test('files that nobody vouches for are not stored', async () => {
  const ctx = await aContext()
  const form = await aForm(['a.pdf', new Uint8Array(10)])
  const headers = new Headers(form.headers)
  headers.delete('sec-fetch-site')
  const answer = await formApp(ctx).request('/upload', { ...form, headers })
  expect([answer.status, await answer.text()]).toEqual([400, 'foreign-site'])
})

test.each([
  ['../../etc/kế hoạch.docx', 'kế hoạch.docx'],
  ['C:\\Users\\An\\kh.pdf', 'kh.pdf'],
  ['kế hoạch\u202excod.exe', 'kế hoạchxcod.exe'],
  [`${'🙂'.repeat(300)}.pdf`, `${'🙂'.repeat(196)}.pdf`],
])('a file called %j is kept as %j', async (given, name) => {
  const app = formApp(await aContext())
  const answer = await app.request('/upload', await aForm([given, new TextEncoder().encode('x')]))
  expect((await answer.json()).files[0][1]).toBe(name)
})

test('a field that is too long for the form is refused, not cut', async () => {
  const app = formApp(await aContext())
  const form = new FormData()
  form.append('list', 'Xã\n'.repeat(400_000))
  const answer = await app.request('/upload', { method: 'POST', body: form, headers: OURS })
  expect([answer.status, await answer.text()]).toEqual([400, 'too-large'])
})

test.each([
  ['without a boundary', 'multipart/form-data', '--b'],
  ['with a monstrous boundary', `multipart/form-data; boundary=${'b'.repeat(300)}`, '--b'],
  ['that is empty', 'multipart/form-data; boundary=b', ''],
  [
    'that breaks off',
    'multipart/form-data; boundary=b',
    '--b\r\nContent-Disposition: form-data; name="files"; filename="a"\r\n\r\nx',
  ],
])('a form with files %s is no form, and nothing of it is kept', async (_, type, body) => {
  const ctx = await aContext()
  const answer = await formApp(ctx).request('/upload', {
    method: 'POST',
    body,
    headers: { ...OURS, 'content-type': type },
  })
  expect([answer.status, await answer.text(), await filesOf(ctx)]).toEqual([400, 'invalid', []])
})
