type Facts = Readonly<Record<string, unknown>>

/** One line an entry; facts are for machines, messages for whoever keeps the server. */
export interface Log {
  info(message: string, facts?: Facts): void
  warn(message: string, facts?: Facts): void
  error(message: string, facts?: Facts): void
}

/** A log of JSON lines. `print` gets each line with its end; `now` dates it. */
export function jsonLog(print: (line: string) => void, now: () => Date): Log {
  const entry =
    (level: string) =>
    (message: string, facts: Facts = {}) => {
      const shown = Object.fromEntries(Object.entries(facts).map(([key, value]) => [key, withStack(value)]))
      print(`${JSON.stringify({ at: now().toISOString(), level, message, ...shown })}\n`)
    }
  return { info: entry('info'), warn: entry('warn'), error: entry('error') }
}

function withStack(value: unknown): unknown {
  return value instanceof Error ? { name: value.name, message: value.message, stack: value.stack } : value
}
