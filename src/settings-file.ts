import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseEnv } from 'node:util'
import { BadConfig } from './config.ts'
import { configTexts, settingsFileTexts } from './texts/settings.ts'

/** In the program's folder: settings for whoever has no environment to put them in, a service, an office computer. */
export const SETTINGS_FILE = 'lantoa.env'

/** Settings that are paths. */
export const PATH_SETTINGS = ['LANTOA_DATA', 'LANTOA_STATE', 'LANTOA_BACKUPS', 'LANTOA_CERT', 'LANTOA_KEY']

type Environment = Readonly<Record<string, string | undefined>>

/**
 * The environment with what the settings file adds (`NAME=value` a line); the environment wins. Relative paths in the file count from its folder.
 * Throws `BadConfig` for a file that cannot be read and for names that are no settings: a misspelt one would silently do nothing.
 */
export function withSettingsFile(env: Environment, folder: string): NodeJS.ProcessEnv {
  const given = parseEnv(textOf(resolve(folder, SETTINGS_FILE)))
  const unknown = Object.keys(given).filter((name) => !(name in configTexts))
  if (unknown.length > 0) throw new BadConfig(unknown.map(settingsFileTexts.unknown))
  const added = Object.entries(given).map(([name, value = '']) => [
    name,
    PATH_SETTINGS.includes(name) && value !== '' ? resolve(folder, value) : value,
  ])
  const set = Object.entries(env).filter(([, value]) => value?.trim())
  return { ...env, ...Object.fromEntries(added), ...Object.fromEntries(set) }
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8').replace(/^\uFEFF/, '')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return ''
    throw new BadConfig([settingsFileTexts.unreadable(path)])
  }
}
