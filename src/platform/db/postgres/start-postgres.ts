import { type ChildProcess, execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import type { Connection } from '../database.ts'
import { type Binaries, binariesFor, program } from './binaries.ts'
import { finishConversion, majorOf } from './converted-cluster.ts'
import { createCluster, removeStaleParts, SUPERUSER } from './create-cluster.ts'
import { findLivingServer, isAlive, type LivingServer, removeStaleLocks } from './living-server.ts'
import { type Places, preparePlaces } from './places.ts'
import { asArguments, SETTINGS } from './settings.ts'
import { hasEnded, ON_WINDOWS, spawnServer } from './spawn-server.ts'
import { DatabaseTrouble, troubleFromLog } from './trouble.ts'

export interface StartOptions {
  readonly dataFolder: string
  /** Where an unprivileged account can always go; used as root only. */
  readonly stateFolder: string
  /** Where a socket does not serve (Windows): the port of an earlier start, so that connections find it again. */
  readonly port?: number | undefined
  /** Settings on top of ours; tests turn `fsync` off. */
  readonly settings?: Readonly<Record<string, string>>
}

type LaunchOptions = Pick<StartOptions, 'port' | 'settings'>

export interface RunningPostgres {
  readonly connection: Connection
  /** PostgreSQL's data directory. */
  readonly cluster: string
  /** True when the server was running already. */
  readonly adopted: boolean
  /** Stops the server as PostgreSQL's «fast» shutdown does: open transactions are rolled back, nothing is lost. */
  stop(): Promise<void>
}

const SOCKET_PORT = 5432
const READY_WITHIN = 60_000
const STOPPED_WITHIN = 15_000
const ENDED_WITHIN = 10_000

/**
 * Brings up our own PostgreSQL on the data folder: makes the database when there is none, adopts a server that still runs
 * there. Throws `DatabaseTrouble`.
 */
export async function startPostgres(options: StartOptions): Promise<RunningPostgres> {
  const places = await preparePlaces(options.dataFolder, options.stateFolder)
  const binaries = await binariesFor(places.account, options.stateFolder)
  await finishConversion(places)
  await removeStaleParts(places)
  if (!existsSync(join(places.cluster, 'PG_VERSION'))) await createCluster(places, binaries)
  await checkMajor(places, binaries)
  return startOn(places, binaries, { ...options, settings: { ...SETTINGS, ...options.settings } })
}

/** Starts a server on a data directory that exists, or adopts the one that runs there. */
export async function startOn(places: Places, binaries: Binaries, options: LaunchOptions): Promise<RunningPostgres> {
  const running = await untilAdopted(places)
  const server = running ?? (await launchPatiently(places, binaries, options))
  return {
    connection: await connectionTo(places, server),
    cluster: places.cluster,
    adopted: running !== undefined,
    stop: () => stop(places, binaries, server.pid),
  }
}

/** The server that runs on the data, once it takes connections; undefined where none does, or one that was about to end is gone. */
async function untilAdopted(places: Places): Promise<LivingServer | undefined> {
  const deadline = Date.now() + READY_WITHIN
  while (Date.now() < deadline) {
    const server = findLivingServer(places.cluster)
    if (!server || server.ready) return server
    await sleep(10)
  }
  throw new DatabaseTrouble('too-slow', { log: places.log })
}

/** Data of another major version is not touched: `lantoa upgrade` converts it and keeps a way back. */
async function checkMajor(places: Places, binaries: Binaries): Promise<void> {
  const found = await majorOf(places.cluster)
  if (found !== binaries.major) {
    throw new DatabaseTrouble('other-version', { folder: places.cluster, found, wanted: binaries.major })
  }
}

/** The processes of a server that was killed need a moment to notice; until then a new one may not start. */
async function launchPatiently(places: Places, binaries: Binaries, options: LaunchOptions): Promise<LivingServer> {
  const deadline = Date.now() + ENDED_WITHIN
  for (;;) {
    try {
      return await launch(places, binaries, options)
    } catch (error) {
      const passes = error instanceof DatabaseTrouble && error.code === 'still-ending' && Date.now() < deadline
      if (!passes) throw error
      await sleep(100)
    }
  }
}

async function launch(places: Places, binaries: Binaries, options: LaunchOptions): Promise<LivingServer> {
  await removeStaleLocks(places.cluster, places.socketFolder)
  const port = ON_WINDOWS ? (options.port ?? (await freePort())) : SOCKET_PORT
  const reach: Record<string, string> = ON_WINDOWS
    ? { listen_addresses: '127.0.0.1', unix_socket_directories: '' }
    : { listen_addresses: '', unix_socket_directories: places.socketFolder, unix_socket_permissions: '0700' }
  const args = asArguments({ ...reach, port: String(port), ...options.settings })
  const from = (await stat(places.log).catch(() => undefined))?.size ?? 0
  const child = spawnServer(places, binaries, args)
  child.unref()
  return untilReady(places, { child, from })
}

interface Launched {
  readonly child: ChildProcess
  /** Where this start begins in the log. */
  readonly from: number
}

/** Waits for the server to take connections; recovery after a power cut may need a while. */
async function untilReady(places: Places, { child, from }: Launched): Promise<LivingServer> {
  let failure: unknown
  child.once('error', (error) => {
    failure = error
  })
  const deadline = Date.now() + READY_WITHIN
  while (Date.now() < deadline) {
    const server = findLivingServer(places.cluster)
    if (server?.ready) return server
    if (failure !== undefined || hasEnded(child)) throw await namedTrouble(places, from, failure)
    await sleep(10)
  }
  throw new DatabaseTrouble('too-slow', { log: places.log })
}

async function namedTrouble(places: Places, from: number, failure: unknown): Promise<DatabaseTrouble> {
  const written = (await readFile(places.log)).subarray(from).toString('utf8')
  const facts = { folder: places.cluster, log: places.log, pid: findLivingServer(places.cluster)?.pid ?? 0 }
  return troubleFromLog(failure ? String(failure) : written.slice(-20_000), facts)
}

async function connectionTo(places: Places, server: LivingServer): Promise<Connection> {
  const password = await readFile(places.passwordFile, 'utf8').catch(() => {
    throw new DatabaseTrouble('data-missing', { folder: places.passwordFile })
  })
  const host = ON_WINDOWS ? '127.0.0.1' : places.socketFolder
  return { host, port: server.port, user: SUPERUSER, password, database: 'postgres' }
}

async function stop(places: Places, binaries: Binaries, pid: number): Promise<void> {
  if (ON_WINDOWS) {
    await promisify(execFile)(program(binaries, 'pg_ctl'), ['stop', '-D', places.cluster, '-m', 'fast', '-w'])
    return
  }
  if (!isAlive(pid)) return
  process.kill(pid, 'SIGINT')
  const deadline = Date.now() + STOPPED_WITHIN
  while (isAlive(pid) && Date.now() < deadline) await sleep(10)
  if (isAlive(pid)) process.kill(pid, 'SIGQUIT')
}

function freePort(): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>()
  const probe = createServer()
  probe.once('error', reject)
  probe.listen(0, '127.0.0.1', () => {
    const address = probe.address()
    probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
  })
  return promise
}
