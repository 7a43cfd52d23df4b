import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { aContext, aDatabase, aFolder, type TestContext } from '../../../test/builders/database.ts'
import { write } from '../../context.ts'
import { verifyJournal } from '../../history/verify-journal.ts'
import { createUnit } from '../../organisation/actions/change-units.ts'
import { openDatabase } from '../db/database.ts'
import { knownMigrations } from '../db/migrate.ts'
import { folderFiles } from '../files/folder-files.ts'
import { arrivingFolder, finishRestore, restoringAlone } from './finish-restore.ts'
import { BackupTrouble } from './manifest.ts'
import { openBackup } from './open-backup.ts'
import { restoreBackup } from './restore-backup.ts'
import { writeBackup } from './write-backup.ts'

const now = () => new Date('2026-03-10T02:00:00Z')
const unit = {
  shortName: null,
  kind: 'hamlet' as const,
  code: null,
  on: '2026-03-01',
  decision: 'Nghị quyết\tsố 1\nngày 1',
}

/** A house with units, a journal and a kept file that a plan names. */
async function aFilledHouse(): Promise<TestContext> {
  const ctx = await aContext()
  await write(ctx, (tx) => createUnit(tx, { ...unit, name: 'Ấp Cầu Đá\\', parentId: 1 }))
  const kept = await ctx.files.keep(Readable.from([Buffer.from('Kế hoạch')]), 1_000)
  const id = ctx.chance.id()
  const document = {
    id,
    unitId: 1,
    unitPath: '1',
    name: 'ke-hoach.txt',
    state: 'uploaded' as const,
    createdAt: now(),
    search: 'ke hoach',
    sortTitle: 'ke-hoach',
  }
  await ctx.db.insertInto('planDocument').values(document).execute()
  const file = {
    id: ctx.chance.id(),
    documentId: id,
    position: 0,
    name: 'ke-hoach.txt',
    size: kept.size,
    sha256: kept.sha256,
    fileKey: kept.key,
  }
  await ctx.db.insertInto('planFile').values(file).execute()
  return ctx
}

async function backedUp(ctx: TestContext) {
  const path = join(await aFolder(), 'backup.lantoa')
  const manifest = await writeBackup({ pool: ctx.pool, files: ctx.files, version: '1', now }, path)
  return { path, manifest }
}

async function anEmptyTarget() {
  const { pool } = await aDatabase()
  const filesFolder = join(await aFolder(), 'files')
  const known = (await knownMigrations()).map(({ name }) => name)
  return { pool, filesFolder, known }
}

async function restored(path: string, target: Awaited<ReturnType<typeof anEmptyTarget>>) {
  const backup = await openBackup(path)
  try {
    return await restoreBackup(backup, target)
  } finally {
    backup.close()
  }
}

