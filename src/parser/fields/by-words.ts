import { type Candidate, isTitle } from './candidates.ts'
import type { Aim } from './context.ts'
import type { Line } from './lines.ts'
import { NUMBERED } from './marks-of-headings.ts'

const PURE_KIND =
  /^doi voi (?:cac |nhung )?(?:tap the|ca nhan|ho gia dinh|gia dinh|dong ho|mo hinh|doanh nghiep|hop tac xa|doi tuong khac)(?:[ ,]|$)/

/** Whether a heading, with what stands around and under it, is a field of itself. */
function accepts(candidate: Candidate, aim: Aim): boolean {
  const seeks = aim !== 'other'
  const { heading, context, evidence } = candidate
  const { strong, handed, seeking } = evidence
  if (context.closed && !(heading.kind === 'exemplar' && strong > 0 && handed > 0)) return false
  const shown = strong > 0 || handed > 0
  const content = heading.rests.length > 0 || shown
  if (candidate.label || !isTitle(candidate) || (context.unlikely && strong === 0)) return false
  switch (heading.kind) {
    case 'exemplar':
      return shown || (content && context.announced)
    case 'movement':
      return (
        seeks &&
        !context.unlikely &&
        (strong > 0 || (handed > 0 && seeking) || (content && context.announced && aim === 'exemplars'))
      )
    case 'sector':
      return content && !context.unlikely && (context.announced ? seeks : seeking && shown)
    case 'group':
      return seeks && context.criteria && !context.unlikely && !PURE_KIND.test(heading.title.folded)
    case 'topic':
      return (
        (isNumbered(candidate) || isListed(candidate)) && seeks && context.announced && !context.unlikely && strong > 0
      )
  }
}

/** A number, a letter, or a count in words in front of the heading. */
export const isNumbered = ({ line }: Candidate): boolean => NUMBERED.has(line.mark) || line.called !== null

/** Whether its first words say that a heading names a field. */
export const isNamed = ({ heading }: Candidate): boolean => ['exemplar', 'movement', 'sector'].includes(heading.kind)

/** «- Y tế dự phòng: tập thể, cá nhân …» in a list of fields that the line above introduces. */
const isListed = ({ line, heading, context }: Candidate): boolean =>
  context.listed && line.mark !== 'plain' && heading.rests.length > 0 && heading.title.length < 90

export const areBrothers = (a: Candidate, b: Candidate): boolean =>
  a.line.mark === b.line.mark && a.line.above.at(-1) === b.line.above.at(-1)

const firstWord = ({ heading }: Candidate): string => heading.title.folded.split(' ', 1)[0] ?? ''

/** How many chosen headings stand under the same heading with the same mark, by their first words. */
class Brothers {
  private readonly rows = new Map<Line | undefined, Map<string, Map<string, number>>>()

  add(candidate: Candidate): void {
    const { line } = candidate
    const marks = this.rows.get(line.above.at(-1)) ?? new Map<string, Map<string, number>>()
    const words = marks.get(line.mark) ?? new Map<string, number>()
    words.set(firstWord(candidate), (words.get(firstWord(candidate)) ?? 0) + 1)
    this.rows.set(line.above.at(-1), marks.set(line.mark, words))
  }

  of(candidate: Candidate): { readonly known: boolean; readonly alike: number } {
    const words = this.rows.get(candidate.line.above.at(-1))?.get(candidate.line.mark)
    return { known: words !== undefined, alike: words?.get(firstWord(candidate)) ?? 0 }
  }
}

/** Whether a brother of a field has content of its own, so that it is a field too. */
function followsBrothers(candidate: Candidate, alike: number): boolean {
  const { heading, evidence, line } = candidate
  const grouped = heading.kind === 'group' && alike > 0 && evidence.paragraphs > 0
  const told =
    grouped ||
    evidence.strong > 0 ||
    (alike > 0 && evidence.handed > 0) ||
    (heading.rests.length > 0 && (evidence.handed > 0 || alike > 1))
  const headed = line.mark !== 'plain' || line.called !== null || (line.item.children.length > 0 && alike > 0)
  return told && headed && isTitle(candidate)
}

/** Brothers of a field under the same heading, with content of their own, are fields too. */
function addBrothers(candidates: readonly Candidate[], chosen: Set<Candidate>): void {
  const brothers = new Brothers()
  for (const candidate of chosen) brothers.add(candidate)
  for (const candidate of candidates) {
    if (chosen.has(candidate) || candidate.context.closed || candidate.label) continue
    const { known, alike } = brothers.of(candidate)
    if (!known || !followsBrothers(candidate, alike)) continue
    chosen.add(candidate)
    brothers.add(candidate)
  }
}

/** The headings that are fields by their words, by those around them and by their brothers, beside those already known. */
export function chosenByWords(
  candidates: readonly Candidate[],
  known: readonly Candidate[],
  aim: Aim,
): ReadonlySet<Candidate> {
  const chosen = new Set([...known, ...candidates.filter((candidate) => accepts(candidate, aim))])
  addBrothers(candidates, chosen)
  return chosen
}
