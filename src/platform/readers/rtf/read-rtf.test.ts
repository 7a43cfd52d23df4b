import { describe, expect, test } from 'vitest'
import { cellTexts, filledLines, sourceTextProblems } from '../../../../test/source-text-problems.ts'
import { defaultLimits } from '../limits.ts'
import { readRtf } from './read-rtf.ts'

async function read(body: string, head = '\\ansi\\ansicpg1252') {
  const source = await readRtf(new Uint8Array(Buffer.from(`{\\rtf1${head}\n${body}}`, 'latin1')), defaultLimits)
  expect(sourceTextProblems(source)).toEqual([])
  return source
}
const linesOf = async (body: string, head?: string) => filledLines(await read(body, head))

describe('letters', () => {
  test('Unicode with stand-ins of any number, negative numbers, pairs of surrogates', async () => {
    expect(await linesOf('K\\u7871?\\uc2  ho\\u7841??ch \\uc0\\u-255 \\u8211 \\par')).toEqual(['Kế hoạch \uff01–'])
    expect(await linesOf("\\uc1 a\\u7871\\'3fb{\\uc0 \\u273}c\\u273?d\\par")).toEqual(['aếbđcđd'])
  })

  test('bytes by the code page of the font, by that of the file, by the legacy font', async () => {
    const fonts =
      '\\ansi\\ansicpg1252{\\fonttbl{\\f0\\fcharset163 Times;}{\\f1 .VnTime;}{\\f2\\fcharset0 .VnTimeH;}{\\f3 VNI-Times;}}'
    expect(
      await linesOf("\\f0 \\'f0i\\'ea\\'d2n\\par\\f1 C\\'e9ng\\par\\f2 c\\'e9ng\\par\\f3 Co\\'e4ng\\par", fonts),
    ).toEqual(['điển', 'Cộng', 'CỘNG', 'Cộng'])
  })

  test('signs have words of their own, hidden and deleted text is none, capitals are real', async () => {
    expect(
      await linesOf(
        '\\ldblquote a\\rdblquote\\endash\\bullet\\~b\\_c\\-d{\\v ẩn}{\\deleted bỏ}{\\caps x\\caps0 y}\\par',
      ),
    ).toEqual(['“a”–• b-cdXy'])
  })
})

describe('what is left out', () => {
  test('tables of fonts and styles, pictures, data, fields’ codes and unknown destinations', async () => {
    const body =
      '{\\stylesheet{\\s1 Tên kiểu;}}{\\info{\\title Tên tệp}}{\\pict\\pngblip 89504e47}{\\*\\unknown bỏ {sâu}}' +
      '{\\field{\\*\\fldinst PAGE}{\\fldrslt 7}} \\bin5 {{}}}chữ\\par'
    expect(await linesOf(body.replace('chữ', 'chu'))).toEqual(['7 chu'])
  })

  test('a text given twice is read once, inside skipped groups not at all', async () => {
    expect(
      await linesOf('{\\upr{A}{\\*\\ud{\\u272?}}}\\par{\\info{\\upr{\\title x}{\\*\\ud{\\title y}}}}z\\par'),
    ).toEqual(['Đ', 'z'])
  })

  test('what stands behind the last brace is no text', async () => {
    expect(await linesOf('a\\par}b\\par')).toEqual(['a'])
  })
})

describe('structure', () => {
  test('tables: columns come from the edges of all rows, merged cells belong to those before or above', async () => {
    const edge = (right: number, more = '') => `${more}\\clbrdrt\\brdrs\\clbrdrl\\brdrs\\cellx${right}`
    const body =
      `\\trowd${edge(1000, '\\clvmgf')}${edge(3000)}\\pard\\intbl TT\\cell Ch\\'ed\\cell\\row` +
      `\\trowd${edge(1000, '\\clvmrg')}${edge(2000)}${edge(3010)}\\pard\\intbl\\cell a\\par b\\cell c\\cell\\row\\pard h\\'ea\\'t\\par`
    const source = await read(body.replace("h\\'ea\\'t", 'het'))
    expect(cellTexts(source, 0)).toEqual([
      ['TT', 'Chí'],
      ['a\nb', 'c'],
    ])
    expect(
      source.tables[0]?.rows.map((row) => row.map(({ column, columns, rows }) => [column, columns, rows])),
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
    expect(source.tables[0]?.kind).toBe('grid')
    expect(filledLines(source).at(-1)).toBe('het')
  })

  test('footnotes and headers are notes, text boxes stand behind their paragraph', async () => {
    const source = await read(
      '{\\header dau trang\\par}mot{\\footnote chu thich}{\\shp{\\*\\shpinst{\\sp{\\sn a}{\\sv 1}}{\\shptxt hop\\par}}{\\shprslt hop}} hai\\par ba\\par',
    )
    expect(source.text.split('\n').filter(Boolean)).toEqual(['mot hai', 'hop', 'ba', 'dau trang', 'chu thich'])
    expect(source.notes.map(({ start, end }) => source.text.slice(start, end))).toEqual(['dau trang', 'chu thich'])
  })

  test('no rich text is of the wrong kind, rich text without words has none', async () => {
    await expect(readRtf(new TextEncoder().encode('chỉ là chữ'), defaultLimits)).rejects.toMatchObject({
      code: 'wrong-kind',
    })
    await expect(read('\\par')).rejects.toMatchObject({ code: 'no-text' })
  })
})