describe('a backup', () => {
  it('put back elsewhere gives the same backup again, byte for byte', async () => {
    const { path, manifest } = await backedUp(await aFilledHouse())
    const target = await anEmptyTarget()
    await restored(path, target)
    const files = folderFiles(target.filesFolder, () => 'unused')
    const again = join(await aFolder(), 'again.lantoa')
    expect(await writeBackup({ pool: target.pool, files, version: '1', now }, again)).toEqual(manifest)
    const hash = async (name: string) =>
      createHash('sha256')
        .update(await readFile(name))
        .digest('hex')
    expect(await hash(again)).toBe(await hash(path))
    expect((await verifyJournal(openDatabase(target.pool))).broken).toEqual([])
  })

  it('goes on counting where the old house stopped', async () => {
    const ctx = await aFilledHouse()
    const { path } = await backedUp(ctx)
    const target = await anEmptyTarget()
    await restored(path, target)
    const house = { ...ctx, db: openDatabase(target.pool) }
    const made = await write(house, (tx) => createUnit(tx, { ...unit, name: 'Ấp Mới', parentId: 1 }))
    expect(made.id).toBe(3)
  })

  it('overwrites neither an archive nor a house', async () => {
    const ctx = await aFilledHouse()
    const { path } = await backedUp(ctx)
    await expect(writeBackup({ pool: ctx.pool, files: ctx.files, version: '1', now }, path)).rejects.toMatchObject({
      code: 'file-exists',
    })
    const target = { ...(await anEmptyTarget()), pool: ctx.pool }
    await expect(restored(path, target)).rejects.toMatchObject({ code: 'house-not-empty' })
  })

  it('leaves nothing half-written when a file is missing', async () => {
    const ctx = await aFilledHouse()
    const { fileKey } = await ctx.db.selectFrom('planFile').select('fileKey').executeTakeFirstOrThrow()
    await ctx.files.remove(fileKey)
    const folder = await aFolder()
    const attempt = writeBackup({ pool: ctx.pool, files: ctx.files, version: '1', now }, join(folder, 'b.lantoa'))
    await expect(attempt).rejects.toMatchObject({ code: 'file-lost' })
    expect(await readdir(folder)).toEqual([])
  })

  it('that is spoilt, cut short or no backup at all is refused before anything is touched', async () => {
    const { path } = await backedUp(await aFilledHouse())
    const bytes = await readFile(path)
    const middle = Buffer.from(bytes)
    for (let at = 60; at < 90; at += 1) middle[at] = (middle[at] ?? 0) ^ 0xff
    for (const spoilt of [middle, bytes.subarray(0, bytes.length - 40), Buffer.from('không phải'), Buffer.alloc(0)]) {
      const file = join(await aFolder(), 'spoilt.lantoa')
      await writeFile(file, spoilt)
      const target = await anEmptyTarget()
      await expect(restored(file, target)).rejects.toBeInstanceOf(BackupTrouble)
      expect(existsSync(target.filesFolder)).toBe(false)
      expect((await target.pool.query('select from history')).rowCount).toBe(0)
    }
  })

  it('of a newer version of the program is refused', async () => {
    const { path } = await backedUp(await aFilledHouse())
    const target = await anEmptyTarget()
    await expect(restored(path, { ...target, known: target.known.slice(0, 3) })).rejects.toMatchObject({
      code: 'newer-backup',
    })
  })

  it('whose restore was cut off after its data was committed has its files at the next start', async () => {
    const { path, manifest } = await backedUp(await aFilledHouse())
    const target = await anEmptyTarget()
    await restored(path, target)
    await rename(target.filesFolder, arrivingFolder(target.filesFolder))
    expect(await finishRestore(target.pool, target.filesFolder)).toBe('placed')
    const names = await readdir(target.filesFolder, { recursive: true })
    expect(names.filter((name) => name.includes('/'))).toEqual(manifest.files.map(({ key }) => key))
    expect(existsSync(arrivingFolder(target.filesFolder))).toBe(false)
  })

  it('whose restore was cut off before that leaves nothing, and can be restored', async () => {
    const { path, manifest } = await backedUp(await aFilledHouse())
    const target = await anEmptyTarget()
    await mkdir(join(arrivingFolder(target.filesFolder), '0'), { recursive: true })
    await writeFile(join(arrivingFolder(target.filesFolder), '0', 'half'), 'ha')
    expect(await finishRestore(target.pool, target.filesFolder)).toBe('removed')
    expect(await restored(path, target)).toEqual(manifest)
    expect(await finishRestore(target.pool, target.filesFolder)).toBe(null)
  })

  it('is restored by one at a time', async () => {
    const { path } = await backedUp(await aFilledHouse())
    const target = await anEmptyTarget()
    await restoringAlone(target.pool, () =>
      expect(restored(path, target)).rejects.toMatchObject({ code: 'restore-running' }),
    )
  })

  it('is written beside what killed processes have left of it, and takes that away', async () => {
    const ctx = await aFilledHouse()
    const path = join(await aFolder(), 'b.lantoa')
    const dead = 4_194_305
    await writeFile(`${path}.${dead}.part`, 'half')
    await writeFile(`${path}.1.part`, 'of a living process')
    await writeFile(join(dirname(path), 'film.part'), 'of another program')
    const { madeAt } = await writeBackup(
      { pool: ctx.pool, files: ctx.files, version: '1', now: () => new Date() },
      path,
    )
    expect(madeAt).toMatch(/^20/)
    expect(await readdir(dirname(path))).toEqual(['b.lantoa', 'b.lantoa.1.part', 'film.part'])
  })
})
