import {
  closeSync,
  copyFileSync,
  existsSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeSync,
} from 'node:fs'

export interface LogFileOptions {
  /** Bytes of one file. */
  readonly size: number
  /** Older files beside the present one: `….1` is the youngest. */
  readonly count: number
  /** The line that says how many were lost while the disk was full. */
  readonly lostLine: (lost: number) => string
}

export interface LogFile {
  write(line: string): void
  /** Lines that could not be written since the start. */
  readonly lost: number
}

/**
 * Appends lines to a file that is never longer than agreed, and goes on whatever happens to it: a file that was deleted or moved is made anew, a full
 * disk costs lines, not the server. Each line is with the system before `write` returns, so that a fault is written down before it ends us.
 */
export function logFile(path: string, options: LogFileOptions): LogFile {
  return new BoundedFile(path, options)
}

class BoundedFile implements LogFile {
  readonly #path: string
  readonly #options: LogFileOptions
  #file: number | undefined
  #inode = 0
  /** The last line stopped in the middle: the next begins on a line of its own. */
  #isCut = false
  #unsaid = 0
  lost = 0

  constructor(path: string, options: LogFileOptions) {
    this.#path = path
    this.#options = options
  }

  write(line: string): void {
    try {
      this.#prepare(Buffer.byteLength(line))
      if (this.#unsaid > 0) {
        this.#append(this.#options.lostLine(this.#unsaid))
        this.#unsaid = 0
      }
      this.#append(line)
    } catch {
      this.lost += 1
      this.#unsaid += 1
    }
  }

  #append(line: string): void {
    const bytes = Buffer.from(this.#isCut ? `\n${line}` : line)
    const file = this.#file ?? this.#open()
    let written = 0
    try {
      while (written < bytes.length) written += writeSync(file, bytes, written)
      this.#isCut = false
    } catch (error) {
      this.#isCut ||= written > 0
      throw error
    }
  }

  #prepare(coming: number): void {
    const found = statSync(this.#path, { throwIfNoEntry: false })
    if (this.#file !== undefined && found?.ino !== this.#inode) this.#close()
    if (found && found.size > 0 && found.size + coming > this.#options.size) {
      this.#close()
      setAside(this.#path, this.#options.count)
    }
  }

  #open(): number {
    const file = openSync(this.#path, 'a', 0o600)
    this.#file = file
    this.#inode = statSync(this.#path).ino
    return file
  }

  #close(): void {
    if (this.#file !== undefined) closeSync(this.#file)
    this.#file = undefined
    this.#isCut = false
  }
}

const aged = (path: string, age: number) => (age === 0 ? path : `${path}.${age}`)

/** `log` → `log.1` → `log.2` …; what would be too many goes. */
function setAside(path: string, count: number): void {
  makeRoom(path, count)
  if (existsSync(path)) renameSync(path, aged(path, 1))
}

/** Keeps the log of another program short while that program goes on writing to the same file. */
export function boundLog(path: string, { size, count }: Pick<LogFileOptions, 'size' | 'count'>): void {
  const found = statSync(path, { throwIfNoEntry: false })
  if (!found || found.size <= size) return
  try {
    makeRoom(path, count)
    copyFileSync(path, aged(path, 1))
    truncateSync(path)
  } catch {
    // No room for the copy, or the system keeps the file: the next look tries again.
  }
}

function makeRoom(path: string, count: number): void {
  for (let age = count; existsSync(aged(path, age)); age += 1) rmSync(aged(path, age), { force: true })
  for (let age = count - 1; age > 0; age -= 1)
    if (existsSync(aged(path, age))) renameSync(aged(path, age), aged(path, age + 1))
}
