import { describe, expect, it } from 'vitest'
import { outlineOf } from '../outline/outline-of.ts'
import { planWithSources } from '../plan-with-sources.ts'
import { readDuties } from './read-duties.ts'

const HEADER =
  'ỦY BAN NHÂN DÂN\nXÃ LÂM THỦY\nSố: 11/KH-UBND\nLâm Thủy, ngày 02 tháng 3 năm 2026\nKẾ HOẠCH\nXây dựng điển hình tiên tiến năm 2026\nThực hiện chỉ đạo của cấp trên, Ủy ban nhân dân xã ban hành kế hoạch như sau:\n'

/** Cadence, deadline, by whom and to whom. */
function owed(...body: readonly string[]) {
  const text = `${HEADER}${body.join('\n')}\nNơi nhận:\n- Lưu: VT.\nCHỦ TỊCH\nLê Văn A`
  const read = readDuties(outlineOf({ text, lines: 'paragraphs', tables: [], notes: [], uncertain: [] }))
  return planWithSources(read.value).value.map((duty) => [duty.cadence, duty.deadline, duty.by, duty.to])
}

const owedBy = (unit: string, task: string) =>
  owed('I. TỔ CHỨC THỰC HIỆN', `1. ${unit}`, `- ${task}`, '2. Công an xã', '- Giữ gìn trật tự.')

describe('several due times in one sentence', () => {
  it('share the one addressee that the sentence names last', () => {
    const task =
      'Báo cáo quý gửi trước ngày 25 của tháng cuối quý; báo cáo 6 tháng gửi trước ngày 15/6; báo cáo năm gửi trước ngày 10/12 về Ban Tổ chức.'
    expect(owedBy('Các chi bộ', task)).toEqual([
      ['quarterly', 'trước ngày 25 của tháng cuối quý', 'Các chi bộ', 'Ban Tổ chức'],
      ['halfYearly', 'trước ngày 15/6', 'Các chi bộ', 'Ban Tổ chức'],
      ['yearly', 'trước ngày 10/12', 'Các chi bộ', 'Ban Tổ chức'],
    ])
  })

  it('are the ends of a quarter, of the year and of the school year', () => {
    expect(owedBy('Các chi bộ', 'Báo cáo Ban Tổ chức vào cuối quý, cuối năm.')).toEqual([
      ['quarterly', 'vào cuối quý', 'Các chi bộ', 'Ban Tổ chức'],
      ['yearly', 'cuối năm', 'Các chi bộ', 'Ban Tổ chức'],
    ])
    expect(owedBy('Các chi bộ', 'Báo cáo Ban Tổ chức vào cuối học kỳ I và kết thúc năm học.')).toEqual([
      ['halfYearly', 'vào cuối học kỳ I', 'Các chi bộ', 'Ban Tổ chức'],
      ['yearly', 'kết thúc năm học', 'Các chi bộ', 'Ban Tổ chức'],
    ])
  })

  it('keep the addressee that each clause names', () => {
    const task = 'Nộp danh sách cho thư ký Hội đồng trước ngày 10/10/2026; hằng tháng báo cáo với Ban Giám hiệu.'
    expect(owedBy('Tổ trưởng chuyên môn', task)).toEqual([
      ['once', 'trước ngày 10/10/2026', 'Tổ trưởng chuyên môn', 'thư ký Hội đồng'],
      ['monthly', null, 'Tổ trưởng chuyên môn', 'Ban Giám hiệu'],
    ])
  })

  it('go on without the word «báo cáo» where only times follow', () => {
    const line =
      'Báo cáo định kỳ: hằng tháng trước ngày 20; hằng quý trước ngày 20 tháng cuối quý; tổng kết năm trước ngày 25/11.'
    expect(owed('I. CHẾ ĐỘ BÁO CÁO', `1. ${line}`, '2. Báo cáo đột xuất theo yêu cầu.')).toEqual([
      ['monthly', 'trước ngày 20', null, null],
      ['quarterly', 'trước ngày 20 tháng cuối quý', null, null],
      ['yearly', 'trước ngày 25/11', null, null],
    ])
  })

  it('belong to the unit with which each clause begins', () => {
    const line =
      'Trước ngày 20 hằng tháng, các chi đoàn báo cáo số gương mới về Đoàn xã; trước ngày 25 hằng tháng, Đoàn xã tổng hợp báo cáo Tỉnh đoàn.'
    expect(owed('I. CHẾ ĐỘ BÁO CÁO', line)).toEqual([
      ['monthly', 'Trước ngày 20', 'các chi đoàn', 'Đoàn xã'],
      ['monthly', 'trước ngày 25', 'Đoàn xã', 'Tỉnh đoàn'],
    ])
  })

  it('take the cadence in brackets behind them', () => {
    const task =
      'Gửi Đảng ủy trước ngày 30/6 (đối với báo cáo sơ kết 6 tháng) và trước ngày 30/11 (đối với báo cáo năm).'
    expect(owedBy('Các chi bộ', task)).toEqual([
      ['halfYearly', 'trước ngày 30/6', 'Các chi bộ', 'Đảng ủy'],
      ['yearly', 'trước ngày 30/11', 'Các chi bộ', 'Đảng ủy'],
    ])
  })
})

describe('what is told to somebody', () => {
  it.each([
    ['Báo gương mới cho Thường trực Hội vào ngày 22 hằng tháng.', ['monthly', 'vào ngày 22', 'Thường trực Hội']],
    [
      'Trình Ban Thường vụ danh sách trước ngày 25 của tháng cuối quý.',
      ['quarterly', 'trước ngày 25 của tháng cuối quý', 'Ban Thường vụ'],
    ],
    ['Tuần cuối hằng tháng, nộp phiếu cho Phòng Điều dưỡng.', ['monthly', 'Tuần cuối', 'Phòng Điều dưỡng']],
    ['Hằng tháng (ngày 25) thông tin kết quả về Ban Chỉ đạo xã.', ['monthly', 'ngày 25', 'Ban Chỉ đạo xã']],
    [
      'Chậm nhất ngày làm việc thứ ba của tháng sau gửi bảng điểm về Tổ giúp việc.',
      ['monthly', 'Chậm nhất ngày làm việc thứ ba của tháng sau', 'Tổ giúp việc'],
    ],
    [
      'Trong vòng 05 ngày sau khi kết thúc mỗi quý báo cáo Sở Nội vụ số lượng điển hình.',
      ['quarterly', 'Trong vòng 05 ngày sau khi kết thúc mỗi quý', 'Sở Nội vụ'],
    ],
    ['Gửi hồ sơ về Phòng Nội vụ vào cuối tháng 11 hằng năm.', ['yearly', 'vào cuối tháng 11', 'Phòng Nội vụ']],
  ])('is owed: «%s»', (task, [cadence, deadline, to]) => {
    expect(owedBy('Các thôn', task)).toEqual([[cadence, deadline, 'Các thôn', to]])
  })
})
