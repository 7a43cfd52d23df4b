import type { IncomingMessage } from 'node:http'
import { BlockList, isIP, isIPv6 } from 'node:net'

/** Where a request came from, as far as it can be known. */
interface Origin {
  readonly address: string
  /** Somebody who is not our proxy says that he passes the request on: it does not come from where it seems to. */
  readonly isPassedOn: boolean
}

const THIS_COMPUTER = '127.0.0.1'
const origins = new WeakMap<IncomingMessage, Origin>()

/** Addresses and networks (`10.0.0.0/8`) as one list. Throws on what is neither. */
export function networksOf(list: readonly string[]): BlockList {
  const networks = new BlockList()
  for (const entry of list) {
    const [address = '', bits] = entry.split('/')
    const family = isIPv6(address) ? 'ipv6' : 'ipv4'
    if (bits === undefined) networks.addAddress(address, family)
    else networks.addSubnet(address, Number(bits), family)
  }
  return networks
}

/**
 * Notes where a request comes from before anything else sees it. What our own proxies (`trusted`) say in `X-Forwarded-For` and `X-Forwarded-Proto`
 * counts; from everybody else it is a claim like any other. A request that our proxy took over HTTPS gets an `https:` URL.
 */
export function noteOrigin(incoming: IncomingMessage, trusted: BlockList): void {
  const peer = plain(incoming.socket.remoteAddress ?? THIS_COMPUTER)
  const path = originForm(incoming.url ?? '/')
  const { 'x-forwarded-for': hops, 'x-forwarded-proto': proto, forwarded, host } = incoming.headers
  incoming.url = path
  if (!isIn(trusted, peer)) {
    const isPassedOn = hops !== undefined || proto !== undefined || forwarded !== undefined
    origins.set(incoming, { address: peer, isPassedOn })
    return
  }
  origins.set(incoming, { address: firstStranger(String(hops ?? ''), trusted) ?? peer, isPassedOn: false })
  const scheme = String(proto ?? '')
    .split(',')
    .at(-1)
    ?.trim()
    .toLowerCase()
  if (scheme === 'https' && host !== undefined) incoming.url = `https://${host}${path}`
}

/** Of a request without a connection (tests): this computer. */
export function notedOrigin(incoming: unknown): Origin {
  const origin = incoming instanceof Object ? origins.get(incoming as IncomingMessage) : undefined
  return origin ?? { address: THIS_COMPUTER, isPassedOn: false }
}

/** From the right: what our proxies have written down themselves; what stands before the first stranger, he may have made up. */
function firstStranger(hops: string, trusted: BlockList): string | undefined {
  const addresses = hops.split(',').map((hop) => plain(hop.trim()))
  const known = addresses.filter((address) => isIP(address) > 0)
  return known.findLast((address) => !isIn(trusted, address)) ?? known.at(0)
}

function isIn(networks: BlockList, address: string): boolean {
  return isIP(address) > 0 && networks.check(address, isIPv6(address) ? 'ipv6' : 'ipv4')
}

/** An IPv4 address as such where the system writes it into an IPv6 one. */
function plain(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, '')
}

/** Clients of proxies may write the whole address; the path counts, the host stands in its header. */
function originForm(url: string): string {
  return url.replace(/^https?:\/\/[^/?#]*(?=[/?#]|$)/i, '') || '/'
}
