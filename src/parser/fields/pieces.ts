import { cutUnits } from './cut-units.ts'
import { partOf } from './field-parts.ts'
import type { Passage } from './passage.ts'
import { readAssignment } from './read-assignment.ts'
import { sentencesOf } from './sentences.ts'
import { setsTarget } from './targets.ts'
import { beginsUnit, namesUnit } from './unit-names.ts'
import { cutAtVerb } from './unit-verbs.ts'

const FIRM = /^(?:dong chu tri|chu tri|lam dau moi|la dau moi|dau moi|tham muu)$/
const ORDERS = /^(?:giao(?: cho)?|de nghi|yeu cau|phan cong|do)\s+/

/** What follows the word that orders or requests at the head of a sentence; null where none stands there. */
export function ordered(sentence: Passage): Passage | null {
  const order = ORDERS.exec(sentence.folded)
  const so = order?.[0].startsWith('do') && !/^do\s/i.test(sentence.text)
  return order && !so ? sentence.sub(order[0].length) : null
}

const LAST_BRACKET = /\(\s*([^()]{6,}(?:\([^()]*\)[^()]*)?)\)\s*[.;]?\s*$/
const TOLD = /^(?:giao|de nghi|phan cong|yeu cau|do|don vi|co quan|chu tri)\s/

/** «Chọn 02 cá nhân …; giao Hội Nông dân chủ trì»: the order behind the semicolon is a sentence of its own. */
function ordersApart(sentence: Passage): Passage[] {
  if (ordered(sentence)) return [sentence]
  for (const match of sentence.folded.matchAll(/;\s+|,\s+(?=(?:giao|de nghi|phan cong|do) \S)/g)) {
    const order = sentence.sub(match.index + match[0].length)
    const told = ordered(order) ?? order
    if (readAssignment(order) === null || !beginsUnit(told)) continue
    const first = sentence.sub(0, match.index).trim()
    if (
      (match[0].startsWith(';') || setsTarget(first) || partOf(first)?.part === 'targets') &&
      readAssignment(first) === null
    )
      return [first, order]
  }
  return [sentence]
}

/** The sentences of a paragraph; «… (Giao Hội Nông dân chủ trì)» at the end of one is a sentence of its own. */
export function piecesOf(paragraph: Passage): Passage[] {
  return sentencesOf(paragraph)
    .flatMap(ordersApart)
    .flatMap((sentence) => {
      const match = LAST_BRACKET.exec(sentence.folded)
      const inner = match?.[1]
      if (!match || inner === undefined) return [sentence]
      const from = match.index + match[0].indexOf(inner)
      const told = sentence.sub(from, from + inner.length)
      if (!TOLD.test(inner) && !leadsFirmly(told)) return [sentence]
      return [sentence.sub(0, match.index).trim(), told].filter((piece) => piece.length > 1)
    })
}

/** «Số lượng: 02 giáo viên. Phụ trách: …»: what stands under the first label, and the sentences from the next label or order on. */
export function apart(rest: Passage): [own: Passage, more: Passage | null] {
  const pieces = piecesOf(rest)
  const last = pieces.at(-1)
  const next = pieces.find(
    (piece) => piece.start > rest.start && (partOf(piece) !== null || readAssignment(piece) !== null),
  )
  return next && last ? [rest.sub(0, next.start - rest.start).strip('', ' ,;('), next.upTo(last)] : [rest, null]
}

/** «… phối hợp với A. Tiêu chí: …»: where a label of criteria, of time or of people stands in front of a later sentence. */
export function atInnerLabel(body: Passage): [own: Passage, more: Passage] | null {
  const label = sentencesOf(body).find((sentence) => {
    const part = sentence.start > body.start ? partOf(sentence) : null
    return part !== null && part.part !== 'targets' && sentence.text.slice(0, 60).includes(':')
  })
  return label ? [body.sub(0, label.start - body.start).trim(), body.sub(label.start - body.start)] : null
}

/** Joins sentences that follow one another in a paragraph. */
export function joined(sentences: readonly Passage[]): Passage[] {
  const pieces: Passage[] = []
  let next = -1
  for (const [i, sentence] of sentences.entries()) {
    const last = pieces.at(-1)
    if (last && next === i && sentence.start - last.end < 3) pieces[pieces.length - 1] = last.upTo(sentence)
    else pieces.push(sentence)
    next = i + 1
  }
  return pieces
}

/** «… Ban Tác huấn chủ trì.» behind a criterion: a unit with a name and a verb that only leaders have. */
export function leadsFirmly(sentence: Passage): boolean {
  const { units, verb } = cutAtVerb(sentence)
  return verb !== null && FIRM.test(verb) && cutUnits(units).units.every(namesUnit)
}
