import { readdirSync, readFileSync, statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { extname, join, relative, sep } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, gzip } from 'node:zlib'
import type { MiddlewareHandler } from 'hono'
import type { HouseEnv } from './route.ts'

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
}

/** Files below this folder carry a hash of their content in their name. */
const HASHED = '/assets/'
const YEAR = 'public, max-age=31536000, immutable'
const DAY = 'public, max-age=86400'

type Encoding = 'br' | 'gzip' | 'plain'

interface Served {
  readonly path: string
  readonly type: string
  /** What was asked for once stays in memory, as it goes out. */
  readonly kept: Map<Encoding, Promise<Uint8Array<ArrayBuffer>>>
}

/** Serves what the build has left in `folder`: exactly those files, so that no path can lead elsewhere. */
export function staticFiles(folder: string): MiddlewareHandler<HouseEnv> {
  const files = listServed(folder)
  return async (c, next) => {
    const file = c.req.method === 'GET' || c.req.method === 'HEAD' ? files.get(c.req.path) : undefined
    if (!file) return next()
    const encoding = encodingFor(file, c.req.header('accept-encoding') ?? '')
    c.header('Content-Type', file.type)
    c.header('Cache-Control', c.req.path.startsWith(HASHED) ? YEAR : DAY)
    c.header('Vary', 'Accept-Encoding')
    if (encoding !== 'plain') c.header('Content-Encoding', encoding)
    return c.body(await contentOf(file, encoding))
  }
}

function encodingFor({ type }: Served, accepted: string): Encoding {
  if (!/^text|svg|json/.test(type)) return 'plain'
  const names = accepted.split(',').map((part) => part.split(';')[0]?.trim())
  return (['br', 'gzip'] as const).find((encoding) => names.includes(encoding)) ?? 'plain'
}

function contentOf(file: Served, encoding: Encoding): Promise<Uint8Array<ArrayBuffer>> {
  const kept = file.kept.get(encoding) ?? encoded(file.path, encoding)
  file.kept.set(encoding, kept)
  return kept
}

async function encoded(path: string, encoding: Encoding): Promise<Uint8Array<ArrayBuffer>> {
  const plain = await readFile(path)
  if (encoding === 'br') return new Uint8Array(await promisify(brotliCompress)(plain))
  if (encoding === 'gzip') return new Uint8Array(await promisify(gzip)(plain, { level: 9 }))
  return new Uint8Array(plain)
}

/** Vite's manifest; empty where nothing has been built. */
export function readManifest(folder: string): Record<string, { file: string; name?: string; isEntry?: boolean }> {
  const path = join(folder, '.vite', 'manifest.json')
  return statSync(path, { throwIfNoEntry: false }) ? JSON.parse(readFileSync(path, 'utf8')) : {}
}

function listServed(folder: string): Map<string, Served> {
  if (!statSync(folder, { throwIfNoEntry: false })) return new Map()
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return new Map(
    entries.flatMap((entry) => {
      const path = join(entry.parentPath, entry.name)
      const type = TYPES[extname(entry.name)]
      const address = `/${relative(folder, path).split(sep).join('/')}`
      return type && !address.startsWith('/.') ? [[address, { path, type, kept: new Map() }] as const] : []
    }),
  )
}
