import { type Block, linesOf } from './blocks.ts'

/** Page headers and footers as notes: each different one once; a page number alone says nothing. */
export function runningLines(stories: readonly (readonly Block[])[]): Block[] {
  const seen = new Set<string>()
  return stories.flatMap((blocks) => {
    const lines = linesOf(blocks).filter((line) => line.trim() !== '')
    const key = lines.join('\n')
    if (/^[\s\d–-]*$/.test(key) || seen.has(key)) return []
    seen.add(key)
    return [{ kind: 'note', lines } as const]
  })
}
