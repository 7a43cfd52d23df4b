import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { readConfig } from '../config.ts'
import { convertPostgres } from '../platform/backup/convert-postgres.ts'
import { systemChance } from '../platform/chance.ts'
import { folderFiles } from '../platform/files/folder-files.ts'
import { VERSION } from '../platform/version.ts'
import { upgradeTexts } from '../texts/keeping.ts'
import type { Terminal } from './terminal.ts'

/** `lantoa upgrade [--from FOLDER]`: converts the data of an older PostgreSQL; the schema needs no command, every start sees to it. */
export async function upgrade(args: readonly string[], env: NodeJS.ProcessEnv, terminal: Terminal): Promise<number> {
  const config = readConfig(env, process.cwd())
  const from = readFrom(args)
  if (config.databaseUrl !== null || from === undefined) {
    terminal.complain(from === undefined ? upgradeTexts.usage : upgradeTexts.foreignServer)
    return 1
  }
  const now = () => new Date()
  const filesFolder = join(config.dataFolder, 'files')
  const files = folderFiles(filesFolder, () => systemChance(now).id())
  terminal.status(upgradeTexts.working)
  const converted = await convertPostgres({ ...config, filesFolder, files, version: VERSION, now, from }).finally(() =>
    terminal.status(''),
  )
  await terminal.print(`${converted ? upgradeTexts.done(converted) : upgradeTexts.nothing}\n`)
  return 0
}

/** Undefined when the arguments are wrong. */
function readFrom(args: readonly string[]): string | null | undefined {
  try {
    const { values } = parseArgs({ args: [...args], options: { from: { type: 'string' } } })
    return values.from === undefined ? null : resolve(values.from)
  } catch {
    return undefined
  }
}
