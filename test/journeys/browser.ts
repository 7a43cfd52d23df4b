import { existsSync } from 'node:fs'
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Browser, chromium } from 'playwright-core'

const installed = [
  process.env['LANTOA_BROWSER'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/microsoft-edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

/** How to start a browser: its program and what it needs around it. */
export interface BrowserProgram {
  readonly executablePath: string
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string>>
}

/** A Chromium that is there, else the one inside the npm package; undefined where neither can run (name it and skip). */
export async function findBrowser(): Promise<BrowserProgram | undefined> {
  const there =
    process.env['LANTOA_BROWSER'] === 'packed' ? undefined : installed.find((path) => path && existsSync(path))
  if (there) return { executablePath: there, args: ['--no-sandbox'], env: {} }
  return process.platform === 'linux' && process.arch === 'x64' ? unpackBrowser() : undefined
}

export async function launchBrowser(program: BrowserProgram): Promise<Browser> {
  const { executablePath, args, env } = program
  return chromium.launch({ executablePath, args: [...args], env: { ...process.env, ...env } as Record<string, string> })
}

/**
 * The package unpacks into the system's temporary folder and takes whatever lies there for its own, also another version's;
 * so each version gets a folder, filled aside and then moved into place.
 */
async function unpackBrowser(): Promise<BrowserProgram> {
  const { default: packed, inflate } = await import('@sparticuz/chromium')
  const home = dirname(dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))))
  const folder = join(tmpdir(), `lantoa-browser-${await versionOf(home)}-${process.getuid?.() ?? 0}`)
  if (!existsSync(folder)) {
    const part = `${folder}.${process.pid}`
    await mkdir(part, { recursive: true })
    await inTemporaryFolder(part, async () => {
      await packed.executablePath()
      await inflate(join(home, 'bin', 'al2023.tar.br'))
    })
    await writeFile(join(part, 'fonts.conf'), fontSettings(folder))
    await rename(part, folder).catch(() => rm(part, { recursive: true, force: true }))
  }
  return {
    executablePath: join(folder, 'chromium'),
    args: ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none'],
    env: { LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'), FONTCONFIG_FILE: join(folder, 'fonts.conf'), HOME: folder },
  }
}

/** The package's own settings name folders of another machine, and a browser that finds no font at all stops at the first letter. */
function fontSettings(folder: string): string {
  const folders = [join(folder, 'fonts'), '/usr/share/fonts', '/usr/local/share/fonts']
  const listed = folders.map((path) => `<dir>${path}</dir>`).join('')
  return `<?xml version="1.0"?><fontconfig>${listed}<cachedir>${join(folder, 'cache')}</cachedir></fontconfig>\n`
}

async function versionOf(home: string): Promise<string> {
  const { default: manifest } = await import(join(home, 'package.json'), { with: { type: 'json' } })
  return manifest.version
}

async function inTemporaryFolder(folder: string, act: () => Promise<void>): Promise<void> {
  const before = process.env['TMPDIR']
  process.env['TMPDIR'] = folder
  try {
    await act()
  } finally {
    if (before === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = before
  }
}
