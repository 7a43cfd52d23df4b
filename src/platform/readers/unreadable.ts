/** Why a file cannot be read, as a fact; the sentence for people stands in `texts.ts`. */
export const unreadableCodes = [
  'empty',
  'too-large',
  'too-long',
  'too-slow',
  'too-much-memory',
  'encrypted',
  'wrong-kind',
  'unsupported',
  'damaged',
  'zip-bomb',
  'too-deep',
  'no-text',
  'not-a-document',
  'cancelled',
] as const
export type UnreadableCode = (typeof unreadableCodes)[number]

/** What the sentence needs to name: pages counted and allowed, the kind the name promises and the kind that was found … */
export interface UnreadableFacts {
  readonly pages?: number
  readonly maxPages?: number
  readonly bytes?: number
  readonly maxBytes?: number
  readonly expected?: string
  readonly found?: string
}

/** The one error a reader throws on account of the file. Anything else that comes out of a reader is a fault of the reader. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable'
  readonly code: UnreadableCode
  readonly facts: UnreadableFacts

  constructor(code: UnreadableCode, facts: UnreadableFacts = {}, cause?: unknown) {
    super(code, cause === undefined ? {} : { cause })
    this.code = code
    this.facts = facts
  }
}
