import { type ChildProcess, fork } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const MIB = 1024 * 1024

/** The program beside this one: its source when we run from source, else the built file, beside or above the chunk we are in. */
function childProgram(): string {
  const places = import.meta.url.endsWith('.ts')
    ? ['../reading-child.ts']
    : ['./reading-child.js', '../reading-child.js', '../../reading-child.js']
  for (const place of places) {
    const path = fileURLToPath(new URL(place, import.meta.url))
    if (existsSync(path)) return path
  }
  throw new Error(`reading-child is missing beside ${import.meta.url}`)
}

/** Secrets of the server are no business of a program that opens strangers' files. */
function smallEnvironment(): NodeJS.ProcessEnv {
  const kept = ['PATH', 'SystemRoot', 'TEMP', 'TMP', 'TMPDIR', 'LANG']
  return Object.fromEntries(
    kept.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])),
  )
}

/**
 * Starts the program that reads one document. It may read files, run threads and load the native picture library; it may not
 * write files, start programs, or take more heap than `maxMemoryBytes`.
 */
export function startChild(maxMemoryBytes: number): ChildProcess {
  return fork(childProgram(), [], {
    execArgv: [
      `--max-old-space-size=${Math.max(32, Math.floor(maxMemoryBytes / MIB))}`,
      '--permission',
      '--allow-fs-read=*',
      '--allow-worker',
      '--allow-addons',
      '--disable-warning=SecurityWarning',
    ],
    env: smallEnvironment(),
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    windowsHide: true,
  })
}
