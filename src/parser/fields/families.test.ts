import { describe, expect, it } from 'vitest'
import { parsePlan } from '../parse-plan.ts'

const HEAD =
  'ỦY BAN NHÂN DÂN\nXÃ BÌNH HÒA\nSố: 12/KH-UBND\nBình Hòa, ngày 05 tháng 02 năm 2026\nKẾ HOẠCH\nXây dựng, nhân rộng điển hình tiên tiến năm 2026\n\nỦy ban nhân dân xã ban hành Kế hoạch như sau:\nI. MỤC ĐÍCH\nĐộng viên nhân dân.\n'
const FOOT =
  '\nIII. TỔ CHỨC THỰC HIỆN\n1. Phòng Văn hóa - Xã hội: theo dõi, tổng hợp.\n\nNơi nhận:\n- Lưu: VT.\n\nCHỦ TỊCH\n\nLê Văn A'

const read = (body: string) =>
  parsePlan({ text: `${HEAD}${body}${FOOT}`, lines: 'paragraphs', tables: [], notes: [], uncertain: [] })

/** Ordinal, title, leads, kinds of the criteria, numbers. */
const fieldsOf = (body: string) =>
  read(body).plan.fields.map(({ ordinal, title, lead, criteria, targets }) => [
    ordinal,
    title,
    lead.join(' + '),
    criteria.map(({ subject }) => subject).join(' + '),
    targets.map(({ min, subject }) => `${min} ${subject}`).join(' + '),
  ])

const SALT = ['Làm muối sạch', 'Hội Nông dân xã', 'household', '3 household']
const DRUM = ['Giữ tiếng trống hội', 'Hội Người cao tuổi xã', 'individual', '2 individual']
const BOTH = [
  [null, ...SALT],
  [null, ...DRUM],
]
const counted = (first: string, second: string) => [
  [first, ...SALT],
  [second, ...DRUM],
]

