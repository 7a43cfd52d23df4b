import { describe, expect, it } from 'vitest'
import type { SourceCell, SourceTable, SourceText } from '../../core/text/source.ts'
import type { Field } from '../contract.ts'
import { outlineOf } from '../outline/outline-of.ts'
import { planWithSources } from '../plan-with-sources.ts'
import { readFields } from './read-fields.ts'

/** A cell as written in a test: its text, or its text with the columns and rows that it spans. */
type Cell = string | readonly [text: string, columns: number, rows?: number]

const BEFORE = `ỦY BAN NHÂN DÂN XÃ BÌNH HÒA
Số: 12/KH-UBND
Bình Hòa, ngày 05 tháng 01 năm 2026
KẾ HOẠCH
Nhân rộng điển hình tiên tiến năm 2026
Ủy ban nhân dân xã Bình Hòa ban hành Kế hoạch như sau:
I. CÁC LĨNH VỰC XÂY DỰNG ĐIỂN HÌNH
Các đơn vị lựa chọn điển hình theo bảng sau:
`
const AFTER = 'II. TỔ CHỨC THỰC HIỆN\n1. Phòng Nội vụ\n- Theo dõi, đôn đốc.\n'

function withTables(...tables: readonly (readonly (readonly Cell[])[])[]): SourceText {
  let text = BEFORE
  const found = tables.map((rows): SourceTable => {
    const taken = rows.map(() => new Set<number>())
    return {
      kind: 'grid',
      rows: rows.map((row, r) =>
        row.map((cell): SourceCell => {
          const [words, columns, span = 1] = typeof cell === 'string' ? [cell, 1] : cell
          let column = 0
          while (taken[r]?.has(column)) column++
          for (let below = r; below < r + span; below++)
            for (let c = column; c < column + columns; c++) taken[below]?.add(c)
          const start = text.length
          text += `${words}\n`
          return { start, end: start + words.length, column, columns, rows: span }
        }),
      ),
    }
  })
  text += AFTER
  return { text, lines: 'paragraphs', tables: found, notes: [], uncertain: [] }
}

const read = (source: SourceText) => planWithSources<Field[]>(readFields(outlineOf(source)).fields).value

