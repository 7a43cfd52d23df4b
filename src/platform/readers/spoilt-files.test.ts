import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aDocxOfParts } from '../../../test/builders/docx-file.ts'
import { anOdtOfParts } from '../../../test/builders/odt-file.ts'
import type { OfficeContent } from '../../../test/builders/office-content.ts'
import { officeFiles } from '../../../test/builders/office-files.ts'
import { spoil, wounds } from '../../../test/builders/spoilt-bytes.ts'
import { sourceTextProblems } from '../../../test/source-text-problems.ts'
import type { SourceText } from '../../core/text/source.ts'
import { PROJECT_ROOT } from '../project-root.ts'
import { readDoc } from './doc/read-doc.ts'
import { readDocx } from './docx/read-docx.ts'
import { readHtml } from './html/read-html.ts'
import { recogniseKind } from './kind.ts'
import { defaultLimits, type ReadingLimits } from './limits.ts'
import { readOdt } from './odt/read-odt.ts'
import { readRtf } from './rtf/read-rtf.ts'
import { readTxt } from './txt/read-txt.ts'
import { Unreadable } from './unreadable.ts'

const readers = { docx: readDocx, doc: readDoc, odt: readOdt, rtf: readRtf, html: readHtml, txt: readTxt }
type Read = (bytes: Uint8Array, limits: ReadingLimits) => Promise<SourceText>

const content: OfficeContent = {
  footer: 'Chân trang',
  lists: {
    a: [
      { format: 'upperRoman', text: '%1.' },
      { format: 'decimal', text: '%1.%2.' },
    ],
  },
  blocks: [
    {
      table: [
        ['Cơ quan\nban hành', 'Quốc hiệu'],
        ['Số 05', 'ngày 05'],
      ],
      lines: false,
    },
    { item: 'Mục đích', list: 'a' },
    { item: 'Yêu cầu', list: 'a', level: 1 },
    { paragraph: 'Kế hoạch <nhân rộng> điển hình & mô hình' },
    {
      table: [
        ['1', 'Việc', 'Nơi'],
        ['2', 'Việc', 'Nơi'],
      ],
      lines: true,
    },
    { pageBreak: true },
    { paragraph: 'Phụ lục' },
  ],
}
const RUNS = { numRuns: 150, seed: 20_261_120 }

/** A reader gives a text that keeps the promises of `SourceText`, or refuses the file; nothing else. */
async function expectReadOrRefused(read: Read, bytes: Uint8Array): Promise<void> {
  try {
    expect(sourceTextProblems(await read(bytes, defaultLimits))).toEqual([])
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
  }
}

describe('spoilt files are read or refused', () => {
  test.each(Object.entries(officeFiles))('%s', async (format, build) => {
    const whole = build(content)
    const read = readers[format as keyof typeof officeFiles]
    await fc.assert(
      fc.asyncProperty(wounds, (hits) => expectReadOrRefused(read, spoil(whole, hits))),
      RUNS,
    )
  })

  test('docx and odt with spoilt markup inside whole archives', async () => {
    const text = 'Điều 1. <w:p><w:r><w:t>'
    const body = `<w:tbl><w:tr><w:tc>${text}a</w:t></w:r></w:p></w:tc></w:tr></w:tbl>${text}b</w:t></w:r></w:p>`
    const odt =
      '<text:list><text:list-item><text:p>a</text:p></text:list-item></text:list><table:table><table:table-row><table:table-cell><text:p>b</text:p></table:table-cell></table:table-row></table:table>'
    const spoiltText = (whole: string) =>
      wounds.map((hits) => new TextDecoder().decode(spoil(new TextEncoder().encode(whole), hits)))
    await fc.assert(
      fc.asyncProperty(spoiltText(body), (spoilt) => expectReadOrRefused(readDocx, aDocxOfParts({ body: spoilt }))),
      RUNS,
    )
    await fc.assert(
      fc.asyncProperty(spoiltText(odt), (spoilt) => expectReadOrRefused(readOdt, anOdtOfParts({ body: spoilt }))),
      RUNS,
    )
  })

  test('any bytes at all, for every reader', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...Object.values(readers)),
        fc.uint8Array({ maxLength: 600 }),
        expectReadOrRefused,
      ),
      RUNS,
    )
  })

  test('any text at all is a text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 400 }), async (text) => {
        await expectReadOrRefused(readTxt, new TextEncoder().encode(text))
        await expectReadOrRefused(readHtml, new TextEncoder().encode(`<table><tr><td>${text}</table>`))
        await expectReadOrRefused(readRtf, new TextEncoder().encode(`{\\rtf1 ${text}}`))
      }),
      RUNS,
    )
  })
})

const samples = join(PROJECT_ROOT, '..', 'shared', 'samples')
const officeSamples = existsSync(samples) ? readdirSync(samples).filter((name) => /\.(?:docx?|txt)$/.test(name)) : []

describe.skipIf(officeSamples.length === 0)('real documents of ../shared/samples', () => {
  test.each(officeSamples.length === 0 ? ['every office file (the folder is missing)'] : officeSamples)(
    '%s is read by what it is, and read or refused when spoilt',
    async (name) => {
      const bytes = new Uint8Array(readFileSync(join(samples, name)))
      const read = readers[recogniseKind(bytes) as keyof typeof readers]
      const source = await read(bytes, defaultLimits)
      expect(sourceTextProblems(source)).toEqual([])
      expect(source.tables[0]?.kind, 'the two columns of the header').toBe('columns')
      expect(source.text).toMatch(/Độc lập/)
      await fc.assert(
        fc.asyncProperty(wounds, (hits) => expectReadOrRefused(read, spoil(bytes, hits))),
        { numRuns: 8, seed: 1 },
      )
    },
  )
})
