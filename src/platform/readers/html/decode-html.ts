import { decodeLegacyBytes } from '../legacy-encoding/recognise.ts'

/**
 * The bytes of a page as text. A mark in front comes first, then the bytes themselves (pages of offices often claim a charset
 * that they do not have), then what `<meta>` claims.
 */
export function decodeHtml(bytes: Uint8Array, charset?: string): string {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    const claimed = charset ?? claimedCharset(bytes)
    return decodeAs(bytes, claimed) ?? decodeLegacyBytes(bytes)
  }
}

function claimedCharset(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4_096))
  return /<meta[^>]{0,500}charset\s*=\s*["']?\s*([\w-]{1,30})/i.exec(head)?.[1]
}

/** Windows-1252 and its like say nothing: TCVN3 and VNI pages claim them too. Nor is UTF-16 what a single-byte `<meta>` says. */
function decodeAs(bytes: Uint8Array, charset: string | undefined): string | undefined {
  if (charset === undefined || /^(?:windows-125[02]|iso-8859|latin|us-ascii|utf-16|unicode|x-user)/i.test(charset)) {
    return undefined
  }
  try {
    return new TextDecoder(charset).decode(bytes).normalize('NFC')
  } catch {
    return undefined
  }
}
