import { describe, expect, it } from 'vitest'
import { parsePlan } from './parse-plan.ts'

const HEAD =
  'ỦY BAN NHÂN DÂN\nXÃ LÂM THỦY\nSố: 11/KH-UBND\nLâm Thủy, ngày 02 tháng 3 năm 2026\nKẾ HOẠCH\nXây dựng, nhân rộng điển hình tiên tiến giai đoạn 2026 - 2028\n\n'
const FOOT = '\n\nNơi nhận:\n- Lưu: VT.\n\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nLê Văn A'

function read(...body: readonly string[]) {
  const opening = 'Thực hiện chỉ đạo của cấp trên, Ủy ban nhân dân xã ban hành kế hoạch như sau:'
  const text = `${HEAD}${[opening, 'I. MỤC ĐÍCH', 'Động viên nhân dân.', ...body].join('\n\n')}${FOOT}`
  return parsePlan({ text, lines: 'paragraphs', tables: [], notes: [], uncertain: [] }).plan
}

const workOf = (...body: readonly string[]) =>
  read('II. TỔ CHỨC THỰC HIỆN', ...body).assignments.map(({ unit, tasks }) => [unit, ...tasks])

describe('units and their tasks in other wordings', () => {
  it.each([
    ['Phòng Kiểm tra, giám sát và thanh tra', 'tham mưu kế hoạch.'],
    ['Phòng Theo dõi thi hành pháp luật', 'tổng hợp kết quả.'],
    ['Ban Quản lý dự án đầu tư xây dựng khu vực', 'lồng ghép việc làm theo.'],
    ['Ban Chỉ đạo xây dựng nông thôn mới', 'hướng dẫn các thôn.'],
    ['Trung tâm Giới thiệu việc làm tỉnh', 'giới thiệu gương lao động.'],
    ['Văn phòng Đăng ký đất đai chi nhánh Lâm Thủy', 'cải tiến lề lối.'],
    ['Phòng Hành chính Tổng hợp', 'rà soát hồ sơ.'],
    ['Công ty Cổ phần Tư vấn xây dựng Lâm Thủy', 'hỗ trợ hộ khó khăn.'],
    ['Chính trị viên đại đội', 'lập sổ theo dõi.'],
    ['Ban Tuyên giáo và Dân vận Tỉnh ủy', 'định hướng tuyên truyền.'],
    ['Thư viện', 'trưng bày sách.'],
    ['Trưởng Công an xã, Chỉ huy trưởng', 'mỗi đồng chí chọn 01 mô hình.'],
    ['Hội CCB xã, Đoàn TNCSHCM xã', 'có kế hoạch cụ thể vận động hội viên.'],
    ['Ấp đội, Công an viên các ấp', 'bám nắm địa bàn.'],
    ['Trung tâm Dịch vụ tổng hợp xã', 'đưa tin.'],
    ['Đoàn TNCS Hồ Chí Minh xã', 'nhận công trình.'],
    ['Phòng Kinh tế, Phòng Nội vụ', 'nhận việc mới.'],
    ['Cơ quan, đơn vị có điển hình được chọn', 'tiếp tục bồi dưỡng.'],
    ['Các doanh nghiệp nhà nước, Tổng Công ty', 'tiên phong nêu gương.'],
  ])('keeps the name «%s» whole', (unit, task) => {
    expect(workOf(`1. ${unit} ${task}`)).toEqual([[unit, task]])
  })

  it.each([
    ['Phòng Kiểm tra, giám sát'],
    ['Các cơ quan chủ trì thực hiện tiêu chí'],
    ['Tổ giúp việc Ban Chỉ đạo'],
    ['Các đơn vị được giao phụ trách địa bàn'],
  ])('keeps the heading «%s» whole above its tasks', (unit) => {
    expect(workOf(`1. ${unit}`, '- Ghi biên bản.')).toEqual([[unit, 'Ghi biên bản.']])
  })

  it.each([
    ['Các đơn vị chủ trì lĩnh vực', 'xây dựng cách làm cụ thể.'],
    ['Các đơn vị phối hợp', 'cử cán bộ.'],
    ['Đơn vị làm đầu mối theo dõi', 'lập sổ.'],
    ['Các cơ quan tham gia xây dựng mô hình', 'bố trí kinh phí.'],
  ])('lets the colon end «%s»', (unit, task) => {
    expect(workOf(`1. ${unit}: ${task}`)).toEqual([[unit, task]])
  })

  it.each([
    ['Các chi bộ, đảng bộ trực thuộc', 'Cụ thể hóa Kế hoạch này bằng việc làm.'],
    ['Ủy ban Kiểm tra Huyện ủy', 'Kiểm tra việc thực hiện.'],
    ['Phòng Nội vụ', 'Chủ trì, phối hợp với các ngành thẩm định.'],
    ['Hội Liên hiệp Phụ nữ xã', 'Vận động hội viên.'],
  ])('ends «%s» where a joined sentence begins', (unit, task) => {
    expect(workOf(`1- ${unit} ${task}`)).toEqual([[unit, task]])
  })

  const toldTo = (...body: readonly string[]) =>
    read('II. TỔ CHỨC THỰC HIỆN', ...body).assignments.map(({ relation, unit, tasks }) => [relation, unit, ...tasks])

  it.each([
    ['UBND xã giao:', 'ordered'],
    ['Chủ tịch UBND xã giao nhiệm vụ cho các đơn vị như sau:', 'ordered'],
    ['Để kế hoạch đạt kết quả, Ban Thường vụ Đảng ủy yêu cầu:', 'ordered'],
    ['Phân công nhiệm vụ cụ thể cho các thành viên:', null],
    ['Đề nghị Mặt trận và các đoàn thể:', 'requested'],
    ['Kính đề nghị:', 'requested'],
    ['Trách nhiệm cụ thể của các đơn vị:', null],
  ] as const)('takes the dashes below «%s» for units and what they are told', (line, relation) => {
    expect(toldTo(line, '- Công an xã: giữ trật tự.', '- Các thôn: họp dân; chọn gương.', 'Tự lo kinh phí.')).toEqual([
      [relation, 'Công an xã', 'giữ trật tự.'],
      [relation, 'Các thôn', 'họp dân; chọn gương.'],
    ])
  })

  it('takes units below lettered and decimal groups, ordered and requested apart', () => {
    const body = ['1. Giao các phòng chuyên môn', 'a) Phòng Nội vụ: Tham mưu.', 'b) Phòng Kinh tế: Lồng ghép vốn.']
    const asked = ['2. Đề nghị', '2.1. Ủy ban MTTQ xã', '- Giám sát.', '3. Các đơn vị phối hợp', '- Đề nghị Sở Y tế']
    expect(toldTo(...body, ...asked, '+ Chia sẻ danh sách.', '- Giao Trạm Y tế', '+ Rà soát.')).toEqual([
      ['ordered', 'Phòng Nội vụ', 'Tham mưu.'],
      ['ordered', 'Phòng Kinh tế', 'Lồng ghép vốn.'],
      ['requested', 'Ủy ban MTTQ xã', 'Giám sát.'],
      ['requested', 'Sở Y tế', 'Chia sẻ danh sách.'],
      ['ordered', 'Trạm Y tế', 'Rà soát.'],
    ])
  })

  it('takes units below a level or a group that has no name of its own', () => {
    const body = ['1. Đối với cấp tỉnh', 'a) Sở Nội vụ: tham mưu.', '2. Ở thôn', '- Trưởng thôn: họp dân.']
    const group = ['3. Các phòng chuyên môn', '- Phòng Kinh tế: cân đối vốn.', '- Phòng Văn hóa: tuyên truyền.']
    expect(workOf(...body, ...group)).toEqual([
      ['Sở Nội vụ', 'tham mưu.'],
      ['Trưởng thôn', 'họp dân.'],
      ['Phòng Kinh tế', 'cân đối vốn.'],
      ['Phòng Văn hóa', 'tuyên truyền.'],
    ])
  })

  it('divides a paragraph in which each sentence tells another unit, ordered and requested apart', () => {
    const first = 'Trên cơ sở Kế hoạch này, giao Phòng Nội vụ theo dõi. Đề nghị Mặt trận Tổ quốc xã giám sát.'
    expect(toldTo(`${first} Các thôn họp dân. Kinh phí tự lo.`)).toEqual([
      ['ordered', 'Phòng Nội vụ', 'theo dõi.'],
      ['requested', 'Mặt trận Tổ quốc xã', 'giám sát.'],
      [null, 'Các thôn', 'họp dân. Kinh phí tự lo.'],
    ])
  })

  it('takes people who are told by name', () => {
    const body = ['1. Ông Phạm Văn D, Trưởng Công an xã phụ trách trật tự.', '2. Bà Trần Thị C - Kế toán: lo kinh phí.']
    expect(workOf(...body)).toEqual([
      ['Ông Phạm Văn D, Trưởng Công an xã', 'phụ trách trật tự.'],
      ['Bà Trần Thị C - Kế toán', 'lo kinh phí.'],
    ])
  })

  it('finds the unit behind a cadence, and the cadence of what it owes in front of it', () => {
    const plan = read('II. TỔ CHỨC THỰC HIỆN', '1. Hằng quý, Ủy ban Kiểm tra Đảng ủy báo cáo kết quả với Đảng ủy.')
    expect(plan.assignments.map(({ unit, tasks }) => [unit, ...tasks])).toEqual([
      ['Ủy ban Kiểm tra Đảng ủy', 'báo cáo kết quả với Đảng ủy.'],
    ])
    expect(plan.recurringDuties.map(({ cadence, by, to }) => [cadence, by, to])).toEqual([
      ['quarterly', 'Ủy ban Kiểm tra Đảng ủy', 'Đảng ủy'],
    ])
  })

  it.each([
    ['Yêu cầu các cơ quan, đơn vị nghiêm túc triển khai thực hiện.', []],
    ['Căn cứ Kế hoạch này, các đơn vị xây dựng kế hoạch của mình.', []],
    ['Thông tin chi tiết liên hệ đồng chí thường trực.', []],
    ['Có gì chưa rõ, các thôn liên hệ Phòng Nội vụ để được giải đáp.', []],
    ['Giao Phòng Nội vụ theo dõi, đôn đốc.', [['Phòng Nội vụ', 'theo dõi, đôn đốc.']]],
  ])('does not hand «%s» to the unit above', (line, more) => {
    const body = ['1. Các thôn', '- Họp dân.', line, 'Kế hoạch này phổ biến đến từng hộ.']
    expect(workOf(...body)).toEqual([['Các thôn', 'Họp dân.'], ...more])
  })

  it('leaves tasks below a unit that is told to work with others', () => {
    expect(
      toldTo('1. Giao Công an xã phối hợp với các đơn vị', '- Tuần tra.', '2. Đề nghị các thôn:', '- Họp dân.'),
    ).toEqual([
      ['ordered', 'Công an xã', 'phối hợp với các đơn vị', 'Tuần tra.'],
      ['requested', 'các thôn', 'Họp dân.'],
    ])
  })
})

