import { expect, it } from 'vitest'
import { Passage } from './passage.ts'
import { readAssignment } from './read-assignment.ts'

it.each([
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
  ['Đảng ủy Công an xã lãnh đạo, chọn 02 tập thể.', ['Đảng ủy Công an xã'], [], null],
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
  ['Ủy viên Ban Thường vụ phụ trách địa bàn chịu trách nhiệm.', ['Ủy viên Ban Thường vụ phụ trách địa bàn'], [], null],
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
  ['Trạm trưởng Trạm Y tế theo dõi; cô đỡ thôn bản phối hợp.', ['Trạm trưởng Trạm Y tế'], ['cô đỡ thôn bản'], null],
  [
    'Giao đồng chí Trần Văn Bình - Chủ tịch Công đoàn theo dõi',
    ['đồng chí Trần Văn Bình - Chủ tịch Công đoàn'],
    [],
    'ordered',
  ],
  ['Phụ trách: Bí thư chi bộ, trưởng bản; giúp việc: công an viên.', ['Bí thư chi bộ', 'trưởng bản'], [], null],
  [
    'Hội Khuyến học xã chủ trì cùng Trung tâm học tập cộng đồng xét chọn.',
    ['Hội Khuyến học xã'],
    ['Trung tâm học tập cộng đồng'],
    null,
  ],
  ['Phòng Kinh tế (chủ trì), Hội Nông dân xã (phối hợp).', ['Phòng Kinh tế'], ['Hội Nông dân xã'], null],
  [
    'Cơ quan thực hiện: Phòng Tư pháp (chủ trì); Công an phường, UBND các xã, phường (phối hợp).',
    ['Phòng Tư pháp'],
    ['Công an phường', 'UBND các xã, phường'],
    null,
  ],
  [
    'Giao Trạm Y tế xã (đầu mối); Hội Chữ thập đỏ xã; các thôn (cùng phối hợp)',
    ['Trạm Y tế xã'],
    ['Hội Chữ thập đỏ xã', 'các thôn'],
    null,
  ],
  ['Thực hiện: Phòng Kinh tế (chủ trì), phối hợp với Hội Nông dân xã.', ['Phòng Kinh tế'], ['Hội Nông dân xã'], null],
  [
    'Cơ quan giúp UBND xã: Trạm Thú y; cùng phối hợp có Ban quản lý chợ và các buôn.',
    ['Trạm Thú y'],
    ['Ban quản lý chợ', 'các buôn'],
    null,
  ],
  ['Cơ quan giúp việc: Phòng Kinh tế; phối hợp: Hội Nông dân xã.', ['Phòng Kinh tế'], ['Hội Nông dân xã'], null],
  [
    'Hội Người cao tuổi xã và Trạm Y tế xã được giao chủ trì nội dung này.',
    ['Hội Người cao tuổi xã', 'Trạm Y tế xã'],
    [],
    null,
  ],
  [
    'Phòng Kinh tế được giao chủ trì, có sự phối hợp của Hội Nông dân xã.',
    ['Phòng Kinh tế'],
    ['Hội Nông dân xã'],
    null,
  ],
  ['Việc lựa chọn do Phòng Kinh tế chủ trì, Hội Nông dân xã phối hợp.', ['Phòng Kinh tế'], ['Hội Nông dân xã'], null],
])('whole names of leaders and partners: %s', (text, lead, coordinating, relation) => {
  const found = readAssignment(Passage.of(text))
  expect(found?.lead.map((unit) => unit.words)).toEqual(lead)
  expect(found?.coordinating.map((unit) => unit.words)).toEqual(coordinating)
  expect(found?.relation?.value ?? null).toBe(relation)
})

it.each([
  'Cán bộ phụ trách địa bàn thường xuyên bám dân.',
  'Tổ trưởng theo dõi sát diễn biến của từng hộ.',
  'Bí thư chi bộ phối hợp với trưởng thôn giải quyết dứt điểm mâu thuẫn.',
  'Công đoàn cơ sở tham mưu cấp ủy chăm lo tốt cho người lao động.',
  'Chi đoàn chủ trì được công trình thanh niên.',
  'Người đứng đầu dám chịu trách nhiệm.',
  'Mô hình do Hội Nông dân quản lý có lãi.',
])('how somebody is hands nothing to anyone: %s', (text) => {
  expect(readAssignment(Passage.of(text))).toBeNull()
})
