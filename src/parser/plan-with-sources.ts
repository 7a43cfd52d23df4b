import type { Source } from './contract.ts'
import { Read, type Sourced } from './read.ts'

const escaped = (key: string): string => key.replace(/~/g, '~0').replace(/\//g, '~1')

/** Sources for every leaf below a branch that was read from one passage. */
function addSources(value: unknown, path: string, read: Read<unknown>, sources: Source[]): void {
  if (value === null || value === undefined) return
  if (typeof value === 'object')
    for (const [key, entry] of Object.entries(value)) addSources(entry, `${path}/${escaped(key)}`, read, sources)
  else for (const { start, end } of read.at) sources.push({ path, start, end })
}

function plainOf(node: unknown, path: string, sources: Source[]): unknown {
  if (node instanceof Read) {
    if (typeof node.value === 'object' && node.value !== null) {
      for (const { start, end } of node.at) sources.push({ path, start, end })
    } else addSources(node.value, path, node, sources)
    return node.value
  }
  if (Array.isArray(node)) return node.map((entry, i) => plainOf(entry, `${path}/${i}`, sources))
  if (typeof node !== 'object' || node === null) return node
  return Object.fromEntries(
    Object.entries(node).map(([key, entry]) => [key, plainOf(entry, `${path}/${escaped(key)}`, sources)]),
  )
}

/**
 * Takes the values out of a tree of `Read` and lists where each stands: one source a passage, in the order of the tree. An object
 * read as a whole (a date, a period) has its sources on its own path.
 */
export function planWithSources<T>(tree: Sourced<T>): { value: T; sources: Source[] } {
  const sources: Source[] = []
  // The walk keeps the shape and unwraps every Read, which is what Sourced<T> without Read is.
  const value = plainOf(tree, '', sources) as T
  return { value, sources }
}
