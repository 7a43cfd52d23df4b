import { existsSync, readdirSync, readFileSync, readlinkSync, realpathSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseTrouble } from './trouble.ts'

/** What `postmaster.pid` says: its lines are documented in PostgreSQL's `miscadmin.h`. */
export interface LivingServer {
  readonly pid: number
  readonly port: number
  readonly ready: boolean
}

/** The server that runs on this data directory, if one does; also one that a killed supervisor has left behind. */
export function findLivingServer(cluster: string): LivingServer | undefined {
  const lines = readLines(join(cluster, 'postmaster.pid'))
  const pid = Number(lines[0])
  if (!Number.isInteger(pid) || pid <= 0 || !servesFolder(pid, cluster)) return undefined
  return { pid, port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' }
}

/**
 * PostgreSQL refuses to start while the number in its lock files belongs to any process: after a power cut that may be some
 * other program, in containers it often is, and without an init the killed server itself stays in the table. A copy of a data
 * folder carries the lock files of the original. On Linux we can
 * see who it is, and remove what is stale once no process of the old server works on the data any more.
 */
export async function removeStaleLocks(cluster: string, socketFolder: string): Promise<void> {
  if (process.platform !== 'linux' || findLivingServer(cluster)) return
  const locks = [join(cluster, 'postmaster.pid'), join(socketFolder, '.s.PGSQL.5432.lock')]
  const stale = locks.filter((lock) => existsSync(`/proc/${Number(readLines(lock)[0])}`))
  if (stale.length === 0) return
  if (hasWorkers(cluster)) throw new DatabaseTrouble('still-ending', { folder: cluster })
  for (const lock of stale) await rm(lock, { force: true })
}

/** PostgreSQL's processes all have the data directory as their working directory. */
function hasWorkers(cluster: string): boolean {
  const folder = realpathSync(cluster)
  return readdirSync('/proc').some((pid) => /^\d+$/.test(pid) && workingFolder(Number(pid)) === folder)
}

function workingFolder(pid: number): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`)
  } catch {
    return undefined
  }
}

/** A process that has ended but that nobody has collected (containers without an init) is not alive. */
export function isAlive(pid: number): boolean {
  if (process.platform === 'linux' && /^State:\s+[ZX]/m.test(readLines(`/proc/${pid}/status`).join('\n'))) return false
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** A copy of a data folder that is in use names a server that lives, but on the original. */
function servesFolder(pid: number, cluster: string): boolean {
  if (!isAlive(pid)) return false
  if (process.platform !== 'linux') return true
  const folder = workingFolder(pid)
  return readLines(`/proc/${pid}/comm`)[0] === 'postgres' && (folder === undefined || folder === realpathSync(cluster))
}

function readLines(path: string): string[] {
  try {
    return readFileSync(path, 'utf8').split('\n')
  } catch {
    return []
  }
}
