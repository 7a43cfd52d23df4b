import { countsIn } from './counts.ts'
import { partOf } from './field-parts.ts'
import { readLabel } from './labels.ts'
import type { Passage } from './passage.ts'
import { piecesOf } from './pieces.ts'
import { readAssignment } from './read-assignment.ts'
import { isAbout, namedKinds } from './subjects.ts'
import { setsTarget } from './targets.ts'

/** What one paragraph shows of a field. */
export interface Facts {
  /** Criteria of a kind, a line «Tiêu chuẩn: …», numbers of exemplars. */
  readonly strong: boolean
  /** It says what an exemplar is like: a label of criteria, a line «Tiêu chuẩn: …», a sentence about a kind that neither counts nor hands. */
  readonly criteria: boolean
  /** It hands something to a unit. */
  readonly hands: boolean
  /** It sets numbers of exemplars. */
  readonly counts: boolean
  /** It has words that seek exemplars. */
  readonly seeking: boolean
  /** It is a label of criteria: «Đối với cá nhân: …». */
  readonly labels: boolean
}

/** How many of the first paragraphs under a heading show what; `own` counts those that hand the field to a unit or set its numbers. */
export interface Evidence {
  readonly strong: number
  readonly handed: number
  readonly counts: number
  readonly own: number
  readonly labels: number
  readonly paragraphs: number
  readonly seeking: boolean
}

const SEEKING =
  /dien hinh|guong (?:nguoi|tap the|ca nhan|mau)|bieu duong|ton vinh|tuyen duong|khen thuong|tieu bieu|nguoi tot|nhan to moi/
const CRITERIA_PARTS: ReadonlySet<string> = new Set(['criteria', 'targets'])
const DESCRIBING: ReadonlySet<string> = new Set(['criteria', 'audience'])
/** How much of a long paragraph is looked at. */
const SENTENCES = 8
/** So many paragraphs under a heading show what there is to show. */
export const PARAGRAPHS = 60

function names(sentence: Passage): boolean {
  const named = namedKinds(sentence)
  return named !== null && isAbout(sentence, named)
}

const describes = (sentence: Passage, handing: readonly Passage[]): boolean =>
  !handing.includes(sentence) && !setsTarget(sentence) && names(sentence)

export function factsOf(paragraph: Passage): Facts {
  const sentences = piecesOf(paragraph.sub(0, 4000)).slice(0, SENTENCES)
  const handing = sentences.filter((sentence) => readAssignment(sentence) !== null)
  const counts = sentences.some(
    (sentence) => setsTarget(sentence) || (handing.includes(sentence) && countsIn(sentence).length > 0),
  )
  const label = readLabel(paragraph)
  const part = label ? null : partOf(paragraph)
  const strong = label
    ? label.kinds.some((kind) => kind.subject !== 'any')
    : part
      ? CRITERIA_PARTS.has(part.part)
      : counts || sentences.some(names)
  return {
    strong,
    criteria: label
      ? strong
      : part
        ? DESCRIBING.has(part.part)
        : sentences.some((sentence) => describes(sentence, handing)),
    hands: handing.length > 0,
    counts,
    seeking: SEEKING.test(paragraph.folded),
    labels: label !== null,
  }
}

export function evidenceOf(facts: readonly Facts[]): Evidence {
  const few = facts.slice(0, PARAGRAPHS)
  return {
    strong: few.filter((fact) => fact.strong).length,
    handed: few.filter((fact) => fact.hands).length,
    counts: few.filter((fact) => fact.counts).length,
    own: few.filter((fact) => fact.hands || fact.counts).length,
    labels: few.filter((fact) => fact.labels).length,
    paragraphs: facts.length,
    seeking: few.some((fact) => fact.seeking),
  }
}
