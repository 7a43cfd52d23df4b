import { decodeLegacyBytes } from '../legacy-encoding/recognise.ts'
import { Unreadable } from '../unreadable.ts'

/**
 * The bytes of a plain text as text: UTF-8 or UTF-16 with or without a mark in front, else Windows-1258, TCVN3 or VNI. Throws
 * `wrong-kind` when the bytes are no text at all.
 */
export function decodeText(bytes: Uint8Array): string {
  const utf16 = utf16Label(bytes)
  if (utf16 !== undefined) return new TextDecoder(utf16).decode(bytes)
  if (isBinary(bytes)) throw new Unreadable('wrong-kind', { expected: '.txt' })
  return decodeUtf8(bytes) ?? decodeLegacyBytes(bytes)
}

/** A file cut in the middle of a letter is still UTF-8: the last three bytes may be wrong. */
function decodeUtf8(bytes: Uint8Array): string | undefined {
  for (let cut = 0; cut <= 3 && cut < bytes.length; cut += 1) {
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, bytes.length - cut))
    } catch {
      // tried again with less
    }
  }
  return undefined
}

/** By its mark, or by the zero bytes that spaces, digits and line ends leave in every second place. */
function utf16Label(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const zeros = [0, 0]
  const sample = bytes.subarray(0, 4_096)
  for (const [index, byte] of sample.entries()) if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  const enough = sample.length / 8
  if (odd > enough && even < odd / 10) return 'utf-16le'
  if (even > enough && odd < even / 10) return 'utf-16be'
  return undefined
}

/** Zero bytes, or more control characters than a text has. */
function isBinary(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, 65_536)
  let control = 0
  for (const byte of sample) {
    if (byte === 0) return true
    if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0c && byte !== 0x0d && byte !== 0x0b) control += 1
  }
  return control > sample.length / 100
}
