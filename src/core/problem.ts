export type Fact = string | number | boolean | null | readonly string[]

/**
 * Something that does not hold: the field it is about (null: the whole), a kebab-case code that `texts.ts` turns into a
 * sentence, and the facts that the sentence needs.
 */
export interface Problem {
  readonly field: string | null
  readonly code: string
  readonly [fact: string]: Fact
}

/** Why a request is turned away. `not-found` also hides what lies out of the actor's reach. */
export type RefusalReason =
  | 'sign-in'
  | 'not-found'
  | 'forbidden'
  | 'conflict'
  | 'invalid'
  | 'too-large'
  | 'unsupported-type'
  | 'foreign-site'
  | 'too-many'

/** Thrown by actions and by the edge; the one error handler answers it with the page and the status of its reason. */
export class Refusal extends Error {
  readonly reason: RefusalReason
  /** For `conflict`: the actions that are allowed instead. */
  readonly allowed: readonly string[]
  readonly problems: readonly Problem[]

  constructor(reason: RefusalReason, allowed: readonly string[] = [], problems: readonly Problem[] = []) {
    super(reason)
    this.name = 'Refusal'
    this.reason = reason
    this.allowed = allowed
    this.problems = problems
  }
}
