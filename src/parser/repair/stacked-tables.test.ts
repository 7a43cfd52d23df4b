import { describe, expect, it } from 'vitest'
import { withStackedTables } from './stacked-tables.ts'

const HEADS = ['STT', 'Lĩnh vực', 'Tiêu chuẩn', 'Cơ quan chủ trì', 'Số lượng']

/** The rows of the tables found, each cell as it stands in the text. */
function rowsOf(lines: readonly string[]): string[][] {
  const text = lines.join('\n')
  const { tables } = withStackedTables({ text, lines: 'wrapped', tables: [], notes: [], uncertain: [] })
  return tables.flatMap(({ rows }) => rows.map((row) => row.map(({ start, end }) => text.slice(start, end))))
}

describe('tables of which every cell stands on a line of its own', () => {
  it('are put together again by heads, numbers and what a cell begins with', () => {
    expect(
      rowsOf([
        'Phân công như sau:',
        ...HEADS,
        '1',
        'Làm muối sạch',
        'Hộ gia đình có ruộng muối lót bạt,',
        'giúp hộ khác cùng làm',
        'Phòng Kinh tế',
        '03 hộ gia đình',
        '',
        '2',
        'Giữ rừng ngập mặn',
        'Tổ bảo vệ rừng không để mất rừng',
        'Hạt Kiểm lâm',
        'rừng phòng hộ Bình Hòa',
        '02 tập thể',
        'III. TỔ CHỨC THỰC HIỆN',
        '1. Phòng Kinh tế: tổng hợp.',
      ]),
    ).toEqual([
      HEADS,
      [
        '1',
        'Làm muối sạch',
        'Hộ gia đình có ruộng muối lót bạt,\ngiúp hộ khác cùng làm',
        'Phòng Kinh tế',
        '03 hộ gia đình',
      ],
      [
        '2',
        'Giữ rừng ngập mặn',
        'Tổ bảo vệ rừng không để mất rừng',
        'Hạt Kiểm lâm\nrừng phòng hộ Bình Hòa',
        '02 tập thể',
      ],
    ])
  })

  it('may leave cells empty, name groups between their rows and stand in front of a paragraph', () => {
    expect(
      rowsOf([
        ...HEADS,
        'A',
        'Khối trường học',
        '1',
        'Thầy cô tận tụy',
        'Nhà giáo bám bản, bám lớp từ 05 năm',
        'Phòng Văn hóa - Xã hội',
        '02 cá nhân',
        'B. Khối thôn',
        '2',
        'Đường thôn sáng',
        'Trưởng thôn',
        '3',
        'Nhà sạch',
        'Gia đình có vườn, chuồng trại hợp vệ sinh',
        'Hội Phụ nữ xã',
        '05 gia đình',
        'Ngoài các lĩnh vực trên, các thôn có thể giới thiệu thêm.',
      ]),
    ).toEqual([
      HEADS,
      ['A\nKhối trường học'],
      ['1', 'Thầy cô tận tụy', 'Nhà giáo bám bản, bám lớp từ 05 năm', 'Phòng Văn hóa - Xã hội', '02 cá nhân'],
      ['B. Khối thôn'],
      ['2', 'Đường thôn sáng', '', 'Trưởng thôn', ''],
      ['3', 'Nhà sạch', 'Gia đình có vườn, chuồng trại hợp vệ sinh', 'Hội Phụ nữ xã', '05 gia đình'],
    ])
  })

  it('a head that is divided spans the heads below it, and a number of exemplars is no number of a row', () => {
    const lines = ['TT', 'Nội dung', 'Tiêu chuẩn', 'Tập thể', 'Cá nhân', 'Số', 'lượng', 'Đơn vị', 'chủ trì']
    const rows = [
      '1',
      'Hòa giải',
      'Tổ hòa giải thành trên 90% số vụ việc',
      'Người kiên trì, được tin cậy',
      '2',
      'Tư pháp xã',
    ]
    const more = [
      '2',
      'Khuyến học',
      'Dòng họ có quỹ khuyến học',
      'Người đỡ đầu học trò nghèo',
      '4',
      'Hội Khuyến học xã',
    ]
    const text = [...lines, ...rows, ...more].join('\n')
    const { tables } = withStackedTables({ text, lines: 'wrapped', tables: [], notes: [], uncertain: [] })
    expect(
      tables[0]?.rows.slice(0, 2).map((row) => row.map(({ column, columns, rows }) => [column, columns, rows])),
    ).toEqual([
      [
        [0, 1, 2],
        [1, 1, 2],
        [2, 2, 1],
        [4, 1, 2],
        [5, 1, 2],
      ],
      [
        [2, 1, 1],
        [3, 1, 1],
      ],
    ])
    expect(rowsOf([...lines, ...rows, ...more]).slice(2)).toEqual([rows, more])
  })

  it('have several numbers and several units in a cell, and no number at the end of a sentence', () => {
    const heads = ['TT', 'Lĩnh vực', 'Tiêu chuẩn', 'Số lượng', 'Chủ trì', 'Phối hợp']
    const rows = [
      [
        '1',
        'Làm muối sạch',
        'Hộ gia đình có ruộng muối lót bạt, giúp hộ khác cùng làm',
        '02 tập thể\n03 cá nhân',
        'Phòng Kinh tế',
        'Hội Nông dân\nHội Phụ nữ',
      ],
      [
        '2',
        'Giữ rừng ngập mặn',
        'Tổ bảo vệ rừng không để mất rừng trong cả năm',
        '01 tập thể',
        'Hạt Kiểm lâm',
        'Đoàn Thanh niên',
      ],
    ]
    expect(rowsOf([...heads, ...rows.flat().flatMap((cell) => cell.split('\n'))])).toEqual([heads, ...rows])
  })

  it('name their rows below any head that stands behind the number', () => {
    const rows = [
      ['1', 'Làm muối sạch', 'Hộ gia đình có ruộng muối lót bạt, giúp hộ khác', 'Phòng Kinh tế', '03 hộ gia đình'],
      ['2', 'Giữ rừng ngập mặn', 'Tổ bảo vệ rừng không để mất rừng', 'Hạt Kiểm lâm', '02 tập thể'],
    ]
    const heads = ['TT', 'Mảng công tác', 'Yêu cầu cần đạt', 'Đầu mối', 'Số lượng']
    expect(rowsOf([...heads, ...rows.flat()])).toEqual([heads, ...rows])
    expect(rowsOf(['TT', 'Mảng công tác', 'Yêu cầu', ...rows.flatMap((row) => row.slice(0, 3))])).toEqual([])
  })

  it('need heads that are known and two rows', () => {
    expect(rowsOf(['STT', 'Họ tên', 'Quê quán', '1', 'Lê Văn A', 'Bình Hòa', '2', 'Lê Văn B', 'Bình An'])).toEqual([])
    expect(rowsOf([...HEADS, '1', 'Làm muối sạch', 'Hộ gia đình', 'Phòng Kinh tế', '03 hộ'])).toEqual([])
    expect(rowsOf(['STT', 'Lĩnh vực', 'Tiêu chuẩn', 'Các đơn vị thực hiện tốt những việc sau.'])).toEqual([])
  })
})
