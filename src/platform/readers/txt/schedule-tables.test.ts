import { expect, it } from 'vitest'
import { scheduleTable } from './schedule-tables.ts'

const rowsOf = (...lines: readonly string[]) =>
  scheduleTable(lines, 0)?.rows.map((row) => row.map((cell) => cell.join(' ')))

it.each(['\t', ' | ', '      '])('two columns parted by «%s», one of them times, are a table', (gap) => {
  const rows = [
    ['Thời gian', 'Nội dung công việc'],
    ['Tháng 3/2026', 'Ban hành kế hoạch'],
    ['Từ 15/4 đến 30/5', 'Các thôn đăng ký'],
    ['Quý IV', 'Tổng kết'],
  ]
  expect(rowsOf(...rows.map((row) => row.join(gap)), 'IV. PHÂN CÔNG')).toEqual(rows)
  const turned = rows.map(([time, work]) => [work, time])
  expect(rowsOf(...turned.map((row) => row.join(gap)))).toEqual(turned)
})

it('needs three rows without a head, and goes on over empty lines and lines that begin small', () => {
  expect(rowsOf('3/2026\tBan hành kế hoạch', '5/2026\tĐăng ký')).toBeUndefined()
  expect(rowsOf('3/2026\tBan hành', 'kế hoạch', '', '5/2026\tĐăng ký', '   4', '11/2026\tTổng kết', 'Hết')).toEqual([
    ['3/2026', 'Ban hành kế hoạch'],
    ['5/2026', 'Đăng ký'],
    ['11/2026', 'Tổng kết'],
  ])
})

it('takes no header, no closing and no numbered list for a schedule', () => {
  expect(rowsOf('UBND XÃ BÌNH HÒA\tCỘNG HÒA', 'Số: 5/KH-UBND\tBình Hòa, ngày 05 tháng 3 năm 2026')).toBeUndefined()
  expect(rowsOf('Nơi nhận:\tCHỦ TỊCH', '- Lưu: VT.\tLê Văn A')).toBeUndefined()
  expect(rowsOf('1.\tPhòng Nội vụ', '2.\tCông an xã', '3.\tCác thôn')).toBeUndefined()
})
