import { createWriteStream, renameSync, statSync } from 'node:fs'

const LONGEST = 5_000_000

/** Appends lines to a file. A long file of an earlier run is set aside as `….1` first. A full disk costs lines, not the server. */
export function logFile(path: string): (line: string) => void {
  if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > LONGEST) renameSync(path, `${path}.1`)
  const stream = createWriteStream(path, { flags: 'a', mode: 0o600 })
  stream.on('error', () => undefined)
  return (line) => void stream.write(line)
}
