import { gzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { aBrowser, anApp } from '../../test/builders/browser.ts'
import { aContext } from '../../test/builders/database.ts'
import { anUploadedPlan, aReadPlan } from '../../test/builders/plans.ts'
import { planPaths } from './paths.ts'

const host = { host: 'localhost', accept: 'text/html', origin: 'http://localhost' }

function aForm(fields: readonly (readonly [string, string | File])[]): FormData {
  const form = new FormData()
  for (const [name, value] of fields) form.append(name, value)
  return form
}

it('files become plans one by one, or the pages of one plan, as the form says', async () => {
  const ctx = await aContext()
  const app = await anApp(ctx)
  const files = [1, 2].map((n) => ['files', new File([`page ${n}`], `${n}.txt`)] as const)
  const separate = await app.request(planPaths.import, { method: 'POST', headers: host, body: aForm(files) })
  expect([separate.status, separate.headers.get('location')?.split('?')[0]]).toEqual([303, planPaths.progress])
  const body = aForm([['grouping', 'pages'], ['turn', '90'], ['turn', 'sideways'], ...files])
  const together = await app.request(planPaths.import, { method: 'POST', headers: host, body })
  const id = together.headers.get('location')?.split('/').at(-1) ?? ''
  const rows = await ctx.db
    .selectFrom('planFile')
    .select(['name', 'position', 'turn'])
    .where('documentId', '=', id)
    .orderBy('position')
    .execute()
  expect(rows).toEqual([
    { name: '1.txt', position: 0, turn: 90 },
    { name: '2.txt', position: 1, turn: 0 },
  ])
})

it('a form without a file is sent back with the reason, in JSON to the island', async () => {
  const app = await anApp(await aContext())
  const send = (accept: string) =>
    app.request(planPaths.import, {
      method: 'POST',
      headers: { ...host, accept },
      body: aForm([['grouping', 'pages']]),
    })
  const page = await send('text/html')
  expect([page.status, (await page.text()).includes('Chưa chọn tệp nào.')]).toEqual([422, true])
  const json = await send('application/json')
  expect([json.status, await json.json()]).toEqual([
    422,
    { error: 'Chưa chọn tệp nào. Hãy chọn ít nhất một tệp văn bản.' },
  ])
})

it('words of a document are shown, never run, and its file is only ever handed out for saving', async () => {
  const ctx = await aContext()
  const browser = aBrowser(await anApp(ctx))
  const id = await aReadPlan(ctx, {
    title: '<script>alert(1)</script>',
    recipients: ['"><img src=x onerror=alert(1)>'],
  })
  for (const path of [planPaths.document(id), planPaths.list, planPaths.remove(id)]) {
    const html = await (await browser.get(path)).text()
    expect([path, html.includes('<script>alert'), html.includes('<img src=x')]).toEqual([path, false, false])
  }
  const evil = await anUploadedPlan(ctx, 'kế hoạch.svg', '<svg onload="alert(1)"/>')
  const file = await browser.get(planPaths.file(evil, 0))
  expect(file.headers.get('content-type')).toBe('application/octet-stream')
  expect(file.headers.get('content-disposition')).toMatch(
    /^attachment; .*filename\*=UTF-8''k%E1%BA%BF%20ho%E1%BA%A1ch\.svg$/,
  )
  expect(file.headers.get('content-security-policy')).toContain('sandbox')
})

it('an address of no plan is not found, and a move that the state forbids is a conflict', async () => {
  const ctx = await aContext()
  const browser = aBrowser(await anApp(ctx))
  const nobody = '0199aaaa-0000-7000-8000-000000000000'
  const paths = [planPaths.document(nobody), planPaths.file(nobody, 0), planPaths.remove(nobody), '/ke-hoach/xyz']
  for (const path of paths) expect([path, (await browser.get(path)).status]).toEqual([path, 404])
  const id = await aReadPlan(ctx)
  expect((await browser.post(planPaths.cancel(id))).status).toBe(409)
  expect((await browser.post(planPaths.retry(nobody))).status).toBe(404)
})

it('a list asks the database as often for fifty plans as for five', async () => {
  const ctx = await aContext()
  let statements = 0
  const db = ctx.db.withPlugin({
    transformQuery({ node }) {
      statements += 1
      return node
    },
    transformResult: async ({ result }) => result,
  })
  const browser = aBrowser(await anApp({ ...ctx, db }))
  const count = async () => {
    statements = 0
    await (await browser.get(planPaths.list)).text()
    return statements
  }
  for (let n = 0; n < 5; n += 1) await aReadPlan(ctx, { title: `Kế hoạch ${n}` })
  const few = await count()
  for (let n = 5; n < 50; n += 1) await aReadPlan(ctx, { title: `Kế hoạch ${n}` })
  expect(await count()).toBe(few)
})

it('a list of a full page weighs less than 10 kB packed', async () => {
  const ctx = await aContext()
  const browser = aBrowser(await anApp(ctx))
  for (let n = 0; n < 30; n += 1)
    await aReadPlan(ctx, {
      title: `Xây dựng, bồi dưỡng và nhân rộng điển hình tiên tiến đợt ${n}`,
      issuer: 'Ủy ban nhân dân xã Đồng Rạng',
    })
  const html = await (await browser.get(planPaths.list)).text()
  expect(gzipSync(html).length).toBeLessThan(10_000)
})
