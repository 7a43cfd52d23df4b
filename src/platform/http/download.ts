import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import type { HouseRequest } from './route.ts'

/**
 * Hands out a file that somebody uploaded: always as an attachment of an opaque type and without rights of any kind, whatever
 * the file claims to be, so that no HTML or SVG of theirs ever runs as a page of ours.
 */
export async function download(c: HouseRequest, key: string, name: string, size: number): Promise<Response> {
  const content = await c.var.ctx.files.read(key)
  c.header('Content-Type', 'application/octet-stream')
  c.header('Content-Length', String(size))
  c.header('Content-Disposition', `attachment; filename="${plain(name)}"; filename*=UTF-8''${encodeURIComponent(name)}`)
  c.header('Content-Security-Policy', "default-src 'none'; sandbox")
  c.header('Cache-Control', 'private, no-store')
  return c.body(Readable.toWeb(content) as ReadableStream as never)
}

function plain(name: string): string {
  return (
    name
      .normalize('NFD')
      .replace(/[^\w. -]/g, '')
      .slice(-100) || 'file'
  )
}
