import { type LookupAddress, promises as names } from 'node:dns'
import { BlockList, isIP } from 'node:net'

/** Everything that is not a public host of the internet (IANA's registries of special-purpose addresses, RFC 6890). */
const SPECIAL = { 4: new BlockList(), 6: new BlockList() }
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  SPECIAL[4].addSubnet(network, bits, 'ipv4')
for (const [network, bits] of [
  // Unspecified, loopback and IPv4 written as IPv6, in either form.
  ['::', 64],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
  ['5f00::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
] as const)
  SPECIAL[6].addSubnet(network, bits, 'ipv6')

/** Whether the address is one that anybody on the internet reaches. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address)
  if (family === 4) return !SPECIAL[4].check(address, 'ipv4')
  return family === 6 && !SPECIAL[6].check(address, 'ipv6')
}

/** The host lies, or also lies, in a network of the office or on this computer. */
export class PrivateAddress extends Error {
  readonly code = 'EPRIVATE'

  constructor(host: string) {
    super(`${host} is no public address`)
    this.name = 'PrivateAddress'
  }
}

/**
 * Every address of a host, to be connected to as they are: asking the name again could give another answer. Throws `PrivateAddress` as soon as one
 * of them is not public, unless `allowPrivate`; throws the resolver's error when there is none.
 */
export async function addressesOf(host: string, allowPrivate: boolean): Promise<LookupAddress[]> {
  const plain = host.replace(/^\[(.*)\]$/, '$1')
  const family = isIP(plain)
  const found = family > 0 ? [{ address: plain, family }] : await names.lookup(plain, { all: true, order: 'verbatim' })
  if (!allowPrivate && !found.every(({ address }) => isPublicAddress(address))) throw new PrivateAddress(host)
  return found
}
