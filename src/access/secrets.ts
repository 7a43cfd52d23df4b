import { createHash } from 'node:crypto'
import type { Chance } from '../context.ts'

/** Secrets of 256 bits are kept as their SHA-256: nothing to guess, so no slow hash is needed. */
export function hashSecret(secret: string): Buffer {
  return createHash('sha256').update(secret).digest()
}

/** A secret for cookies and addresses: 256 bits as base64url. */
export function newSecret(chance: Chance): string {
  return Buffer.from(chance.bytes(32)).toString('base64url')
}

/** Letters that are not mistaken for one another when read out over the telephone. */
const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'

/** A code to be written on paper or read out: 12 letters in groups of four, 60 bits. */
export function newSpokenCode(chance: Chance): string {
  const letters = [...chance.bytes(12)].map((byte) => LETTERS[byte % LETTERS.length])
  return [0, 4, 8].map((from) => letters.slice(from, from + 4).join('')).join('-')
}

/** As typed: case, spaces and dashes do not matter. */
export function plainCode(typed: string): string {
  return typed.toUpperCase().replace(/[^A-Z0-9]/g, '')
}