describe('headings with criteria, a number and a unit beneath them are fields, however they are printed', () => {
  const salt = 'Hộ gia đình có ruộng muối lót bạt. Hội Nông dân xã chủ trì, chọn 03 hộ gia đình.'
  const drum = 'Nghệ nhân truyền nghề cho lớp trẻ. Hội Người cao tuổi xã chủ trì, chọn 02 cá nhân.'
  it.each([
    ['without a mark', 'Làm muối sạch', 'Giữ tiếng trống hội', BOTH],
    ['with a colon', 'Làm muối sạch:', 'Giữ tiếng trống hội:', BOTH],
    ['as bullets', '* Làm muối sạch', '* Giữ tiếng trống hội', BOTH],
    ['as dashes', '- Làm muối sạch:', '- Giữ tiếng trống hội:', BOTH],
    ['with plus signs', '+ Làm muối sạch', '+ Giữ tiếng trống hội', BOTH],
    ['with numbers', '1. Làm muối sạch', '2. Giữ tiếng trống hội', counted('1', '2')],
    ['with numbers in brackets', '(1) Làm muối sạch', '(2) Giữ tiếng trống hội', counted('1', '2')],
    ['with letters', 'a) Làm muối sạch', 'b) Giữ tiếng trống hội', counted('a', 'b')],
    ['with small Roman numbers', 'i) Làm muối sạch', 'ii) Giữ tiếng trống hội', counted('i', 'ii')],
    ['with groups that count', 'Nhóm 1 - Làm muối sạch', 'Nhóm 2 - Giữ tiếng trống hội', counted('1', '2')],
  ])('%s', (_, first, second, expected) => {
    expect(fieldsOf(`II. NỘI DUNG\n${first}\n${salt}\n${second}\n${drum}`)).toEqual(expected)
  })

  it.each([
    ['behind a colon', '- Làm muối sạch: ', '- Giữ tiếng trống hội: ', BOTH],
    ['behind a count in words', 'Thứ nhất, về làm muối sạch: ', 'Thứ hai, về giữ tiếng trống hội: ', null],
  ])('with all of it in the same paragraph, %s', (_, first, second, expected) => {
    const found = fieldsOf(`II. NỘI DUNG\n${first}${salt}\n${second}${drum}`)
    expect(found).toEqual(
      expected ?? [
        ['Thứ nhất', 'về làm muối sạch', ...SALT.slice(1)],
        ['Thứ hai', 'về giữ tiếng trống hội', ...DRUM.slice(1)],
      ],
    )
  })

  it('with dashes for the criteria and a paragraph behind the dashes, also below the last one', () => {
    expect(
      fieldsOf(
        'II. ĐỐI TƯỢNG VÀ PHÂN CÔNG\n* Làm muối sạch:\n- Hộ gia đình: ruộng muối lót bạt.\nGiao Hội Nông dân xã chủ trì. Chỉ tiêu: 03 hộ gia đình.\n* Giữ tiếng trống hội:\n- Cá nhân: truyền nghề cho lớp trẻ.\nGiao Hội Người cao tuổi xã chủ trì. Chỉ tiêu: 02 cá nhân.',
      ),
    ).toEqual(BOTH)
  })

  it('also where a heading sounds like a label of criteria or like a task', () => {
    const fields = fieldsOf(
      'II. NỘI DUNG\n- Dòng họ đoàn kết:\n+ Tiêu chí: có tộc ước tiến bộ.\n+ Chỉ tiêu: 02 dòng họ.\n+ Đơn vị phụ trách: Hội Khuyến học xã.\n- Gia đình ấm êm:\n+ Tiêu chí: gia đình ba thế hệ hòa thuận.\n+ Chỉ tiêu: 05 gia đình.\n+ Đơn vị phụ trách: Hội Phụ nữ xã.\n- Tuyên truyền pháp luật giao thông:\n+ Tiêu chí: cá nhân có 10 buổi nói chuyện.\n+ Chỉ tiêu: 02 cá nhân.\n+ Đơn vị phụ trách: Công an xã.',
    )
    expect(fields.map(([, title]) => title)).toEqual([
      'Dòng họ đoàn kết',
      'Gia đình ấm êm',
      'Tuyên truyền pháp luật giao thông',
    ])
  })

  it('also where all of them are tasks of an office by their words', () => {
    const unit = 'chủ trì, chọn 02 cá nhân.'
    expect(
      fieldsOf(
        `II. NỘI DUNG\n1. Công tác dân vận\nCá nhân vận động giỏi. Hội Nông dân xã ${unit}\n2. Công tác kiểm tra, giám sát\nCá nhân tận tụy. Công an xã ${unit}\n3. Nâng cao chất lượng sinh hoạt\nCá nhân gương mẫu. Hội Phụ nữ xã ${unit}`,
      ).map(([, title]) => title),
    ).toEqual(['Công tác dân vận', 'Công tác kiểm tra, giám sát', 'Nâng cao chất lượng sinh hoạt'])
  })

  it('in phrases at the head of sentences, one paragraph for all', () => {
    expect(
      fieldsOf(
        'II. LĨNH VỰC XÂY DỰNG ĐIỂN HÌNH\nĐối với lĩnh vực nghề muối, giao Hội Nông dân xã chủ trì, lựa chọn 03 hộ gia đình làm muối sạch, liên kết tiêu thụ cho bà con. Đối với lĩnh vực văn hóa, lễ hội, giao Hội Người cao tuổi xã chủ trì, lựa chọn 02 nghệ nhân truyền nghề.',
      ),
    ).toEqual([
      [null, 'lĩnh vực nghề muối', 'Hội Nông dân xã', '', '3 household'],
      [null, 'lĩnh vực văn hóa, lễ hội', 'Hội Người cao tuổi xã', '', '2 individual'],
    ])
  })
})

