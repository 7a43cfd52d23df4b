import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { killedAfter } from './a-copy.ts'
import { anOpenFolder, enterDatabase, lantoa, onItsOwn } from './a-server.ts'

/** Everybody of the list, and the administrator. */
test('a demonstration that was killed while it was filled is filled anew, and as a whole', {
  timeout: 180_000,
}, async () => {
  const folder = await anOpenFolder()
  const mark = join(folder, 'data', 'demo')
  await killedAfter(lantoa(['demo'], onItsOwn(folder)), () => existsSync(mark), 400)
  expect(await readFile(mark, 'utf8')).toBe('filling\n')

  const again = lantoa(['demo'], onItsOwn(folder))
  const address = await again.address
  expect(await (await fetch(`${address}healthz`)).json()).toEqual({ database: 'ok' })
  expect(await readFile(mark, 'utf8')).toBe('')
  const client = await enterDatabase(folder)
  const { rows } = await client.query('select count(*)::integer as people from person')
  await client.end()
  const lines = (await readFile('samples/demo/people.tsv', 'utf8')).trim().split('\n').slice(1)
  const listed = new Set(lines.map((line) => line.split('\t')[1]))
  expect(rows).toEqual([{ people: listed.size + 1 }])
})
