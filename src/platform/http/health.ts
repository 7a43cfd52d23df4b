import { sql } from 'kysely'
import type { HouseRequest } from './route.ts'

/** 200 while pages can be served, 503 while the database does not answer; for monitors and for a start that waits for us. */
export async function health(c: HouseRequest): Promise<Response> {
  const database = await sql`select 1`.execute(c.var.ctx.db).then(
    () => 'ok' as const,
    () => 'unreachable' as const,
  )
  return c.json({ database }, database === 'ok' ? 200 : 503)
}
