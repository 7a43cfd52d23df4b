import type { Span } from '../../core/text/source.ts'
import type { Question, Source } from '../contract.ts'
import { ask, REASONS } from './ask.ts'

/** One question for every part of the header and closing that was read from words of which recognition was not sure. */
export function questionsOnUncertain(
  sources: readonly Source[],
  uncertain: readonly Span[],
  asked: readonly Question[],
): Question[] {
  const known = new Set(asked.map(({ path }) => path))
  return sources.flatMap(({ path, start, end }) => {
    if (!path.startsWith('/document/') || known.has(path)) return []
    const doubted = uncertain.find((word) => word.start < end && start < word.end)
    if (!doubted) return []
    known.add(path)
    return [ask(path, doubted, REASONS.uncertainWords)]
  })
}
