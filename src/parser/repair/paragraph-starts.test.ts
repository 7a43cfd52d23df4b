import { expect, it } from 'vitest'
import { DIGITAL, opensParagraph } from './paragraph-starts.ts'

const BULLET = '- Cá nhân: Người chèo đò đưa học sinh qua sông'

it.each([
  ['Giao Hội Nông dân xã lựa chọn 02 cá nhân.', true],
  ['Đề nghị Công đoàn cơ sở phối hợp.', true],
  ['Các thôn ven sông chủ trì lựa chọn.', true],
  ['Trên đây là kế hoạch của xã.', true],
  ['Giao thông đường thủy được bảo đảm.', false],
  ['Các em được đến lớp đúng giờ.', false],
])('behind a finished bullet «%s» begins a paragraph: %s', (next, opens) => {
  expect(opensParagraph(BULLET, 'qua sông ba năm liền.', next)).toBe(opens)
})

it('goes on where the bullet is not finished, and behind a paragraph without a mark', () => {
  expect(opensParagraph(BULLET, 'qua sông theo lời', 'Giao Hội Nông dân xã lựa chọn.')).toBe(false)
  expect(opensParagraph('Người chèo đò', 'qua sông.', 'Giao Hội Nông dân xã lựa chọn.')).toBe(false)
})

it.each(['đồng bào dân tộc thiểu số', 'quy mô dân số', 'chuyển đổi số'])('«%s» waits for no figure', (words) => {
  expect(DIGITAL.test(words)).toBe(true)
})
