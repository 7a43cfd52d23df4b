import type pg from 'pg'
import { describe, expect, it } from 'vitest'
import { aDatabase } from '../../../test/builders/database.ts'
import { jsonLog } from '../log.ts'
import { openWall } from './wall.ts'

describe('the second wall', () => {
  it('is left out, with a warning, where the database account may not take on the role', async () => {
    const { connection, pool } = await aDatabase()
    const name = `plain_${Math.abs(process.pid)}`
    await pool.query(`create role ${name} login password 'plain'`)
    try {
      const logged: unknown[] = []
      const log = jsonLog(
        (line) => void logged.push(JSON.parse(line)),
        () => new Date('2026-03-10T02:00:00Z'),
      )
      const account = as(connection, name)
      expect(await openWall(account, log)).toBeNull()
      expect(logged).toEqual([
        expect.objectContaining({ message: 'no row-level security: the database account may not take on its role' }),
      ])
      await pool.query(`grant lantoa_reach to ${name}`)
      const wall = await openWall(account, log)
      expect(wall).not.toBeNull()
      await wall?.close()
    } finally {
      await pool.query(`drop role ${name}`)
    }
  })
})

function as(connection: pg.ClientConfig, user: string): pg.ClientConfig {
  if (!connection.connectionString) return { ...connection, user, password: 'plain' }
  const url = new URL(connection.connectionString)
  url.username = user
  url.password = 'plain'
  return { connectionString: url.href }
}
