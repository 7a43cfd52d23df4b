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
    [
      'Giao Phòng Kinh tế, Hạ tầng và Đô thị phường làm cơ quan thường trực; Thuế cơ sở 4 và Hội Doanh nghiệp phường phối hợp.',
      ['Phòng Kinh tế, Hạ tầng và Đô thị phường'],
      ['Thuế cơ sở 4', 'Hội Doanh nghiệp phường'],
      'ordered',
    ],
    [
      'Phòng Quản lý, hỗ trợ doanh nghiệp số 1 và Phòng Quản lý, hỗ trợ doanh nghiệp số 2 chủ trì.',
      ['Phòng Quản lý, hỗ trợ doanh nghiệp số 1', 'Phòng Quản lý, hỗ trợ doanh nghiệp số 2'],
      [],
      null,
    ],
    [
      'Chủ trì: các Phòng Thanh tra, kiểm tra; phối hợp: Phòng Nghiệp vụ, dự toán, pháp chế.',
      ['các Phòng Thanh tra, kiểm tra'],
      ['Phòng Nghiệp vụ, dự toán, pháp chế'],
      null,
    ],
    [
      'Giao Đồn Biên phòng Sa Lai phụ trách, Công an xã, Ban CHQS xã, Dân quân thường trực cùng tham gia.',
      ['Đồn Biên phòng Sa Lai'],
      ['Công an xã', 'Ban CHQS xã', 'Dân quân thường trực'],
      'ordered',
    ],
    [
      'Hội Chữ thập đỏ xã là đơn vị chủ trì, Trạm Y tế xã là đơn vị phối hợp.',
      ['Hội Chữ thập đỏ xã'],
      ['Trạm Y tế xã'],
      null,
    ],
    [
      'Đơn vị phụ trách: Ban Dân tộc - Tôn giáo; mời Công an tỉnh, Sở Nội vụ phối hợp.',
      ['Ban Dân tộc - Tôn giáo'],
      ['Công an tỉnh', 'Sở Nội vụ'],
      'requested',
    ],
    ['Hội đồng quản trị giao Giám đốc chủ trì.', ['Giám đốc'], [], 'ordered'],
    [
      'Đảng ủy Công an tỉnh, Đảng ủy Quân sự tỉnh chỉ đạo lựa chọn.',
      ['Đảng ủy Công an tỉnh', 'Đảng ủy Quân sự tỉnh'],
      [],
      null,
    ],
    [
      'PX03 chủ trì, phối hợp PV01, Công an các đơn vị, địa phương.',
      ['PX03'],
      ['PV01', 'Công an các đơn vị, địa phương'],
      null,
    ],
    ['Bà Trần Thị Lụa, Chủ tịch Hội Phụ nữ, phụ trách.', ['Bà Trần Thị Lụa, Chủ tịch Hội Phụ nữ'], [], null],
    [
      'Trưởng các phòng, trưởng các đội nghiệp vụ chịu trách nhiệm.',
      ['Trưởng các phòng', 'trưởng các đội nghiệp vụ'],
      [],
      null,
    ],
    [
      'Ủy viên Ban Thường vụ phụ trách địa bàn chịu trách nhiệm.',
      ['Ủy viên Ban Thường vụ phụ trách địa bàn'],
      [],
      null,
    ],
    [
      'Phân công: giao đồng chí Phó Chủ tịch Hội phụ trách phong trào chỉ đạo; Ban Xây dựng Hội tham mưu.',
      ['đồng chí Phó Chủ tịch Hội phụ trách phong trào', 'Ban Xây dựng Hội'],
      [],
      'ordered',
    ],
    [
      'Người phụ trách: cô Hiệu phó chuyên môn; người phối hợp: các khối trưởng.',
      ['cô Hiệu phó chuyên môn'],
      ['các khối trưởng'],
      null,
    ],
    [
      'Trách nhiệm: Khoa Khám bệnh, Khoa Hồi sức tích cực - Chống độc.',
      ['Khoa Khám bệnh', 'Khoa Hồi sức tích cực - Chống độc'],
      [],
      null,
    ],
    [
      'Đội Thanh tra - Kiểm tra thuế số 1 chủ trì, phối hợp cùng Đội Nghiệp vụ quản lý thuế lựa chọn.',
      ['Đội Thanh tra - Kiểm tra thuế số 1'],
      ['Đội Nghiệp vụ quản lý thuế'],
      null,
    ],
    [
      'Phòng Giáo dục và Đào tạo giúp Ủy ban nhân dân huyện theo dõi, tổng hợp; các trường phối hợp thực hiện.',
      ['Phòng Giáo dục và Đào tạo'],
      ['các trường'],
      null,
    ],
    [
      'Đơn vị chủ trì thực hiện là Trạm Khuyến nông; đơn vị phối hợp là Hội Làm vườn.',
      ['Trạm Khuyến nông'],
      ['Hội Làm vườn'],
      null,
    ],
    [
      'Trung tâm Y tế khu vực làm nòng cốt, phối hợp với các trạm y tế.',
      ['Trung tâm Y tế khu vực'],
      ['các trạm y tế'],
      null,
    ],
    ['Bộ phận chủ công: Đoàn phường', ['Đoàn phường'], [], null],
    [
      'Đề nghị Giáo xứ Phú Lâm, chùa Linh Sơn phối hợp giới thiệu.',
      ['Giáo xứ Phú Lâm', 'chùa Linh Sơn'],
      [],
      'requested',
    ],
    ['Sở Y tế chủ trì, Bảo hiểm xã hội tỉnh phối hợp cung cấp số liệu.', ['Sở Y tế'], ['Bảo hiểm xã hội tỉnh'], null],
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
