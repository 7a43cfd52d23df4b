import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

export interface SourceFile {
  readonly path: string
  readonly text: string
}

/** The project's own TypeScript, as git knows it: tracked files and new ones that are not ignored. */
export function sourceFiles(): SourceFile[] {
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.ts', '*.tsx'])
  return listed
    .toString()
    .split('\n')
    .filter((path) => path !== '' && !path.startsWith('test/fixtures/'))
    .flatMap((path) => {
      try {
        return [{ path, text: readFileSync(path, 'utf8') }]
      } catch {
        return [] // deleted but not yet committed
      }
    })
}
