import { existsSync } from 'node:fs'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * The file of a program that runs beside ours, as a process or a thread: its source when we run from source, else the built file, beside or
 * above the chunk we are in. `here` is the caller's `import.meta.url`, `source` the path from there.
 */
export function programFile(here: string, source: string): string {
  const name = basename(source, '.ts')
  const places = here.endsWith('.ts') ? [source] : [`./${name}.js`, `../${name}.js`, `../../${name}.js`]
  for (const place of places) {
    const path = fileURLToPath(new URL(place, here))
    if (existsSync(path)) return path
  }
  throw new Error(`${name} is missing beside ${here}`)
}
