// cspell:ignore setpriv reuid regid remount setsid (programs and options of Linux)
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmod, chown, mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, type TestContext, test } from 'vitest'
import { mayReach } from '../../src/platform/db/postgres/account.ts'
import { PROJECT_ROOT } from '../../src/platform/project-root.ts'
import { anOpenFolder, lantoa } from './a-server.ts'

/** The account that every Linux has; it owns nothing. */
const DAEMON = { name: 'daemon', uid: 1, gid: 1 }

function valuesOf(unit: string, name: string): string[] {
  return [...unit.matchAll(new RegExp(`^${name}=(.*)$`, 'gm'))].map(([, value = '']) => value)
}

/** What systemd would do for the unit, done by hand: everything can only be read but what the unit names, no right is left, none can be gained. */
async function asTheUnitSays(unit: string, { skip }: TestContext) {
  const isPossible = process.getuid?.() === 0 && spawnSync('unshare', ['-m', 'setpriv', '--version']).status === 0
  if (!isPossible) skip('what systemd does cannot be done by hand here')
  if (!mayReach(join(PROJECT_ROOT, 'bin'), DAEMON)) skip('the account may not walk down to the program')
  const writable = valuesOf(unit, 'ReadWritePaths')
  const script = [
    'mount --make-rprivate /',
    ...writable.map((path) => `mount --bind "${path}" "${path}"`),
    'mount -o remount,ro,bind /',
    ...writable.map((path) => `mount -o remount,rw,bind "${path}"`),
    `umask ${valuesOf(unit, 'UMask')[0]}`,
    `cd "${valuesOf(unit, 'WorkingDirectory')[0]}"`,
    `exec setpriv --reuid ${DAEMON.uid} --regid ${DAEMON.gid} --clear-groups --no-new-privs --bounding-set=-all --inh-caps=-all ${valuesOf(unit, 'ExecStart')[0]}`,
  ]
  const env = Object.fromEntries(valuesOf(unit, 'Environment').map((pair) => pair.split('=') as [string, string]))
  const child = spawn('unshare', ['-m', 'sh', '-ec', script.join('\n')], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  onTestFinished(async () => {
    if (child.exitCode !== null || child.signalCode !== null) return
    child.kill('SIGTERM')
    await once(child, 'close')
  })
  return { child, said: () => said }
}

test('the unit that is printed starts this install with what it allows, and stops it', {
  timeout: 60_000,
}, async (context) => {
  // Not below the folder for temporary files, of which a service gets one of its own.
  const folder = await mkdtemp('/var/tmp/lantoa-test-')
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  await chmod(folder, 0o755)
  const data = join(folder, 'data')
  await mkdir(data)
  if (process.getuid?.() === 0) await chown(data, DAEMON.uid, DAEMON.gid)
  const env = { LANTOA_DATA: data, PORT: '18437', DATABASE_URL: '' }
  const { code, printed: unit, complained } = await lantoa(['service', '--linux'], env).ended
  expect({ code, complained }).toEqual({ code: 0, complained: '' })
  const file = join(folder, 'lantoa-test.service')
  await writeFile(file, unit)
  const verified = spawnSync('systemd-analyze', ['verify', file], { encoding: 'utf8' })
  if (!verified.error) expect(`${verified.stdout}${verified.stderr}`).toBe('')

  const { child, said } = await asTheUnitSays(unit, context)
  await expect.poll(said, { timeout: 20_000 }).toContain('http://127.0.0.1:18437/')
  expect(await (await fetch('http://127.0.0.1:18437/healthz')).json()).toEqual({ database: 'ok' })
  expect((await stat(join(data, 'lantoa.log'))).uid).toBe(DAEMON.uid)
  expect((await stat(join(data, 'postgres', 'cluster', 'PG_VERSION'))).uid).toBe(DAEMON.uid)
  child.kill('SIGTERM')
  const [exit] = await once(child, 'close')
  expect(exit, said()).toBe(0)
})

test('secrets of the shell do not get into a file that everybody may read; people are told where they belong', async () => {
  const folder = await anOpenFolder()
  const secret = 'postgresql://lantoa:bi-mat@db.example/lantoa'
  const { printed, complained } = await lantoa(['service', '--linux', '--user', 'lantoa'], {
    LANTOA_DATA: join(folder, 'data'),
    DATABASE_URL: secret,
  }).ended
  expect(printed).not.toContain('bi-mat')
  expect(printed).toContain(`Environment=LANTOA_DATA=${join(folder, 'data')}\n`)
  expect(complained).toMatch(/lantoa\.env .*: DATABASE_URL$/m)
})

test('wrong options are answered with how it is used', async () => {
  const { code, complained } = await lantoa(['service', '--windows', '--linux']).ended
  expect([code, complained]).toEqual([1, expect.stringContaining('Cách dùng: lantoa service')])
})
