import { onTestFinished } from 'vitest'
import { readConfig } from '../../src/config.ts'
import type { Connection } from '../../src/platform/db/database.ts'
import { type Serving, serve } from '../../src/serve.ts'
import { aDatabase, aFolder } from '../builders/database.ts'

export interface TestHouse {
  /** Without a closing slash; stays the same when the house is started again. */
  readonly address: string
  /** What the terminal shows for the first visit; null once there is an administrator. */
  claimCode(): string | null
  /** Stops the server as a signal would and starts it anew on the same data. */
  restart(): Promise<void>
}

/** The whole product on a database and a folder of its own, as `npm start` runs it; one document is read at a time. */
export async function aHouse(settings: Readonly<Record<string, string>> = {}): Promise<TestHouse> {
  const { connection } = await aDatabase()
  const folder = await aFolder()
  const env = {
    HOST: '127.0.0.1',
    LANTOA_READERS: '1',
    ...settings,
    LANTOA_DATA: folder,
    DATABASE_URL: urlOf(connection),
  }
  let serving: Serving = await serve(readConfig({ ...env, PORT: '0' }, folder))
  onTestFinished(() => serving.stop())
  const { port, origin } = new URL(serving.address)
  return {
    address: origin,
    claimCode: () => serving.claimCode,
    async restart() {
      await serving.stop()
      serving = await serve(readConfig({ ...env, PORT: port }, folder))
    },
  }
}

/** A socket is a host that is a folder; it goes into the query of the URL. */
function urlOf(connection: Connection): string {
  if (connection.connectionString) return connection.connectionString
  const { host = '', port = 5432, user = '', password = '', database = '' } = connection
  const query = new URLSearchParams({ host, port: String(port) })
  return `postgresql://${encodeURIComponent(user)}:${encodeURIComponent(String(password))}@localhost/${database}?${query}`
}
