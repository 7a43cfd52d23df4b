import { describe, expect, test } from 'vitest'
import { writePdf } from '../../../../scripts/scanner/write-pdf.ts'
import { centred, type PdfPage, paragraph, pdfFile } from '../../../../test/builders/pdf-file.ts'
import { cellTexts, filledLines, sourceTextProblems } from '../../../../test/source-text-problems.ts'
import { defaultLimits } from '../limits.ts'
import { readPdf } from './read-pdf.ts'

const limits = defaultLimits
const body = paragraph(
  [
    'Thực hiện Kế hoạch của Ủy ban nhân dân tỉnh về việc xây dựng và nhân rộng',
    'điển hình tiên tiến, Ủy ban nhân dân xã Lúa Vàng ban hành kế hoạch với những',
    'nội dung sau đây để các đơn vị, thôn và trường học trên địa bàn thực hiện.',
  ],
  260,
)

const letter: PdfPage = {
  texts: [
    centred('ỦY BAN NHÂN DÂN', 155, 70),
    centred('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 400, 70, 12),
    centred('XÃ LÚA VÀNG', 155, 88),
    centred('Độc lập - Tự do - Hạnh phúc', 400, 89),
    centred('Số: 12/KH-UBND', 155, 112),
    centred('Lúa Vàng, ngày 05 tháng 3 năm 2024', 400, 112),
    centred('KẾ HOẠCH', 311, 160),
    centred('Xây dựng, nhân rộng điển hình tiên tiến năm 2024', 311, 178),
    ...body,
    { text: 'Nơi nhận:', x: 85, y: 400, size: 12 },
    centred('TM. ỦY BAN NHÂN DÂN', 420, 402),
    { text: '- Như trên;', x: 85, y: 416, size: 11 },
    centred('CHỦ TỊCH', 420, 420),
    { text: '- Lưu: VT.', x: 85, y: 430, size: 11 },
    centred('Trần Văn Mẫu', 420, 500),
  ],
}

const ruledTable = (top: number, rows: number): NonNullable<PdfPage['rules']> => {
  const xs = [85, 125, 325, 540]
  const bottom = top + rows * 40
  const lying = Array.from({ length: rows + 1 }, (_, row) => [85, top + row * 40, 540, top + row * 40] as const)
  return [...lying, ...xs.map((x) => [x, top, x, bottom] as const)]
}
const inRow = (texts: readonly string[], top: number) =>
  texts.flatMap((text, column) =>
    text
      .split('\n')
      .map((line, index) => ({ text: line, x: [90, 130, 330][column] ?? 0, y: top + 16 + index * 15, size: 11 })),
  )

describe('text of a PDF', () => {
  test('header and closing are read as columns, the body line by line', async () => {
    const source = await readPdf(pdfFile({ pages: [letter] }), limits)
    expect(sourceTextProblems(source)).toEqual([])
    expect(source.tables.map((table) => table.kind)).toEqual(['columns', 'columns'])
    expect(cellTexts(source, 0)).toEqual([
      [
        'ỦY BAN NHÂN DÂN\nXÃ LÚA VÀNG\nSố: 12/KH-UBND',
        'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nLúa Vàng, ngày 05 tháng 3 năm 2024',
      ],
    ])
    expect(cellTexts(source, 1)).toEqual([
      ['Nơi nhận:\n- Như trên;\n- Lưu: VT.', 'TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nTrần Văn Mẫu'],
    ])
    expect(filledLines(source).slice(6, 11)).toEqual([
      'KẾ HOẠCH',
      'Xây dựng, nhân rộng điển hình tiên tiến năm 2024',
      ...body.map((line) => line.text),
    ])
    expect(source.lines).toBe('wrapped')
  })

  test('a ruled table that goes on over the page is one table, its repeated head a note, its cut row whole', async () => {
    const head = ['TT', 'Nội dung', 'Đơn vị\nchủ trì']
    const source = await readPdf(
      pdfFile({
        pages: [
          {
            texts: [...body, ...inRow(head, 700), ...inRow(['1', 'Phát hiện điển hình\ntrong các', 'Văn phòng'], 740)],
            rules: ruledTable(700, 2),
          },
          {
            texts: [
              { text: '2', x: 300, y: 40 },
              ...inRow(head, 60),
              ...inRow(['', 'phong trào thi đua', ''], 100),
              ...inRow(['2', 'Tổng kết', 'Công chức\nvăn hóa'], 140),
            ],
            rules: ruledTable(60, 3),
          },
        ],
      }),
      limits,
    )
    expect(sourceTextProblems(source)).toEqual([])
    expect(cellTexts(source, 0)).toEqual([
      ['TT', 'Nội dung', 'Đơn vị\nchủ trì'],
      ['1', 'Phát hiện điển hình\ntrong các\nphong trào thi đua', 'Văn phòng'],
      ['2', 'Tổng kết', 'Công chức\nvăn hóa'],
    ])
    expect(source.tables.map((table) => table.kind)).toEqual(['grid'])
    expect(source.notes.map((note) => source.text.slice(note.start, note.end))).toEqual([
      '2',
      'TT Nội dung Đơn vị chủ trì',
    ])
  })

  test('cells that span columns or rows are told as such', async () => {
    const source = await readPdf(
      pdfFile({
        pages: [
          {
            texts: [...body, ...inRow(['A', 'chung', ''], 400), ...inRow(['', 'một', 'hai'], 440)],
            rules: [
              ...[400, 480].map((y) => [85, y, 540, y] as const),
              [125, 440, 540, 440],
              ...[85, 125, 540].map((x) => [x, 400, x, 480] as const),
              [325, 440, 325, 480],
            ],
          },
        ],
      }),
      limits,
    )
    expect(
      source.tables[0]?.rows.map((row) => row.map(({ column, columns, rows }) => ({ column, columns, rows }))),
    ).toEqual([
      [
        { column: 0, columns: 1, rows: 2 },
        { column: 1, columns: 2, rows: 1 },
      ],
      [
        { column: 1, columns: 1, rows: 1 },
        { column: 2, columns: 1, rows: 1 },
      ],
    ])
  })

  test('a page turned by its dictionary reads the same', async () => {
    const upright = await readPdf(pdfFile({ pages: [letter] }), limits)
    const turned = await readPdf(pdfFile({ pages: [{ ...letter, more: '/Rotate 90' }] }), limits)
    expect(turned).toEqual(upright)
  })

  test('what runs up the margin is no part of the text, and is told', async () => {
    const aside = { text: 'Văn bản đến số 215', x: 30, y: 500, upwards: true }
    const source = await readPdf(pdfFile({ pages: [letter, { texts: [...letter.texts, aside] }] }), limits)
    expect(source.text).not.toContain('Văn bản đến')
    expect(source.unread).toEqual([{ kind: 'aside', page: 2, words: 'Văn bản đến số 215' }])
  })

  test('text in a font of the TCVN3 family becomes Vietnamese', async () => {
    const texts = [{ text: 'Céng hßa x· héi chñ nghÜa ViÖt Nam', x: 85, y: 100 }]
    const source = await readPdf(pdfFile({ pages: [{ texts }], font: '.VnTime' }), limits)
    expect(filledLines(source)).toEqual(['Cộng hòa xã hội chủ nghĩa Việt Nam'])
  })

  test('page numbers and lines that repeat on top of the pages are notes, in the order of the pages', async () => {
    const pages = [1, 2, 3, 4].map((number) => ({
      texts: [
        { text: 'Kế hoạch của xã Lúa Vàng', x: 85, y: 40, size: 10 },
        ...body,
        { text: `- ${number} -`, x: 300, y: 810 },
      ],
    }))
    const source = await readPdf(pdfFile({ pages }), limits)
    const notes = source.notes.map((note) => source.text.slice(note.start, note.end))
    expect(notes).toEqual([1, 2, 3, 4].flatMap((number) => ['Kế hoạch của xã Lúa Vàng', `- ${number} -`]))
    expect(source.text.split('\f').length).toBe(4)
  })
})

describe('PDFs that mean no good', () => {
  const unreadable = (bytes: Uint8Array, some: Partial<typeof limits> = {}) =>
    readPdf(bytes, { ...limits, ...some }).then(
      () => 'read',
      (error: { code?: string }) => error.code ?? String(error),
    )

  test('more pages than allowed', async () => {
    expect(await unreadable(pdfFile({ pages: [letter, letter, letter] }), { maxPages: 2 })).toBe('too-long')
  })

  test('a hundred thousand pages that are all the same one', async () => {
    const kids = '3 0 R '.repeat(100_000)
    const pdf = writePdf([
      '<< /Type /Catalog /Pages 2 0 R >>',
      `<< /Type /Pages /Count 100000 /Kids [${kids}] >>`,
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>',
    ])
    expect(await unreadable(pdf)).toBe('too-long')
  })

  test('a password', async () => {
    const hex = 'ab'.repeat(32)
    const objects = ['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Count 0 /Kids [] >>']
    const lock = `/Encrypt << /Filter /Standard /V 1 /R 2 /O <${hex}> /U <${hex}> /P -44 >> /ID [<00> <00>]`
    expect(await unreadable(writePdf(objects, lock))).toBe('encrypted')
  })

  test('no PDF behind the first line, or half of one, or pages that are their own parents', async () => {
    expect(await unreadable(Buffer.from('%PDF-1.7 and nothing more'))).toBe('damaged')
    const endless = ['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Count 3 /Kids [2 0 R 2 0 R 2 0 R] >>']
    expect(await unreadable(writePdf(endless))).toBe('damaged')
    const whole = pdfFile({ pages: [letter] })
    expect(['read', 'damaged', 'no-text']).toContain(await unreadable(whole.subarray(0, whole.length / 2)))
  })

  test('scripts and attachments are left alone, the text is read', async () => {
    const catalogue =
      '/OpenAction << /S /JavaScript /JS (while (true) {}) >> /AA << /WC << /S /JavaScript /JS (app.beep()) >> >>'
    const source = await readPdf(pdfFile({ pages: [letter], catalogue }), limits)
    expect(filledLines(source)).toContain('KẾ HOẠCH')
  })

  test('a page as large as a town', async () => {
    const page = { texts: body, more: '/MediaBox [0 0 1000000000 1000000000]' }
    expect(['read', 'no-text']).toContain(await unreadable(pdfFile({ pages: [page] })))
  })

  test('no text at all', async () => {
    expect(await unreadable(pdfFile({ pages: [{ texts: [] }] }))).toBe('no-text')
  })
})
