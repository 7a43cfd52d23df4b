import type { PlanDocument, Question } from '../contract.ts'
import type { Outline } from '../outline.ts'
import { ask, REASONS } from '../questions/ask.ts'
import type { Sourced } from '../read.ts'
import { closingPieces } from './closing-lines.ts'
import { readRecipients } from './read-recipients.ts'
import { readSigner } from './read-signer.ts'

/** Recipients and signer, wherever they stand to each other. */
export function readClosing(outline: Outline): {
  value: Sourced<Pick<PlanDocument, 'signer' | 'recipients'>>
  questions: Question[]
} {
  const pieces = closingPieces(outline.text, outline.closing, (outline.uncertain?.length ?? 0) > 0)
  const { value: recipients, used } = readRecipients(pieces)
  const signer = readSigner(pieces, used)
  const first = outline.closing[0] ?? { start: outline.text.length, end: outline.text.length }
  const named = signer !== null && 'name' in signer && signer.name !== null
  return { value: { signer, recipients }, questions: named ? [] : [ask('/document/signer', first, REASONS.noSigner)] }
}
