import { describe, expect, it } from 'vitest'
import { outlineOf } from '../outline/outline-of.ts'
import { planWithSources } from '../plan-with-sources.ts'
import { readMilestones } from './read-milestones.ts'

const headOf = (title: string) =>
  `ỦY BAN NHÂN DÂN\nXÃ LÂM THỦY\nSố: 11/KH-UBND\nLâm Thủy, ngày 02 tháng 3 năm 2026\nKẾ HOẠCH\nXây dựng điển hình tiên tiến ${title}\n\n`
const OPENING = 'Thực hiện chỉ đạo của cấp trên, Ủy ban nhân dân xã ban hành kế hoạch như sau:'

/** The steps of a section, each as «from to text». */
function stepsOf(heading: string, lines: readonly string[], title = 'năm 2026'): string[] {
  const body = [OPENING, 'I. MỤC ĐÍCH', 'Động viên nhân dân.', heading, ...lines, 'IX. KINH PHÍ', 'Tự lo.']
  const text = `${headOf(title)}${body.join('\n\n')}\n\nNơi nhận:\n- Lưu: VT.\n\nCHỦ TỊCH\n\nLê Văn A`
  const read = readMilestones(outlineOf({ text, lines: 'paragraphs', tables: [], notes: [], uncertain: [] }))
  return planWithSources(read.value).value.map(({ from, to, text: said }) => `${from} ${to} ${said}`)
}

describe('steps told in prose', () => {
  it('begin at each time, and words without a time go on with the step in front', () => {
    const line =
      'Tháng 01 và tháng 02, xã ban hành kế hoạch. Sang tháng 3, các thôn họp dân; tháng 6 sơ kết. Trao giấy khen tại chỗ. Dịp 20/10, tặng quà. Đến tháng 11 xong hồ sơ, tháng 12 tổng kết.'
    expect(stepsOf('II. TIẾN ĐỘ', [line])).toEqual([
      '2026-01 2026-02 xã ban hành kế hoạch.',
      '2026-03 2026-03 các thôn họp dân',
      '2026-06 2026-06 sơ kết. Trao giấy khen tại chỗ.',
      '2026-10 2026-10 tặng quà.',
      '2026-11 2026-11 xong hồ sơ',
      '2026-12 2026-12 tổng kết.',
    ])
  })

  it('are a conference and what closes the plan, each in its year, also in the content', () => {
    const line = '3. Năm 2028, mở Hội nghị gặp mặt điển hình; năm 2030, tổ chức tổng kết, khen thưởng.'
    expect(stepsOf('II. CÁCH LÀM', [line], 'giai đoạn 2026 - 2030')).toEqual([
      '2028-01 2028-12 mở Hội nghị gặp mặt điển hình',
      '2030-01 2030-12 tổ chức tổng kết, khen thưởng.',
    ])
  })

  it('take the year that the line names first', () => {
    const line = 'Năm 2027: đợt 1 từ ngày 20/3 đến ngày 30/6, bỏ phiếu; dịp 27/7, tặng quà. Năm 2028 tổng kết.'
    expect(stepsOf('II. LỘ TRÌNH', [line], 'giai đoạn 2026 - 2030')).toEqual([
      '2027-03 2027-06 bỏ phiếu',
      '2027-07 2027-07 tặng quà.',
      '2028-01 2028-12 tổng kết.',
    ])
  })

  it('stand behind words that count them, with conferences among them', () => {
    const line =
      'Cuộc vận động chia thành 2 bước: Bước 1, từ tháng 02 đến tháng 4/2026, đăng ký; Bước 2, tháng 11 và tháng 12/2026, đánh giá. Hội nghị biểu dương tổ chức vào dịp kỷ niệm 78 năm Ngày thi đua ái quốc (11/6/2026).'
    expect(stepsOf('II. LỘ TRÌNH', [line])).toEqual([
      '2026-02 2026-04 đăng ký',
      '2026-11 2026-12 đánh giá.',
      '2026-06 2026-06 Hội nghị biểu dương tổ chức vào dịp kỷ niệm 78 năm Ngày thi đua ái quốc (11/6/2026).',
    ])
  })

  it('leave out what comes every year', () => {
    const line = 'Tháng 12 hằng năm, cấp ủy kiểm điểm. Quý II/2028 sơ kết, quý II/2030 tổng kết.'
    expect(stepsOf('II. SƠ KẾT, TỔNG KẾT', [line], 'giai đoạn 2026 - 2030')).toEqual([
      '2028-04 2028-06 sơ kết',
      '2030-04 2030-06 tổng kết.',
    ])
  })

  it('may end in their times', () => {
    const line =
      'Thời gian: đăng ký trong tháng 4; bình xét từ ngày 01 đến ngày 20 tháng 10; tổng kết trước ngày 15/12/2026.'
    expect(stepsOf('II. THỜI GIAN', [line])).toEqual([
      '2026-04 2026-04 đăng ký',
      '2026-10 2026-10 bình xét',
      '2026-12 2026-12 tổng kết',
    ])
  })
})

