import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream, existsSync } from 'node:fs'
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import { createGzip } from 'node:zlib'
import yazl from 'yazl'
import { byPath, chooseFiles, type PackedFile } from './pack-offline/choose-files.ts'
import { installForWindows } from './pack-offline/install-for-windows.ts'
import { startScripts } from './pack-offline/start-scripts.ts'
import { writeTar } from './pack-offline/write-tar.ts'

/*
 * One archive for machines without internet, of what is installed and built here: unpack, start.
 *
 *   npm run pack:offline                      offline/lantoa-VERSION-PLATFORM.tar.gz (Windows: .zip) and its SHA-256
 *   npm run pack:offline -- --out FOLDER --level 1
 *   npm run pack:offline -- --windows         for 64-bit Windows from another system; asks the npm registry for its packages
 */
const root = join(import.meta.dirname, '..')
const { values } = parseArgs({
  options: { out: { type: 'string' }, level: { type: 'string' }, windows: { type: 'boolean', default: false } },
})
const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string }
const isElsewhere = values.windows && process.platform !== 'win32'
const platform = values.windows ? 'win32' : process.platform
const arch = isElsewhere ? 'x64' : process.arch
const installed = isElsewhere ? await installForWindows(root) : root
const folder = `lantoa-${version}-${platform}-${arch}`

const files = [...chooseFiles(root, installed), ...startScripts(root, platform)].toSorted(byPath)
demand(files, ['bin/lantoa.js', 'dist/server/cli.js', 'dist/client/.vite/manifest.json'])
demand(files, [`node_modules/node/bin/node${platform === 'win32' ? '.exe' : ''}`])
await refuseTraces(files)

const out = resolve(values.out ?? join(root, 'offline'))
await mkdir(out, { recursive: true })
const target = join(out, `${folder}${platform === 'win32' ? '.zip' : '.tar.gz'}`)
const part = `${target}.part`
await (platform === 'win32' ? zip(part) : tar(part, Number(values.level ?? 9)))
await rm(target, { force: true })
await rename(part, target)
if (isElsewhere) await rm(installed, { recursive: true })
const digest = createHash('sha256')
for await (const piece of createReadStream(target)) digest.update(piece as Buffer)
await writeFile(`${target}.sha256`, `${digest.digest('hex')}  ${folder}${target.slice(join(out, folder).length)}\n`)

const unpacked = files.reduce((sum, { size }) => sum + size, 0)
const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(0)} MB`
process.stdout.write(
  `${target}: ${megabytes((await stat(target)).size)}, ${files.length} files, ${megabytes(unpacked)} unpacked\n`,
)

async function tar(path: string, level: number): Promise<void> {
  await pipeline(Readable.from(writeTar(files, folder, builtAt())), createGzip({ level }), createWriteStream(path))
}

async function zip(path: string): Promise<void> {
  const archive = new yazl.ZipFile()
  const mtime = new Date(builtAt() * 1_000)
  for (const { path: name, content, isProgram } of files) {
    const options = { mtime, mode: isProgram ? 0o100755 : 0o100644 }
    if ('file' in content) archive.addFile(content.file, `${folder}/${name}`, options)
    else if ('text' in content) archive.addBuffer(Buffer.from(content.text), `${folder}/${name}`, options)
    else throw new Error(`${name} is a link, which Windows has not`)
  }
  archive.end()
  await pipeline(archive.outputStream, createWriteStream(path))
}

/** Seconds: when the packed state was committed, so that packing it twice gives the same bytes. */
function builtAt(): number {
  const given = process.env['SOURCE_DATE_EPOCH']
  if (given) return Number(given)
  try {
    return Number(
      execFileSync('git', ['log', '-1', '--format=%ct'], { cwd: root, stdio: ['ignore', 'pipe', 'ignore'] }),
    )
  } catch {
    return Date.UTC(1980, 0, 1) / 1_000
  }
}

function demand(packed: readonly PackedFile[], paths: readonly string[]): void {
  const missing = paths.filter((path) => !packed.some((file) => file.path === path))
  if (missing.length > 0) throw new Error(`not installed or not built (npm ci): ${missing.join(', ')}`)
}

/** Nothing in the archive says on which machine it was made or from where packages came. */
async function refuseTraces(packed: readonly PackedFile[]): Promise<void> {
  const home = homedir()
  const traces = [root, installed, ...(home.length > 6 ? [home] : [])].map((path) => Buffer.from(path))
  const found: string[] = []
  for (const { path, content, size } of packed) {
    if (!('file' in content) || size > 5_000_000 || !existsSync(content.file)) continue
    const bytes = await readFile(content.file)
    const isManifest = path.endsWith('package.json') && /"_?resolved"\s*:/.test(bytes.toString('utf8'))
    if (isManifest || traces.some((trace) => bytes.includes(trace))) found.push(path)
  }
  if (found.length > 0) throw new Error(`these files know this machine: ${found.join(', ')}`)
}
