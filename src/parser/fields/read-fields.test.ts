import { describe, expect, it } from 'vitest'
import type { Field } from '../contract.ts'
import { outlineOf } from '../outline/outline-of.ts'
import { planWithSources } from '../plan-with-sources.ts'
import { readFields } from './read-fields.ts'

const HEAD = `ỦY BAN NHÂN DÂN XÃ BÌNH HÒA
Số: 12/KH-UBND
Bình Hòa, ngày 05 tháng 01 năm 2026
KẾ HOẠCH
Phát hiện, bồi dưỡng và nhân rộng điển hình tiên tiến năm 2026
Ủy ban nhân dân xã Bình Hòa ban hành Kế hoạch như sau:
I. MỤC ĐÍCH, YÊU CẦU
1. Mục đích
- Phong trào thi đua phải gắn với việc làm cụ thể của tập thể, cá nhân.
`
const TAIL = `
III. TỔ CHỨC THỰC HIỆN
1. Phòng Văn hóa - Xã hội
- Hằng tháng giới thiệu 01 tập thể hoặc 01 cá nhân tiêu biểu./.
`

function read(body: string): Field[] {
  const text = `${HEAD}${body.trim()}${TAIL}`
  const outline = outlineOf({ text, lines: 'paragraphs', tables: [], notes: [], uncertain: [] })
  return planWithSources<Field[]>(readFields(outline).fields).value
}

const field = (title: string, more: Partial<Field> = {}): Field => ({
  ordinal: null,
  title,
  lead: [],
  coordinating: [],
  relation: null,
  criteria: [],
  targets: [],
  period: null,
  ...more,
})

