import { readdir, readFile } from 'node:fs/promises'

/** Watches the processes that this one starts (Linux only) and remembers the most memory they held together. */
export function watchChildren(): { stop(): Promise<{ readonly peakBytes: number }> } {
  let peakBytes = 0
  let running = true
  const watching = (async () => {
    while (running) {
      const held = await Promise.all((await descendantsOf(process.pid)).map(proportionalBytes))
      peakBytes = Math.max(
        peakBytes,
        held.reduce((sum, bytes) => sum + bytes, 0),
      )
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  })()
  return {
    stop: async () => {
      running = false
      await watching
      return { peakBytes }
    },
  }
}

/** Every process below this one. */
export async function descendantsOf(pid: number): Promise<number[]> {
  const all = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number)
  const parents = new Map<number, number>()
  for (const one of all) {
    const stat = await readFile(`/proc/${one}/stat`, 'utf8').catch(() => '')
    parents.set(one, Number(/\) \S (\d+)/.exec(stat)?.[1] ?? 0))
  }
  const found: number[] = []
  for (const one of all) if (parents.get(one) === pid || found.includes(parents.get(one) ?? -1)) found.push(one)
  return found
}

/** Memory of its own and its share of what it has in common with others (PSS). */
export async function proportionalBytes(pid: number): Promise<number> {
  const rollup = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '')
  return Number(/^Pss:\s+(\d+) kB/m.exec(rollup)?.[1] ?? 0) * 1024
}
