import { describe, expect, it } from 'vitest'
import { parsePlan } from './parse-plan.ts'

const HEAD =
  'CÔNG ĐOÀN KHU CÔNG NGHIỆP LÂM THỦY\nSố: 11 KH/CĐKCN-TG\nLâm Thủy, ngày 02 tháng 3 năm 2026\nKẾ HOẠCH\nXây dựng điển hình tiên tiến năm 2026\n\nCăn cứ tình hình thực tế, Công đoàn Khu công nghiệp Lâm Thủy xây dựng kế hoạch như sau:\n\n'
const FOOT = '\n\nNơi nhận:\n- Lưu: VT.\n\nTM. BAN THƯỜNG VỤ\nCHỦ TỊCH\n\nLê Văn Đông'

function read(...body: readonly string[]) {
  const text = `${HEAD}${['I. MỤC ĐÍCH', 'Động viên.', ...body].join('\n\n')}${FOOT}`
  return parsePlan({ text, lines: 'paragraphs', tables: [], notes: [], uncertain: [] }).plan
}

const fieldsOf = (...body: readonly string[]) =>
  read(...body).fields.map(({ ordinal, title, lead, coordinating, criteria, targets }) => ({
    ordinal,
    title,
    units: [lead.join(' + '), coordinating.join(' + ')],
    subjects: criteria.map(({ subject }) => subject),
    targets: targets.map(({ min, subject, per }) => [min, subject, per]),
  }))

describe('groups of people as fields', () => {
  it('letters with criteria, a unit and a number of their own are fields; the heading says whom they are about', () => {
    expect(
      fieldsOf(
        'II. TIÊU CHUẨN CỤ THỂ TỪNG NHÓM',
        'a) Nhóm công nhân trực tiếp sản xuất',
        '- Có tay nghề bậc cao, kèm được thợ mới;',
        '- Ban Thi đua phụ trách, giới thiệu 04 cá nhân.',
        'b) Nhóm nữ công nhân',
        '- Nuôi con nhỏ mà vẫn vượt định mức;',
        '- Ban Nữ công phụ trách, giới thiệu 03 cá nhân.',
      ),
    ).toEqual([
      {
        ordinal: 'a',
        title: 'Nhóm công nhân trực tiếp sản xuất',
        units: ['Ban Thi đua', ''],
        subjects: ['individual'],
        targets: [[4, 'individual', null]],
      },
      {
        ordinal: 'b',
        title: 'Nhóm nữ công nhân',
        units: ['Ban Nữ công', ''],
        subjects: ['individual'],
        targets: [[3, 'individual', null]],
      },
    ])
  })

  it('a number in brackets behind the name is the target, «Thường trực: …» the unit', () => {
    expect(
      fieldsOf(
        'II. CƠ CẤU GIẢI THƯỞNG',
        'Bình chọn 07 gương điển hình ở 02 nhóm sau:',
        '* Nhóm an toàn lao động (04 gương): Công nhân phát hiện kịp thời nguy cơ. Thường trực: Câu lạc bộ An toàn.',
        '* Nhóm vượt khó (03 gương): Công nhân xa quê, nuôi con nhỏ. Thường trực: Ban Nữ công.',
      ).map(({ title, units, targets }) => [title, units[0], ...targets]),
    ).toEqual([
      ['Nhóm an toàn lao động', 'Câu lạc bộ An toàn', [4, 'any', null]],
      ['Nhóm vượt khó', 'Ban Nữ công', [3, 'any', null]],
    ])
  })

  it('bullets below «… trên các lĩnh vực sau:» are fields, below any other sentence they are not', () => {
    const bullets = [
      '- Nhà trọ văn minh: chủ nhà trọ không tăng giá điện, giữ nơi ở sạch.',
      '- Bữa ăn ca: tập thể nhà bếp không để xảy ra ngộ độc.',
    ]
    const titles = (intro: string) => fieldsOf('II. NỘI DUNG', intro, ...bullets).map(({ title }) => title)
    expect(titles('Các đơn vị lựa chọn, xây dựng điển hình trên các lĩnh vực sau:')).toEqual([
      'Nhà trọ văn minh',
      'Bữa ăn ca',
    ])
    expect(titles('Các đơn vị thực hiện tốt những việc sau:')).toEqual([])
  })

  it('«Đối tượng, tiêu chuẩn, số lượng» holds fields', () => {
    expect(
      fieldsOf(
        'II. Đối tượng, tiêu chuẩn, số lượng',
        '1. Đối với lĩnh vực bảo hộ lao động: Chọn 02 tập thể, 04 cá nhân. Tập thể không để xảy ra tai nạn.',
        '2. Đối với lĩnh vực nhà ở công nhân: Chọn 03 cá nhân là chủ nhà trọ.',
      ).map(({ ordinal, title, targets }) => [ordinal, title, targets.length]),
    ).toEqual([
      ['1', 'Đối với lĩnh vực bảo hộ lao động', 2],
      ['2', 'Đối với lĩnh vực nhà ở công nhân', 1],
    ])
  })
})

