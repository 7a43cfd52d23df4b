import type { ItemPassage } from './item-schema.ts'

/**
 * The passages of an item whose words are divided: a passage that says exactly these words is divided with them; every other one goes on to
 * say where both halves were read.
 */
export function cutPassages(
  passages: readonly ItemPassage[],
  key: string,
  from: string,
  first: string,
  second: string,
): { readonly first: readonly ItemPassage[]; readonly second: readonly ItemPassage[] } {
  const begin = from.indexOf(second, first.length)
  const halves = passages.map((passage) => {
    const isWhole = passage.key === key && passage.end - passage.start === from.length && begin > 0
    if (!isWhole) return [passage, passage] as const
    const { start } = passage
    return [
      { ...passage, end: start + first.length },
      { ...passage, start: start + begin, end: start + begin + second.length },
    ] as const
  })
  return { first: halves.map(([half]) => half), second: halves.map(([, half]) => half) }
}

/** The passages of both, each place once. */
export function joinPassages(first: readonly ItemPassage[], second: readonly ItemPassage[]): readonly ItemPassage[] {
  const places = new Set(first.map(({ start, end }) => `${start}-${end}`))
  return [...first, ...second.filter(({ start, end }) => !places.has(`${start}-${end}`))]
}
