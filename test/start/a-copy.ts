import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Manifest } from '../../src/platform/backup/manifest.ts'
import { checkBackup, openBackup } from '../../src/platform/backup/open-backup.ts'
import { killed, lantoa, onItsOwn, type Started } from './a-server.ts'

/** What an archive holds, checked to its end. */
export async function contentOf(path: string): Promise<Pick<Manifest, 'tables' | 'files'>> {
  const backup = await openBackup(path)
  try {
    await checkBackup(backup)
    const { tables, files } = backup.manifest
    // Every start of an unclaimed house gives out a new set-up code.
    return { tables: tables.filter(({ name }) => name !== 'one_time_code'), files }
  } finally {
    backup.close()
  }
}

/** Writes an archive with the program itself. */
export async function backedUp(folder: string, name: string): Promise<string> {
  const path = join(folder, name)
  const { code, said } = await lantoa(['backup', path], onItsOwn(folder)).ended
  if (code !== 0) throw new Error(said)
  return path
}

/** Waits for the first sign, then for the moment, and kills. */
export async function killedAfter(program: Started, sign: () => boolean, moment: number): Promise<void> {
  let over = false
  void program.ended.then(() => {
    over = true
  })
  while (!over && !sign()) await sleep(2)
  await sleep(moment)
  await killed(program)
}
