import { stream, writePdf } from '../../scripts/scanner/write-pdf.ts'

/** A line of text on a page: its left end and baseline in points from the upper left corner. */
export interface PdfText {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly size?: number
  /** Runs upwards instead of to the right. */
  readonly upwards?: boolean
}

export interface PdfPage {
  readonly texts: readonly PdfText[]
  /** Ruled lines, each from one point to another. */
  readonly rules?: readonly (readonly [x0: number, y0: number, x1: number, y1: number])[]
  /** More of the page's dictionary: `/Rotate 90`, another `/MediaBox`. */
  readonly more?: string
}

export interface PdfFile {
  readonly pages: readonly PdfPage[]
  /** Name of the font that the file claims. */
  readonly font?: string
  /** More of the catalogue's dictionary, and objects after those of the pages (the first has the number `firstFree`). */
  readonly catalogue?: string
}

const HEIGHT = 842
/** Width of every character, in thousandths of the type size; a space is as wide. */
export const CHARACTER_WIDTH = 500

/**
 * A PDF with text in it. Its characters are numbered as they first occur and explained by a table of Unicode (`/ToUnicode`), as Word
 * writes them.
 */
export function pdfFile({ pages, font = 'TimesNewRomanPSMT', catalogue = '' }: PdfFile): Buffer {
  const characters = [...new Set(pages.flatMap((page) => page.texts.flatMap(({ text }) => [...text])))]
  const code = (character: string) => (characters.indexOf(character) + 1).toString(16).padStart(2, '0')
  const page = (index: number) => 5 + index * 2
  const objects: (string | Buffer)[] = [
    `<< /Type /Catalog /Pages 2 0 R ${catalogue} >>`,
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, index) => `${page(index)} 0 R`).join(' ')}] >>`,
    `<< /Type /Font /Subtype /Type1 /BaseFont /${font} /FirstChar 1 /LastChar ${characters.length} /Widths [${characters
      .map(() => CHARACTER_WIDTH)
      .join(' ')}] /ToUnicode 4 0 R >>`,
    stream('', unicodeTable(characters)),
  ]
  for (const [index, { texts, rules = [], more = '' }] of pages.entries()) {
    const drawing = [
      ...rules.map(([x0, y0, x1, y1]) => `${x0} ${HEIGHT - y0} m ${x1} ${HEIGHT - y1} l S`),
      ...texts.map(
        ({ text, x, y, size = 13, upwards = false }) =>
          `BT /F ${size} Tf ${upwards ? '0 1 -1 0' : '1 0 0 1'} ${x} ${HEIGHT - y} Tm <${[...text].map(code).join('')}> Tj ET`,
      ),
    ]
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 ${HEIGHT}] /Contents ${page(index) + 1} 0 R /Resources << /Font << /F 3 0 R >> >> ${more} >>`,
      stream('', drawing.join('\n')),
    )
  }
  return writePdf(objects)
}

function unicodeTable(characters: readonly string[]): string {
  const entries = characters.map((character, index) => {
    const code = (index + 1).toString(16).padStart(2, '0')
    return `<${code}> <${Buffer.from(character, 'utf16le').swap16().toString('hex')}>`
  })
  const blocks: string[] = []
  for (let start = 0; start < entries.length; start += 100) {
    const block = entries.slice(start, start + 100)
    blocks.push(`${block.length} beginbfchar\n${block.join('\n')}\nendbfchar`)
  }
  return `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def
1 begincodespacerange <00> <ff> endcodespacerange
${blocks.join('\n')}
endcmap end end`
}

/** Lines of a paragraph, one below the other, as a printer sets them. */
export function paragraph(lines: readonly string[], y: number, x = 85): PdfText[] {
  return lines.map((text, index) => ({ text, x: index === 0 ? x + 36 : x, y: y + index * 18 }))
}

/** A line set in the middle of `centre`. */
export function centred(text: string, centre: number, y: number, size = 13): PdfText {
  return { text, x: centre - (text.length * size * CHARACTER_WIDTH) / 2000, y, size }
}
