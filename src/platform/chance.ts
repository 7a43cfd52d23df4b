import { randomBytes } from 'node:crypto'

/** Chance from the operating system. Ids are UUIDs of version 7 (RFC 9562, 5.7): 48 bits of time, then randomness. */
export function systemChance(now: () => Date): { bytes(count: number): Uint8Array; id(): string } {
  return {
    bytes: (count) => new Uint8Array(randomBytes(count)),
    id: () => timedId(now(), randomBytes(10)),
  }
}

/** The id of one instant and ten bytes of chance. */
export function timedId(at: Date, chance: Uint8Array): string {
  const time = at.getTime().toString(16).padStart(12, '0')
  const rest = Buffer.from(chance)
  rest[0] = 0x70 | ((rest[0] ?? 0) & 0x0f)
  rest[2] = 0x80 | ((rest[2] ?? 0) & 0x3f)
  const hex = time + rest.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
