import { type ChildProcess, fork } from 'node:child_process'
import { programFile } from '../../program-file.ts'

const MIB = 1024 * 1024

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
  return fork(programFile(import.meta.url, '../reading-child.ts'), [], {
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
