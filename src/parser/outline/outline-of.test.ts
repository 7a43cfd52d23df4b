import { describe, expect, it } from 'vitest'
import type { SourceText } from '../../core/text/source.ts'
import type { Item, Outline } from '../outline.ts'
import { outlineOf } from './outline-of.ts'

const TOP =
  'KẾ HOẠCH\nNhân rộng điển hình tiên tiến\n\nThực hiện Kế hoạch số 1/KH-UBND của tỉnh, xã ban hành Kế hoạch như sau:\n\n'
const END = '\n\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nTrần Thị Hải Yến\n'

const source = (body: string, lines: SourceText['lines'] = 'wrapped'): SourceText => ({
  text: TOP + body + END,
  lines,
  tables: [],
  notes: [],
  uncertain: [],
})

/** The tree as indented lines: ordinal or mark, then the words. */
function drawn({ text }: Outline, items: readonly Item[], depth = 0): string[] {
  return items.flatMap(({ mark, ordinal, body, children }) => [
    `${'  '.repeat(depth)}${ordinal ?? mark} | ${text.slice(body.start, body.end)}`,
    ...drawn({ text } as Outline, children, depth + 1),
  ])
}

const treeOf = (body: string, lines?: SourceText['lines']): string[] => {
  const outline = outlineOf(source(body, lines))
  return drawn(outline, outline.body)
}

describe('the tree of a plan', () => {
  it('keeps numbers that skip, restart below a letter, and the Vietnamese letters', () => {
    expect(
      treeOf(`I. MỤC ĐÍCH
1. Một
2. Hai
4. Bốn
a) Điểm a:
1. Nhỏ một
2. Nhỏ hai
đ) Điểm đ
e) Điểm e
g) Điểm g
5. Năm
II. NỘI DUNG
1. Lại một`),
    ).toEqual([
      'I | MỤC ĐÍCH',
      '  1 | Một',
      '  2 | Hai',
      '  4 | Bốn',
      '    a | Điểm a:',
      '      1 | Nhỏ một',
      '      2 | Nhỏ hai',
      '    đ | Điểm đ',
      '    e | Điểm e',
      '    g | Điểm g',
      '  5 | Năm',
      'II | NỘI DUNG',
      '  1 | Lại một',
    ])
  })

  it('puts letters below a dash with a colon, and bullets below the letter', () => {
    expect(
      treeOf(`I. NỘI DUNG
3. Lĩnh vực
3.1. Nông nghiệp
- Thực hiện: Giao Hội Nông dân xã.
- Tiêu chuẩn gồm:
a) Tập thể:
- Đoàn kết.
- Sáng tạo.
b) Cá nhân: Chăm chỉ.
3.2. Y tế
+ Đối với tập thể: tận tụy.
Giao Trạm Y tế xã tham mưu.`),
    ).toEqual([
      'I | NỘI DUNG',
      '  3 | Lĩnh vực',
      '    3.1 | Nông nghiệp',
      '      dash | Thực hiện: Giao Hội Nông dân xã.',
      '      dash | Tiêu chuẩn gồm:',
      '        a | Tập thể:',
      '          dash | Đoàn kết.',
      '          dash | Sáng tạo.',
      '        b | Cá nhân: Chăm chỉ.',
      '    3.2 | Y tế',
      '      plus | Đối với tập thể: tận tụy.',
      '      plain | Giao Trạm Y tế xã tham mưu.',
    ])
  })

  it('takes neither a year nor a date nor a document number for a heading', () => {
    expect(
      treeOf(`I. NỘI DUNG
1. Thực hiện Nghị định số
98/2023/NĐ-CP và kế hoạch phát động thi đua của tỉnh từ tháng
3. Sau đó tổng kết phong trào thi đua vào dịp cuối năm
2024. Khen thưởng
30/4/2025 và
1/5 cho phù hợp.
2. Hai`),
    ).toEqual([
      'I | NỘI DUNG',
      '  1 | Thực hiện Nghị định số 98/2023/NĐ-CP và kế hoạch phát động thi đua của tỉnh từ tháng 3. Sau đó tổng kết phong trào thi đua vào dịp cuối năm 2024. Khen thưởng 30/4/2025 và 1/5 cho phù hợp.',
      '  2 | Hai',
    ])
  })

  it('puts ordinals right that recognition spoilt', () => {
    expect(
      treeOf(`L MỤC ĐÍCH, YÊU CẦU
l. Mục đích
2. Yêu cầu
H. NỘI DUNG THỰC HIỆN
I. Điều một
2. Điều hai
c) Điểm c
d) Điểm d
d) Điểm đ
HI. TỔ CHỨC THỰC HIỆN
~ Gạch đầu dòng
— Gạch khác`),
    ).toEqual([
      'I | MỤC ĐÍCH, YÊU CẦU',
      '  1 | Mục đích',
      '  2 | Yêu cầu',
      'II | NỘI DUNG THỰC HIỆN',
      '  1 | Điều một',
      '  2 | Điều hai',
      '    c | Điểm c',
      '    d | Điểm d',
      '    đ | Điểm đ',
      'III | TỔ CHỨC THỰC HIỆN',
      '  dash | Gạch đầu dòng',
      '  dash | Gạch khác',
    ])
  })

  it('reads parts, chapters and articles with the name on the next line', () => {
    expect(
      treeOf('Chương I\nQUY ĐỊNH CHUNG\nĐiều 1. Mục đích\n1. Tìm gương tốt.\nĐiều 2. Tiêu chí\na) Tận tụy.'),
    ).toEqual(['I | QUY ĐỊNH CHUNG', '  1 | Mục đích', '    1 | Tìm gương tốt.', '  2 | Tiêu chí', '    a | Tận tụy.'])
  })

  it('takes «B.1.» below «Phần B» for the heading of what is numbered under it', () => {
    const body =
      'PHẦN B. LĨNH VỰC\nB.1. Thi đua học tập\n1. Cá nhân: Giỏi.\nB.2. Thi đua lao động\n1. Hộ: Chăm.\nPHẦN C. TIẾN ĐỘ'
    expect(treeOf(body)).toEqual([
      'B | LĨNH VỰC',
      '  B.1 | Thi đua học tập',
      '    1 | Cá nhân: Giỏi.',
      '  B.2 | Thi đua lao động',
      '    1 | Hộ: Chăm.',
      'C | TIẾN ĐỘ',
    ])
  })

  it('lets the last words of the body stand on the top', () => {
    expect(treeOf('I. TỔ CHỨC\n1. Văn phòng\n- Tổng hợp.\nTrên đây là Kế hoạch của xã./.')).toEqual([
      'I | TỔ CHỨC',
      '  1 | Văn phòng',
      '    dash | Tổng hợp.',
      'plain | Trên đây là Kế hoạch của xã./.',
    ])
  })
})

