/** Where the built style sheets, scripts and fonts of the pages are served: name of the entry → addresses. */
export interface Assets {
  /** `style`, `plan` → `/assets/style-1a2b.css`; undefined where nothing was built. */
  readonly style: (entry: string) => string | undefined
  /** `passages` → `/assets/passages-1a2b.js` */
  readonly script: (entry: string) => string | undefined
  /** Fonts that the first line of every page needs. */
  readonly fonts: readonly string[]
}

/** One entry of what Vite writes down about its build, as far as we read it. */
interface ManifestEntry {
  readonly file: string
  readonly name?: string
  readonly isEntry?: boolean
}

export type Manifest = Readonly<Record<string, ManifestEntry>>

/** Reads Vite's manifest into addresses below `base`. An empty manifest gives pages without style, as in tests of routes. */
export function assetsFrom(manifest: Manifest, base = '/'): Assets {
  const entries = Object.values(manifest)
  const named = (extension: string) =>
    new Map(
      entries
        .filter((entry) => entry.isEntry && entry.file.endsWith(extension))
        .map((entry) => [nameOf(entry.file), base + entry.file]),
    )
  const styles = named('.css')
  const scripts = named('.js')
  const fonts = entries
    .map((entry) => entry.file)
    .filter((file) => /be-vietnam-pro-\w+-400-normal.*\.woff2$/.test(file))
  return {
    style: (entry) => styles.get(entry),
    script: (entry) => scripts.get(entry),
    fonts: fonts.map((file) => base + file).sort(),
  }
}

/** `assets/file-drop-B1x_9-aQ.js` → `file-drop`: Vite puts a dash and eight characters behind the name. */
function nameOf(file: string): string {
  return file.replace(/^.*\//, '').replace(/-[\w-]{8}\.(?:css|js)$/, '')
}
