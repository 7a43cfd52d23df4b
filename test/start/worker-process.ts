// A worker of the house as a process of its own: `node worker-process.ts '{connection, folder, now, smtpUrl}'`. It prints «ready» and a dot for each thing that it does.
import { join } from 'node:path'
import { readConfig } from '../../src/config.ts'
import type { House } from '../../src/house.ts'
import { systemChance } from '../../src/platform/chance.ts'
import { type Connection, openDatabase, openPool } from '../../src/platform/db/database.ts'
import { openNews } from '../../src/platform/db/news.ts'
import { folderFiles } from '../../src/platform/files/folder-files.ts'
import { jsonLog } from '../../src/platform/log.ts'
import { openMail } from '../../src/platform/mail/mail.ts'
import { startWorker } from '../../src/worker.ts'

interface Given {
  readonly connection: Connection
  readonly folder: string
  /** The moment at which its clock stands still. */
  readonly now: string
  readonly smtpUrl: string
}

const given = JSON.parse(process.argv[2] ?? '{}') as Given
let isReady = false
const clock = {
  now: () => {
    if (isReady) process.stdout.write('.')
    return new Date(given.now)
  },
}
const chance = systemChance(() => new Date())
const log = jsonLog(
  (line) => void process.stderr.write(`${line}\n`),
  () => new Date(),
)
const config = readConfig({ LANTOA_DATA: given.folder, LANTOA_BACKUP_DAYS: '0' }, given.folder)
const pool = openPool(given.connection, () => undefined)
const news = await openNews({ connection: given.connection, log })
const mail = openMail({ smtpUrl: given.smtpUrl, from: 'lantoa@localhost', folder: given.folder }, () => chance.id())
const context = {
  db: openDatabase(pool),
  clock,
  chance,
  files: folderFiles(join(given.folder, 'files'), () => chance.id()),
  mail,
  log,
  config,
}
const house: House = { context, pool, news, wall: null, postgres: null, close: async () => undefined }
const jobs = await startWorker(house)
process.on('SIGTERM', async () => {
  await jobs.stop()
  await news.close()
  await pool.end()
  mail.close()
})
isReady = true
process.stdout.write('ready\n')
