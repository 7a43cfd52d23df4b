import type pg from 'pg'

/** Is anybody else connected to the server? Connections of the same `application_name` are our own. */
export async function hasOtherSessions(pool: pg.Pool): Promise<boolean> {
  const { rows } = await pool.query<{ others: boolean }>(`
    select exists (select from pg_stat_activity where backend_type = 'client backend'
      and pid <> pg_backend_pid() and application_name is distinct from current_setting('application_name')) as others`)
  return rows[0]?.others === true
}
