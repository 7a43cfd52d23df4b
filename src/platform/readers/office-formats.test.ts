import { describe, expect, test } from 'vitest'
import type { OfficeContent } from '../../../test/builders/office-content.ts'
import { officeFiles } from '../../../test/builders/office-files.ts'
import { cellTexts, filledLines, sourceTextProblems } from '../../../test/source-text-problems.ts'
import { readDoc } from './doc/read-doc.ts'
import { readDocx } from './docx/read-docx.ts'
import { readHtml } from './html/read-html.ts'
import { recogniseKind } from './kind.ts'
import { defaultLimits } from './limits.ts'
import { readOdt } from './odt/read-odt.ts'
import { readRtf } from './rtf/read-rtf.ts'

const readers = { docx: readDocx, doc: readDoc, odt: readOdt, rtf: readRtf, html: readHtml }
const formats = Object.keys(readers) as (keyof typeof readers)[]

/** Everything that an office puts into a plan and that every format can hold. */
const plan: OfficeContent = {
  footer: 'Văn bản của xã Đồng Mây',
  lists: {
    parts: [
      { format: 'upperRoman', text: '%1.' },
      { format: 'decimal', text: '%2.' },
      { format: 'decimal', text: '%2.%3.' },
      { format: 'lowerLetter', text: '%4)' },
    ],
    dashes: [{ format: 'bullet', text: '-' }],
    later: [{ format: 'decimal', text: 'Điều %1.', start: 5 }],
  },
  blocks: [
    {
      table: [
        ['ỦY BAN NHÂN DÂN\nXÃ ĐỒNG MÂY', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc'],
        ['Số: 05/KH-UBND', 'Đồng Mây, ngày 05 tháng 3 năm 2026'],
      ],
      lines: false,
    },
    { paragraph: 'KẾ HOẠCH', align: 'center', bold: true },
    { item: 'MỤC ĐÍCH, YÊU CẦU', list: 'parts' },
    { item: 'Mục đích', list: 'parts', level: 1 },
    { item: 'Phát hiện điển hình', list: 'dashes' },
    { paragraph: 'Đoạn xen giữa <các> mục & "dấu".' },
    { item: 'Bồi dưỡng điển hình', list: 'dashes' },
    { item: 'Yêu cầu', list: 'parts', level: 1 },
    { item: 'Kịp thời', list: 'parts', level: 2 },
    { item: 'Thiết thực', list: 'parts', level: 2 },
    { item: 'Không hình thức', list: 'parts', level: 3 },
    { item: 'NỘI DUNG', list: 'parts' },
    { item: 'Chỉ tiêu', list: 'parts', level: 1 },
    { item: 'Hiệu lực', list: 'later' },
    { item: 'Trách nhiệm', list: 'later' },
    {
      table: [
        ['TT', 'Nội dung', 'Đơn vị chủ trì'],
        ['1', 'Tập huấn', 'Phòng Văn hóa - Xã hội\nCông an xã'],
        ['2', '', 'Văn phòng'],
      ],
      lines: true,
    },
    { pageBreak: true },
    { paragraph: 'PHỤ LỤC' },
  ],
}

const lines = [
  'ỦY BAN NHÂN DÂN',
  'XÃ ĐỒNG MÂY',
  'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  'Độc lập - Tự do - Hạnh phúc',
  'Số: 05/KH-UBND',
  'Đồng Mây, ngày 05 tháng 3 năm 2026',
  'KẾ HOẠCH',
  'I. MỤC ĐÍCH, YÊU CẦU',
  '1. Mục đích',
  '- Phát hiện điển hình',
  'Đoạn xen giữa <các> mục & "dấu".',
  '- Bồi dưỡng điển hình',
  '2. Yêu cầu',
  '2.1. Kịp thời',
  '2.2. Thiết thực',
  'a) Không hình thức',
  'II. NỘI DUNG',
  '1. Chỉ tiêu',
  'Điều 5. Hiệu lực',
  'Điều 6. Trách nhiệm',
  'TT',
  'Nội dung',
  'Đơn vị chủ trì',
  '1',
  'Tập huấn',
  'Phòng Văn hóa - Xã hội',
  'Công an xã',
  '2',
  'Văn phòng',
  'PHỤ LỤC',
  'Văn bản của xã Đồng Mây',
]

describe.each(formats)('%s', (format) => {
  const bytes = officeFiles[format](plan)

  test('is known by its bytes', () => {
    expect(recogniseKind(bytes)).toBe(format)
  })

  test('gives the lines as printed, list numbers included', async () => {
    expect(filledLines(await readers[format](bytes, defaultLimits))).toEqual(lines)
  })

  test('gives the tables with the place of every cell', async () => {
    const source = await readers[format](bytes, defaultLimits)
    expect(sourceTextProblems(source)).toEqual([])
    expect(source.tables.map(({ kind }) => kind)).toEqual(['columns', 'grid'])
    expect(cellTexts(source, 1)).toEqual([
      ['TT', 'Nội dung', 'Đơn vị chủ trì'],
      ['1', 'Tập huấn', 'Phòng Văn hóa - Xã hội\nCông an xã'],
      ['2', '', 'Văn phòng'],
    ])
    expect(source.tables[1]?.rows[1]?.map(({ column, columns, rows }) => [column, columns, rows])).toEqual([
      [0, 1, 1],
      [1, 1, 1],
      [2, 1, 1],
    ])
  })

  test('keeps pages apart and the foot of the page out of the body', async () => {
    const source = await readers[format](bytes, defaultLimits)
    expect(source.text.split('\f').map((page) => page.includes('PHỤ LỤC'))).toEqual([false, true])
    expect(source.notes.map(({ start, end }) => source.text.slice(start, end))).toEqual(['Văn bản của xã Đồng Mây'])
    expect(source.lines).toBe('paragraphs')
  })
})
