import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from './config.ts'
import { DatabaseTrouble } from './platform/db/postgres/trouble.ts'
import { jsonLog, type Log } from './platform/log.ts'
import { boundLog, type LogFile, logFile } from './platform/log-file.ts'
import type { SeenRequest } from './platform/watch/watch-requests.ts'

export interface Logs {
  readonly log: Log
  /** Writes a request down, where the setting wants it. */
  readonly seen: (request: SeenRequest) => void
  /** Lines lost while the disk was full. */
  lost(): number
  close(): void
}

const LOOK_EVERY = 60_000

/** Opens what the server writes about itself: `lantoa.log`, `requests.log`; keeps PostgreSQL's own log as short as ours. Throws `DatabaseTrouble`. */
export function openLogs(config: Config, now: () => Date): Logs {
  makeFolder(config.dataFolder)
  const open = (name: string) => openFile(config, name, now)
  const [own, requests] = [open('lantoa.log'), config.logsRequests ? open('requests.log') : null]
  const cutOthers = () =>
    boundLog(join(config.dataFolder, 'postgres.log'), { size: config.logSize, count: config.logCount })
  cutOthers()
  const timer = setInterval(cutOthers, LOOK_EVERY).unref()
  return {
    log: jsonLog((line) => own.write(line), now),
    seen: ({ id, method, route, status, seconds }) => {
      const line = { at: now().toISOString(), request: id, method, route, status, ms: Math.round(seconds * 1_000) }
      requests?.write(`${JSON.stringify(line)}\n`)
    },
    lost: () => own.lost + (requests?.lost ?? 0),
    close: () => clearInterval(timer),
  }
}

function openFile({ dataFolder, logSize, logCount }: Config, name: string, now: () => Date): LogFile {
  const lostLine = (lost: number) => {
    const line = { at: now().toISOString(), level: 'warn', message: 'lines were lost: no room on the disk', lost }
    return `${JSON.stringify(line)}\n`
  }
  return logFile(join(dataFolder, name), { size: logSize, count: logCount, lostLine })
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true })
  } catch (error) {
    const full = (error as NodeJS.ErrnoException).code === 'ENOSPC'
    throw new DatabaseTrouble(full ? 'disk-full' : 'no-permission', { folder }, error)
  }
}
