// cspell:ignore bypassrls nologin nobypassrls rolname (PostgreSQL's own names)
import type { PostgresPool } from 'kysely'
import type pg from 'pg'
import type { Actor } from '../../core/reach.ts'
import type { Log } from '../log.ts'
import { type Connection, type Database, openDatabase, openPool } from './database.ts'
import { reachSetting } from './reach-setting.ts'

/** The role behind the wall: it owns nothing, cannot sign in, and is bound by every policy. Roles belong to the whole server. */
export const WALL_ROLE = 'lantoa_reach'

/**
 * Makes the role, its grants on what there is, and the owner's right to take it on. Statements of its own, in one block: a right that is missing
 * undoes the block and is told as a notice, because without the role the product still works behind its first wall.
 */
const RAISE = `
do $$
begin
  if not exists (select from pg_roles where rolname = '${WALL_ROLE}') then
    begin
      create role ${WALL_ROLE} nologin nobypassrls;
    exception when duplicate_object or unique_violation then null;
    end;
  end if;
  grant usage on schema public to ${WALL_ROLE};
  grant select, insert, update, delete on all tables in schema public to ${WALL_ROLE};
  grant usage on all sequences in schema public to ${WALL_ROLE};
  revoke all on migration from ${WALL_ROLE};
  if to_regclass('public.search_entry') is not null then
    revoke insert, update, delete on search_entry from ${WALL_ROLE};
  end if;
  if to_regclass('public.search_word') is not null then
    revoke insert, update, delete on search_word from ${WALL_ROLE};
  end if;
  revoke update, delete on history from ${WALL_ROLE};
  if not (select rolsuper from pg_roles where rolname = current_user) then
    begin
      execute format('grant ${WALL_ROLE} to %I', current_user);
    exception when insufficient_privilege then null;
    end;
  end if;
exception when insufficient_privilege or undefined_table or undefined_object then
  raise notice 'no second wall: %', sqlerrm;
end
$$`

/** After every migration: grants reach the tables that it has added. */
export async function raiseWall(client: pg.ClientBase): Promise<void> {
  await client.query(RAISE)
}

/** Connections that see what one actor's reach allows, and nothing else. */
export interface Wall {
  dbFor(actor: Actor): Database
  close(): Promise<void>
}

/**
 * Opens the connections behind the wall. Null, with a warning in the log, where the database's account may not make the role or take it on: an
 * administrator of the server mends that with two statements (docs/decisions/0006).
 */
export async function openWall(connection: Connection, log: Log, most = 10): Promise<Wall | null> {
  const onBroken = (error: Error) => log.warn('a connection to the database broke', { error })
  const pool = openPool(connection, onBroken, most, `-c role=${WALL_ROLE}`)
  const trouble = await troubleBehind(pool)
  if (trouble === null) return { dbFor: (actor) => openDatabase(reaching(pool, actor)), close: () => pool.end() }
  await pool.end()
  log.warn('no row-level security: the database account may not take on its role', { role: WALL_ROLE, reason: trouble })
  return null
}

/** Why nothing can be asked behind the wall; null when all is well. */
async function troubleBehind(pool: pg.Pool): Promise<string | null> {
  try {
    const { rows } = await pool.query<{ bound: boolean }>(`select row_security_active('plan_document') as bound`)
    return rows[0]?.bound ? null : 'policies do not bind the role'
  } catch (error) {
    return (error as Error).message
  }
}

/** Whose reach each connection was given last. */
const lastOf = new WeakMap<pg.PoolClient, string>()

/** A pool whose every connection has this actor's reach, and knows who they are, when it is handed out. */
function reaching(pool: pg.Pool, actor: Actor): PostgresPool {
  const settings = [reachSetting(actor), actor.id ?? '']
  const wanted = settings.join(' ')
  const connect = async () => {
    const client = await pool.connect()
    if (lastOf.get(client) === wanted) return client
    try {
      lastOf.delete(client)
      await client.query(
        "select set_config('lantoa.reach', $1, false), set_config('lantoa.person', $2, false)",
        settings,
      )
      lastOf.set(client, wanted)
      return client
    } catch (error) {
      client.release(true)
      throw error
    }
  }
  return { connect, end: async () => undefined, options: pool.options }
}
