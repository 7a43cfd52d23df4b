import { describe, expect, it } from 'vitest'
import { Read } from '../read.ts'
import { Passage } from './passage.ts'
import { setsTarget, targetsIn } from './targets.ts'

const plain = (value: unknown): unknown => (value instanceof Read ? value.value : value)
const read = (text: string) =>
  targetsIn(Passage.of(text)).map((t) => {
    const target = t as Record<string, unknown>
    const period = plain(target['period']) as { from: string; to: string } | null
    return [
      plain(target['min']),
      plain(target['subject']),
      plain(target['per']),
      period && `${period.from}/${period.to}`,
    ]
  })

describe('numbers of exemplars that a sentence sets', () => {
  it.each([
    [
      'lựa chọn, xây dựng và nhân rộng ít nhất 02 điển hình tiên tiến năm 2024 trong việc “Học tập”',
      [[2, 'any', null, '2024-01/2024-12']],
    ],
    ['ít nhất 02 điển hình tiên tiến/cấp học năm 2024 trong Phong trào', [[2, 'any', 'cấp học', '2024-01/2024-12']]],
    [
      'Tập thể: 02; cá nhân: 05, hộ gia đình: 03.',
      [
        [2, 'collective', null, null],
        [5, 'individual', null, null],
        [3, 'household', null, null],
      ],
    ],
    [
      'Giai đoạn 2021 - 2025, Ban phấn đấu có ít nhất 01 tập thể, 01 cá nhân là điển hình tiên tiến',
      [
        [1, 'collective', null, '2021-01/2025-12'],
        [1, 'individual', null, '2021-01/2025-12'],
      ],
    ],
    [
      'Đề nghị Công an huyện lựa chọn ít nhất 02 điển hình tiên tiến năm 2024, Ban Chỉ huy Quân sự huyện lựa chọn ít nhất 02 điển hình tiên tiến',
      [
        [2, 'any', null, '2024-01/2024-12'],
        [2, 'any', null, null],
      ],
    ],
    [
      'mỗi xã có ít nhất 03 tập thể và 05 cá nhân/năm',
      [
        [3, 'collective', 'xã', null],
        [5, 'individual', 'xã', null],
      ],
    ],
    ['từ 01 mô hình trở lên', [[1, 'model', null, null]]],
    ['Phấn đấu mỗi năm có tối thiểu ba tập thể', [[3, 'collective', 'năm', null]]],
    ['Mỗi tổ chuyên môn lựa chọn ít nhất hai giáo viên', [[2, 'individual', 'tổ chuyên môn', null]]],
    [
      'Chỉ tiêu: 02 hộ gia đình, 01 dòng họ, 01 doanh nghiệp',
      [
        [2, 'household', null, null],
        [1, 'clan', null, null],
        [1, 'enterprise', null, null],
      ],
    ],
    ['ít nhất năm điển hình', [[5, 'any', null, null]]],
    ['ít nhất mười hai cá nhân', [[12, 'individual', null, null]]],
    ['mỗi cơ quan, đơn vị lựa chọn ít nhất 01 tập thể, cá nhân tiêu biểu', [[1, 'any', 'cơ quan, đơn vị', null]]],
    [
      'ít nhất 02 (hai) tập thể và 03 (ba) cá nhân',
      [
        [2, 'collective', null, null],
        [3, 'individual', null, null],
      ],
    ],
    [
      '02 điển hình tập thể, 03 điển hình cá nhân',
      [
        [2, 'collective', null, null],
        [3, 'individual', null, null],
      ],
    ],
    ['Toàn tỉnh có ít nhất 10 điển hình tiên tiến trong năm 2025', [[10, 'any', null, '2025-01/2025-12']]],
    [
      'Mỗi năm tôn vinh ít nhất 20 doanh nghiệp và 10 doanh nhân',
      [
        [20, 'enterprise', 'năm', null],
        [10, 'individual', 'năm', null],
      ],
    ],
    [
      'mỗi tổ chuyên môn giới thiệu 01 giáo viên; cả trường công nhận từ 5 đến 7 giáo viên',
      [
        [1, 'individual', 'tổ chuyên môn', null],
        [5, 'individual', null, null],
      ],
    ],
    [
      'Mỗi đảng bộ, chi bộ trực thuộc lựa chọn 01 tập thể, 02 cá nhân',
      [
        [1, 'collective', 'đảng bộ, chi bộ trực thuộc', null],
        [2, 'individual', 'đảng bộ, chi bộ trực thuộc', null],
      ],
    ],
    [
      'mỗi công đoàn cơ sở từ 100 đoàn viên trở lên có 02 đoàn viên tiêu biểu',
      [[2, 'individual', 'công đoàn cơ sở', null]],
    ],
    ['mỗi quận, huyện 02 em', [[2, 'individual', 'quận, huyện', null]]],
    ['Chọn 03 trong số 10 mô hình để nhân rộng', [[3, 'model', null, null]]],
    ['Tuyên dương 10 “Thầy thuốc trẻ tiêu biểu”', [[10, 'individual', null, null]]],
    ['Xây dựng 02 mô hình tại 03 xã biên giới', [[2, 'model', null, null]]],
    ['Chọn 10 cá nhân từ 25 thôn, bản', [[10, 'individual', null, null]]],
    [
      '20 người (mỗi thôn 02 người)',
      [
        [20, 'individual', null, null],
        [2, 'individual', 'thôn', null],
      ],
    ],
    [
      '5÷7 cá nhân, từ 3 tới 5 tập thể',
      [
        [5, 'individual', null, null],
        [3, 'collective', null, null],
      ],
    ],
    [
      'Phấn đấu năm 2026 có 10 cá nhân, năm 2027 có 15 cá nhân',
      [
        [10, 'individual', null, '2026-01/2026-12'],
        [15, 'individual', null, '2027-01/2027-12'],
      ],
    ],
    [
      'mỗi chi nhánh Văn phòng Đăng ký đất đai 01 tập thể',
      [[1, 'collective', 'chi nhánh Văn phòng Đăng ký đất đai', null]],
    ],
    [
      'Bệnh viện công nhận từ 05 đến 08 cá nhân; mỗi tổ công nhân 01 người',
      [
        [5, 'individual', null, null],
        [1, 'individual', 'tổ công nhân', null],
      ],
    ],
    ['80% cơ sở Hội có ít nhất một điển hình', []],
    ['kết nạp 05 đảng viên, chọn 02 đảng viên tiêu biểu', [[2, 'individual', null, null]]],
    ['2 tập thể (trong đó 01 tập thể nhỏ)', [[2, 'collective', null, null]]],
    ['không quá 20 tập thể và 100% cá nhân', []],
    ['giúp đỡ ít nhất 02 hộ gia đình thoát nghèo, tạo 05 sáng kiến trong 03 năm', []],
    ['Hàng tháng giới thiệu 01 tập thể hoặc 01 cá nhân', []],
    ['trong phong trào “Xây dựng gia đình 5 không, 3 sạch”', []],
  ])('%s', (text, targets) => {
    expect(read(text)).toEqual(targets)
  })

  it('tells a sentence with a target from a criterion with a number', () => {
    const says = (text: string) => setsTarget(Passage.of(text))
    expect(says('Phấn đấu có ít nhất 01 tập thể điển hình.')).toBe(true)
    expect(says('Trong giai đoạn 2021 - 2025, Ban phấn đấu có ít nhất 01 tập thể, 01 cá nhân.')).toBe(true)
    expect(says('Có ít nhất 02 sáng kiến được công nhận.')).toBe(false)
    expect(says('Cá nhân có ít nhất 02 năm hoàn thành xuất sắc nhiệm vụ.')).toBe(false)
  })
})
