import { promisify } from 'node:util'
import { brotliCompress, constants } from 'node:zlib'
import type { HouseRequest } from './route.ts'

const pack = promisify(brotliCompress)

/** Takes thirty milliseconds for a megabyte, beside the requests of others; the next level takes ten times as long for a twentieth less. */
const QUALITY = 9

/** What is said to be shorter is searched for less of what stood there before. */
const LEAST_HINT = 1 << 20

/**
 * A long page for browsers that understand Brotli (over https, and on the computer itself): its window spans the whole page, so words that stand there
 * twice, in a document and beside it, are sent once. Everybody else gets the house's own compression.
 */
export async function packedHtml(c: HouseRequest, html: string): Promise<Response> {
  if (!/\bbr\b/.test(c.req.header('accept-encoding') ?? '')) return c.html(html)
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: QUALITY,
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    [constants.BROTLI_PARAM_SIZE_HINT]: Math.max(LEAST_HINT, Buffer.byteLength(html)),
  }
  const packed = await pack(html, { params })
  c.header('Content-Encoding', 'br')
  c.header('Vary', 'Accept-Encoding', { append: true })
  c.header('Content-Type', 'text/html; charset=UTF-8')
  return c.body(new Uint8Array(packed))
}
