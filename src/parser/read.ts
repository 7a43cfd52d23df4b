import type { Span } from '../core/text/source.ts'
import type { Question } from './contract.ts'

/**
 * A value and the passages it was read from. The parser builds the plan out of these; `plan-with-sources.ts` turns the tree into
 * the plain contract and the list of sources, so that no value can go out without saying where it stands.
 */
export class Read<T> {
  readonly value: T
  readonly at: readonly Span[]
  constructor(value: T, ...at: Span[]) {
    this.value = value
    this.at = at
  }
}

/** The same shape with every leaf (or any branch read from one passage) allowed to be a `Read`. */
export type Sourced<T> =
  | Read<T>
  | (T extends readonly (infer U)[] ? Sourced<U>[] : T extends object ? { [K in keyof T]: Sourced<T[K]> } : T)

/** What a reader of one part of the plan answers: the part, and what the officer should look at. */
export interface Reading<T> {
  readonly value: Sourced<T>
  readonly questions: readonly Question[]
}
