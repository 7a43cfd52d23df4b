import { createHash } from 'node:crypto'
import { existsSync, statSync } from 'node:fs'
import { chmod, chown, lstat, mkdir, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { type Account, accountFor, mayReach, nearestOwner } from './account.ts'
import { DatabaseTrouble } from './trouble.ts'

/** Where the pieces of our own server lie. */
export interface Places {
  readonly account: Account | undefined
  /** PostgreSQL's data directory; exists once `initdb` has succeeded. */
  readonly cluster: string
  /** The folder of `cluster`, owned by the account. */
  readonly home: string
  /** Folder of the Unix socket, for the account alone. */
  readonly socketFolder: string
  readonly passwordFile: string
  readonly log: string
}

/** A socket's whole path has room for 107 bytes on Linux, 103 on macOS; PostgreSQL exits beyond that. */
const LONGEST_SOCKET_FOLDER = 103 - '/.s.PGSQL.5432'.length

/**
 * Makes the folders of the server. `stateFolder` is used only as root, when the account that PostgreSQL must run as may not
 * walk down to the data folder; a pointer in the data folder then says where the database is, so that the data folder may move.
 */
export async function preparePlaces(dataFolder: string, stateFolder: string): Promise<Places> {
  await mkdir(dataFolder, { recursive: true }).catch(refused(dataFolder))
  const account = accountFor(dataFolder, (folder) => ownerOf(join(folder, 'postgres')) ?? nearestOwner(folder))
  if (account) await openToPassers(dataFolder, account)
  const passwordFile = join(dataFolder, 'postgres.password')
  const home = await serverHome(dataFolder, stateFolder, account, existsSync(passwordFile))
  const socketFolder = socketFolderFor(home)
  await privateFolder(socketFolder, account)
  return {
    account,
    home,
    cluster: join(home, 'cluster'),
    socketFolder,
    passwordFile,
    log: join(dataFolder, 'postgres.log'),
  }
}

/** The data folder is ours: as root we let the account pass through it (not look into it). Folders above belong to others. */
async function openToPassers(dataFolder: string, account: Account): Promise<void> {
  if (mayReach(dataFolder, account) || !mayReach(dirname(dataFolder), account)) return
  await chmod(dataFolder, statSync(dataFolder).mode | 0o011)
}

/** `used`: there has been a database. One that is gone is never quietly replaced by an empty one. */
async function serverHome(
  dataFolder: string,
  stateFolder: string,
  account: Account | undefined,
  used: boolean,
): Promise<string> {
  const pointer = join(dataFolder, 'postgres.location')
  const elsewhere = existsSync(pointer) ? (await readFile(pointer, 'utf8')).trim() : undefined
  const reachable = !account || mayReach(dataFolder, account)
  const home = elsewhere ?? (reachable ? join(dataFolder, 'postgres') : join(stateFolder, shortHash(dataFolder)))
  if (used && !existsSync(home)) throw new DatabaseTrouble('data-missing', { folder: home })
  if (!reachable && elsewhere === undefined) {
    await mkdir(stateFolder, { recursive: true, mode: 0o755 }).catch(refused(stateFolder))
    await writeFile(pointer, `${home}\n`)
  }
  await privateFolder(home, account)
  if (account && !mayReach(home, account)) throw new DatabaseTrouble('no-permission', { folder: home })
  return home
}

/** Where the socket of the server in `home` lies. */
export function socketFolderFor(home: string): string {
  const near = join(home, 'run')
  return Buffer.byteLength(near) <= LONGEST_SOCKET_FOLDER ? near : join(tmpdir(), `lantoa-${shortHash(home)}`)
}

/** A folder only the account can open; one that somebody else has put there is refused. */
async function privateFolder(folder: string, account: Account | undefined): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 }).catch(refused(folder))
  if (process.platform === 'win32') return
  const found = await lstat(folder)
  const mine = process.getuid?.() ?? 0
  if (!found.isDirectory() || ![mine, account?.uid].includes(found.uid))
    throw new DatabaseTrouble('no-permission', { folder })
  if (account) await chown(folder, account.uid, account.gid)
  await chmod(folder, 0o700)
}

function ownerOf(path: string): number | undefined {
  const uid = statSync(path, { throwIfNoEntry: false })?.uid
  return uid === 0 ? undefined : uid
}

function refused(folder: string): (error: NodeJS.ErrnoException) => never {
  return (error) => {
    if (error.code === 'ENOSPC' || error.code === 'EDQUOT') throw new DatabaseTrouble('disk-full', { folder }, error)
    throw new DatabaseTrouble('no-permission', { folder }, error)
  }
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12)
}