describe('fields in the rows of a table', () => {
  it('reads rows with a number; rows that head a group are none; empty cells are empty lists', () => {
    const fields = read(
      withTables([
        ['STT', 'Lĩnh vực', 'Chủ trì', 'Phối hợp', 'Tiêu chuẩn', 'Chỉ tiêu', 'Thời gian'],
        ['I', 'Nhóm kinh tế', '', '', '', '', ''],
        [
          '1',
          'Nông nghiệp sạch',
          'Hội Nông dân',
          'Phòng Kinh tế; các thôn',
          'Hộ gia đình không đốt rơm rạ.',
          '05 hộ gia đình',
          'Quý II/2026',
        ],
        [
          '2',
          'Thu ngân sách',
          'Phòng Kinh tế\nCông an xã',
          '',
          '- Tập thể: thu đúng, thu đủ.\n- Cá nhân: tận tụy.',
          'Mỗi thôn 01 tập thể, 02 cá nhân',
          '',
        ],
      ]),
    )
    expect(fields).toEqual([
      {
        ordinal: '1',
        title: 'Nông nghiệp sạch',
        lead: ['Hội Nông dân'],
        coordinating: ['Phòng Kinh tế', 'các thôn'],
        relation: null,
        criteria: [{ subject: 'household', text: 'Hộ gia đình không đốt rơm rạ.' }],
        targets: [{ min: 5, subject: 'household', per: null, period: null }],
        period: { from: '2026-04', to: '2026-06' },
      },
      {
        ordinal: '2',
        title: 'Thu ngân sách',
        lead: ['Phòng Kinh tế', 'Công an xã'],
        coordinating: [],
        relation: null,
        criteria: [
          { subject: 'collective', text: 'thu đúng, thu đủ.' },
          { subject: 'individual', text: 'tận tụy.' },
        ],
        targets: [
          { min: 1, subject: 'collective', per: 'thôn', period: null },
          { min: 2, subject: 'individual', per: 'thôn', period: null },
        ],
        period: null,
      },
    ])
  })

  it('takes columns headed by nothing but kinds for their criteria', () => {
    const fields = read(
      withTables([
        ['Lĩnh vực', 'Tập thể', 'Cá nhân'],
        ['Làm đường', 'Thôn về đích sớm', 'Hiến đất, góp công'],
        ['Canh đêm', 'Tổ tự quản hoạt động đều', 'Dũng cảm báo tin'],
      ]),
    )
    expect(fields.map(({ criteria }) => criteria.map(({ subject, text }) => `${subject}: ${text}`))).toEqual([
      ['collective: Thôn về đích sớm', 'individual: Hiến đất, góp công'],
      ['collective: Tổ tự quản hoạt động đều', 'individual: Dũng cảm báo tin'],
    ])
  })

  it('understands heads in two rows and cells that several rows share', () => {
    const fields = read(
      withTables([
        [
          ['TT', 1, 2],
          ['Tên phong trào', 1, 2],
          ['Đơn vị thực hiện', 2],
          ['Tiêu chuẩn', 2],
          ['Số lượng', 2],
        ],
        ['Chủ trì', 'Phối hợp', 'Tập thể', 'Cá nhân', 'Tập thể', 'Cá nhân'],
        [
          '1',
          'Dạy tốt - Học tốt',
          ['Phòng Văn hóa - Xã hội', 1, 2],
          'Công đoàn',
          'Không có học sinh bỏ học',
          'Có sáng kiến',
          '02',
          '05',
        ],
        ['2', 'Gia đình hạnh phúc', '', 'Giữ nếp nhà', '', '', '03'],
      ]),
    )
    expect(fields.map(({ title, lead, coordinating }) => [title, lead, coordinating])).toEqual([
      ['Dạy tốt - Học tốt', ['Phòng Văn hóa - Xã hội'], ['Công đoàn']],
      ['Gia đình hạnh phúc', ['Phòng Văn hóa - Xã hội'], []],
    ])
    expect(fields.map(({ criteria }) => criteria)).toEqual([
      [
        { subject: 'collective', text: 'Không có học sinh bỏ học' },
        { subject: 'individual', text: 'Có sáng kiến' },
      ],
      [{ subject: 'collective', text: 'Giữ nếp nhà' }],
    ])
    expect(fields.map(({ targets }) => targets)).toEqual([
      [
        { min: 2, subject: 'collective', per: null, period: null },
        { min: 5, subject: 'individual', per: null, period: null },
      ],
      [{ min: 3, subject: 'individual', per: null, period: null }],
    ])
  })

  it('reads a table without numbers, units told in sentences, and its rest on the next page', () => {
    const fields = read(
      withTables(
        [
          ['Phong trào, cuộc vận động', 'Đơn vị chủ trì, phối hợp', 'Tiêu chí'],
          [
            'Phong trào “Dân vận khéo”',
            'Chủ trì: Khối vận xã; phối hợp: Mặt trận Tổ quốc xã',
            'Mô hình có địa chỉ rõ ràng.',
          ],
        ],
        [['Cuộc vận động “Ngõ sạch”', 'Giao Hội Phụ nữ xã chủ trì', 'Thôn không có rác tồn.']],
      ),
    )
    expect(
      fields.map(({ ordinal, title, lead, coordinating, relation }) => [ordinal, title, lead, coordinating, relation]),
    ).toEqual([
      [null, 'Phong trào “Dân vận khéo”', ['Khối vận xã'], ['Mặt trận Tổ quốc xã'], null],
      [null, 'Cuộc vận động “Ngõ sạch”', ['Hội Phụ nữ xã'], [], 'ordered'],
    ])
  })

  it('takes no schedule and no list of duties for fields', () => {
    expect(
      read(
        withTables(
          [
            ['Thời gian', 'Nội dung', 'Đơn vị thực hiện'],
            ['Quý I/2026', 'Kiểm tra tại 20 xã', 'Sở Nội vụ'],
          ],
          [
            ['STT', 'Nhiệm vụ', 'Đơn vị chủ trì', 'Thời gian hoàn thành'],
            ['1', 'Tập huấn phần mềm', 'Phòng Nội vụ', 'Tháng 3/2026'],
          ],
        ),
      ),
    ).toEqual([])
  })

  const ROWS = [
    ['1', 'Đỡ đẻ an toàn', 'Cá nhân tận tụy với sản phụ.', '02 cá nhân', 'Khoa Sản'],
    ['2', 'Bữa cơm nghĩa tình', 'Tập thể nấu cháo cho bệnh nhi nghèo.', '01 tập thể', 'Công đoàn Bệnh viện'],
  ]
  it.each(['Mảng công tác', 'Danh hiệu', 'Chủ đề', 'Gương', 'Loại hình', 'Công việc'])(
    'takes the rows for fields by what stands beside their names, under «%s» too',
    (head) => {
      const fields = read(withTables([['TT', head, 'Yêu cầu cần đạt', 'Số lượng', 'Đầu mối'], ...ROWS]))
      expect(fields.map(({ ordinal, title, lead, targets }) => [ordinal, title, lead, targets[0]?.min])).toEqual([
        ['1', 'Đỡ đẻ an toàn', ['Khoa Sản'], 2],
        ['2', 'Bữa cơm nghĩa tình', ['Công đoàn Bệnh viện'], 1],
      ])
    },
  )

  it('takes neither a list of work nor numbers owed by units nor people already chosen for fields', () => {
    const work = [
      ['Công việc', 'Yêu cầu', 'Người thực hiện', 'Thời hạn'],
      ['Họp xét', 'Cá nhân được xét đủ hồ sơ.', 'Phòng Nội vụ', '20/5/2026'],
      ['Lấy ý kiến', 'Tập thể được xét công khai thành tích.', 'Văn phòng', '30/5/2026'],
    ]
    const quotas = [
      ['TT', 'Khối', 'Số lượng', 'Đầu mối'],
      ['1', 'Khối Mầm non', '02 tập thể', 'Phòng Nội vụ'],
      ['2', 'Trường Tiểu học Hòa Bình', '01 cá nhân', 'Phòng Nội vụ'],
    ]
    const people = [
      ['TT', 'Họ và tên', 'Tiêu chuẩn đạt được', 'Đơn vị'],
      ['1', 'Trần Văn Mẫu', 'Cá nhân có sáng kiến cấp xã.', 'Thôn Một'],
      ['2', 'Lê Thị Thí Dụ', 'Cá nhân vượt khó vươn lên.', 'Thôn Hai'],
    ]
    expect([work, quotas, people].map((table) => read(withTables(table)))).toEqual([[], [], []])
  })

  it('knows the columns by their cells where their heads say nothing, and leaves notes alone', () => {
    const head = ['TT', 'Phong trào', 'Thế nào là tốt', 'Bao nhiêu', 'Ai lo', 'Cùng làm', 'Lúc', 'Ghi chú']
    const rows = ROWS.map((row) => [...row, 'Đoàn Thanh niên', 'Tháng 5/2026', 'Các khoa lưu ý'])
    expect(read(withTables([head, ...rows]))[0]).toMatchObject({
      title: 'Đỡ đẻ an toàn',
      lead: ['Khoa Sản'],
      coordinating: ['Đoàn Thanh niên'],
      criteria: [{ subject: 'individual', text: 'Cá nhân tận tụy với sản phụ.' }],
      targets: [{ min: 2, subject: 'individual' }],
      period: { from: '2026-05', to: '2026-05' },
    })
  })
})
