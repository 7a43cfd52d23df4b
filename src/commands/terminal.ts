/** The one place that writes to the terminal. */
export interface Terminal {
  /** Results, on standard output; resolves when they have been taken. */
  print(text: string): Promise<void>
  /** A line on standard error. */
  complain(text: string): void
  /** How far it is, on standard error: on a screen one line that is written over, else a line each; empty: nothing any more. */
  status(text: string): void
  /** Aborts when the person stops the program. */
  readonly stopped: AbortSignal
}

export function openTerminal(): Terminal {
  const stop = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => stop.abort())
  // Whoever reads our output may have had enough: `lantoa … | head`.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))
  let shown = ''
  return {
    print: (text) => {
      const { promise, resolve } = Promise.withResolvers<void>()
      process.stdout.write(text, () => resolve())
      return promise
    },
    complain: (text) => void process.stderr.write(`${process.stderr.isTTY && shown ? '\r\x1b[K' : ''}${text}\n`),
    status: (text) => {
      if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${text}`)
      else if (text !== '' && text !== shown) process.stderr.write(`${text}\n`)
      shown = text
    },
    stopped: stop.signal,
  }
}
