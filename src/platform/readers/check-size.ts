import type { ReadingLimits } from './limits.ts'
import { Unreadable } from './unreadable.ts'

/** Every reader's first step. Throws `empty` and `too-large`. */
export function checkSize(bytes: Uint8Array, { maxBytes }: ReadingLimits): void {
  if (bytes.length === 0) throw new Unreadable('empty')
  if (bytes.length > maxBytes) throw new Unreadable('too-large', { bytes: bytes.length, maxBytes })
}
