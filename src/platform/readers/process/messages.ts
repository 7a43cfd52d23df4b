import type { SourceText } from '../../../core/text/source.ts'
import type { ReadingLimits } from '../limits.ts'
import type { UnreadableCode, UnreadableFacts } from '../unreadable.ts'

/** One file as it lies on the disk, and the name the person gave it. */
export interface FileToRead {
  readonly path: string
  readonly name: string
  /** Degrees clockwise, in quarters, by which the person has turned the picture; what stands wrong after that is still found. */
  readonly turn?: number
}

/** Which page is being read, of how many (0 where the number is not known yet), and whether its characters are recognised in a picture. */
export interface ReadProgress {
  readonly page: number
  readonly pages: number
  readonly step: 'text' | 'recognise'
}

/** What the process that reads is told, once. */
export interface ReadOrder {
  readonly files: readonly FileToRead[]
  readonly limits: ReadingLimits
  /** How many pages may be recognised at the same time. */
  readonly recognisers: number
}

/** What it tells back: any number of `progress`, then one of the others. */
export type ReadReply =
  | { readonly kind: 'progress'; readonly progress: ReadProgress }
  | { readonly kind: 'read'; readonly text: SourceText }
  | { readonly kind: 'unreadable'; readonly code: UnreadableCode; readonly facts: UnreadableFacts }
  | { readonly kind: 'fault'; readonly message: string }
