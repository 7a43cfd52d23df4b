import { describe, expect, test } from 'vitest'
import { cellTexts, filledLines, sourceTextProblems } from '../../../../test/source-text-problems.ts'
import { defaultLimits } from '../limits.ts'
import { readHtml } from './read-html.ts'

async function read(html: string | Uint8Array) {
  const source = await readHtml(typeof html === 'string' ? new TextEncoder().encode(html) : html, defaultLimits)
  expect(sourceTextProblems(source)).toEqual([])
  return source
}
const linesOf = async (html: string | Uint8Array) => filledLines(await read(html))

describe('lines', () => {
  test('blocks are lines, inline elements are not, white space is one space, entities are letters', async () => {
    expect(
      await linesOf(
        '<p>Kế <b>ho</b>ạch\n   số&nbsp;05 &amp; &#7871;</p><div>một<span> hai</span><br>ba</div>bốn<h2>năm</h2>',
      ),
    ).toEqual(['Kế hoạch số 05 & ế', 'một hai', 'ba', 'bốn', 'năm'])
  })

  test('scripts, styles, comments, settings of Word and hidden text are no text', async () => {
    expect(
      await linesOf(
        '<head><title>t</title><style>p{}</style></head><script>x()</script><!--[if gte mso 9]><xml>y</xml><![endif]--><xml><w>z</w></xml><p style="display:none">ẩn</p><p>chữ <span style="mso-hide:all">ẩn</span><del>bỏ</del></p>',
      ),
    ).toEqual(['chữ'])
  })

  test('lists have the numbers that a browser shows', async () => {
    expect(
      await linesOf(
        '<ol type="I" start="2"><li>a<ol type="a"><li>b</li><li value="4">c</li></ol></li><li>d</li></ol><ul><li>e</li></ul>',
      ),
    ).toEqual(['II. a', 'a. b', 'd. c', 'III. d', '• e'])
  })

  test('pages, page headers and legacy fonts as Word marks them', async () => {
    const source = await read(
      '<p style="font-family:.VnTimeH">kÕ ho¹ch</p><p><font face=".VnTime">x·</font> Đồng</p><br style="page-break-before:always"><p>hai</p><div style="mso-element:footer"><p>Chân trang</p></div>',
    )
    expect(source.text.split('\f').map((page) => page.trim().split(/\n+/))).toEqual([
      ['KẾ HOẠCH', 'xã Đồng'],
      ['hai', 'Chân trang'],
    ])
    expect(source.notes.length).toBe(1)
  })
})

describe('tables', () => {
  test('spans push later cells to the right', async () => {
    const source = await read(
      '<table border=1><tr><th rowspan=2>TT<th colspan=2>Chỉ tiêu<tr><td>Tập thể<td>Cá nhân</table>',
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

  test('lines decide what is a grid: of the table, of its cells, or none', async () => {
    const table = (attributes: string, cell = '') =>
      `<table ${attributes}><tr><td ${cell}>a</td><td ${cell}>b</td></tr></table>`
    const kindOf = async (html: string) => (await read(html)).tables[0]?.kind
    expect(await kindOf(table(''))).toBe('columns')
    expect(await kindOf(table('border="1"'))).toBe('grid')
    expect(await kindOf(table('border="0"', 'style="border:solid windowtext 1.0pt"'))).toBe('grid')
    expect(await kindOf(table('style="border-collapse:collapse;border:none"', 'style="padding:0"'))).toBe('columns')
  })

  test('the one table that a whole page is laid out in is taken apart', async () => {
    const source = await read('<table><tr><td><p>Tựa</p><table border=1><tr><td>a<td>b</table></td></tr></table>')
    expect(source.tables.length).toBe(1)
    expect(filledLines(source)).toEqual(['Tựa', 'a', 'b'])
  })
})

describe('bytes', () => {
  test('what the bytes are comes before what the page claims', async () => {
    expect(await linesOf('<meta charset="windows-1252"><p>điển hình</p>')).toEqual(['điển hình'])
    expect(await linesOf(Uint8Array.from([0xff, 0xfe, ...Buffer.from('<p>điển hình</p>', 'utf16le')]))).toEqual([
      'điển hình',
    ])
    const claimed =
      '<meta http-equiv=Content-Type content="text/html; charset=windows-1258"><p>\xf0i\xea\xd2n hi\xccnh</p>'
    expect(await linesOf(new Uint8Array(Buffer.from(claimed, 'latin1')))).toEqual(['điển hình'])
    const tcvn3 = '<meta charset="windows-1252"><p>héi nghÞ ®iÓn h×nh tiªn tiÕn cña x·</p>'
    expect(await linesOf(new Uint8Array(Buffer.from(tcvn3, 'latin1')))).toEqual(['hội nghị điển hình tiên tiến của xã'])
  })

  test('a single file web page is unpacked', async () => {
    const page =
      'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: image/png\r\n\r\nxx\r\n' +
      '--b\r\nContent-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<p>=C4=91i=E1=BB=83n h=\r\n=C3=ACnh</p>\r\n--b--'
    expect(await linesOf(page)).toEqual(['điển hình'])
  })
})
