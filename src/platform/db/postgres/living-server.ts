import { readFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'

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
  if (!Number.isInteger(pid) || pid <= 0 || !isPostgres(pid)) return undefined
  return { pid, port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' }
}

/**
 * After a power cut the number in `postmaster.pid` may belong to some other program by now; PostgreSQL would then refuse to
 * start. In containers that is the rule, since numbers begin anew.
 */
export async function removeStalePidFile(cluster: string): Promise<void> {
  if (!findLivingServer(cluster)) await rm(join(cluster, 'postmaster.pid'), { force: true })
}

export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function isPostgres(pid: number): boolean {
  if (!isAlive(pid)) return false
  if (process.platform !== 'linux') return true
  return readLines(`/proc/${pid}/comm`)[0] === 'postgres'
}

function readLines(path: string): string[] {
  try {
    return readFileSync(path, 'utf8').split('\n')
  } catch {
    return []
  }
}
