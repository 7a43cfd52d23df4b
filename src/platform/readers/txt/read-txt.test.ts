import { describe, expect, test } from 'vitest'
import { cellTexts, filledLines } from '../../../../test/source-text-problems.ts'
import { defaultLimits } from '../limits.ts'
import { readTxt } from './read-txt.ts'

const SENTENCE = 'Ủy ban nhân dân xã Đồng Mây ban hành kế hoạch: 02 điển hình/năm.'

async function textOf(bytes: Uint8Array): Promise<string> {
  return (await readTxt(bytes, defaultLimits)).text.trim()
}

describe('encodings', () => {
  const utf8 = new TextEncoder().encode(SENTENCE)
  const utf16 = Buffer.from(SENTENCE, 'utf16le')

  test.each([
    ['UTF-8', utf8],
    ['UTF-8 with a mark', Uint8Array.from([0xef, 0xbb, 0xbf, ...utf8])],
    ['UTF-8 in single marks (NFD)', new TextEncoder().encode(SENTENCE.normalize('NFD'))],
    ['UTF-16 LE with a mark', Uint8Array.from([0xff, 0xfe, ...utf16])],
    ['UTF-16 LE without', new Uint8Array(utf16)],
    ['UTF-16 BE with a mark', Uint8Array.from([0xfe, 0xff, ...Buffer.from(utf16).swap16()])],
    ['UTF-16 BE without', new Uint8Array(Buffer.from(utf16).swap16())],
  ])('%s is read', async (_, bytes) => {
    expect(await textOf(bytes)).toBe(SENTENCE)
  })

  test('TCVN3 and VNI are read as bytes and as UTF-8 of what they look like', async () => {
    const tcvn3 = 'Uû ban nh©n d©n x· tæ chøc héi nghÞ ®iÓn h×nh tiªn tiÕn'
    const vni = 'Uyû ban nhaân daân xaõ toå chöùc hoäi nghò ñieån hình tieân tieán'
    expect(await textOf(new Uint8Array(Buffer.from(tcvn3, 'latin1')))).toContain(
      'nhân dân xã tổ chức hội nghị điển hình tiên tiến',
    )
    expect(await textOf(new TextEncoder().encode(tcvn3))).toContain('nhân dân xã tổ chức hội nghị điển hình tiên tiến')
    expect(await textOf(new Uint8Array(Buffer.from(vni, 'latin1')))).toContain(
      'nhân dân xã tổ chức hội nghị điển hình tiên tiến',
    )
    expect(await textOf(new TextEncoder().encode(vni))).toContain('nhân dân xã tổ chức hội nghị điển hình tiên tiến')
  })

  test('a file cut in the middle of a letter is still UTF-8', async () => {
    const cut = new TextEncoder().encode('Kế hoạch của xã Đồng Mây ở ệ')
    expect(await textOf(cut.subarray(0, -1))).toBe('Kế hoạch của xã Đồng Mây ở')
  })

  test('what is no text is of the wrong kind, what is nothing is empty', async () => {
    await expect(readTxt(Uint8Array.from([0, 1, 2, 3, 0, 0, 9]), defaultLimits)).rejects.toMatchObject({
      code: 'wrong-kind',
    })
    await expect(readTxt(new Uint8Array(), defaultLimits)).rejects.toMatchObject({ code: 'empty' })
    await expect(readTxt(new TextEncoder().encode(' \n\t\n'), defaultLimits)).rejects.toMatchObject({ code: 'no-text' })
  })
})