describe('a section of time', () => {
  it('is known by its sentences or lines, whatever the heading says', () => {
    const prose = 'Tuần 1 tháng 3: ra quân. Tuần 3 và tuần 4 tháng 3: hội thi. Ngày 20/10: tôn vinh.'
    expect(stepsOf('II. CÁCH LÀM', [prose])).toEqual([
      '2026-03 2026-03 ra quân.',
      '2026-03 2026-03 hội thi.',
      '2026-10 2026-10 tôn vinh.',
    ])
    const lines = ['Đợt 1 (05/3 - 19/5): thi đua.', 'Đợt 2 (20/5 - 02/9): học tập.', 'Đợt 3 (03/9 - 20/12): bình chọn.']
    expect(stepsOf('II. CÁC ĐỢT THI ĐUA', lines)).toEqual([
      '2026-03 2026-05 thi đua.',
      '2026-05 2026-09 học tập.',
      '2026-09 2026-12 bình chọn.',
    ])
  })

  it('holds dated lines that the print does not join with the heading', () => {
    expect(stepsOf('II. MỐC THỜI GIAN', ['15/3/2026: Hạn đăng ký.', '30/6/2026: Xong vòng cơ sở.'])).toEqual([
      '2026-03 2026-03 Hạn đăng ký.',
      '2026-06 2026-06 Xong vòng cơ sở.',
    ])
  })

  it('gives what is done in a stage without the name of the stage', () => {
    const lines = ['1. Giai đoạn chuẩn bị (từ 15/3/2026 đến 28/4/2026)', '- Xây dựng kế hoạch.', '- Quán triệt.']
    expect(stepsOf('II. THỜI GIAN', [...lines, '2. Giai đoạn 2 (tháng 5/2026)', '- Nhân rộng.'])).toEqual([
      '2026-03 2026-04 Xây dựng kế hoạch.\nQuán triệt.',
      '2026-05 2026-05 Nhân rộng.',
    ])
  })

  it.each([
    ['Bước 3 (dịp kỷ niệm 80 năm Ngày truyền thống ngành 10/9/2026): gặp mặt.', '2026-09 2026-09 gặp mặt.'],
    ['Trước Tết Dương lịch 2027 (31/12/2026): công bố.', '2026-12 2026-12 công bố.'],
    ['Vào dịp Ngày Gia đình Việt Nam (28/6): tặng quà.', '2026-06 2026-06 tặng quà.'],
    ['Tổ chức phát động: dịp 26/3/2026.', '2026-03 2026-03 Tổ chức phát động'],
  ])('reads «%s»', (line, step) => {
    expect(stepsOf('II. TIẾN ĐỘ', [`- ${line}`])).toEqual([step])
  })
})

describe('other prints of steps', () => {
  it('let the words behind a time stand on the next line', () => {
    const lines = [
      'Tháng 4/2026',
      'Phát động, đăng ký.',
      'Tháng 9/2026',
      'Bình xét ở cơ sở.',
      'Quý IV/2026',
      'Tổng kết.',
    ]
    expect(stepsOf('II. CÁC MỐC CHÍNH', lines)).toEqual([
      '2026-04 2026-04 Phát động, đăng ký.',
      '2026-09 2026-09 Bình xét ở cơ sở.',
      '2026-10 2026-12 Tổng kết.',
    ])
  })

  it('name the time in a line of its own below a stage', () => {
    const first = ['1. Giai đoạn phát hiện', '- Thời gian: từ tháng 3 đến tháng 5/2026.', '- Nội dung: họp dân.']
    expect(
      stepsOf('II. CÁC GIAI ĐOẠN', [...first, '2. Giai đoạn tôn vinh', '- Thời gian: tháng 11/2026.', '- Tổ chức lễ.']),
    ).toEqual(['2026-03 2026-05 họp dân.', '2026-11 2026-11 Tổ chức lễ.'])
  })

  it('count the years of a stage in words', () => {
    const lines = ['1. Năm thứ hai và thứ ba (2027 - 2028): nhân rộng.', '2. Hai năm cuối (2029 - 2030): đánh giá.']
    expect(stepsOf('II. LỘ TRÌNH', lines, 'giai đoạn 2026 - 2030')).toEqual([
      '2027-01 2028-12 nhân rộng.',
      '2029-01 2030-12 đánh giá.',
    ])
  })

  it('hold one conference of each year', () => {
    const line = 'Hội nghị biểu dương được tổ chức vào năm 2028 (sơ kết) và năm 2030 (tổng kết).'
    expect(stepsOf('II. KHEN THƯỞNG', [line])).toEqual([`2028-01 2028-12 ${line}`, `2030-01 2030-12 ${line}`])
    expect(
      stepsOf('II. KHEN THƯỞNG', ['Tổ chức Hội nghị sơ kết năm 2028; tổ chức Hội nghị tổng kết dịp 19/5 năm 2030.']),
    ).toEqual([
      '2028-01 2028-12 Tổ chức Hội nghị sơ kết năm 2028',
      '2030-01 2030-12 tổ chức Hội nghị tổng kết dịp 19/5 năm 2030.',
    ])
  })

  it('give the name of a step where only an addition stands behind its time', () => {
    expect(stepsOf('II. TIẾN ĐỘ', ['1. Tổng kết năm: trong tháng 12/2026, gắn với tổng kết công tác.'])).toEqual([
      '2026-12 2026-12 Tổng kết năm',
    ])
  })
})

describe('a gathering over its time and place', () => {
  it('is a step on that day', () => {
    const lines = ['1. Thời gian: dự kiến ngày 28/11/2026.', '2. Địa điểm: Hội trường xã.']
    expect(stepsOf('II. TỔ CHỨC HỘI NGHỊ BIỂU DƯƠNG', lines)).toEqual(['2026-11 2026-11 TỔ CHỨC HỘI NGHỊ BIỂU DƯƠNG'])
  })
})
