import { chownSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { type Config, readConfig } from '../config.ts'
import { systemdUnit } from '../platform/boot/systemd-unit.ts'
import { windowsTask } from '../platform/boot/windows-task.ts'
import { knownAccounts } from '../platform/db/postgres/account.ts'
import { socketFolderFor } from '../platform/db/postgres/places.ts'
import { PROJECT_ROOT } from '../platform/project-root.ts'
import { PATH_SETTINGS } from '../settings-file.ts'
import { bootTexts } from '../texts/boot.ts'
import { configTexts } from '../texts/settings.ts'
import type { Terminal } from './terminal.ts'

const UNIT = '/etc/systemd/system/lantoa.service'
const TASK = 'lantoa-task.xml'
/** Everybody may read a unit file: these belong into lantoa.env. */
const SECRET = ['DATABASE_URL', 'LANTOA_SMTP_URL', 'LANTOA_METRICS_TOKEN', 'LANTOA_OIDC_SECRET']

interface Wish {
  readonly write: boolean
  readonly onWindows: boolean
  readonly user: string | undefined
}

/**
 * `lantoa service`: prints what makes this install start with the computer, for its present folder, data, account and settings; with `--write` puts it
 * where it belongs and says what to run next.
 */
export async function startAtBoot(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  terminal: Terminal,
): Promise<number> {
  const wish = readWish(args)
  if (!wish) return refuse(terminal, bootTexts.usage)
  const config = readConfig(env, process.cwd())
  const [text, place] = wish.onWindows ? [task(wish), join(PROJECT_ROOT, TASK)] : [unit(config, wish), UNIT]
  for (const sentence of remarks(wish)) terminal.complain(sentence)
  if (!wish.write) {
    await terminal.print(text)
    return 0
  }
  try {
    if (!wish.onWindows) makeDataFolder(config.dataFolder, wish.user)
    writeFileSync(
      place,
      wish.onWindows ? `\uFEFF${text.replaceAll('\n', '\r\n')}` : text,
      wish.onWindows ? 'utf16le' : 'utf8',
    )
  } catch {
    return refuse(terminal, bootTexts.cannotWrite(place))
  }
  terminal.complain(wish.onWindows ? bootTexts.windowsNext(place) : bootTexts.linuxNext(place))
  return 0
}

function readWish(args: readonly string[]): Wish | undefined {
  const flag = { type: 'boolean', default: false } as const
  try {
    const options = { write: flag, windows: flag, linux: flag, user: { type: 'string' } } as const
    const { values } = parseArgs({ args: [...args], options })
    if (values.windows && values.linux) return undefined
    const onWindows = values.windows || (process.platform === 'win32' && !values.linux)
    return { write: values.write, onWindows, user: values.user }
  } catch {
    return undefined
  }
}

function unit(config: Config, wish: Wish): string {
  const { dataFolder, backupFolder, stateFolder, port, redirectPort, databaseUrl } = config
  const user = wish.user ?? ownerOf(dataFolder)
  const isRoot = user === 'root'
  const outside = [backupFolder, ...(isRoot && databaseUrl === null ? [stateFolder] : [])].filter(
    (path) => !`${path}/`.startsWith(`${dataFolder}/`) && existsSync(path),
  )
  return systemdUnit({
    node: process.execPath,
    root: PROJECT_ROOT,
    user,
    isRoot,
    writable: [dataFolder, ...outside],
    settings: shellSettings(),
    sharesTmp: databaseUrl === null && socketFolderFor(join(dataFolder, 'postgres')).startsWith(tmpdir()),
    hasLowPort: [port, redirectPort ?? port].some((one) => one > 0 && one < 1_024),
  })
}

/** A service that may write to one folder only cannot make that folder itself. */
function makeDataFolder(folder: string, user: string | undefined): void {
  if (existsSync(folder)) return
  mkdirSync(folder, { recursive: true })
  const name = user ?? process.env['SUDO_USER']
  const account = accounts().find((known) => known.name === name)
  if (account && process.getuid?.() === 0) chownSync(folder, account.uid, account.gid)
}

const accounts = () => knownAccounts(readFileSync('/etc/passwd', 'utf8'))

function task({ user }: Wish): string {
  const { USERDOMAIN: domain, USERNAME: name } = process.env
  const account = domain && name ? `${domain}\\${name}` : userInfo().username
  return windowsTask({ node: process.execPath, root: PROJECT_ROOT, user: user ?? account })
}

/** Whoever owns the data goes on owning it; else whoever called `sudo`. */
function ownerOf(folder: string): string {
  const uid = statSync(folder, { throwIfNoEntry: false })?.uid
  if (uid === undefined) return process.env['SUDO_USER'] ?? userInfo().username
  if (uid === 0) return 'root'
  return accounts().find((account) => account.uid === uid)?.name ?? String(uid)
}

/** What this shell sets, without secrets; what stands in lantoa.env the service reads there itself. */
function shellSettings(): Record<string, string> {
  const set = namesInShell().filter((name) => !SECRET.includes(name))
  const valueFor = (name: string) => process.env[name] ?? ''
  return Object.fromEntries(
    set.map((name) => [name, PATH_SETTINGS.includes(name) ? resolve(valueFor(name)) : valueFor(name)]),
  )
}

const namesInShell = () => Object.keys(configTexts).filter((name) => process.env[name]?.trim())

function remarks({ onWindows }: Wish): string[] {
  const toMove = onWindows ? namesInShell() : namesInShell().filter((name) => SECRET.includes(name))
  return toMove.length > 0 ? [bootTexts.moveSettings(toMove, PROJECT_ROOT)] : []
}

function refuse(terminal: Terminal, sentence: string): number {
  terminal.complain(sentence)
  return 1
}
