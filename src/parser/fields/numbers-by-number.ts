import type { Period, Target } from '../contract.ts'
import { Read, type Sourced } from '../read.ts'
import { type SaidOf, saidByOrdinal } from './by-ordinal.ts'
import { periodIn } from './field-reader.ts'
import type { Passage } from './passage.ts'
import type { FieldLines } from './read-field.ts'
import { sentencesOf, splitOutside } from './sentences.ts'
import { targetsIn } from './targets.ts'

interface Numbers extends SaidOf {
  readonly targets: readonly Sourced<Target>[]
}

const NAMED =
  /^(?:(?:o|tai|voi|doi voi|rieng|ve) )?(?:noi dung|linh vuc|phong trao|muc|nhom|diem)(?: so| thu)? (\d{1,2}(?:\.\d{1,2})*)(?![\d/])\s*[:,–-]?\s*/
/** «Chỉ tiêu năm 2026:» in front of the first clause: its time holds for all. */
const PREFACE = /^[^;:\d]{0,60}(?:\d{4})?(?:\s?[–-]\s?\d{4})?\s?[:,]\s+/

/** A number without a time of its own has that of all. */
function within(target: Sourced<Target>, period: Read<Period> | null): Sourced<Target> {
  return target instanceof Read ? target : { ...target, period: target.period ?? period }
}

/** «Chỉ tiêu năm 2026: ở nội dung 1 có 02 thôn; ở nội dung 2 có 01 tập thể.»: each clause the number of a field and its numbers. */
function setsIn(paragraph: Passage): Numbers[] | null {
  const [first] = sentencesOf(paragraph)
  if (!first) return null
  const opening = PREFACE.exec(first.folded)?.[0].length ?? 0
  const front = NAMED.test(first.folded) ? 0 : opening
  const period = front > 0 ? periodIn(first.sub(0, front)) : null
  const clauses = splitOutside(first.sub(front), ';')
  const sets = clauses.flatMap((clause) => {
    const match = NAMED.exec(clause.folded)
    const targets = match ? targetsIn(clause.sub(match[0].length)) : []
    if (!match?.[1] || targets.length === 0) return []
    return [{ ordinals: [match[1]], targets: targets.map((target) => within(target, period)) }]
  })
  return clauses.length > 1 && sets.length === clauses.length ? sets : null
}

/** Gives the fields the numbers that a paragraph behind them sets by their ordinals. */
export function numbersByNumber(fields: readonly FieldLines[]): FieldLines[] {
  return saidByOrdinal(fields, setsIn).map(({ field, said }) =>
    said.length > 0 ? { ...field, targets: said.flatMap(({ targets }) => targets) } : field,
  )
}