describe('parts of a field', () => {
  const field = (...lines: readonly string[]) =>
    fieldsOf('II. CÁC PHONG TRÀO', '1. Phong trào “Xưởng sạch”', ...lines)[0]

  it('how large a unit is, is no target', () => {
    expect(
      field('Mỗi công đoàn cơ sở có trên 500 đoàn viên lựa chọn 02 tập thể; dưới 500 đoàn viên lựa chọn 01 tập thể.')
        ?.targets,
    ).toEqual([
      [2, 'collective', 'công đoàn cơ sở'],
      [1, 'collective', null],
    ])
  })

  it('«phối hợp» right in front of a unit makes it coordinate', () => {
    expect(field('Giao Ban Nữ công chủ trì, phối hợp Hội Phụ nữ xã lựa chọn 02 tập thể.')?.units).toEqual([
      'Ban Nữ công',
      'Hội Phụ nữ xã',
    ])
  })

  it('«Phấn đấu: …» of something unknown is no criterion, a pilot no part of the name', () => {
    const read = field('Tập thể giữ máy sạch.', 'Phấn đấu: mỗi khối 01 dãy máy.', 'Giao Xí nghiệp May số 2 làm điểm.')
    expect([read?.subjects, read?.units]).toEqual([['collective'], ['Xí nghiệp May số 2', '']])
  })

  it('several kinds behind «tập trung» and «gương» are each told', () => {
    expect(
      field('Tập trung vào các mô hình tiết kiệm điện; gương công nhân có sáng kiến.', 'Chọn 01 mô hình.')?.subjects,
    ).toEqual(['model', 'individual'])
  })

  it('a brother that only says who is in charge is a field too', () => {
    expect(
      fieldsOf(
        'II. NỘI DUNG',
        '1. Phong trào “Xưởng sạch”',
        'Tập thể giữ máy sạch. Phụ trách: Ban Thi đua.',
        '2. Phong trào “Ca an toàn”',
        'Dãy máy không có sự cố. Phụ trách: Ban An toàn.',
      ).map(({ title }) => title),
    ).toEqual(['Phong trào “Xưởng sạch”', 'Phong trào “Ca an toàn”'])
  })
})

it.each([
  ['II. NỘI DUNG THI ĐUA, BÌNH CHỌN', '1/ ', '2/ '],
  ['II. VIỆC LÀM HẰNG NGÀY', '- ', '- '],
])('below «%s» only what has criteria, a number and a unit is a field', (heading, first, second) => {
  expect(
    fieldsOf(
      heading,
      `${first}Giảm thất thoát nước: Tổ giảm được từ 1%. Bình chọn 02 tổ. Bộ phận theo dõi: Phòng Kỹ thuật.`,
      `${second}Phục vụ khách hàng: Nhân viên không có phản ánh xấu. Bình chọn 06 cá nhân. Bộ phận theo dõi: Phòng Kinh doanh.`,
      'Nội dung khác: Cá nhân giữ gìn vệ sinh chung.',
    ).map(({ title, units }) => [title, units[0]]),
  ).toEqual([
    ['Giảm thất thoát nước', 'Phòng Kỹ thuật'],
    ['Phục vụ khách hàng', 'Phòng Kinh doanh'],
  ])
})

