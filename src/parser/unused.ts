import type { Span } from '../core/text/source.ts'

/** The parts of one line that no span covers, blanks at their ends left out. */
function gaps(text: string, line: Span, covers: readonly Span[]): Span[] {
  const found: Span[] = []
  let from = line.start
  for (const cover of [...covers, { start: line.end, end: line.end }]) {
    const end = Math.min(cover.start, line.end)
    if (end > from) found.push(trimmed(text, from, end))
    from = Math.max(from, cover.end)
  }
  return found.filter(({ start, end }) => end > start)
}

function trimmed(text: string, from: number, to: number): Span {
  let [start, end] = [from, to]
  while (start < end && /\s/.test(text[start] ?? '')) start++
  while (end > start && /\s/.test(text[end - 1] ?? '')) end--
  return { start, end }
}

function merged(spans: readonly Span[]): Span[] {
  const sorted = [...spans].filter(({ start, end }) => end > start).sort((a, b) => a.start - b.start)
  const kept: { start: number; end: number }[] = []
  for (const { start, end } of sorted) {
    const last = kept.at(-1)
    if (last && start <= last.end) last.end = Math.max(last.end, end)
    else kept.push({ start, end })
  }
  return kept
}

/** Every stretch of the text that is not blank and that no source covers, line by line: sources and these together are the whole text. */
export function unusedOf(text: string, sources: readonly Span[]): Span[] {
  const covers = merged(sources)
  const unused: Span[] = []
  let next = 0
  for (let start = 0; start <= text.length; ) {
    const stop = text.indexOf('\n', start)
    const end = stop < 0 ? text.length : stop
    while (next < covers.length && (covers[next]?.end ?? 0) <= start) next++
    let last = next
    while (last < covers.length && (covers[last]?.start ?? 0) < end) last++
    unused.push(...gaps(text, { start, end }, covers.slice(next, last)))
    start = end + 1
  }
  return unused
}
