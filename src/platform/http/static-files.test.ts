import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { aFolder } from '../../../test/builders/database.ts'
import type { HouseEnv } from './route.ts'
import { staticFiles } from './static-files.ts'

const CSS = 'body { color: black }\n'.repeat(100)

async function aSite() {
  const folder = await aFolder()
  await mkdir(join(folder, 'client', 'assets'), { recursive: true })
  await mkdir(join(folder, 'client', '.vite'))
  await writeFile(join(folder, 'client', 'assets', 'style-1a2b3c4d.css'), CSS)
  await writeFile(join(folder, 'client', 'assets', 'font-1a2b3c4d.woff2'), 'font')
  await writeFile(join(folder, 'client', 'mark.svg'), '<svg/>')
  await writeFile(join(folder, 'client', '.vite', 'manifest.json'), '{}')
  await writeFile(join(folder, 'secret.css'), 'secret')
  return new Hono<HouseEnv>().use(staticFiles(join(folder, 'client'))).notFound((c) => c.text('none', 404))
}

test('a file with a hash in its name is kept for a year, and compressed as the browser likes it', async () => {
  const site = await aSite()
  const ask = async (encoding: string) =>
    site.request('/assets/style-1a2b3c4d.css', { headers: { 'accept-encoding': encoding } })
  const [br, gzip, plain] = [await ask('gzip, deflate, br'), await ask('gzip'), await ask('')]
  expect([br, gzip, plain].map(({ headers }) => headers.get('content-encoding'))).toEqual(['br', 'gzip', null])
  expect(br.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  expect([
    brotliDecompressSync(await br.arrayBuffer()).toString(),
    gunzipSync(await gzip.arrayBuffer()).toString(),
    await plain.text(),
  ]).toEqual([CSS, CSS, CSS])
})

test('types are named, fonts are not compressed again, files without a hash are asked for daily', async () => {
  const site = await aSite()
  const headers = { 'accept-encoding': 'br' }
  const font = await site.request('/assets/font-1a2b3c4d.woff2', { headers })
  const mark = await site.request('/mark.svg', { headers })
  expect([font.headers.get('content-type'), font.headers.get('content-encoding')]).toEqual(['font/woff2', null])
  expect([mark.headers.get('content-type'), mark.headers.get('cache-control')]).toEqual([
    'image/svg+xml',
    'public, max-age=86400',
  ])
})

test.each(['/.vite/manifest.json', '/../secret.css', '/%2e%2e/secret.css', '/assets/', '/assets/none.css'])(
  '%s is not served',
  async (path) => {
    expect((await (await aSite()).request(path)).status).toBe(404)
  },
)