const dutiesOf = (...body: readonly string[]) =>
  read(...body).recurringDuties.map(({ cadence, deadline, by, to }) => [cadence, deadline, by, to])
const owed = (task: string) =>
  dutiesOf('II. TỔ CHỨC THỰC HIỆN', '1. Các thôn', `- ${task}`).map(([cadence, deadline, , to]) => [
    cadence,
    deadline,
    to,
  ])

describe('duties in other wordings', () => {
  it.each([
    ['Giới thiệu gương về UBND xã ít nhất một lần trong năm.', [['yearly', null, 'UBND xã']]],
    ['Gửi ít nhất 02 tin, bài/tháng về Trung tâm Văn hóa.', [['monthly', null, 'Trung tâm Văn hóa']]],
    ['Báo cáo UBND xã ít nhất 01 lần/quý.', [['quarterly', null, 'UBND xã']]],
    ['Mỗi năm hai lần báo cáo kết quả về Đảng ủy.', [['halfYearly', null, 'Đảng ủy']]],
    ['Cuối mỗi học kỳ báo cáo Phòng Văn hóa - Xã hội.', [['halfYearly', null, 'Phòng Văn hóa - Xã hội']]],
    ['Giới thiệu ít nhất 01 gương/quý về Tỉnh đoàn.', [['quarterly', null, 'Tỉnh đoàn']]],
    ['Báo cáo về UBND xã vào ngày 15 tháng cuối quý.', [['quarterly', 'vào ngày 15 tháng cuối quý', 'UBND xã']]],
    ['Báo cáo kết quả vào tuần cuối của tháng 5.', [['yearly', 'vào tuần cuối của tháng 5', null]]],
    ['Nộp hồ sơ về Sở trước 17 giờ ngày 20/5/2026.', [['once', 'trước 17 giờ ngày 20/5/2026', 'Sở']]],
    ['Gửi báo cáo về UBND xã không muộn hơn ngày 25 hằng tháng.', [['monthly', 'không muộn hơn ngày 25', 'UBND xã']]],
    [
      'Gửi danh sách trước ngày thứ 15 của quý tiếp theo.',
      [['quarterly', 'trước ngày thứ 15 của quý tiếp theo', null]],
    ],
    ['Báo cáo kết quả về Sở; thời hạn gửi báo cáo: 15/6/2026.', [['once', '15/6/2026', 'Sở']]],
    [
      'Báo cáo tuần, tháng, quý, 6 tháng, năm theo quy định.',
      [
        ['monthly', null, null],
        ['quarterly', null, null],
        ['halfYearly', null, null],
        ['yearly', null, null],
      ],
    ],
    [
      'Báo cáo kết quả 6 tháng trước ngày 10/6, cả năm trước ngày 10/12 về Phòng Nội vụ.',
      [
        ['halfYearly', 'trước ngày 10/6', 'Phòng Nội vụ'],
        ['yearly', 'trước ngày 10/12', 'Phòng Nội vụ'],
      ],
    ],
  ])('reads «%s»', (task, expected) => {
    expect(owed(task)).toEqual(expected)
  })

  it.each([
    ['Định kỳ hàng quý (trước ngày 20 tháng cuối quý), các đơn vị báo cáo về Ủy ban nhân dân xã.', 'các đơn vị'],
    ['Hằng năm, trước ngày 15/11 các cơ quan, đơn vị gửi hồ sơ về Phòng Nội vụ.', 'các cơ quan, đơn vị'],
    ['Ngày 20 hàng tháng, các chi đoàn nộp báo cáo về Đoàn xã.', 'các chi đoàn'],
    ['Định kỳ 6 tháng hoặc đột xuất khi có yêu cầu, Công an xã báo cáo Ủy ban nhân dân xã.', 'Công an xã'],
  ])('knows who owes «%s»', (sentence, by) => {
    expect(dutiesOf('II. CHẾ ĐỘ BÁO CÁO', sentence).map((duty) => duty[2])).toEqual([by])
  })

  it.each([
    ['Đưa kết quả giới thiệu gương điển hình vào tiêu chí đánh giá hằng năm.'],
    ['Khen thưởng hằng năm những đơn vị báo cáo tốt.'],
    ['Gửi dự toán về Phòng Kinh tế trước ngày 30/6 hằng năm.'],
    ['Tổ chức sinh hoạt hằng tháng, đọc sách hay.'],
    ['Đăng ít nhất 02 tin, bài/tháng trên trang của xã.'],
    ['Định kỳ báo cáo kết quả về Đảng ủy.'],
  ])('finds no duty in «%s»', (task) => {
    expect(owed(task)).toEqual([])
  })

  it('asks whether «twice a year» and «each term» mean every half year', () => {
    const sentence = 'Mỗi năm hai lần, các chi đoàn nộp báo cáo về Đoàn xã.'
    const text = `${HEAD}Ủy ban nhân dân xã ban hành kế hoạch như sau:\n\nI. CHẾ ĐỘ BÁO CÁO\n\n${sentence}${FOOT}`
    const { questions } = parsePlan({ text, lines: 'paragraphs', tables: [], notes: [], uncertain: [] })
    expect(questions.map(({ path }) => path)).toContain('/recurringDuties/0/cadence')
  })
})
