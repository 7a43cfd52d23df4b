import { readdir, rm, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { isAlive } from '../db/postgres/living-server.ts'

const PART = /^(.+\.lantoa)\.(\d+)\.part$/
/** Somebody else's process may by now have the number of a writer that was killed: nothing has been written for that long. */
const QUIET = 3_600_000

/** Where an archive grows until it is whole: beside its place, with the number of the process that writes it. */
export function partOf(target: string): string {
  const name = target.endsWith('.lantoa') ? target : `${target}.lantoa`
  return `${name}.${process.pid}.part`
}

/**
 * Removes what killed processes have left of archives in a folder; with `target` only of that one. Archives that a living process is writing
 * stay. Returns how many went.
 */
export async function removeStaleParts(folder: string, now: Date, target?: string): Promise<number> {
  let removed = 0
  for (const name of await readdir(folder).catch(() => [])) {
    const writer = Number(PART.exec(name)?.[2])
    if (Number.isNaN(writer) || (target !== undefined && !isPartOf(name, target))) continue
    const path = join(folder, name)
    const found = await stat(path).catch(() => null)
    const isWriting = writer !== process.pid && isAlive(writer) && found && now.getTime() - found.mtimeMs < QUIET
    if (isWriting) continue
    await rm(path, { force: true })
    removed += 1
  }
  return removed
}

function isPartOf(name: string, target: string): boolean {
  return PART.exec(name)?.[1] === PART.exec(basename(partOf(target)))?.[1]
}
