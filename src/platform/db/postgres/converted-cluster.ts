import { existsSync } from 'node:fs'
import { readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import type { Places } from './places.ts'

/** The major version that a data directory belongs to. */
export async function majorOf(cluster: string): Promise<string> {
  return (await readFile(join(cluster, 'PG_VERSION'), 'utf8')).trim()
}

type Clusters = Pick<Places, 'cluster'>

/** A converted data directory while it is filled; worthless when that is cut off. */
export const growing = ({ cluster }: Clusters) => `${cluster}.upgrading`
/** The same once it is whole. */
const grown = ({ cluster }: Clusters) => `${cluster}.upgraded`
/** Where the old one stays, untouched, until people remove it. */
export const oldCluster = ({ cluster }: Clusters, major: string) => `${cluster}-${major}`

/** Puts the converted data directory in the place of the old one. Killed in between, the next start does the rest. */
export async function replaceCluster(places: Clusters, oldMajor: string): Promise<void> {
  await rename(growing(places), grown(places))
  await rename(places.cluster, oldCluster(places, oldMajor))
  await finishConversion(places)
}

export async function finishConversion(places: Clusters): Promise<void> {
  if (!existsSync(places.cluster) && existsSync(grown(places))) await rename(grown(places), places.cluster)
}

/** What an earlier conversion has left that was cut off. */
export const leftovers = (places: Clusters) => [growing(places), grown(places)].filter((path) => existsSync(path))
