/** How one level of an automatic list numbers: `%1.%2.` with `%n` for the number of level n; a bullet prints its text. */
export interface ListLevel {
  readonly format: 'decimal' | 'upperRoman' | 'lowerRoman' | 'upperLetter' | 'lowerLetter' | 'bullet'
  readonly text: string
  readonly start?: number
}

/** One thing after another, as an office writes it; `\t` in a text is a tab, `\n` in a cell begins another paragraph. */
export type OfficeBlock =
  | {
      readonly paragraph: string
      readonly align?: 'center' | 'right'
      readonly bold?: boolean
      readonly italic?: boolean
    }
  /** A paragraph that the word processor numbers; the number is not part of its text. */
  | { readonly item: string; readonly list: string; readonly level?: number }
  /** Without lines: blocks side by side, as the header and the closing of an official document. */
  | { readonly table: readonly (readonly string[])[]; readonly lines: boolean }
  | { readonly pageBreak: true }

/** The same content for every format: `aDocxFile`, `anOdtFile`, `anRtfFile`, `anHtmlFile`. */
export interface OfficeContent {
  readonly blocks: readonly OfficeBlock[]
  /** Lists by name; the blocks refer to them. */
  readonly lists?: Readonly<Record<string, readonly ListLevel[]>>
  /** Printed in the foot of every page. */
  readonly footer?: string
}

export function escapeXml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')
}
