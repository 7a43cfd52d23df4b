import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The folder with `package.json`, above the sources and above the built code alike. */
export const PROJECT_ROOT = nearestWith('package.json', import.meta.dirname)

function nearestWith(name: string, folder: string): string {
  if (existsSync(join(folder, name))) return folder
  const above = dirname(folder)
  if (above === folder) throw new Error(`no ${name} above the program`)
  return nearestWith(name, above)
}
