import { describe, expect, test } from 'vitest'
import { cellTexts, filledLines } from '../../../../test/source-text-problems.ts'
import { defaultLimits } from '../limits.ts'
import { arrangePages } from './arrange-pages.ts'
import type { Fragment, Page, Rule } from './page.ts'
import { writePages } from './write-pages.ts'

/** Words of one line, half a type size a character, with the gaps of ordinary print. */
function line(text: string, left: number, baseline: number, { size = 13, gap = 4 } = {}): Fragment[] {
  let x = left
  return text.split(' ').map((word) => {
    const fragment = { text: word, left: x, right: x + word.length * size * 0.5, baseline, size }
    x = fragment.right + gap
    return fragment
  })
}

function centredLine(text: string, middle: number, baseline: number): Fragment[] {
  const width = line(text, 0, 0).at(-1)?.right ?? 0
  return line(text, middle - width / 2, baseline)
}

const page = (fragments: readonly Fragment[], rules: readonly Rule[] = []): Page => ({
  width: 595,
  height: 842,
  fragments,
  rules,
})
const read = (...pages: Page[]) => writePages(arrangePages(pages), defaultLimits)

const body = [
  ...line('Thực hiện kế hoạch của huyện về việc nhân rộng điển hình tiên tiến năm nay', 121, 300),
  ...line('ủy ban nhân dân xã ban hành kế hoạch với những nội dung cụ thể sau đây.', 85, 318),
]

describe('reading order of a page', () => {
  test('columns whose lines stand at different heights are read one after the other', () => {
    const source = read(
      page([
        ...centredLine('HUYỆN ỦY SƠN HÀ', 160, 70),
        ...centredLine('ĐẢNG CỘNG SẢN VIỆT NAM', 420, 78),
        ...centredLine('BAN TUYÊN GIÁO', 160, 87),
        ...centredLine('Sơn Hà, ngày 05 tháng 3', 420, 100),
        ...body,
      ]),
    )
    expect(cellTexts(source, 0)).toEqual([
      ['HUYỆN ỦY SƠN HÀ\nBAN TUYÊN GIÁO', 'ĐẢNG CỘNG SẢN VIỆT NAM\nSơn Hà, ngày 05 tháng 3'],
    ])
  })

  test('a gutter hardly wider than the space between words is found where other rows show it', () => {
    const left = line('ỦY BAN NHÂN DÂN XÃ', 60, 70)
    const gutter = (left.at(-1)?.right ?? 0) + 9
    const source = read(
      page([
        ...left,
        ...line('CỘNG HÒA XÃ HỘI CHỦ NGHĨA', gutter, 70),
        ...centredLine('LÚA VÀNG', (60 + gutter - 9) / 2, 88),
        ...centredLine('Độc lập - Tự do', gutter + 90, 88),
        ...body,
      ]),
    )
    expect(cellTexts(source, 0)).toEqual([
      ['ỦY BAN NHÂN DÂN XÃ\nLÚA VÀNG', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA\nĐộc lập - Tự do'],
    ])
  })

  test('a title below the header is no part of its right column', () => {
    const source = read(
      page([
        ...centredLine('XÃ LÚA VÀNG', 160, 70),
        ...centredLine('CỘNG HÒA XÃ HỘI', 420, 70),
        ...centredLine('Số: 12/KH-UBND', 160, 88),
        ...centredLine('Độc lập - Tự do', 420, 88),
        ...centredLine('KẾ HOẠCH', 311, 130),
        ...body,
      ]),
    )
    expect(source.tables.length).toBe(1)
    expect(filledLines(source)[4]).toBe('KẾ HOẠCH')
  })

  test('list marks with a wide tab behind them are lines, not a column', () => {
    const source = read(
      page([
        ...line('a)', 85, 100),
        ...line('Tập thể tiêu biểu', 130, 100),
        ...line('trong phong trào', 130, 118),
        ...line('b)', 85, 136),
        ...line('Cá nhân tiêu biểu', 130, 136),
      ]),
    )
    expect(source.tables).toEqual([])
    expect(filledLines(source)).toEqual(['a) Tập thể tiêu biểu', 'trong phong trào', 'b) Cá nhân tiêu biểu'])
  })

  test('three columns aligned over many rows are a table without lines, read row by row', () => {
    const rows = [1, 2, 3, 4, 5].map((row) => [
      ...line(`Việc ${row}`, 85, 100 + row * 20),
      ...line(`Đơn vị ${row}`, 260, 100 + row * 20),
      ...line(`Quý ${row}`, 430, 100 + row * 20),
    ])
    const source = read(page(rows.flat()))
    expect(source.tables[0]?.kind).toBe('grid')
    expect(cellTexts(source, 0)).toEqual([1, 2, 3, 4, 5].map((row) => [`Việc ${row}`, `Đơn vị ${row}`, `Quý ${row}`]))
  })

  test('a frame around text, and lines under words, are no tables', () => {
    const frame: Rule[] = [
      { direction: 'horizontal', at: 280, from: 80, to: 560 },
      { direction: 'horizontal', at: 330, from: 80, to: 560 },
      { direction: 'vertical', at: 80, from: 280, to: 330 },
      { direction: 'vertical', at: 560, from: 280, to: 330 },
      { direction: 'horizontal', at: 322, from: 200, to: 300 },
    ]
    expect(read(page(body, frame)).tables).toEqual([])
  })

  test('a table whose sides are open has its outer columns all the same', () => {
    const rules: Rule[] = [
      ...[100, 130, 160].map((at): Rule => ({ direction: 'horizontal', at, from: 85, to: 540 })),
      { direction: 'vertical', at: 300, from: 100, to: 160 },
    ]
    const cells = [
      ...line('Đơn vị', 90, 120),
      ...line('Việc', 310, 120),
      ...line('Thôn 1', 90, 150),
      ...line('Báo cáo', 310, 150),
    ]
    const source = read(page(cells, rules))
    expect(cellTexts(source, 0)).toEqual([
      ['Đơn vị', 'Việc'],
      ['Thôn 1', 'Báo cáo'],
    ])
  })

  test('words that recognition doubts are named where they stand', () => {
    const unsure = line('Số 4ø1 của', 85, 100).map((word, index) => ({ ...word, confidence: index === 1 ? 0.2 : 0.95 }))
    const source = read(page([...unsure, ...body]))
    expect(source.uncertain.map((span) => source.text.slice(span.start, span.end))).toEqual(['4ø1'])
  })

  test('numbers on single pages and in the middle of pages are no page numbers', () => {
    expect(read(page([...body, ...line('2', 300, 810)])).notes).toEqual([])
    const source = read(
      page([...body, ...line('15', 300, 400), ...body.map((one) => ({ ...one, baseline: one.baseline + 300 }))]),
      page(body),
    )
    expect(source.notes).toEqual([])
  })
})
