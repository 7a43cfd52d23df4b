import { join } from 'node:path'
import { expect, test } from 'vitest'
import { BadConfig, readConfig } from './config.ts'
import { PROJECT_ROOT } from './platform/project-root.ts'

test('without any setting everything lies in the project, and our own database is used', () => {
  expect(readConfig({}, '/somewhere')).toMatchObject({
    databaseUrl: null,
    dataFolder: join(PROJECT_ROOT, 'data'),
    port: 8420,
    pageLimit: 200,
    uploadLimit: 200 * 1024 * 1024,
    readers: 2,
  })
})

test('settings are taken over; a relative data folder counts from where the program was called', () => {
  const env = { LANTOA_DATA: 'mine', PORT: '0', DATABASE_URL: 'postgres://a@b/c', LANTOA_PAGE_LIMIT: '12', HOST: ' ' }
  expect(readConfig(env, '/somewhere')).toMatchObject({
    databaseUrl: 'postgres://a@b/c',
    dataFolder: '/somewhere/mine',
    port: 0,
    pageLimit: 12,
  })
})

test.each([
  ['PORT', '65536'],
  ['PORT', '-1'],
  ['PORT', '80a'],
  ['HOST', 'a b'],
  ['DATABASE_URL', 'mysql://x'],
  ['LANTOA_PAGE_LIMIT', '0'],
  ['LANTOA_UPLOAD_LIMIT_MB', '1e3'],
  ['LANTOA_READERS', '33'],
  ['LANTOA_STATE', 'relative'],
])('%s=%s is refused in a sentence that names it', (variable, value) => {
  expect(() => readConfig({ [variable]: value }, '/')).toThrow(BadConfig)
  expect(() => readConfig({ [variable]: value }, '/')).toThrow(variable)
})