describe('the repaired text', () => {
  it('joins what a page end parted and drops page numbers and running heads', () => {
    const page = (n: number, rest: string): string => `\f                    ${n}\n\n${rest}`
    const body = `I. NỘI DUNG\n\n- Tuyên truyền trong các tổ chức chính trị\n\n${page(2, '- xã hội của xã, nhất là giai đoạn 2026')}\n${page(3, '- 2030 và những năm sau.')}`
    expect(treeOf(body, 'paragraphs')).toEqual([
      'I | NỘI DUNG',
      '  dash | Tuyên truyền trong các tổ chức chính trị - xã hội của xã, nhất là giai đoạn 2026 - 2030 và những năm sau.',
    ])
  })

  it('is NFC, without invisible signs, with Vietnamese letters for their look-alikes', () => {
    const body = 'I. N\u1ED8I DUNG\n- \u00D0oàn k\u00EA\u0301t\u200B,\u00A0s\u0430ng tạo.'
    expect(treeOf(body)).toEqual(['I | NỘI DUNG', '  dash | Đoàn kết, sang tạo.'])
  })

  it('keeps the stamp of a digital signature out of every sentence', () => {
    const outline = outlineOf(
      source('I. NỘI DUNG\n- Tuyên truyền sâu rộng trong\nNgười ký: Ủy ban nhân dân xã\ncán bộ và Nhân dân.'),
    )
    expect(drawn(outline, outline.body)).toEqual([
      'I | NỘI DUNG',
      '  dash | Tuyên truyền sâu rộng trong cán bộ và Nhân dân.',
    ])
    expect(outline.text).toContain('Người ký: Ủy ban nhân dân xã\n')
  })

  it('moves the tables of the source along', () => {
    const text = `${TOP}I. LĨNH VỰC\nTT\nTên\n1\nY tế\ncơ sở\n${END}`
    const cell = (value: string, column: number) => {
      const start = text.indexOf(`\n${value}\n`) + 1
      return { start, end: start + value.length, column, columns: 1, rows: 1 }
    }
    const rows = [
      [cell('TT', 0), cell('Tên', 1)],
      [cell('1', 0), cell('Y tế\ncơ sở', 1)],
    ]
    const outline = outlineOf({ text, lines: 'paragraphs', tables: [{ kind: 'grid', rows }], notes: [], uncertain: [] })
    const cells = outline.tables[0]?.rows.map((row) => row.map(({ at }) => outline.text.slice(at.start, at.end)))
    expect(cells).toEqual([
      ['TT', 'Tên'],
      ['1', 'Y tế cơ sở'],
    ])
    expect(outline.body[0]?.children.map(({ cell: place }) => place)).toEqual([
      { table: 0, row: 0, cell: 0 },
      { table: 0, row: 0, cell: 1 },
      { table: 0, row: 1, cell: 0 },
      { table: 0, row: 1, cell: 1 },
    ])
  })
})