describe('which parts of a plan are fields', () => {
  it('gives none for a plan that seeks exemplars in no field', () => {
    expect(
      read(`
II. NỘI DUNG
1. Nội dung tuyên truyền
- Phong trào thi đua “Dân vận khéo”.
- Lĩnh vực truyền thanh: phát thanh hằng tuần.
2. Tiêu chuẩn khen thưởng
a) Đối với tập thể: hoàn thành nhiệm vụ.
b) Đối với cá nhân: có sáng kiến.
3. Số lượng khen thưởng: không quá 05 tập thể, 10 cá nhân.`),
    ).toEqual([])
  })

  it('reads numbered headings with labelled criteria, units, time and numbers', () => {
    expect(
      read(`
II. LỰA CHỌN ĐIỂN HÌNH TRÊN CÁC LĨNH VỰC
1. Điển hình trong phong trào “Dân vận khéo”
- Thực hiện: Đề nghị Ban Xây dựng Đảng chủ trì, phối hợp với các chi bộ lựa chọn.
- Thời gian thực hiện: Quý II năm 2026.
- Tiêu chuẩn gồm:
a) Tập thể:
- Có mô hình cụ thể.
- Được Nhân dân đồng tình.
b) Cá nhân, hộ gia đình: Tích cực vận động.
- Chỉ tiêu: mỗi thôn ít nhất 01 tập thể và 02 cá nhân.
2. Điển hình về phát triển kinh tế
Tập thể là hợp tác xã làm ăn có lãi. Cá nhân là người biết giúp đỡ hộ nghèo.
Giao Phòng Kinh tế tham mưu.
Ngoài các lĩnh vực nêu trên, các thôn tự lựa chọn điển hình khác.`),
    ).toEqual([
      field('Điển hình trong phong trào “Dân vận khéo”', {
        ordinal: '1',
        lead: ['Ban Xây dựng Đảng'],
        coordinating: ['các chi bộ'],
        relation: 'requested',
        criteria: [
          { subject: 'collective', text: 'Có mô hình cụ thể.\nĐược Nhân dân đồng tình.' },
          { subject: 'individual', text: 'Tích cực vận động.' },
          { subject: 'household', text: 'Tích cực vận động.' },
        ],
        targets: [
          { min: 1, subject: 'collective', per: 'thôn', period: null },
          { min: 2, subject: 'individual', per: 'thôn', period: null },
        ],
        period: { from: '2026-04', to: '2026-06' },
      }),
      field('Điển hình về phát triển kinh tế', {
        ordinal: '2',
        lead: ['Phòng Kinh tế'],
        relation: 'ordered',
        criteria: [
          { subject: 'collective', text: 'Tập thể là hợp tác xã làm ăn có lãi.' },
          { subject: 'individual', text: 'Cá nhân là người biết giúp đỡ hộ nghèo.' },
        ],
      }),
    ])
  })

  it('takes sector bullets without their «Trong» and leaves out what stands for other fields', () => {
    expect(
      read(`
II. NỘI DUNG
1. Tiêu chuẩn điển hình tiên tiến theo từng lĩnh vực:
+ Trong lĩnh vực y tế: Quan tâm phát hiện những điển hình tận tụy với người bệnh.
+ Trong lĩnh vực giáo dục: Giáo viên có sáng kiến; lớp có nền nếp tốt.
+ Các lĩnh vực khác: do các ngành tự lựa chọn.`),
    ).toEqual([
      field('lĩnh vực y tế', {
        criteria: [{ subject: 'any', text: 'Quan tâm phát hiện những điển hình tận tụy với người bệnh.' }],
      }),
      field('lĩnh vực giáo dục', {
        criteria: [
          { subject: 'individual', text: 'Giáo viên có sáng kiến; lớp có nền nếp tốt.' },
          { subject: 'collective', text: 'Giáo viên có sáng kiến; lớp có nền nếp tốt.' },
        ],
      }),
    ])
  })

  it('counts only leaves, and a leaf without a name takes the heading of its parent', () => {
    const fields = read(`
II. LỰA CHỌN ĐIỂN HÌNH TRÊN CÁC LĨNH VỰC
1. Điển hình trong xây dựng tổ chức đảng, đoàn thể
1.1. Chi bộ hoàn thành xuất sắc nhiệm vụ được giao, đổi mới nội dung sinh hoạt; đảng viên gương mẫu trong mọi việc.
Giao Ban Xây dựng Đảng tham mưu.
1.2. Các tổ chức chính trị - xã hội có nhiều sáng tạo trong tuyên truyền, vận động đoàn viên, hội viên ở cơ sở.
Đề nghị Mặt trận Tổ quốc xã làm đầu mối.
2. Điển hình trong phong trào văn hóa
2.1. Phong trào “Gia đình hạnh phúc”: Hộ gia đình hòa thuận.
2.2. Cuộc vận động “Ngõ sạch”: Thôn không có rác.`)
    expect(fields.map(({ ordinal, title }) => [ordinal, title])).toEqual([
      ['1.1', 'Điển hình trong xây dựng tổ chức đảng, đoàn thể'],
      ['1.2', 'Điển hình trong xây dựng tổ chức đảng, đoàn thể'],
      ['2.1', 'Phong trào “Gia đình hạnh phúc”'],
      ['2.2', 'Cuộc vận động “Ngõ sạch”'],
    ])
    expect(fields[0]?.criteria.map(({ subject }) => subject)).toEqual(['collective', 'individual'])
  })

  it('recognises fields under any heading by criteria and a unit under each', () => {
    const fields = read(`
II. NỘI DUNG
1. Giữ nghề dệt
- Nghệ nhân: Truyền nghề cho lớp trẻ.
- Phụ trách: Phòng Văn hóa - Xã hội.
2. Bảo vệ rừng đầu nguồn
- Cộng đồng: Không để xảy ra cháy rừng.
- Phụ trách: Hạt Kiểm lâm; phối hợp: các thôn.`)
    expect(fields.map(({ title, lead, coordinating }) => [title, lead, coordinating])).toEqual([
      ['Giữ nghề dệt', ['Phòng Văn hóa - Xã hội'], []],
      ['Bảo vệ rừng đầu nguồn', ['Hạt Kiểm lâm'], ['các thôn']],
    ])
  })

  it('reads the new wording that an amending plan puts into quotes, with its inner number', () => {
    expect(
      read(`
II. NỘI DUNG SỬA ĐỔI
1. Sửa đổi điểm 3.1 mục III như sau:
“3.1. Điển hình trong sản xuất giỏi
Là nông dân có vùng trồng được cấp mã số.
Đề nghị Hội Nông dân xã chủ trì.”
2. Bãi bỏ khoản 7 mục III.`),
    ).toEqual([
      field('Điển hình trong sản xuất giỏi', {
        ordinal: '3.1',
        lead: ['Hội Nông dân xã'],
        relation: 'requested',
        criteria: [{ subject: 'individual', text: 'Là nông dân có vùng trồng được cấp mã số.' }],
      }),
    ])
  })

  it('takes lettered groups under criteria of emulation as fields', () => {
    const fields = read(`
II. TIÊU CHÍ THI ĐUA
a) Đối với các sở, ban, ngành
- Hoàn thành 100% nhiệm vụ.
b) Đối với các xã, phường
- Không có khiếu nại kéo dài.`)
    expect(fields.map(({ ordinal, title, criteria }) => [ordinal, title, criteria])).toEqual([
      ['a', 'Đối với các sở, ban, ngành', [{ subject: 'collective', text: 'Hoàn thành 100% nhiệm vụ.' }]],
      ['b', 'Đối với các xã, phường', [{ subject: 'collective', text: 'Không có khiếu nại kéo dài.' }]],
    ])
  })

  it('asks about a number of nobody knows whom and a heading that nothing announces', () => {
    const text = `${HEAD}
II. NỘI DUNG
1. Điển hình trong sản xuất
- Cá nhân: làm ăn giỏi.
- Chỉ tiêu: 05 giải.
III. CÔNG VIỆC KHÁC
1. Lĩnh vực y tế
- Cá nhân: đến khám đúng hẹn.${TAIL}`
    const outline = outlineOf({ text, lines: 'paragraphs', tables: [], notes: [], uncertain: [] })
    const asked = readFields(outline).questions.map(({ path, passage, candidates }) => [
      path,
      outline.text.slice(passage.start, passage.end),
      candidates,
    ])
    expect(asked).toEqual([
      ['/fields/0/targets', '05 giải.', []],
      ['/fields', 'Lĩnh vực y tế', ['Lĩnh vực y tế']],
    ])
  })
})

