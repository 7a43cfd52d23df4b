import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { aFolder } from '../test/builders/database.ts'
import { BadConfig } from './config.ts'
import { withSettingsFile } from './settings-file.ts'

test('the file adds settings, the environment wins, paths count from the file, a mark of Windows editors does no harm', async () => {
  const folder = await aFolder()
  await writeFile(
    join(folder, 'lantoa.env'),
    '\uFEFFPORT=80\r\n# ghi chú\r\nLANTOA_DATA=du-lieu\r\nLANTOA_READERS=4\r\nHOST=\r\n',
  )
  expect(withSettingsFile({ PORT: '8421', LANTOA_READERS: ' ', HOME: '/h' }, folder)).toEqual({
    PORT: '8421',
    LANTOA_DATA: join(folder, 'du-lieu'),
    LANTOA_READERS: '4',
    HOST: '',
    HOME: '/h',
  })
})

test('without the file the environment stays as it is', async () => {
  expect(withSettingsFile({ PORT: '1' }, await aFolder())).toEqual({ PORT: '1' })
})

test('a misspelt setting and a file that is none are named', async () => {
  const folder = await aFolder()
  await writeFile(join(folder, 'lantoa.env'), 'LANTOA_DTA=/x\n')
  expect(() => withSettingsFile({}, folder)).toThrow('«LANTOA_DTA»')
  const odd = await aFolder()
  await mkdir(join(odd, 'lantoa.env'))
  expect(() => withSettingsFile({}, odd)).toThrow(BadConfig)
})
