import { Unreadable } from '../unreadable.ts'

export interface MhtmlPage {
  readonly bytes: Uint8Array
  readonly charset: string | undefined
}

/** The page inside a «single file web page» (.mht, or saved by Word with the name .doc): its first part of HTML. */
export function pageOfMhtml(bytes: Uint8Array): MhtmlPage {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  const boundary = /boundary="?([^"\r\n;]{1,200})"?/i.exec(text.slice(0, 8_192))?.[1]
  if (boundary === undefined) throw new Unreadable('damaged')
  for (const part of text.split(`--${boundary}`).slice(1)) {
    const gap = /\r?\n\r?\n/.exec(part)
    if (!gap) continue
    const head = part.slice(0, gap.index)
    if (!/^content-type:\s*text\/html/im.test(head)) continue
    const charset = /charset="?([\w-]{1,30})/i.exec(head)?.[1]
    const encoding = /^content-transfer-encoding:\s*([\w-]{1,20})/im.exec(head)?.[1]?.toLowerCase()
    return { bytes: decodeTransfer(part.slice(gap.index + gap[0].length), encoding), charset }
  }
  throw new Unreadable('no-text')
}

function decodeTransfer(body: string, encoding: string | undefined): Uint8Array {
  if (encoding === 'base64') return new Uint8Array(Buffer.from(body, 'base64'))
  if (encoding !== 'quoted-printable') return new Uint8Array(Buffer.from(body, 'latin1'))
  const joined = body.replace(/=[ \t]*\r?\n/g, '')
  const plain = joined.replace(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return new Uint8Array(Buffer.from(plain, 'latin1'))
}
