import { existsSync } from 'node:fs'
import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type BackupSource, writeBackup } from './write-backup.ts'

const NAME = /^lantoa-(\d{4}-\d{2}-\d{2})\.lantoa$/

export interface NightlyOptions {
  readonly folder: string
  /** Days of which every copy is kept; older than that, the last copy of each month for a year. */
  readonly days: number
  /** In Viet Nam, as `YYYY-MM-DD`. */
  readonly today: string
}

/** The copy of one night, once a day however often it is asked for; then the old ones go. Returns the new archive, null where there was one. */
export async function backUpNightly(source: BackupSource, options: NightlyOptions): Promise<string | null> {
  const path = join(options.folder, `lantoa-${options.today}.lantoa`)
  const isNew = !existsSync(path)
  if (isNew) await writeBackup(source, path)
  const names = await readdir(options.folder)
  for (const name of outdated(names, options)) await rm(join(options.folder, name))
  return isNew ? path : null
}

/** The copies that may go; files of other names are nobody's business. */
export function outdated(names: readonly string[], { days, today }: Pick<NightlyOptions, 'days' | 'today'>): string[] {
  const dated = names.flatMap((name) => {
    const day = NAME.exec(name)?.[1]
    return day ? [{ name, day }] : []
  })
  const sorted = dated.toSorted((a, b) => (a.day < b.day ? -1 : 1))
  const lastOfMonth = new Map(sorted.map(({ name, day }) => [day.slice(0, 7), name]))
  const monthly = new Set(lastOfMonth.values())
  return sorted
    .filter(({ name, day }) => age(day, today) >= days && !(monthly.has(name) && age(day, today) <= 366))
    .map(({ name }) => name)
}

function age(day: string, today: string): number {
  return Math.round((Date.parse(today) - Date.parse(day)) / 86_400_000)
}
