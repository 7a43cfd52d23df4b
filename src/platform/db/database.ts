import { CamelCasePlugin, Kysely, PostgresDialect, type PostgresPool, type Transaction } from 'kysely'
import pg from 'pg'
import type { DB } from '../tables.ts'

export type Database = Kysely<DB>
export type OpenTransaction = Transaction<DB>

/** How to reach the server: a URL, or the parts of our own server's private socket. */
export type Connection = pg.ClientConfig

/** The product's zone, whatever the server's: dates belong to Viet Nam. */
const SESSION = '-c timezone=Asia/Ho_Chi_Minh -c statement_timeout=60000 -c idle_in_transaction_session_timeout=120000'

/**
 * Connections that idle give their memory back; a busy process never takes more than `most`. `onBroken` hears of idle
 * connections that broke; the pool replaces them by itself. `more` are further settings of each session, as `-c name=value`.
 */
export function openPool(connection: Connection, onBroken: (error: Error) => void, most = 10, more = ''): pg.Pool {
  const options = `${SESSION} ${more}`.trim()
  const pool = new pg.Pool({ ...connection, options, max: most, idleTimeoutMillis: 10_000, types: exactTypes })
  return pool.on('error', onBroken).on('connect', (client) => client.on('error', onBroken))
}

/** Rows have camelCase keys; keys inside JSON values stay as they are. */
export function openDatabase(pool: PostgresPool): Database {
  return new Kysely<DB>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  })
}

const { builtins, getTypeParser } = pg.types

const exactTypes: pg.CustomTypesConfig = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (format === 'binary') return getTypeParser(oid, format)
    if (oid === builtins.DATE) return asPrinted
    if (oid === builtins.INT8) return asNumber
    return getTypeParser(oid, 'text')
  },
} as pg.CustomTypesConfig

/** A day has no zone: it stays `YYYY-MM-DD`. */
function asPrinted(text: string): string {
  return text
}

function asNumber(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} is too large for a number`)
  return value
}
