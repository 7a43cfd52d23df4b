import { resolve } from 'node:path'
import { verifyJournal } from '../history/verify-journal.ts'
import { bringUpToDate } from '../platform/backup/bring-up-to-date.ts'
import { BackupTrouble } from '../platform/backup/manifest.ts'
import { openBackup } from '../platform/backup/open-backup.ts'
import { restoreBackup } from '../platform/backup/restore-backup.ts'
import { writeBackup } from '../platform/backup/write-backup.ts'
import { openDatabase } from '../platform/db/database.ts'
import { knownMigrations } from '../platform/db/migrate.ts'
import { VERSION } from '../platform/version.ts'
import { backupTexts } from '../texts/keeping.ts'
import { journalTexts } from '../texts.ts'
import type { Terminal } from './terminal.ts'
import { visitHouse } from './visit-house.ts'

type Command = (args: readonly string[], env: NodeJS.ProcessEnv, terminal: Terminal) => Promise<number>

/** `lantoa backup FILE`: one archive of everything, while the server goes on. */
export const backUp: Command = async ([file], env, terminal) => {
  if (!file) return complain(terminal, backupTexts.noFile)
  return named(terminal, () =>
    visitHouse(env, async ({ pool, files }) => {
      terminal.status(backupTexts.writing)
      const now = () => new Date()
      const manifest = await writeBackup({ pool, files, version: VERSION, now }, file)
      const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
      await terminal.print(`${backupTexts.written(resolve(file), rows, manifest.files.length)}\n`)
    }),
  )
}

/** `lantoa restore FILE`: into an empty data folder or database only. */
export const restore: Command = async ([file], env, terminal) => {
  if (!file) return complain(terminal, backupTexts.noFile)
  return named(terminal, async () => {
    const backup = await openBackup(file)
    try {
      const known = (await knownMigrations()).map(({ name }) => name)
      terminal.status(backupTexts.checking)
      const { madeAt, tables, files } = await visitHouse(env, ({ pool, filesFolder }) =>
        restoreBackup(backup, { pool, filesFolder, known }),
      )
      const rows = tables.reduce((sum, table) => sum + table.rows, 0)
      await terminal.print(`${backupTexts.restored(madeAt, rows, files.length)}\n`)
    } finally {
      backup.close()
    }
  })
}

/** `lantoa journal verify`: walks every chain; exit code 1 when one is broken. */
export const checkJournal: Command = async (_, env, terminal) =>
  visitHouse(env, async ({ pool, files, config }) => {
    await bringUpToDate({ pool, files, version: VERSION, now: () => new Date() }, config.backupFolder)
    const { chains, entries, broken } = await verifyJournal(openDatabase(pool))
    for (const { unitId, number, fault } of broken)
      terminal.complain(journalTexts.broken(unitId, number, journalTexts.faults[fault]))
    if (broken.length === 0) await terminal.print(`${journalTexts.whole(chains, entries)}\n`)
    return broken.length === 0 ? 0 : 1
  })

function complain(terminal: Terminal, sentence: string): number {
  terminal.complain(sentence)
  return 1
}

async function named(terminal: Terminal, work: () => Promise<void>): Promise<number> {
  try {
    await work()
    return 0
  } catch (error) {
    if (!(error instanceof BackupTrouble)) throw error
    return complain(terminal, backupTexts.troubles[error.code](error.facts))
  } finally {
    terminal.status('')
  }
}
