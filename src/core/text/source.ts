/** A half-open range of UTF-16 units in a text. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** One cell: where its text stands, the first column it covers and how many columns and rows it spans. */
export interface SourceCell extends Span {
  readonly column: number
  readonly columns: number
  readonly rows: number
}

/**
 * A table of the document. `grid` is a table that a reader would call one; `columns` are blocks set side by side, as in the
 * header (issuer | motto) and the closing (recipients | signature). A cell that spans rows is listed in its first row only.
 */
export interface SourceTable {
  readonly kind: 'grid' | 'columns'
  readonly rows: readonly (readonly SourceCell[])[]
}

/**
 * What a reader hands to the parser: the text in reading order, NFC not required.
 * `\n` ends a line, `\f` stands between pages. The text of every table cell is contiguous, cells follow one another row by
 * row, each starting on a line of its own.
 */
export interface SourceText {
  readonly text: string
  /** `paragraphs`: a line is a paragraph as the file stores it (Word); `wrapped`: a line is a line of print (PDF, OCR, plain text). */
  readonly lines: 'paragraphs' | 'wrapped'
  readonly tables: readonly SourceTable[]
  /** Footnotes, endnotes, page headers and footers that a format keeps apart; in `text`, but no part of the body. */
  readonly notes: readonly Span[]
  /** Words that recognition is not sure of. */
  readonly uncertain: readonly Span[]
  /** What stands in the file and not in `text`; absent where everything does. */
  readonly unread?: readonly UnreadPart[]
}

/** A page that bears ink of which no text could be made, or words that run another way than the page's text; pages count from 1. */
export type UnreadPart =
  | { readonly kind: 'page'; readonly page: number }
  | { readonly kind: 'aside'; readonly page: number; readonly words: string }
