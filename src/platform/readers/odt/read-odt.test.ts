import { describe, expect, test } from 'vitest'
import { anOdtOfParts } from '../../../../test/builders/odt-file.ts'
import { aZipFile } from '../../../../test/builders/zip-file.ts'
import { cellTexts, filledLines, sourceTextProblems } from '../../../../test/source-text-problems.ts'
import { defaultLimits } from '../limits.ts'
import { readOdt } from './read-odt.ts'

async function read(body: string, automatic = '', fonts = '') {
  const source = await readOdt(anOdtOfParts({ body, automatic, fonts }), defaultLimits)
  expect(sourceTextProblems(source)).toEqual([])
  return source
}
const linesOf = async (body: string, automatic?: string) => filledLines(await read(body, automatic))
const p = (text: string) => `<text:p>${text}</text:p>`
const item = (...inner: string[]) => `<text:list-item>${inner.join('')}</text:list-item>`
const list = (attributes: string, ...items: string[]) => `<text:list ${attributes}>${items.join('')}</text:list>`
const numbered =
  '<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="I" style:num-suffix="."/>' +
  '<text:list-level-style-number text:level="2" style:num-format="1" style:num-suffix=")" text:display-levels="2"/></text:list-style>'

describe('lists', () => {
  test('a list counts anew, goes on with one of its style, or with the one it names', async () => {
    const body =
      list('text:style-name="L" xml:id="a"', item(p('một')), item(p('hai'), p('thêm'))) +
      list('text:style-name="L"', item(p('lại một'))) +
      list('text:style-name="L" text:continue-numbering="true"', item(p('lại hai'))) +
      list('text:style-name="L" text:continue-list="a"', item(p('ba')))
    expect(await linesOf(body, numbered)).toEqual(['I. một', 'II. hai', 'thêm', 'I. lại một', 'II. lại hai', 'III. ba'])
  })

  test('levels show those above, an item may say where it begins, a header has no number', async () => {
    const body = list(
      'text:style-name="L"',
      item(p('một'), list('', item(p('con')), item(p('con')))),
      '<text:list-item text:start-value="5">'.concat(p('năm'), list('', item(p('con'))), '</text:list-item>'),
      `<text:list-header>${p('tựa')}</text:list-header>`,
    )
    expect(await linesOf(body, numbered)).toEqual(['I. một', 'I.1) con', 'I.2) con', 'V. năm', 'V.1) con', 'tựa'])
  })
})

describe('text', () => {
  test('spaces collapse but those that are written as such; tabs, breaks, spans and links are text', async () => {
    const body = p(
      ' Kế \n hoạch<text:s text:c="3"/>số<text:tab/>05<text:line-break/><text:span>của</text:span> <text:a>xã</text:a><office:annotation><text:p>bỏ</text:p></office:annotation>',
    )
    expect((await read(body)).text).toBe('Kế hoạch   số\t05\ncủa xã\n')
  })

  test('deletions are kept apart and left out, notes stand below, frames behind their paragraph', async () => {
    const body =
      '<text:tracked-changes><text:changed-region><text:deletion><text:p>đã bỏ</text:p></text:deletion></text:changed-region></text:tracked-changes>' +
      p(
        'Một<text:change-start/> hai<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>chú thích</text:p></text:note-body></text:note>',
      ) +
      p('<draw:frame><draw:text-box><text:p>khung</text:p></draw:text-box></draw:frame>ba')
    const source = await read(body)
    expect(filledLines(source)).toEqual(['Một hai', 'ba', 'khung', 'chú thích'])
    expect(source.notes.length).toBe(1)
  })

  test('looks change what is read: legacy fonts, capitals, hidden text, pages', async () => {
    const style = (name: string, family: string, properties: string) =>
      `<style:style style:name="${name}" style:family="${family}">${properties}</style:style>`
    const automatic =
      style('old', 'text', '<style:text-properties style:font-name="F1"/>') +
      style('caps', 'text', '<style:text-properties fo:text-transform="uppercase"/>') +
      style('gone', 'text', '<style:text-properties text:display="none"/>') +
      style('next', 'paragraph', '<style:paragraph-properties fo:break-before="page"/>')
    const span = (name: string, text: string) => `<text:span text:style-name="${name}">${text}</text:span>`
    const body = `${p(span('old', 'Céng hoµ') + span('caps', ' xã') + span('gone', ' ẩn'))}<text:p text:style-name="next">sau</text:p>`
    const fonts = `<style:font-face style:name="F1" svg:font-family="'.VnTime'"/>`
    expect((await read(body, automatic, fonts)).text).toBe('Cộng hoà XÃ\n\fsau\n')
  })
})

describe('tables', () => {
  test('spans and covered cells give every cell its place', async () => {
    const cell = (text: string, attributes = '') => `<table:table-cell ${attributes}>${p(text)}</table:table-cell>`
    const covered = '<table:covered-table-cell/>'
    const row = (...cells: string[]) => `<table:table-row>${cells.join('')}</table:table-row>`
    const source = await read(
      `<table:table><table:table-header-rows>${row(cell('TT', 'table:number-rows-spanned="2"'), cell('Chỉ tiêu', 'table:number-columns-spanned="2"'), covered)}</table:table-header-rows>` +
        `${row(covered, cell('Tập thể'), cell('Cá nhân'))}</table:table>`,
    )
    expect(cellTexts(source, 0)).toEqual([
      ['TT', 'Chỉ tiêu'],
      ['Tập thể', 'Cá nhân'],
    ])
    expect(
      source.tables[0]?.rows.map((cells) => cells.map(({ column, columns, rows }) => [column, columns, rows])),
    ).toEqual([
      [
        [0, 1, 2],
        [1, 2, 1],
      ],
      [
        [1, 1, 1],
        [2, 1, 1],
      ],
    ])
  })

  test('a cell repeated a million times is cut short', async () => {
    const source = await read(
      `<table:table><table:table-row><table:table-cell table:number-columns-repeated="1000000">${p('x')}</table:table-cell></table:table-row></table:table>`,
    )
    expect(cellTexts(source, 0)).toEqual([new Array(100).fill('x')])
  })
})

describe('other files', () => {
  test('a password is told apart from damage, a sheet from a text', async () => {
    const namespace = 'urn:oasis:names:tc:opendocument:xmlns:manifest:1.0'
    const locking = `<m:manifest xmlns:m="${namespace}"><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>`
    const locked = aZipFile([
      { name: 'META-INF/manifest.xml', content: locking },
      { name: 'content.xml', content: 'xxxx' },
    ])
    await expect(readOdt(locked, defaultLimits)).rejects.toMatchObject({ code: 'encrypted' })
    const sheet = aZipFile([{ name: 'content.xml', content: '<a/>' }])
    await expect(readOdt(sheet, defaultLimits)).rejects.toMatchObject({ code: 'wrong-kind' })
  })
})
