import { describe, expect, it } from 'vitest'
import { Passage } from './passage.ts'
import { readAssignment } from './read-assignment.ts'

const read = (text: string) => {
  const found = readAssignment(Passage.of(text))
  return (
    found && {
      lead: found.lead.map((u) => u.words),
      with: found.coordinating.map((u) => u.words),
      relation: found.relation?.value ?? null,
    }
  )
}

describe('who a sentence hands a field to', () => {
  it.each([
    [
      'Giao Phòng Văn hóa và Thông tin chủ trì, phối hợp với Phòng Nội vụ và các đơn vị liên quan lựa chọn, xây dựng.',
      ['Phòng Văn hóa và Thông tin'],
      ['Phòng Nội vụ', 'các đơn vị liên quan'],
      'ordered',
    ],
    [
      'Đề nghị Hội Nông dân xã và Hội Liên hiệp Phụ nữ xã chủ trì lựa chọn, xây dựng.',
      ['Hội Nông dân xã', 'Hội Liên hiệp Phụ nữ xã'],
      [],
      'requested',
    ],
    ['Công đoàn cơ sở xã Thanh Hà chủ trì lựa chọn, xây dựng.', ['Công đoàn cơ sở xã Thanh Hà'], [], null],
    [
      'Giao Công chức Văn phòng – Thống kê phụ trách Nội vụ chủ trì, phối hợp với các cơ quan liên quan xem xét',
      ['Công chức Văn phòng – Thống kê phụ trách Nội vụ'],
      ['các cơ quan liên quan'],
      'ordered',
    ],
    [
      'Giao Công chức Địa chính – xây dựng – Đô thị và môi trường (đ/c phụ trách Đô thị) tham mưu xây dựng kế hoạch',
      ['Công chức Địa chính – xây dựng – Đô thị và môi trường (đ/c phụ trách Đô thị)'],
      [],
      'ordered',
    ],
    ['Giao Cán bộ Nội vụ phối hợp tham mưu', ['Cán bộ Nội vụ'], [], 'ordered'],
    [
      'Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam xã làm đầu mối phối hợp với các tổ chức chính trị - xã hội xã lựa chọn, xây dựng.',
      ['Ủy ban Mặt trận Tổ quốc Việt Nam xã'],
      ['các tổ chức chính trị - xã hội xã'],
      'requested',
    ],
    [
      'Giao Văn phòng Hội đồng nhân dân và Ủy ban nhân dân huyện chủ trì phối hợp với Trung tâm Y tế huyện xem xét lựa chọn',
      ['Văn phòng Hội đồng nhân dân và Ủy ban nhân dân huyện'],
      ['Trung tâm Y tế huyện'],
      'ordered',
    ],
    [
      'Đề nghị Công an huyện xem xét và lựa chọn ít nhất 02 điển hình năm 2024, Ban Chỉ huy Quân sự huyện xem xét lựa chọn ít nhất 02 điển hình',
      ['Công an huyện', 'Ban Chỉ huy Quân sự huyện'],
      [],
      'requested',
    ],
    [
      'Giao Phòng Lao động, Thương binh, Xã hội - Dân tộc chủ trì, xem xét lựa chọn',
      ['Phòng Lao động, Thương binh, Xã hội - Dân tộc'],
      [],
      'ordered',
    ],
    ['Phòng Nội vụ và Công an huyện đồng chủ trì.', ['Phòng Nội vụ', 'Công an huyện'], [], null],
    ['Đồng chủ trì: Phòng Nội vụ và Phòng Tư pháp', ['Phòng Nội vụ', 'Phòng Tư pháp'], [], null],
    ['Đầu mối: Trạm Y tế xã', ['Trạm Y tế xã'], [], null],
    [
      'Đơn vị chủ trì: Hội Cựu chiến binh; phối hợp: Công an xã, Đoàn Thanh niên',
      ['Hội Cựu chiến binh'],
      ['Công an xã', 'Đoàn Thanh niên'],
      null,
    ],
    ['Trạm Y tế phối hợp với Hội Chữ thập đỏ tham mưu.', ['Trạm Y tế'], ['Hội Chữ thập đỏ'], null],
    ['Giao Phòng Kinh tế chủ trì, Hội Nông dân phối hợp thực hiện', ['Phòng Kinh tế'], ['Hội Nông dân'], 'ordered'],
    [
      'Phối hợp: Công chức xã, Ủy ban Mặt trận Tổ quốc và các tổ chức chính trị - xã hội, các tổ chức xã hội xã, các Trường trên địa bàn xã.',
      [],
      [
        'Công chức xã',
        'Ủy ban Mặt trận Tổ quốc',
        'các tổ chức chính trị - xã hội',
        'các tổ chức xã hội xã',
        'các Trường trên địa bàn xã',
      ],
      null,
    ],
    [
      'Thực hiện: Đề nghị Cán bộ Văn phòng Đảng ủy phụ trách Tuyên giáo phối hợp với các cơ quan liên quan xem xét, lựa chọn (theo kế hoạch của phong trào).',
      ['Cán bộ Văn phòng Đảng ủy phụ trách Tuyên giáo'],
      ['các cơ quan liên quan'],
      'requested',
    ],
    [
      'Đồng chí Phó Hiệu trưởng phụ trách chuyên môn theo dõi, tham mưu.',
      ['Đồng chí Phó Hiệu trưởng phụ trách chuyên môn'],
      [],
      null,
    ],
    ['Tổ Tiếng Anh phụ trách.', ['Tổ Tiếng Anh'], [], null],
    [
      'Giao Ban Chỉ đạo xây dựng nông thôn mới xã chủ trì, phối hợp với các cơ quan, đơn vị liên quan lựa chọn',
      ['Ban Chỉ đạo xây dựng nông thôn mới xã'],
      ['các cơ quan, đơn vị liên quan'],
      'ordered',
    ],
    ['giao Phong Van hoa va Thong tin chu tri', ['Phong Van hoa va Thong tin'], [], 'ordered'],
  ])('%s', (text, lead, coordinating, relation) => {
    expect(read(text)).toEqual({ lead, with: coordinating, relation })
  })

  it.each([
    'Cán bộ, công chức, viên chức gương mẫu thực hiện quản lý, sử dụng vốn nhà nước.',
    'Mô hình được cơ quan, tổ chức, đơn vị đăng ký và chủ trì hoặc phối hợp thực hiện.',
    'Tổ chức chi bộ hoàn thành xuất sắc nhiệm vụ được giao.',
    'Ban phấn đấu có ít nhất 01 tập thể điển hình.',
    'Các cơ quan, đơn vị tiếp tục triển khai có hiệu quả phong trào thi đua.',
    'Tham mưu ban hành các cơ chế, chính sách.',
    'Phối hợp tốt với gia đình trong giáo dục học sinh.',
    'Giao quân đạt 100% chỉ tiêu.',
  ])('hands nothing to anyone: %s', (text) => {
    expect(read(text)).toBeNull()
  })

  it.each([
    'Giao tiếp ứng xử chuẩn mực; không nhận phong bì.',
    'Giao lưu, chia sẻ kinh nghiệm với các đơn vị bạn.',
    'Giao thông nông thôn sạch, đẹp.',
    'Giao nhận hồ sơ đúng hẹn, đúng quy trình.',
  ])('hears no order in «%s»', (sentence) => {
    expect(read(sentence)).toBeNull()
  })

  it('hears an order whatever the name behind it begins with', () => {
    expect(read('Giao Tiếp dân – Xử lý đơn chủ trì lựa chọn.')?.lead).toEqual(['Tiếp dân – Xử lý đơn'])
  })
})
