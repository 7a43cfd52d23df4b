import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { aFolder } from '../../../test/builders/database.ts'
import { removeBrokenOff } from './folder-files.ts'

test('an upload that a killed process left goes, one that is still arriving and whole files stay', async () => {
  const folder = await aFolder()
  await mkdir(join(folder, 'arriving'))
  await mkdir(join(folder, '019ab'))
  for (const name of ['arriving/left', 'arriving/under-way', '019ab/whole']) await writeFile(join(folder, name), 'x')
  const yesterday = new Date('2026-03-09T02:00:00Z')
  for (const name of ['arriving/left', '019ab/whole']) await utimes(join(folder, name), yesterday, yesterday)
  expect(await removeBrokenOff(folder, new Date('2026-03-10T02:00:00Z'))).toBe(1)
  expect(await readdir(join(folder, 'arriving'))).toEqual(['under-way'])
  expect(await readdir(join(folder, '019ab'))).toEqual(['whole'])
})

test('a folder in which nothing has ever arrived is nothing to clear', async () => {
  expect(await removeBrokenOff(await aFolder(), new Date())).toBe(0)
})
