import type { Span } from '../core/text/source.ts'

// `outlineOf(source)` in outline/outline-of.ts builds this. What its tree promises:
// - a dash that ends in a colon («- Tiêu chuẩn gồm:») holds the lettered items below it; bullets directly behind a bullet with a
//   colon are its siblings, because print does not tell them from its children;
// - a paragraph without a mark is a child of the nearest heading, never of a bullet; words of farewell («Trên đây là …», the last
//   paragraph) stand on the top of the body;
// - a heading without number is a `plain` item with children; paragraphs of a table cell are children of the heading above the table.

/**
 * How an item is numbered or marked, from the outermost to the innermost rank in print:
 * PHẦN, Chương, Mục, Điều; I.; 1.; 1.1.; 1.1.1; a); (1); -; +; •. `plain` is a paragraph without a mark.
 */
export type Mark =
  | 'part'
  | 'chapter'
  | 'section'
  | 'article'
  | 'roman'
  | 'number'
  | 'decimal'
  | 'letter'
  | 'bracket'
  | 'dash'
  | 'plus'
  | 'bullet'
  | 'plain'

/** One paragraph of the body in its place in the tree. */
export interface Item {
  readonly mark: Mark
  /** As printed without closing punctuation (`3.1`, `a`, `11.2`, `II`); null for dashes and plain paragraphs. */
  readonly ordinal: string | null
  /** The whole paragraph, mark included. */
  readonly at: Span
  /** The paragraph without its mark. */
  readonly body: Span
  /** Set when the paragraph stands in a cell of a table: index of the table in the repaired text, row and cell in the row. */
  readonly cell: { readonly table: number; readonly row: number; readonly cell: number } | null
  readonly children: readonly Item[]
}

/** The repaired text cut into its parts. Every paragraph is in exactly one of them. */
export interface Outline {
  readonly text: string
  /** Paragraphs above the body: issuer, motto, number, place and date, type, title. */
  readonly header: readonly Span[]
  /** «Căn cứ …», «Thực hiện …» and the sentence that issues the plan, up to the first numbered heading. */
  readonly opening: readonly Item[]
  readonly body: readonly Item[]
  /** «Trên đây là …» and what follows it inside the body's end is body; recipients, signature and stamps are closing. */
  readonly closing: readonly Span[]
  /** Annexes after the signature, each an outline of its own. */
  readonly annexes: readonly (readonly Item[])[]
  readonly tables: readonly OutlineTable[]
  /** Set where the plan is attached to the document that carries number and signature (a decision): its body is then `body`. */
  readonly attached?: boolean
  /** Words of which recognition was not sure. */
  readonly uncertain?: readonly Span[]
}

/** A table in the body: rows of cells, each cell the items that stand in it. */
export interface OutlineTable {
  readonly at: Span
  readonly rows: readonly (readonly {
    readonly at: Span
    readonly column: number
    readonly columns: number
    readonly rows: number
  }[])[]
}