describe('which of the headings above one another are the fields', () => {
  const parts =
    'Tiêu chí: hộ gia đình có ruộng muối lót bạt.\n2. Chỉ tiêu: 03 hộ gia đình.\n3. Cơ quan chủ trì: Hội Nông dân xã.\n4. Cơ quan phối hợp: Công an xã.'
  const more =
    'Tiêu chí: nghệ nhân truyền nghề.\n2. Chỉ tiêu: 02 cá nhân.\n3. Cơ quan chủ trì: Hội Người cao tuổi xã.\n4. Cơ quan phối hợp: Trường Tiểu học Bình Hòa.'

  it('numbered parts of a field are none', () => {
    expect(
      fieldsOf(`II. NỘI DUNG TRỌNG TÂM\nA. NGHỀ MUỐI SẠCH\n1. ${parts}\nB. LỄ HỘI VĂN MINH\n1. ${more}`).map(
        ([ordinal, title]) => [ordinal, title],
      ),
    ).toEqual([
      ['A', 'NGHỀ MUỐI SẠCH'],
      ['B', 'LỄ HỘI VĂN MINH'],
    ])
  })

  const lower = (marks: string, tail = '') =>
    `II. NỘI DUNG\n1. Nghề muối\n${marks[0]}) Làm muối sạch: hộ gia đình có ruộng muối lót bạt; chọn 03 hộ gia đình.\n${marks[1]}) Chế biến muối: hợp tác xã có nhãn hiệu; chọn 01 hợp tác xã.\n${tail}2. Văn hóa\na) Tiêu chuẩn: nghệ nhân truyền nghề.\nb) Hội Người cao tuổi xã chủ trì, chọn 02 cá nhân.`

  it('those below, where the heading above adds neither unit nor number', () => {
    const body = lower('ab').replaceAll('; chọn', '. Hội Nông dân xã chủ trì, chọn')
    expect(fieldsOf(body).map(([ordinal, title]) => [ordinal, title])).toEqual([
      ['a', 'Làm muối sạch'],
      ['b', 'Chế biến muối'],
      ['2', 'Văn hóa'],
    ])
  })

  it('those below, where praise makes of a word for units what one seeks', () => {
    const below = (number: string, title: string) => `${number}. ${title}\nTập thể có hương ước. Chỉ tiêu: 01 tập thể.`
    expect(
      fieldsOf(
        `II. NỘI DUNG ĐIỂN HÌNH\n1. Xây dựng thôn\n${below('1.1', 'Chi hội không rác')}\n${below('1.2', 'Tổ hòa giải khéo')}\n2. Điển hình trong lễ hội\nNghệ nhân truyền nghề. Hội Người cao tuổi xã chủ trì, chọn 02 cá nhân.`,
      ).map(([ordinal, title]) => [ordinal, title]),
    ).toEqual([
      ['1.1', 'Chi hội không rác'],
      ['1.2', 'Tổ hòa giải khéo'],
      ['2', 'Điển hình trong lễ hội'],
    ])
  })

  it('the one above, where labels of criteria stand below it', () => {
    expect(
      fieldsOf(
        'II. NỘI DUNG\n1. Nghề muối\na) Tập thể: tổ hợp tác có ruộng muối lót bạt, chọn 01 tập thể.\nb) Cá nhân: giúp hộ khác cùng làm, chọn 03 cá nhân.\nHội Nông dân xã chủ trì.\n2. Văn hóa\na) Tập thể: đội trống luyện tập đều, chọn 01 tập thể.\nb) Cá nhân: truyền nghề, chọn 02 cá nhân.\nHội Người cao tuổi xã chủ trì.',
      ).map(([ordinal, title]) => [ordinal, title]),
    ).toEqual([
      ['1', 'Nghề muối'],
      ['2', 'Văn hóa'],
    ])
  })
})

describe('what has criteria, numbers and units beneath it and is no field', () => {
  it.each([
    [
      'steps',
      '1. Bước 1: cá nhân, tập thể được thôn giới thiệu; Trưởng thôn phụ trách, chọn 02 cá nhân.\n2. Bước 2: tập thể có minh chứng; Phòng Kinh tế chủ trì, chọn 10 cá nhân.',
    ],
    [
      'units and what they are told',
      '- Hội Nông dân xã: tập thể, cá nhân đăng ký; phối hợp với Phòng Kinh tế chọn 02 cá nhân.\n- Hội Phụ nữ xã: tập thể, cá nhân đăng ký; phối hợp với Trạm Y tế xã chọn 02 cá nhân.',
    ],
    [
      'tasks',
      '1. Đẩy mạnh tuyên truyền: cá nhân tiêu biểu được nêu gương; Trung tâm Văn hóa xã chủ trì, giới thiệu 02 cá nhân.\n2. Nâng cao chất lượng: tập thể đăng ký; Phòng Kinh tế chủ trì, giới thiệu 03 tập thể.',
    ],
    [
      'parts of a plan',
      '1. Đối tượng: tập thể, cá nhân trong xã.\n2. Tiêu chuẩn: cá nhân tận tụy.\n3. Số lượng: 05 cá nhân.\n4. Đơn vị chủ trì: Phòng Kinh tế.',
    ],
  ])('%s', (_, body) => {
    expect(fieldsOf(`II. NỘI DUNG\n${body}`)).toEqual([])
  })

  it('a heading that speaks of fields in general', () => {
    expect(
      fieldsOf(
        'II. NỘI DUNG\n1. Lĩnh vực, tiêu chí, số lượng điển hình: thực hiện theo Phụ lục.\n2. Nhóm điển hình và phân công: Phòng Kinh tế chủ trì, chọn 03 cá nhân.',
      ),
    ).toEqual([])
  })
})
