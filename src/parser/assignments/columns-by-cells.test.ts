import { expect, it } from 'vitest'
import { planWithTable } from '../../../test/builders/plan-with-table.ts'
import { readMilestones } from '../milestones/read-milestones.ts'
import { outlineOf } from '../outline/outline-of.ts'
import { planWithSources } from '../plan-with-sources.ts'

const BEFORE =
  'ỦY BAN NHÂN DÂN\nXÃ LÂM THỦY\nSố: 11/KH-UBND\nLâm Thủy, ngày 02 tháng 3 năm 2026\nKẾ HOẠCH\nXây dựng điển hình tiên tiến năm 2026\nThực hiện chỉ đạo của cấp trên, Ủy ban nhân dân xã ban hành kế hoạch như sau:\nI. MỤC ĐÍCH\nLan tỏa gương tốt.\nII. LÀM VÀO LÚC NÀO'
const AFTER = 'Nơi nhận:\n- Lưu: VT.\nCHỦ TỊCH\nLê Văn A'

const steps = (rows: readonly (readonly string[])[]) =>
  planWithSources(readMilestones(outlineOf(planWithTable(BEFORE, rows, AFTER))).value).value

const ROWS = [
  ['3/2026', 'Ban hành kế hoạch', 'Văn phòng'],
  ['Từ 15/4/2026 đến 30/5/2026', 'Các thôn đăng ký điển hình', 'Phòng Nội vụ'],
  ['Quý IV/2026', 'Bình xét, tuyên dương', 'Hội đồng thi đua'],
]
const STEPS = [
  { from: '2026-03', to: '2026-03', text: 'Ban hành kế hoạch' },
  { from: '2026-04', to: '2026-05', text: 'Các thôn đăng ký điển hình' },
  { from: '2026-10', to: '2026-12', text: 'Bình xét, tuyên dương' },
]

it.each([
  ['Lúc', 'Làm gì', 'Ai làm'],
  ['Hạn', 'Việc', 'Ai'],
  ['Mốc', 'Công việc', 'Người thực hiện'],
])('knows the times and the work by what stands below «%s», «%s»', (...head) => {
  expect(steps([head, ...ROWS])).toEqual(STEPS)
})

it('needs no head where every row begins with its time', () => {
  expect(steps(ROWS)).toEqual(STEPS)
  expect(steps(ROWS.map((row) => row.slice(0, 2)))).toEqual(STEPS)
})

it('counts quarters below «Quý», with their year too', () => {
  const rows = [
    ['Quý', 'Công việc'],
    ['II', 'Đăng ký điển hình'],
    ['IV/2026', 'Tổng kết phong trào'],
  ]
  expect(steps(rows)).toEqual([
    { from: '2026-04', to: '2026-06', text: 'Đăng ký điển hình' },
    { from: '2026-10', to: '2026-12', text: 'Tổng kết phong trào' },
  ])
})

it('keeps a stage in years beside finer times of a table without units, and none where all are years', () => {
  const rows = [
    ['Thời gian', 'Công việc'],
    ['Tháng 5/2026', 'Phát động phong trào'],
    ['Quý IV/2026', 'Bình xét, tuyên dương'],
    ['Năm 2027', 'Nhân rộng mô hình'],
  ]
  expect(steps(rows).map(({ from, to }) => [from, to])).toEqual([
    ['2026-05', '2026-05'],
    ['2026-10', '2026-12'],
    ['2027-01', '2027-12'],
  ])
  const running = [
    ['Công việc', 'Thời gian'],
    ['Phát động phong trào', 'Năm 2026'],
    ['Nhân rộng mô hình', 'Năm 2026 - 2028'],
  ]
  const { value } = readMilestones(outlineOf(planWithTable(BEFORE, running, AFTER)))
  expect(value).toEqual([])
})

it('takes no table for work in which two columns may say what is to be done', () => {
  const rows = ROWS.map(([time, work]) => [time ?? '', work ?? '', 'Hoàn thành đúng tiến độ'])
  expect(steps([['Lúc', 'Cột một', 'Cột hai'], ...rows])).toEqual([])
})