describe('marks of the web', () => {
  test('bars on lines of their own are tables: two blocks side by side, or rows of a real one', async () => {
    const text =
      '|\n**ỦY BAN NHÂN DÂN**\nXÃ ĐỒNG MÂY\n|\n**CỘNG HÒA**\n|\n|\nSố: 05/KH-UBND\n|\n*Đồng Mây, ngày 05*\n|\n\n\n**KẾ HOẠCH**\n\n' +
      '|\nTT\n|\nViệc\n|\nĐơn vị\n|\n|\n1\n|\nTập huấn\n|\nPhòng Văn hóa\n|\n|\n2\n|\nTổng kết\n|\nVăn phòng\n|\n\nHết\n'
    const source = await readTxt(new TextEncoder().encode(text), defaultLimits)
    expect(source.tables.map(({ kind }) => kind)).toEqual(['columns', 'grid'])
    expect(cellTexts(source, 0)).toEqual([
      ['ỦY BAN NHÂN DÂN\nXÃ ĐỒNG MÂY', 'CỘNG HÒA'],
      ['Số: 05/KH-UBND', 'Đồng Mây, ngày 05'],
    ])
    expect(cellTexts(source, 1)).toEqual([
      ['TT', 'Việc', 'Đơn vị'],
      ['1', 'Tập huấn', 'Phòng Văn hóa'],
      ['2', 'Tổng kết', 'Văn phòng'],
    ])
    expect(filledLines(source).at(-1)).toBe('Hết')
  })

  test('without empty lines the text between two tables of bars stays text', async () => {
    const body = Array.from({ length: 50 }, (_, i) => `${i + 1}. Việc của xã.`).join('\n')
    const text = `|\nUBND XÃ\n|\nCỘNG HÒA\n|\n${body}\n|\nNơi nhận\n|\nCHỦ TỊCH\n|\n`
    const source = await readTxt(new TextEncoder().encode(text), defaultLimits)
    expect(source.tables.length).toBe(2)
    expect(cellTexts(source, 0)).toEqual([['UBND XÃ', 'CỘNG HÒA']])
    expect(cellTexts(source, 1)).toEqual([['Nơi nhận', 'CHỦ TỊCH']])
  })

  test('a table with bars in the line is a table, its rule is none of its rows', async () => {
    const source = await readTxt(
      new TextEncoder().encode(
        '| TT | Việc | Nơi |\n|---|:--:|---|\n| 1 | Họp | Xã |\n\n   2\n\n| 2 | Tổng kết | Xã |\nHết',
      ),
      defaultLimits,
    )
    expect(cellTexts(source, 0)).toEqual([
      ['TT', 'Việc', 'Nơi'],
      ['1', 'Họp', 'Xã'],
      ['2', 'Tổng kết', 'Xã'],
    ])
  })

  test('rows of three cells or more need no bars outside; two cells on a line may be prose', async () => {
    const rows = ['TT | Việc | Nơi', '--- | --- | ---', '1 | Họp | Xã', '2 | Tổng kết | ', 'Hết']
    const prose = ['Hội thi | Hội thao', 'Sở A | Sở B', 'Xã C | Xã D']
    const source = await readTxt(new TextEncoder().encode([...prose, ...rows].join('\n')), defaultLimits)
    expect(source.tables.length).toBe(1)
    expect(cellTexts(source, 0)).toEqual([
      ['TT', 'Việc', 'Nơi'],
      ['1', 'Họp', 'Xã'],
      ['2', 'Tổng kết', ''],
    ])
    expect(filledLines(source)[0]).toBe('Hội thi | Hội thao')
  })

  const tabbed = async (...lines: readonly string[]) =>
    readTxt(new TextEncoder().encode(lines.join('\n')), defaultLimits)

  test('rows with tabs between their cells are a table, with empty lines, groups, missing cells and page numbers', async () => {
    const source = await tabbed(
      'UBND XÃ ĐỒNG MÂY\tCỘNG HÒA',
      'Số: 5/KH-UBND\tĐồng Mây, ngày 05',
      '',
      'TT\tViệc\tĐơn vị\tHạn',
      'Việc của năm',
      'A\tViệc của xã',
      '1\tTập huấn\tPhòng Văn hóa\tTháng 3',
      '',
      '2\tSơ kết\t\tTháng 6',
      '- 2 -',
      '\fTT\tViệc\tĐơn vị\tHạn',
      '3\tTổng kết\tVăn phòng',
      '',
      'Nơi nhận:\tCHỦ TỊCH',
    )
    expect(source.tables.map(({ kind }) => kind)).toEqual(['grid'])
    expect(cellTexts(source, 0)).toEqual([
      ['TT', 'Việc', 'Đơn vị', 'Hạn'],
      ['Việc của năm', '', '', ''],
      ['A', 'Việc của xã', '', ''],
      ['1', 'Tập huấn', 'Phòng Văn hóa', 'Tháng 3'],
      ['2', 'Sơ kết', '', 'Tháng 6'],
      ['3', 'Tổng kết', 'Văn phòng', ''],
    ])
    expect(filledLines(source).at(-1)).toBe('Nơi nhận:\tCHỦ TỊCH')
  })

  test('a table that is drawn with lines has its rows between the rules, or where the first cell is filled', async () => {
    const drawn = await tabbed(
      '┌────┬──────────┬─────────┐',
      '│ TT │ Việc     │ Hạn     │',
      '├────┼──────────┼─────────┤',
      '│ 1  │ Họp, ghi │ Tháng 3 │',
      '│    │ biên bản │         │',
      '├────┼──────────┼─────────┤',
      '│ 2  │ Tổng kết │         │',
      '└────┴──────────┴─────────┘',
    )
    const plain = await tabbed(
      '+----+----------+---------+',
      '| TT | Việc     | Hạn     |',
      '+----+----------+---------+',
      '| 1  | Họp, ghi | Tháng 3 |',
      '|    | biên bản |         |',
      '| 2  | Tổng kết |         |',
      '+----+----------+---------+',
    )
    const rows = [
      ['TT', 'Việc', 'Hạn'],
      ['1', 'Họp, ghi biên bản', 'Tháng 3'],
      ['2', 'Tổng kết', ''],
    ]
    expect([cellTexts(drawn, 0), cellTexts(plain, 0)]).toEqual([rows, rows])
  })

  test('cells that begin below their heads are a table, also where they go on in the next line', async () => {
    const source = await tabbed(
      'TT   Việc             Đơn vị           Hạn',
      '1    Tập huấn cho     Phòng Văn hóa    Tháng 3',
      '     các thôn',
      '',
      '2    Tổng kết         Văn phòng        Tháng 6',
      'Hết',
    )
    expect(cellTexts(source, 0)).toEqual([
      ['TT', 'Việc', 'Đơn vị', 'Hạn'],
      ['1', 'Tập huấn cho\ncác thôn', 'Phòng Văn hóa', 'Tháng 3'],
      ['2', 'Tổng kết', 'Văn phòng', 'Tháng 6'],
    ])
    expect(filledLines(source).at(-1)).toBe('Hết')
  })

  test('a cell of several lines between tabs stays one cell', async () => {
    const source = await tabbed(
      'TT\tViệc\tĐơn vị',
      '1\tTập huấn',
      'Phát tài liệu\tPhòng Văn hóa',
      'và Văn phòng',
      '2\tTổng kết\tVăn phòng',
      'Hết',
    )
    expect(cellTexts(source, 0)).toEqual([
      ['TT', 'Việc', 'Đơn vị'],
      ['1', 'Tập huấn\nPhát tài liệu', 'Phòng Văn hóa\nvà Văn phòng'],
      ['2', 'Tổng kết', 'Văn phòng'],
    ])
    expect(filledLines(source).at(-1)).toBe('Hết')
  })

  test.each([
    ['two columns are blocks side by side', ['Nơi nhận:\tTM. UBND', '- VT.\tCHỦ TỊCH', '\tLê Văn A']],
    ['words set apart by tabs on one line are no table', ['Họ tên\tChức vụ\tKý', 'Hết']],
    ['blocks set side by side by blanks are no table', ['Nơi nhận:      TM. UBND', '- VT;          CHỦ TỊCH', '- VP.']],
    ['a title set in by tabs is no table', ['\t\t\tKẾ HOẠCH', '\t\t\tNăm 2026', '\t\t\t-----']],
  ])('%s', async (_, lines) => {
    expect((await tabbed(...lines)).tables).toEqual([])
  })

  test('a star that is no mark stays', async () => {
    const text = '* Ghi chú: 2 * 3 = 6\n(*) Có phụ lục kèm theo\n5 ** 2'
    expect(filledLines(await readTxt(new TextEncoder().encode(text), defaultLimits))).toEqual(text.split('\n'))
  })

  test('a form feed stands between pages', async () => {
    const source = await readTxt(new TextEncoder().encode('Trang một\n\fTrang hai'), defaultLimits)
    expect(source.text).toBe('Trang một\n\fTrang hai\n')
    expect(source.lines).toBe('wrapped')
  })
})
