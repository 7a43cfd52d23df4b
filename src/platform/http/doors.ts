import { networkInterfaces } from 'node:os'
import { type Listening, listen } from './listen.ts'
import { isLocalHost } from './local-hosts.ts'

const THIS_COMPUTER = '127.0.0.1'
const EVERYWHERE = '0.0.0.0'

type Fetch = (request: Request) => Response | Promise<Response>

export interface Doors {
  readonly port: number
  /** Where the pages can be opened, this computer first, each with its closing slash. */
  addresses(): readonly string[]
  /** Opens to the office network as well, as far as `host` allows it; returns the addresses that are new. */
  openToOffice(): Promise<readonly string[]>
  close(grace: number): Promise<void>
}

/**
 * Listens on this computer, and on the office network when `isOpen`. `host` null means every network of this computer; a name
 * of one network or of this computer alone keeps it there. Throws `CannotListen`.
 */
export async function openDoors(fetch: Fetch, host: string | null, port: number, isOpen: boolean): Promise<Doors> {
  const first = await listen(fetch, isOpen ? (host ?? EVERYWHERE) : localPart(host), port)
  const listening: Listening[] = [first]
  const open = new Set(isOpen ? officeHosts(host) : [])
  const addressOf = (name: string) => `http://${name}:${first.port}/`
  return {
    port: first.port,
    addresses: () => [localPart(host), ...open].map(addressOf),
    async openToOffice() {
      const hosts = officeHosts(host).filter((name) => !open.has(name))
      for (const name of hosts) {
        listening.push(await listen(fetch, name, first.port))
        open.add(name)
      }
      return hosts.map(addressOf)
    },
    close: async (grace) => void (await Promise.all(listening.map((door) => door.close(grace)))),
  }
}

function localPart(host: string | null): string {
  return host !== null && isLocalHost(host) ? host : THIS_COMPUTER
}

/** The names under which other machines of the office reach this one. */
function officeHosts(host: string | null): string[] {
  if (host !== null && host !== EVERYWHERE) return isLocalHost(host) ? [] : [host]
  const all = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? [])
  return all.filter(({ family, internal }) => family === 'IPv4' && !internal).map(({ address }) => address)
}
