import { spawnSync } from 'node:child_process'
import { chmod, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Parser } from 'htmlparser2'
import { expect, test } from 'vitest'
import { aFolder } from '../../../test/builders/database.ts'
import { systemdUnit, type UnitFacts } from './systemd-unit.ts'
import { windowsTask } from './windows-task.ts'

async function facts(changes: Partial<UnitFacts> = {}): Promise<UnitFacts> {
  const root = join(await aFolder(), 'Lan Tỏa 100% "mới" $HOME')
  await mkdir(root)
  return {
    node: process.execPath,
    root,
    user: 'daemon',
    isRoot: false,
    writable: [root],
    settings: { PORT: '8420', LANTOA_MAIL_FROM: 'Lan Tỏa 5% "thử" \\ <a@b.vn>' },
    sharesTmp: false,
    hasLowPort: false,
    ...changes,
  }
}

test.for<Partial<UnitFacts>>([{}, { isRoot: true, user: 'root' }, { hasLowPort: true, sharesTmp: true }])(
  'systemd finds no fault with the unit, whatever the paths and values look like: %j',
  async (changes, { skip }) => {
    const given = await facts(changes)
    const file = join(await aFolder(), 'lantoa.service')
    await chmod(given.root, 0o755)
    await writeFile(file, systemdUnit(given))
    const { error, status, stdout, stderr } = spawnSync('systemd-analyze', ['verify', file], { encoding: 'utf8' })
    if (error) skip('systemd-analyze is not here')
    expect({ status, said: `${stdout}${stderr}` }).toEqual({ status: 0, said: '' })
  },
)

test('the service may write to its data only, gains nothing and is exposed little', async ({ skip }) => {
  const file = join(await aFolder(), 'lantoa.service')
  await writeFile(file, systemdUnit(await facts()))
  const args = ['security', '--offline=true', '--json=short', file]
  const { error, stdout } = spawnSync('systemd-analyze', args, { encoding: 'utf8' })
  if (error) skip('systemd-analyze is not here')
  const rows = JSON.parse(stdout) as { name: string; set: boolean | null }[]
  const holds = (name: string) => rows.find((row) => row.name.startsWith(name))?.set
  expect(['NoNewPrivileges', 'ProtectSystem', 'PrivateTmp', 'PrivateDevices', 'User'].map(holds)).not.toContain(false)
})

test('paths and values come back from the unit as they went in', async () => {
  const given = await facts()
  const unit = systemdUnit(given)
  const plain = (text: string) => text.replaceAll('%%', '%')
  const unquoted = (text: string) =>
    text
      .replace(/^"(.*)"$/, '$1')
      .replaceAll('\\"', '"')
      .replaceAll('\\\\', '\\')
  const value = (name: string) => new RegExp(`^${name}=(.*)$`, 'm').exec(unit)?.[1] ?? ''
  expect(plain(value('WorkingDirectory'))).toBe(given.root)
  expect(unquoted(plain(value('ReadWritePaths')))).toBe(given.root)
  expect(unquoted(plain(/^Environment=("LANTOA_MAIL.*)$/m.exec(unit)?.[1] ?? ''))).toBe(
    `LANTOA_MAIL_FROM=${given.settings['LANTOA_MAIL_FROM']}`,
  )
  expect(plain(value('ExecStart')).replaceAll('$$', '$')).toContain('$HOME/bin/lantoa.js"')
})

test('the task for Windows is XML in which every path is what it was', () => {
  const root = 'C:\\Phần mềm & dữ liệu <1>'
  const seen: Record<string, string> = {}
  const open: string[] = []
  const parser = new Parser(
    {
      onopentag: (name) => void open.push(name),
      onclosetag: () => void open.pop(),
      ontext: (text) => {
        const name = open.at(-1)
        if (name) seen[name] = `${seen[name] ?? ''}${text}`
      },
    },
    { xmlMode: true },
  )
  parser.end(windowsTask({ node: `${root}\\node.exe`, root, user: 'XA\\can bo' }))
  expect(open).toEqual([])
  expect([seen['Command'], seen['Arguments'], seen['WorkingDirectory'], seen['UserId']]).toEqual([
    `${root}\\node.exe`,
    `"${root}\\bin\\lantoa.js" serve`,
    root,
    'XA\\can bo',
  ])
  expect([seen['ExecutionTimeLimit'], seen['LogonType'], seen['RunLevel']]).toEqual(['PT0S', 'S4U', 'LeastPrivilege'])
})
