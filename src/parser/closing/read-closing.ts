import type { PlanDocument, Question } from '../contract.ts'
import type { Outline } from '../outline.ts'
import { ask, REASONS } from '../questions/ask.ts'
import type { Sourced } from '../read.ts'
import { type ClosingPiece, closingPieces, cutTrailingNames } from './closing-lines.ts'
import { readRecipients } from './read-recipients.ts'
import { readSigner } from './read-signer.ts'

function hasName(signer: Sourced<PlanDocument['signer']>): boolean {
  return signer !== null && 'name' in signer && signer.name !== null
}

function readPieces(pieces: readonly ClosingPiece[]) {
  const { value: recipients, used } = readRecipients(pieces)
  const signer = readSigner(pieces, used)
  return { recipients, signer, named: hasName(signer) }
}

/** Recipients and signer, wherever they stand to each other. */
export function readClosing(outline: Outline): {
  value: Sourced<Pick<PlanDocument, 'signer' | 'recipients'>>
  questions: Question[]
} {
  const printed = closingPieces(outline.text, outline.closing, (outline.uncertain?.length ?? 0) > 0)
  const first = readPieces(printed)
  const { signer, recipients } = first.named ? first : readPieces(cutTrailingNames(printed))
  const top = outline.closing[0] ?? { start: outline.text.length, end: outline.text.length }
  const named = hasName(signer)
  return { value: { signer, recipients }, questions: named ? [] : [ask('/document/signer', top, REASONS.noSigner)] }
}
