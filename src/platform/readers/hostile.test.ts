import { describe, expect, test } from 'vitest'
import { aDocxOfParts } from '../../../test/builders/docx-file.ts'
import { anOdtOfParts } from '../../../test/builders/odt-file.ts'
import { aZipFile, type ZipEntry } from '../../../test/builders/zip-file.ts'
import { filledLines } from '../../../test/source-text-problems.ts'
import type { SourceText } from '../../core/text/source.ts'
import { readDocx } from './docx/read-docx.ts'
import { readHtml } from './html/read-html.ts'
import { defaultLimits, type ReadingLimits } from './limits.ts'
import { readOdt } from './odt/read-odt.ts'
import { readRtf } from './rtf/read-rtf.ts'
import { readTxt } from './txt/read-txt.ts'

/** Generous on a busy machine: what grows faster than its input takes minutes. */
const SOON = 10_000
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const paragraph = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`
const text = (content: string) => new TextEncoder().encode(content)

/** The code a file is refused with, or the text it gives. */
async function outcome(reading: Promise<SourceText>): Promise<string> {
  try {
    return filledLines(await reading).join('|')
  } catch (error) {
    return error instanceof Error && 'code' in error ? `refused: ${String(error.code)}` : `fault: ${String(error)}`
  }
}
const docxOf = (...entries: ZipEntry[]) => outcome(readDocx(aZipFile(entries), defaultLimits))
const document = (content: string): ZipEntry => ({ name: 'word/document.xml', content })

describe('packed files', () => {
  test('what unpacks to a thousand times its size is a bomb, whatever it claims', { timeout: SOON }, async () => {
    const zeros = new Uint8Array(64 * 1024 * 1024)
    expect(await docxOf({ name: 'word/document.xml', content: zeros })).toBe('refused: zip-bomb')
    expect(await docxOf({ name: 'word/document.xml', content: zeros, claimedSize: 100 })).toBe('refused: zip-bomb')
  })

  test('many parts that are each within bounds are a bomb together', { timeout: SOON }, async () => {
    const limits: ReadingLimits = { ...defaultLimits, maxUnpackedBytes: 1024 * 1024 }
    const part = `<w:styles ${W}>${' '.repeat(600 * 1024)}</w:styles>`
    const bytes = aDocxOfParts({ body: paragraph('x'), styles: part, numbering: part })
    expect(await outcome(readDocx(bytes, limits))).toBe('refused: zip-bomb')
  })

  test('too many entries are a bomb', { timeout: SOON }, async () => {
    const entries = Array.from({ length: defaultLimits.maxEntries + 1 }, (_, index) => ({
      name: `${index}`,
      content: '',
    }))
    expect(await docxOf(...entries)).toBe('refused: zip-bomb')
  })

  test('names that climb out of the archive are only names', async () => {
    const climbing = { name: '../../../etc/passwd', content: 'x' }
    expect(await docxOf(climbing, document(`<w:document ${W}><w:body>${paragraph('chữ')}</w:body></w:document>`))).toBe(
      'chữ',
    )
  })

  test('an archive cut anywhere is damaged', async () => {
    const whole = aDocxOfParts({ body: paragraph('chữ') })
    for (const share of [0.1, 0.5, 0.9, 0.99]) {
      const cut = whole.subarray(0, Math.floor(whole.length * share))
      expect(await outcome(readDocx(cut, defaultLimits))).toBe('refused: damaged')
    }
  })

  test('an entry behind a password says so', async () => {
    expect(await docxOf({ name: 'word/document.xml', content: 'x', encrypted: true })).toBe('refused: encrypted')
  })
})

describe('markup', () => {
  test('entities are neither multiplied nor fetched', { timeout: SOON }, async () => {
    const laughs = Array.from(
      { length: 12 },
      (_, index) => `<!ENTITY l${index + 1} "${`&l${index};`.repeat(10)}">`,
    ).join('')
    const laughing = `<!DOCTYPE x [<!ENTITY l0 "ha">${laughs}]><w:document ${W}><w:body>${paragraph('a&l12;b')}</w:body></w:document>`
    expect((await docxOf(document(laughing))).length).toBeLessThan(100)
    const outside = `<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><w:document ${W}><w:body>${paragraph('a&e;b')}</w:body></w:document>`
    expect(await docxOf(document(outside))).toBe('a&e;b')
  })

  test('a link to a part outside the file is not followed', async () => {
    const relationships = [
      '<Relationship Id="r9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="https://example.invalid/styles.xml" TargetMode="External"/>',
    ]
    expect(await outcome(readDocx(aDocxOfParts({ body: paragraph('chữ'), relationships }), defaultLimits))).toBe('chữ')
  })

  test('elements in elements without end are refused', { timeout: SOON }, async () => {
    const deep = (open: string, close: string, inner: string) => open.repeat(10_000) + inner + close.repeat(10_000)
    const docx = aDocxOfParts({ body: deep('<w:sdt><w:sdtContent>', '</w:sdtContent></w:sdt>', paragraph('x')) })
    const odt = anOdtOfParts({ body: deep('<text:section>', '</text:section>', '<text:p>x</text:p>') })
    expect(await outcome(readDocx(docx, defaultLimits))).toBe('refused: too-deep')
    expect(await outcome(readOdt(odt, defaultLimits))).toBe('refused: too-deep')
    expect(await outcome(readHtml(text(deep('<div>', '</div>', 'x')), defaultLimits))).toBe('refused: too-deep')
    expect(await outcome(readHtml(text(`${'<table><tr><td>'.repeat(200)}x`), defaultLimits))).toBe('refused: too-deep')
    expect(await outcome(readRtf(text(`{\\rtf1 ${deep('{', '}', 'x')}}`), defaultLimits))).toBe('refused: too-deep')
  })

  test('names of namespaces by the thousand are refused', { timeout: SOON }, async () => {
    const names = Array.from({ length: 5_000 }, (_, index) => `xmlns:n${index}="u${index}"`).join(' ')
    expect(await docxOf(document(`<w:document ${W} ${names}/>`))).toBe('refused: too-deep')
  })

  test('attributes and styles that play with the language are only words', async () => {
    const body = `<w:p><w:pPr><w:pStyle w:val="__proto__"/><w:numPr><w:numId w:val="constructor"/></w:numPr></w:pPr><w:r __proto__="x"><w:t>chữ</w:t></w:r></w:p>`
    expect(await outcome(readDocx(aDocxOfParts({ body, styles: '', numbering: '' }), defaultLimits))).toBe('chữ')
  })

  test('styles that stand on each other end', async () => {
    const style = (id: string, on: string) =>
      `<w:style w:type="paragraph" w:styleId="${id}"><w:basedOn w:val="${on}"/></w:style>`
    const body = '<w:p><w:pPr><w:pStyle w:val="a"/></w:pPr><w:r><w:t>chữ</w:t></w:r></w:p>'
    const bytes = aDocxOfParts({ body, styles: style('a', 'b') + style('b', 'a') })
    expect(await outcome(readDocx(bytes, defaultLimits))).toBe('chữ')
  })
})

describe('length', () => {
  test('beyond the pages allowed a document is too long, by its page marks or by its letters', {
    timeout: SOON,
  }, async () => {
    const limits: ReadingLimits = { ...defaultLimits, maxPages: 20 }
    const page = `${paragraph('chữ')}<w:p><w:r><w:br w:type="page"/></w:r></w:p>`
    expect(await outcome(readDocx(aDocxOfParts({ body: page.repeat(30) }), limits))).toBe('refused: too-long')
    expect(await outcome(readTxt(text('điển hình '.repeat(12_000)), limits))).toBe('refused: too-long')
    await expect(readTxt(text('a\n\f'.repeat(30)), limits)).rejects.toMatchObject({
      facts: { maxPages: 20, pages: 21 },
    })
  })

  test('beyond the size allowed nothing is even opened', async () => {
    const limits: ReadingLimits = { ...defaultLimits, maxBytes: 10 }
    const bytes = text('mười một chữ')
    for (const read of [readTxt, readDocx, readOdt, readRtf, readHtml]) {
      expect(await outcome(read(bytes, limits))).toBe('refused: too-large')
    }
  })
})

describe('work grows with the file, not faster', () => {
  test.each([
    ['spaces without end', () => readTxt(text(`a${' '.repeat(400_000)}b`), defaultLimits)],
    ['bars without end', () => readTxt(text(`|${'|'.repeat(400_000)}x`), defaultLimits)],
    ['lone bars', () => readTxt(text('|\nx\n'.repeat(100_000)), defaultLimits)],
    ['stars without end', () => readTxt(text(`**a** **b** ${'*a '.repeat(100_000)}`), defaultLimits)],
    ['tags never closed', () => readHtml(text(`<p>x${'<b></i>'.repeat(900)}${'</u>'.repeat(200_000)}`), defaultLimits)],
    [
      'spans wider than any page',
      () => readHtml(text(`<table><tr>${'<td rowspan=9999 colspan=1000>x'.repeat(2_000)}</table>`), defaultLimits),
    ],
    [
      'edges of a row',
      () => readRtf(text(`{\\rtf1 \\trowd${'\\cellx9'.repeat(200_000)}\\intbl x\\cell\\row}`), defaultLimits),
    ],
    [
      'rows that each have other edges',
      () =>
        readRtf(
          text(
            `{\\rtf1 ${Array.from({ length: 5_000 }, (_, i) => `\\trowd\\cellx${i * 100}\\intbl x\\cell\\row`).join('')}}`,
          ),
          defaultLimits,
        ),
    ],
    [
      'fields without end',
      () =>
        readDocx(
          aDocxOfParts({
            body: `<w:p>${'<w:r><w:fldChar w:fldCharType="begin"/><w:fldChar w:fldCharType="separate"/><w:t>x</w:t></w:r>'.repeat(50_000)}</w:p>`,
          }),
          defaultLimits,
        ),
    ],
    [
      'many paragraphs in one control',
      () =>
        readDocx(
          aDocxOfParts({ body: `<w:sdt><w:sdtContent>${paragraph('x').repeat(150_000)}</w:sdtContent></w:sdt>` }),
          defaultLimits,
        ),
    ],
  ])('%s', { timeout: SOON }, async (_, reading) => {
    expect(await outcome(reading())).not.toMatch(/^fault/)
  })
})
