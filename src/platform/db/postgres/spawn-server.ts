// cspell:ignore PGTZ (PostgreSQL's own name)
import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { type Binaries, program } from './binaries.ts'
import type { Places } from './places.ts'

export const ON_WINDOWS = process.platform === 'win32'

/**
 * Starts the server's process. It is detached and writes to a file: it outlives us when we are killed, and Ctrl-C reaches us
 * alone.
 */
export function spawnServer(places: Places, binaries: Binaries, settings: readonly string[]): ChildProcess {
  return ON_WINDOWS ? throughControl(places, binaries, settings) : directly(places, binaries, settings)
}

/** Has the start failed? On Windows the control program ends well once the server is up. */
export function hasEnded(child: ChildProcess): boolean {
  if (child.signalCode !== null) return true
  return ON_WINDOWS ? child.exitCode !== null && child.exitCode !== 0 : child.exitCode !== null
}

function directly(places: Places, binaries: Binaries, settings: readonly string[]): ChildProcess {
  const log = openSync(places.log, 'a', 0o600)
  try {
    return spawn(program(binaries, 'postgres'), ['-D', places.cluster, ...settings], {
      ...places.account,
      cwd: places.cluster,
      detached: true,
      stdio: ['ignore', log, log],
      env: { ...process.env, LC_ALL: 'C', PGTZ: 'UTC' },
    })
  } finally {
    closeSync(log)
  }
}

/** PostgreSQL refuses the rights of an administrator; its control program gives them up for it. */
function throughControl(places: Places, binaries: Binaries, settings: readonly string[]): ChildProcess {
  const options = settings.map((part) => (part.includes(' ') ? `"${part}"` : part)).join(' ')
  const args = ['start', '-D', places.cluster, '-l', places.log, '-w', '-t', '60', '-o', options]
  return spawn(program(binaries, 'pg_ctl'), args, {
    cwd: places.home,
    detached: true,
    windowsHide: true,
    stdio: 'ignore',
    env: { ...process.env, PGTZ: 'UTC' },
  })
}