it('the order behind the sentence that sets the number is read', () => {
  expect(
    fieldsOf(
      'II. LỰA CHỌN ĐIỂN HÌNH',
      '1. Về giữ gìn nghề dệt: chọn 02 nghệ nhân truyền nghề; giao Hội Nông dân xã chủ trì, Hội Phụ nữ xã phối hợp.',
      '2. Về bảo vệ rừng: chọn 01 tổ tuần rừng; giao Công an xã.',
    ).map(({ title, units, targets }) => [title, ...units, ...targets]),
  ).toEqual([
    ['Về giữ gìn nghề dệt', 'Hội Nông dân xã', 'Hội Phụ nữ xã', [2, 'individual', null]],
    ['Về bảo vệ rừng', 'Công an xã', '', [1, 'collective', null]],
  ])
})

it('a standing committee bears the name of the organisation above it', () => {
  const text = `HỘI LIÊN HIỆP PHỤ NỮ TỈNH LÂM THỦY\nBAN THƯỜNG VỤ\nSố: 3/KH-BTV\nLâm Thủy, ngày 02 tháng 3 năm 2026\nKẾ HOẠCH\nXây dựng điển hình tiên tiến năm 2026\nI. MỤC ĐÍCH\nĐộng viên.${FOOT}`
  const { document } = parsePlan({ text, lines: 'paragraphs', tables: [], notes: [], uncertain: [] }).plan
  expect(document.issuer).toBe('Ban Thường vụ Hội Liên hiệp Phụ nữ tỉnh Lâm Thủy')
})

it.each([['TỔNG CÔNG TY CẤP NƯỚC LÂM THỦY', 'XÍ NGHIỆP SỐ 3', 'Giám đốc Xí nghiệp', 'Xí nghiệp Số 3']])(
  '%s, %s: an enterprise named in general gets its name from the header',
  (above, own, said, issuer) => {
    const text = `${above}\n${own}\nSố: 3/KH-XN\nLâm Thủy, ngày 02 tháng 3 năm 2026\nKẾ HOẠCH\nBình chọn điển hình năm 2026\n\nCăn cứ Quyết định số 5/QĐ-TCT ngày 06/01/2026 của Tổng Giám đốc Tổng công ty Cấp nước Lâm Thủy;\n${said} ban hành kế hoạch như sau:\nI. MỤC ĐÍCH\nĐộng viên.${FOOT}`
    const { document, citations } = parsePlan({ text, lines: 'paragraphs', tables: [], notes: [], uncertain: [] }).plan
    expect([document.issuer, citations[0]?.issuer]).toEqual([issuer, 'Tổng Giám đốc Tổng công ty Cấp nước Lâm Thủy'])
  },
)

describe('the rest of the plan', () => {
  const plan = read(
    '- Hằng năm, có từ 85% trở lên tổ sản xuất đăng ký điển hình.',
    'II. TỔ CHỨC THỰC HIỆN',
    '1. Công đoàn cơ sở: định kỳ 6 tháng, năm gửi báo cáo về Ban Thi đua trước ngày 25/5 và 15/11.',
    '2. Ban Thi đua: Tham mưu Ban Thường vụ tổ chức Hội nghị biểu dương điển hình vào quý IV/2026.',
    'Mọi thắc mắc liên hệ bà Lò Thị Hiên, chuyên viên Ban Thi đua, số điện thoại nội bộ 12.',
  )

  it('as many due times as cadences go together in turn; a share is an aim', () => {
    expect(plan.recurringDuties.map(({ cadence, deadline }) => [cadence, deadline])).toEqual([
      ['halfYearly', 'trước ngày 25/5'],
      ['yearly', '15/11'],
    ])
  })

  it('a conference that somebody prepares for somebody is a milestone', () => {
    expect(plan.milestones.map(({ from, to }) => [from, to])).toEqual([['2026-10', '2026-12']])
  })

  it('a person may be the one to ask', () => {
    expect(plan.difficultiesTo).toBe('bà Lò Thị Hiên, chuyên viên Ban Thi đua')
  })

  it('a blank may stand in the place of the stroke of a number', () => {
    expect([plan.document.number, plan.document.symbol]).toEqual(['11 KH/CĐKCN-TG', 'KH/CĐKCN-TG'])
  })
})
