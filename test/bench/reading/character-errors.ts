/**
 * Characters that have to be changed, put in or left out to come from one text to the beginning of the other (as far as it got), as a
 * share; line ends and repeated spaces do not count. Looks no further than `REACH` characters aside: both run in the same order.
 */
export function characterErrors(read: string, wanted: string): number {
  const from = characters(read)
  const to = characters(wanted)
  let row = Array.from({ length: to.length + 1 }, (_, index) => index)
  for (const [index, character] of from.entries()) {
    const next = new Array<number>(to.length + 1).fill(Number.POSITIVE_INFINITY)
    if (index < REACH) next[0] = index + 1
    for (let place = Math.max(0, index - REACH); place < Math.min(to.length, index + REACH); place += 1) {
      const changed = (row[place] ?? 0) + (character === to[place] ? 0 : 1)
      next[place + 1] = Math.min(changed, (row[place + 1] ?? 0) + 1, (next[place] ?? 0) + 1)
    }
    row = next
  }
  return Math.min(...row) / Math.max(1, from.length)
}

const REACH = 400

const characters = (text: string) => [...text.normalize('NFC').replaceAll('**', '').replace(/\s+/g, ' ').trim()]