it('asks about no heading that stands over units and what they do', () => {
  const text = `KẾ HOẠCH
Nhân rộng điển hình tiên tiến năm 2026
Bệnh viện Bình Hòa ban hành kế hoạch như sau:
A. CHỌN Ở ĐÂU
1. Phong trào “Nụ cười sản phụ”
Cá nhân tận tụy, ân cần. Giao Khoa Sản lựa chọn 02 cá nhân.
B. AI LÀM VIỆC GÌ
1. Phòng Tổ chức - Hành chính
- Cá nhân được chọn được gửi hồ sơ; phối hợp với Công đoàn lựa chọn 01 cá nhân đề nghị tuyên dương.
2. Phòng Công tác xã hội
- Viết bài về tập thể, cá nhân điển hình.
3. Khoa Dược
- Đăng ký danh sách.`
  const outline = outlineOf({ text, lines: 'paragraphs', tables: [], notes: [], uncertain: [] })
  const { fields, questions } = readFields(outline)
  expect(planWithSources<Field[]>(fields).value.map(({ title }) => title)).toEqual(['Phong trào “Nụ cười sản phụ”'])
  expect(questions).toEqual([])
})

describe('numbers of the whole plan', () => {
  it('stand in the aims or under a heading of their own, not in the section on who does what', () => {
    const text = `${HEAD}
- Phấn đấu mỗi thôn có ít nhất 02 gương người tốt, việc tốt.
II. CHỈ TIÊU
- Toàn xã có 10 tập thể, 20 cá nhân.${TAIL}`
    const outline = outlineOf({ text, lines: 'paragraphs', tables: [], notes: [], uncertain: [] })
    expect(planWithSources(readFields(outline).targets).value).toEqual([
      { min: 2, subject: 'any', per: 'thôn', period: null },
      { min: 10, subject: 'collective', per: null, period: null },
      { min: 20, subject: 'individual', per: null, period: null },
    ])
  })
})
