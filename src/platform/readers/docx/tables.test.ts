import { describe, expect, test } from 'vitest'
import { aDocxOfParts } from '../../../../test/builders/docx-file.ts'
import { cellTexts, sourceTextProblems } from '../../../../test/source-text-problems.ts'
import type { SourceText } from '../../../core/text/source.ts'
import { defaultLimits } from '../limits.ts'
import { readDocx } from './read-docx.ts'

const p = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`
const cell = (text: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${p(text)}</w:tc>`
const row = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`
const table = (rows: string, properties = '') => `<w:tbl><w:tblPr>${properties}</w:tblPr>${rows}</w:tbl>`
const lined = (side: string) => `<w:${side} w:val="single" w:sz="4"/>`
const borders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(lined).join('')
const LINES = `<w:tblBorders>${borders}</w:tblBorders>`

async function read(body: string, styles = ''): Promise<SourceText> {
  const source = await readDocx(aDocxOfParts({ body, styles }), defaultLimits)
  expect(sourceTextProblems(source)).toEqual([])
  return source
}

function places(source: SourceText, index = 0): number[][][] {
  return (source.tables[index]?.rows ?? []).map((cells) =>
    cells.map(({ column, columns, rows }) => [column, columns, rows]),
  )
}

describe('the grid', () => {
  test('spans over columns and rows give every cell its place; a cell below another is listed once', async () => {
    const merge = (value: string) => `<w:vMerge w:val="${value}"/>`
    const source = await read(
      table(
        row(cell('TT', merge('restart')), cell('Chỉ tiêu', '<w:gridSpan w:val="2"/>')) +
          row(cell('', '<w:vMerge/>'), cell('Tập thể'), cell('Cá nhân')) +
          row(cell('1'), cell('03'), cell('05')),
        LINES,
      ),
    )
    expect(cellTexts(source, 0)).toEqual([
      ['TT', 'Chỉ tiêu'],
      ['Tập thể', 'Cá nhân'],
      ['1', '03', '05'],
    ])
    expect(places(source)).toEqual([
      [
        [0, 1, 2],
        [1, 2, 1],
      ],
      [
        [1, 1, 1],
        [2, 1, 1],
      ],
      [
        [0, 1, 1],
        [1, 1, 1],
        [2, 1, 1],
      ],
    ])
  })

  test('columns left out before a row, and cells merged to the left, are counted', async () => {
    const source = await read(
      table(
        row(cell('a', '<w:hMerge w:val="restart"/>'), cell('', '<w:hMerge/>'), cell('b')) +
          `<w:tr><w:trPr><w:gridBefore w:val="2"/></w:trPr>${cell('c')}</w:tr>`,
        LINES,
      ),
    )
    expect(places(source)).toEqual([
      [
        [0, 2, 1],
        [2, 1, 1],
      ],
      [[2, 1, 1]],
    ])
  })

  test('a span beyond all reason is cut to what a page can hold', async () => {
    const source = await read(table(row(cell('a', '<w:gridSpan w:val="1000000"/>'), cell('b')), LINES))
    expect(places(source)).toEqual([
      [
        [0, 63, 1],
        [63, 1, 1],
      ],
    ])
  })

  test('a page that begins inside a cell begins before the next row', async () => {
    const broken = `<w:tc>${p('dài')}<w:p><w:r><w:lastRenderedPageBreak/><w:t>tiếp</w:t></w:r></w:p></w:tc>`
    const { text } = await read(table(row(broken, cell('b')) + row(cell('c'), cell('d')), LINES))
    expect(text).toBe('dài\ntiếp\nb\n\fc\nd\n')
  })
})

describe('grid or columns', () => {
  const header = row(cell('Cơ quan'), cell('Quốc hiệu')) + row(cell('Số'), cell('ngày'))

  test.each([
    ['no lines at all', '', '', 'columns'],
    ['lines of its own', LINES, '', 'grid'],
    ['lines of its style', '<w:tblStyle w:val="t"/>', LINES, 'grid'],
    [
      'lines of its style that it takes away',
      `<w:tblStyle w:val="t"/><w:tblBorders>${borders.replaceAll('single', 'nil')}</w:tblBorders>`,
      LINES,
      'columns',
    ],
    [
      'white lines',
      `<w:tblBorders>${borders.replaceAll('w:sz="4"', 'w:color="FFFFFF"')}</w:tblBorders>`,
      '',
      'columns',
    ],
  ] as const)('%s', async (_, properties, style, kind) => {
    const styles = `<w:style w:type="table" w:styleId="t"><w:tblPr>${style}</w:tblPr></w:style>`
    expect((await read(table(header, properties), styles)).tables.map((found) => found.kind)).toEqual([kind])
  })

  test('a rule below one cell makes no grid, lines around the cells do', async () => {
    const rule = `<w:tcBorders>${lined('bottom')}</w:tcBorders>`
    const box = `<w:tcBorders>${['top', 'left', 'bottom', 'right'].map(lined).join('')}</w:tcBorders>`
    expect((await read(table(row(cell('a', rule), cell('b'))))).tables[0]?.kind).toBe('columns')
    expect((await read(table(row(cell('a', box), cell('b', box))))).tables[0]?.kind).toBe('grid')
  })

  test('a large table is a grid even without lines', async () => {
    const rows = ['1', '2', '3'].map((text) => row(cell(text), cell(`việc ${text}`), cell('xã'))).join('')
    expect((await read(table(rows))).tables[0]?.kind).toBe('grid')
  })
})

describe('tables in tables', () => {
  test('a frame of one cell is taken apart, the table in it stays a table', async () => {
    const inner = table(row(cell('a'), cell('b')), LINES)
    const source = await read(table(`<w:tr><w:tc>${p('Khung')}${inner}${p('')}</w:tc></w:tr>`, LINES))
    expect(source.tables.length).toBe(1)
    expect(cellTexts(source, 0)).toEqual([['a', 'b']])
  })

  test('a table in one of several cells becomes lines of the cell', async () => {
    const inner = table(row(cell('a'), cell('b')), LINES)
    const source = await read(table(`<w:tr><w:tc>${p('Trái')}${inner}</w:tc>${cell('Phải')}</w:tr>`, LINES))
    expect(cellTexts(source, 0)).toEqual([['Trái\na\nb', 'Phải']])
  })
})
