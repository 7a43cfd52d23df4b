import { countsIn } from './counts.ts'
import { partOf } from './field-parts.ts'
import { readLabel } from './labels.ts'
import type { Passage } from './passage.ts'
import { readAssignment } from './read-assignment.ts'
import { sentencesOf } from './sentences.ts'
import { isAbout, namedKinds } from './subjects.ts'
import { setsTarget } from './targets.ts'

/** What the paragraphs under a heading show of a field. */
export interface Evidence {
  /** Criteria by kind, a line «Tiêu chuẩn: …», numbers of exemplars. */
  readonly strong: number
  /** Sentences that hand something to a unit. */
  readonly handed: number
  /** Paragraphs that set numbers of exemplars. */
  readonly counts: number
  /** Paragraphs that do either. */
  readonly own: number
  /** Words that seek exemplars. */
  readonly seeking: boolean
}

const SEEKING =
  /dien hinh|guong (?:nguoi|tap the|ca nhan|mau)|bieu duong|ton vinh|tuyen duong|khen thuong|tieu bieu|nguoi tot|nhan to moi/
const CRITERIA_PARTS: ReadonlySet<string> = new Set(['criteria', 'targets'])

function isStrong(paragraph: Passage): boolean {
  const label = readLabel(paragraph)
  if (label) return label.kinds.some((kind) => kind.subject !== 'any')
  const part = partOf(paragraph)
  if (part) return CRITERIA_PARTS.has(part.part)
  return sentencesOf(paragraph)
    .slice(0, 12)
    .some((sentence) => {
      if (setsNumber(sentence)) return true
      const named = namedKinds(sentence)
      return named !== null && isAbout(sentence, named)
    })
}

/** A number of exemplars, set for itself or with the unit that is told to find them. */
function setsNumber(sentence: Passage): boolean {
  return setsTarget(sentence) || (countsIn(sentence).length > 0 && readAssignment(sentence) !== null)
}

const hands = (paragraph: Passage): boolean =>
  sentencesOf(paragraph)
    .slice(0, 6)
    .some((sentence) => readAssignment(sentence) !== null)

const setsNumbers = (paragraph: Passage): boolean => sentencesOf(paragraph).slice(0, 6).some(setsNumber)

export function evidenceIn(paragraphs: readonly Passage[]): Evidence {
  const few = paragraphs.slice(0, 40)
  const handed = few.filter(hands)
  const counts = few.filter(setsNumbers)
  return {
    strong: few.filter(isStrong).length,
    handed: handed.length,
    counts: counts.length,
    own: new Set([...handed, ...counts]).size,
    seeking: few.some((paragraph) => SEEKING.test(paragraph.folded)),
  }
}
