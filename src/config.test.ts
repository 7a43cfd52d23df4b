import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { BadConfig, readConfig } from './config.ts'
import { PROJECT_ROOT } from './platform/project-root.ts'
import { configTexts } from './texts/settings.ts'

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
  ['LANTOA_PROXY', 'proxy.example'],
  ['LANTOA_PROXY', '10.0.0.0/33'],
  ['LANTOA_PROXY', '10.0.0.1/8/8'],
  ['LANTOA_CERT', 'cert.pem'],
  ['LANTOA_KEY', 'key.pem'],
  ['LANTOA_HTTP_PORT', '80'],
  ['LANTOA_LOG_MB', '0'],
  ['LANTOA_LOG_FILES', '101'],
  ['LANTOA_REQUEST_LOG', 'yes'],
  ['LANTOA_HSTS_DAYS', '731'],
  ['LANTOA_METRICS_TOKEN', 'short'],
])('%s=%s is refused in a sentence that names it', (variable, value) => {
  expect(() => readConfig({ [variable]: value }, '/')).toThrow(BadConfig)
  expect(() => readConfig({ [variable]: value }, '/')).toThrow(variable)
})

test('proxies are named by address or network; 1 is one on this computer', () => {
  const proxies = (value: string) => readConfig({ LANTOA_PROXY: value }, '/').proxies
  expect(proxies('0')).toEqual([])
  expect(proxies('1')).toEqual(['127.0.0.0/8', '::1'])
  expect(proxies('10.0.0.5, 192.168.0.0/16 fd00::/8')).toEqual(['10.0.0.5', '192.168.0.0/16', 'fd00::/8'])
})

test('certificate and key go together, their paths count from where the program was called', () => {
  const env = { LANTOA_CERT: 'a.pem', LANTOA_KEY: '/b.key', PORT: '443', LANTOA_HTTP_PORT: '80' }
  expect(readConfig(env, '/somewhere')).toMatchObject({
    certificate: { certFile: '/somewhere/a.pem', keyFile: '/b.key' },
    redirectPort: 80,
  })
  expect(() => readConfig({ ...env, LANTOA_HTTP_PORT: '443' }, '/')).toThrow('LANTOA_HTTP_PORT')
})

test('every setting stands in the guide, and in both READMEs or in the guide that they name', async () => {
  const textOf = (name: string) => readFile(join(PROJECT_ROOT, name), 'utf8')
  const [guide, english, vietnamese] = await Promise.all(
    ['docs/guides/settings.md', 'README.md', 'README.vi.md'].map(textOf),
  )
  const names = Object.keys(configTexts)
  expect(names.filter((name) => !guide?.includes(`| \`${name}\``))).toEqual([])
  const inGuide = [...(guide ?? '').matchAll(/^\| `(\w+)`/gm)].map(([, name = '']) => name)
  expect(inGuide.filter((name) => !names.includes(name))).toEqual([])
  for (const readMe of [english, vietnamese]) expect(readMe).toContain('docs/guides/settings.md')
})
