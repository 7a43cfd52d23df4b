import type { BlockList } from 'node:net'
import { networkInterfaces } from 'node:os'
import { type Listening, listen, listenToRedirect } from './listen.ts'
import { isLocalHost } from './local-hosts.ts'
import type { KeptCertificate } from './tls/kept-certificate.ts'

const THIS_COMPUTER = '127.0.0.1'
const EVERYWHERE = '0.0.0.0'

type Fetch = (request: Request) => Response | Promise<Response>

export interface DoorsOptions {
  /** Null means every network of this computer; a name of one network or of this computer alone keeps it there. */
  readonly host: string | null
  readonly port: number
  /** To the office network as well. */
  readonly isOpen: boolean
  readonly certificate: KeptCertificate | null
  /** With a certificate: the port where plain http is told the way; null: nowhere. */
  readonly redirectPort: number | null
  readonly proxies: BlockList
}

export interface Doors {
  readonly port: number
  /** Where the pages can be opened, this computer first, each with its closing slash. */
  addresses(): readonly string[]
  /** Opens to the office network as well, as far as `host` allows it; returns the addresses that are new. */
  openToOffice(): Promise<readonly string[]>
  close(grace: number): Promise<void>
}

/** Listens on this computer, and on the office network when it is open. Throws `CannotListen`. */
export async function openDoors(fetch: Fetch, options: DoorsOptions): Promise<Doors> {
  const { host, certificate } = options
  const listening: Listening[] = []
  const close = async (grace: number) => void (await Promise.all(listening.map((door) => door.close(grace))))
  const open = async (name: string, port: number) => {
    const door = await listen(fetch, { ...options, host: name, port })
    listening.push(door)
    if (certificate && options.redirectPort !== null)
      listening.push(await listenToRedirect(name, options.redirectPort, door.port))
    return door.port
  }
  const port = await open(options.isOpen ? (host ?? EVERYWHERE) : localPart(host), options.port).catch(
    async (error) => {
      await close(0)
      throw error
    },
  )
  const opened = new Set(options.isOpen ? officeHosts(host) : [])
  const addressesOf = (hosts: readonly string[]) => hosts.map((name) => addressAt(name, port, certificate !== null))
  return {
    port,
    addresses: () => addressesOf([localPart(host), ...namesFor([...opened], certificate)]),
    async openToOffice() {
      const hosts = officeHosts(host).filter((name) => !opened.has(name))
      for (const name of hosts) {
        await open(name, port)
        opened.add(name)
      }
      return addressesOf(namesFor(hosts, certificate))
    },
    close,
  }
}

function addressAt(name: string, port: number, isSecure: boolean): string {
  const usual = isSecure ? 443 : 80
  return `${isSecure ? 'https' : 'http'}://${name}${port === usual ? '' : `:${port}`}/`
}

/** A certificate is made out to names: under these the browser believes it. */
function namesFor(hosts: readonly string[], certificate: KeptCertificate | null): readonly string[] {
  const names = (certificate?.present.names ?? []).filter((name) => !isLocalHost(name))
  return hosts.length > 0 && names.length > 0 ? names : hosts
}

function localPart(host: string | null): string {
  return host !== null && isLocalHost(host) ? host : THIS_COMPUTER
}

/** The names under which other machines of the office reach this one. */
export function officeHosts(host: string | null): string[] {
  if (host !== null && host !== EVERYWHERE) return isLocalHost(host) ? [] : [host]
  const all = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? [])
  return all.filter(({ family, internal }) => family === 'IPv4' && !internal).map(({ address }) => address)
}
