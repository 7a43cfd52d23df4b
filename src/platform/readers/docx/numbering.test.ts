import { describe, expect, test } from 'vitest'
import { aDocxOfParts } from '../../../../test/builders/docx-file.ts'
import { filledLines } from '../../../../test/source-text-problems.ts'
import { defaultLimits } from '../limits.ts'
import { formatNumber } from '../number-formats.ts'
import { readDocx } from './read-docx.ts'

const level = (index: number, format: string, text: string, more = '') =>
  `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/>${more}</w:lvl>`
const abstract = (id: number, ...levels: string[]) =>
  `<w:abstractNum w:abstractNumId="${id}">${levels.join('')}</w:abstractNum>`
const num = (id: number, of: number, more = '') =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${of}"/>${more}</w:num>`
const item = (text: string, list: number, at = 0, style = '') =>
  `<w:p><w:pPr>${style}<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${list}"/></w:numPr></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`
const styled = (text: string, style: string, more = '') =>
  `<w:p><w:pPr><w:pStyle w:val="${style}"/>${more}</w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`

async function linesOf(body: string, numbering: string, styles = ''): Promise<string[]> {
  return filledLines(await readDocx(aDocxOfParts({ body, numbering, styles }), defaultLimits))
}

describe('numbers before paragraphs', () => {
  test('a level begins again below every higher one, unless it says never or names another level', async () => {
    const numbering =
      abstract(
        0,
        level(0, 'upperRoman', '%1.'),
        level(1, 'decimal', '%2.'),
        level(2, 'lowerLetter', '%3)', '<w:lvlRestart w:val="0"/>'),
        level(3, 'decimal', '%4/', '<w:lvlRestart w:val="1"/>'),
      ) + num(1, 0)
    const body = [0, 1, 2, 3, 1, 2, 3, 0, 1, 2, 3].map((at, index) => item(`m${index}`, 1, at)).join('')
    expect(await linesOf(body, numbering)).toEqual([
      'I. m0',
      '1. m1',
      'a) m2',
      '1/ m3',
      '2. m4',
      'b) m5',
      '2/ m6',
      'II. m7',
      '1. m8',
      'c) m9',
      '1/ m10',
    ])
  })

  test('a label may show the numbers above, in digits throughout when the level is legal', async () => {
    const numbering =
      abstract(
        0,
        level(0, 'upperRoman', '%1.'),
        level(1, 'decimal', '%1.%2'),
        level(2, 'decimal', '%1.%2.%3', '<w:isLgl/>'),
      ) + num(1, 0)
    expect(await linesOf([0, 0, 1, 2].map((at) => item('x', 1, at)).join(''), numbering)).toEqual([
      'I. x',
      'II. x',
      'II.1 x',
      '2.1.1 x',
    ])
  })

  test('a level that was skipped counts as used', async () => {
    const numbering =
      abstract(0, level(0, 'upperRoman', '%1.'), level(1, 'decimal', '%1.%2.'), level(2, 'decimal', '%1.%2.%3.')) +
      num(1, 0)
    expect(await linesOf([2, 2, 1, 0].map((at) => item('x', 1, at)).join(''), numbering)).toEqual([
      'I.1.1. x',
      'I.1.2. x',
      'I.2. x',
      'II. x',
    ])
  })

  test('lists of one definition count on together; a list that overrides its start begins there once', async () => {
    const numbering =
      abstract(0, level(0, 'decimal', '%1.')) +
      num(1, 0) +
      num(2, 0) +
      num(3, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride>') +
      num(4, 0, `<w:lvlOverride w:ilvl="0">${level(0, 'decimal', 'Điều %1.')}</w:lvlOverride>`)
    const body = [1, 2, 3, 3, 1, 4].map((list) => item('x', list)).join('')
    expect(await linesOf(body, numbering)).toEqual(['1. x', '2. x', '7. x', '8. x', '9. x', 'Điều 10. x'])
  })

  test('a style brings its list and its level, `w:numId` 0 takes it away, a style may name a list of another', async () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="part"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>' +
      '<w:style w:type="paragraph" w:styleId="point"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>' +
      '<w:style w:type="paragraph" w:styleId="heir"><w:basedOn w:val="part"/></w:style>' +
      '<w:style w:type="numbering" w:styleId="shared"><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>'
    const numbering =
      abstract(
        0,
        level(0, 'upperRoman', '%1.', '<w:pStyle w:val="part"/>'),
        level(1, 'decimal', '%2.', '<w:pStyle w:val="point"/>'),
      ) +
      abstract(1, level(0, 'decimal', '(%1)')) +
      '<w:abstractNum w:abstractNumId="2"><w:numStyleLink w:val="shared"/></w:abstractNum>' +
      num(1, 0) +
      num(2, 1) +
      num(3, 2)
    const none = '<w:numPr><w:numId w:val="0"/></w:numPr>'
    const body =
      styled('a', 'part') + styled('b', 'point') + styled('c', 'part', none) + styled('d', 'heir') + item('e', 3)
    expect(await linesOf(body, numbering, styles)).toEqual(['I. a', '1. b', 'c', 'II. d', '(1) e'])
  })

  test('bullets of symbol fonts are the signs they print; the gap behind a label is as defined', async () => {
    const symbol = (font: string) => `<w:rPr><w:rFonts w:ascii="${font}" w:hAnsi="${font}"/></w:rPr>`
    const numbering =
      abstract(0, level(0, 'bullet', '\uf0b7', symbol('Symbol'))) +
      abstract(1, level(0, 'bullet', '\uf0fc', symbol('Wingdings'))) +
      abstract(2, level(0, 'decimal', '%1/', '<w:suff w:val="nothing"/>')) +
      abstract(3, level(0, 'none', '')) +
      [1, 2, 3, 4].map((id) => num(id, id - 1)).join('')
    const body = [1, 2, 3, 4].map((list) => item('x', list)).join('')
    expect(await linesOf(body, numbering)).toEqual(['• x', '✓ x', '1/x', 'x'])
  })

  test('numbers beyond all reason cost nothing', async () => {
    const start = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="2000000000"/></w:lvlOverride>'
    const numbering =
      abstract(0, level(0, 'upperRoman', '%1.')) +
      abstract(1, level(0, 'lowerLetter', '%1)')) +
      num(1, 0, start) +
      num(2, 1, start)
    expect(await linesOf(item('x', 1) + item('y', 2), numbering)).toEqual(['2000000000. x', '2000000000) y'])
  })
})

describe('formats', () => {
  test('each writes numbers as the word processor prints them', () => {
    expect([1, 4, 9, 14, 40, 1999].map((value) => formatNumber(value, 'upperRoman'))).toEqual([
      'I',
      'IV',
      'IX',
      'XIV',
      'XL',
      'MCMXCIX',
    ])
    expect([1, 26, 27, 53].map((value) => formatNumber(value, 'lowerLetter'))).toEqual(['a', 'z', 'aa', 'aaa'])
    expect([5, 12].map((value) => formatNumber(value, 'decimalZero'))).toEqual(['05', '12'])
    expect([4, 15, 21, 99].map((value) => formatNumber(value, 'vietnameseCounting'))).toEqual([
      'bốn',
      'mười lăm',
      'hai mươi mốt',
      'chín mươi chín',
    ])
    expect([0, -3].map((value) => formatNumber(value, 'upperRoman'))).toEqual(['0', '-3'])
  })
})
