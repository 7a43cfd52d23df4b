/**
 * The share of the words read that the printed text does not have, or not as often. The order does not count: columns side by side are read
 * one after the other by us and line by line by a bare engine, and both are right.
 */
export function wordErrors(read: string, wanted: string): number {
  const left = new Map<string, number>()
  for (const word of words(wanted)) left.set(word, (left.get(word) ?? 0) + 1)
  const seen = words(read)
  let wrong = 0
  for (const word of seen) {
    const count = left.get(word) ?? 0
    if (count === 0) wrong += 1
    else left.set(word, count - 1)
  }
  return wrong / Math.max(1, seen.length)
}

const words = (text: string) => text.normalize('NFC').match(/[\p{L}\p{N}]+/gu) ?? []
