// Writes src/platform/tables.ts from a freshly migrated database: on a server of its own.
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openPool } from '../src/platform/db/database.ts'
import { describeTables } from '../src/platform/db/describe-tables.ts'
import { migrate } from '../src/platform/db/migrate.ts'
import { startPostgres } from '../src/platform/db/postgres/start-postgres.ts'

const folder = await mkdtemp(join(tmpdir(), 'lantoa-tables-'))
// PostgreSQL does not run as root: its account must be able to walk in.
await chmod(folder, 0o755)
const server = await startPostgres({ dataFolder: join(folder, 'data'), stateFolder: join(folder, 'state') })
const pool = openPool(server.connection, (error) => process.stderr.write(`${error.message}\n`))
await migrate(pool)
await writeFile(join(import.meta.dirname, '../src/platform/tables.ts'), await describeTables(pool))
await pool.end()
await server.stop()
await rm(folder, { recursive: true })
