import { describe, expect, it } from 'vitest'
import { Passage } from './passage.ts'
import { isAbout, kindsOfClauses, laterKinds, namedKinds } from './subjects.ts'

const about = (text: string) => {
  const sentence = Passage.of(text)
  const named = namedKinds(sentence)
  if (!named || !isAbout(sentence, named)) return []
  return [...named.kinds, ...laterKinds(sentence, named)].map(({ subject }) => subject)
}

describe('whom a sentence is about', () => {
  it.each([
    ['Tập thể tiêu biểu cho tinh thần vượt khó.', ['collective']],
    ['Là những cá nhân, hộ gia đình có đóng góp.', ['individual', 'household']],
    ['Các tổ chức chính trị - xã hội, đoàn viên có nhiều sáng tạo.', ['collective', 'individual']],
    ['Đơn vị hoàn thành nhiệm vụ; xã, ấp và hộ gia đình đạt danh hiệu văn hóa.', ['collective', 'household']],
    [
      'Nghệ nhân có học trò thành nghề; câu lạc bộ biểu diễn đều; dòng họ giữ gia phả.',
      ['individual', 'collective', 'clan'],
    ],
    ['Cơ sở trợ giúp xã hội, mô hình nuôi dưỡng chăm sóc người già.', ['collective', 'model']],
    ['Chi bộ sinh hoạt nền nếp; đảng viên gương mẫu.', ['collective', 'individual']],
    ['Tổ bảo vệ an ninh, trật tự ở cơ sở và người dân trực tiếp phát hiện tội phạm.', ['collective', 'individual']],
    ['Chi hội trưởng, chi hội phó đi từng ngõ, gõ từng nhà.', ['individual']],
    ['Điều dưỡng trưởng, hộ sinh trưởng quản lý tốt khoa.', ['individual']],
    ['Người nộp thuế là doanh nghiệp nộp đúng hạn.', ['enterprise']],
    [
      'Thương binh làm kinh tế giỏi; gia đình liệt sĩ tiêu biểu trong xây dựng nông thôn mới.',
      ['individual', 'household'],
    ],
    ['Hộ kinh doanh dùng hóa đơn điện tử.', ['household']],
    ['Sáng kiến, mô hình do công chức đề xuất được áp dụng.', ['model']],
    ['Thẩm phán, thư ký tòa án xử đúng hạn.', ['individual']],
    ['Biểu dương những nông dân, hợp tác xã làm ăn giỏi.', ['individual', 'enterprise']],
  ])('%s', (text, kinds) => {
    expect(about(text)).toEqual(kinds)
  })

  it.each([
    ['the family of the person in question', 'Cá nhân hoàn thành nhiệm vụ; gia đình hạnh phúc.', ['individual']],
    ['the class in his charge', 'Giáo viên có giờ dạy tốt; lớp chủ nhiệm không có học sinh bỏ học.', ['individual']],
    ['«thu ngân sách» as a trade', 'Thu ngân sách vượt dự toán, không nợ đọng.', []],
    ['those who are helped', 'Cá nhân vận động đoàn viên, hội viên và giúp đỡ hộ nghèo.', ['individual']],
    ['units that are told something', 'Các cơ quan, đơn vị tiếp tục triển khai phong trào.', []],
    ['verbs that look like nouns', 'Tổ chức tốt các phong trào thi đua.', []],
    ['words that begin alike', 'Xã hội hóa giáo dục tốt, phòng chống dịch bệnh.', []],
  ])('does not count %s', (_, text, kinds) => {
    expect(about(text)).toEqual(kinds)
  })
})

it('reads whom a clause is about behind «đối với»', () => {
  const kinds = (text: string) => kindsOfClauses(Passage.of(text))?.kinds.map(({ subject }) => subject)
  expect(kinds('ủng hộ quỹ từ 50 triệu đồng đối với doanh nghiệp; cá nhân bền bỉ làm việc thiện.')).toEqual([
    'enterprise',
    'individual',
  ])
  expect(kinds('có trách nhiệm đối với công việc; gần dân.')).toBeUndefined()
})
