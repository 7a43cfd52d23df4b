import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { outlineOf } from '../outline/outline-of.ts'
import { planWithSources } from '../plan-with-sources.ts'
import { readDuties } from './read-duties.ts'

const HEADER =
  'ỦY BAN NHÂN DÂN\nXÃ LÂM THỦY\nSố: 11/KH-UBND\nLâm Thủy, ngày 02 tháng 3 năm 2026\nKẾ HOẠCH\nXây dựng điển hình tiên tiến giai đoạn 2026 - 2028\nThực hiện chỉ đạo của cấp trên, Ủy ban nhân dân xã ban hành kế hoạch như sau:\n'

function read(body: string) {
  const text = `${HEADER}${body}\nNơi nhận:\n- Lưu: VT.\nCHỦ TỊCH\nLê Văn A`
  const { value } = readDuties(outlineOf({ text, lines: 'paragraphs', tables: [], notes: [], uncertain: [] }))
  return planWithSources(value).value
}

/** What an item of the hamlet heads owes. */
const owed = (task: string) =>
  read(`I. TỔ CHỨC THỰC HIỆN\n1. Trưởng các thôn\n- ${task}\n2. Công an xã\n- Giữ gìn trật tự.`).map((d) => [
    d.cadence,
    d.deadline,
    d.to,
  ])

describe('what a unit owes', () => {
  it.each([
    [
      'Báo cáo tháng vào ngày 25, báo cáo quý vào ngày 20 tháng cuối quý.',
      [
        ['monthly', 'vào ngày 25', null],
        ['quarterly', 'vào ngày 20 tháng cuối quý', null],
      ],
    ],
    [
      'Báo cáo kết quả về Đảng ủy trước ngày 10/6 và 10/12 hằng năm.',
      [
        ['yearly', 'trước ngày 10/6', 'Đảng ủy'],
        ['yearly', '10/12', 'Đảng ủy'],
      ],
    ],
    ['Đăng ký về Ban CHQS xã xong trước ngày 15/3/2026.', [['once', 'xong trước ngày 15/3/2026', 'Ban CHQS xã']]],
    [
      'Trước ngày 20 hàng tháng, giới thiệu 01 cá nhân về Ủy ban nhân dân xã (qua Phòng Văn hóa - Xã hội).',
      [['monthly', 'Trước ngày 20', 'Ủy ban nhân dân xã (qua Phòng Văn hóa - Xã hội)']],
    ],
    [
      'Báo cáo về Đảng ủy xã trước ngày 05 của tháng cuối quý.',
      [['quarterly', 'trước ngày 05 của tháng cuối quý', 'Đảng ủy xã']],
    ],
    [
      'Gửi hồ sơ về Hội đồng Thi đua - Khen thưởng xã chậm nhất ngày 15/11.',
      [['yearly', 'chậm nhất ngày 15/11', 'Hội đồng Thi đua - Khen thưởng xã']],
    ],
    ['Nộp hồ sơ đề nghị khen thưởng chậm nhất là ngày 15/11/2026.', [['once', 'chậm nhất là ngày 15/11/2026', null]]],
    [
      'Báo cáo định kỳ 06 tháng, năm gửi về Phòng Nội vụ để tổng hợp.',
      [
        ['halfYearly', null, 'Phòng Nội vụ'],
        ['yearly', null, 'Phòng Nội vụ'],
      ],
    ],
    [
      'Thực hiện báo cáo quý, 6 tháng, năm về Sở Nội vụ theo quy định.',
      [
        ['quarterly', null, 'Sở Nội vụ'],
        ['halfYearly', null, 'Sở Nội vụ'],
        ['yearly', null, 'Sở Nội vụ'],
      ],
    ],
    ['Hằng quý, báo cáo kết quả về Công an tỉnh.', [['quarterly', null, 'Công an tỉnh']]],
    [
      'Báo cáo 6 tháng đầu năm (trước ngày 15/6) và báo cáo năm (trước ngày 15/12) gửi Phòng Nội vụ.',
      [
        ['halfYearly', 'trước ngày 15/6', 'Phòng Nội vụ'],
        ['yearly', 'trước ngày 15/12', 'Phòng Nội vụ'],
      ],
    ],
    [
      'Báo cáo sơ kết (trước ngày 30/4/2027) và tổng kết (trước ngày 30/11/2028) gửi về Sở Nội vụ.',
      [
        ['once', 'trước ngày 30/4/2027', 'Sở Nội vụ'],
        ['once', 'trước ngày 30/11/2028', 'Sở Nội vụ'],
      ],
    ],
    ['Gửi danh sách đăng ký thi đua đầu năm về Văn phòng Đảng ủy.', [['yearly', 'đầu năm', 'Văn phòng Đảng ủy']]],
    [
      'Định kỳ hằng năm (trước ngày 15 tháng 12) báo cáo kết quả về Ủy ban nhân dân xã.',
      [['yearly', 'trước ngày 15 tháng 12', 'Ủy ban nhân dân xã']],
    ],
    [
      'Mỗi quý giới thiệu về Phòng Văn hóa - Xã hội ít nhất một gương.',
      [['quarterly', null, 'Phòng Văn hóa - Xã hội']],
    ],
    ['Sáu tháng một lần gửi báo cáo kết quả về Ban Xây dựng Đảng.', [['halfYearly', null, 'Ban Xây dựng Đảng']]],
    [
      'Gửi báo cáo tổng kết năm 2026 về Ủy ban nhân dân xã trước ngày 20/11.',
      [['once', 'trước ngày 20/11', 'Ủy ban nhân dân xã']],
    ],
    [
      'Truoc ngay 25 hang thang gui bao cao ve Uy ban nhan dan xa.',
      [['monthly', 'Truoc ngay 25', 'Uy ban nhan dan xa']],
    ],
    [
      'Gửi bài viết từ ngày 15 đến ngày 20 hằng tháng về Ủy ban nhân dân xã.',
      [['monthly', 'từ ngày 15 đến ngày 20', 'Ủy ban nhân dân xã']],
    ],
  ])('reads «%s»', (task, expected) => {
    expect(owed(task)).toEqual(expected)
  })

  it.each([
    ['Thường xuyên tuyên truyền, giới thiệu gương tốt.'],
    ['Định kỳ báo cáo Ủy ban nhân dân xã kết quả thực hiện.'],
    ['Đăng bài trên bản tin hàng tháng để giới thiệu gương tốt.'],
    ['Bố trí kinh phí từ ngân sách hằng năm để giới thiệu điển hình.'],
    ['Thông báo kế hoạch đến các hộ trước ngày 20/7/2026.'],
    ['Đề nghị khen thưởng vào dịp tổng kết năm, tổng kết chương trình.'],
  ])('takes «%s» for none', (task) => {
    expect(owed(task)).toEqual([])
  })

  it('knows the unit of the item, else the subject of the sentence, and the sentence as text', () => {
    expect(
      read(
        'I. CHẾ ĐỘ BÁO CÁO\nCác thôn, tổ dân phố gửi báo cáo về Phòng Nội vụ trước ngày 25 hằng tháng.\n- Hàng năm: Trên cơ sở đăng ký, Trưởng phòng Nội vụ đề nghị các cấp khen thưởng vào dịp tổng kết năm. Thường xuyên nêu gương.',
      ),
    ).toEqual([
      {
        cadence: 'monthly',
        deadline: 'trước ngày 25',
        by: 'Các thôn, tổ dân phố',
        to: 'Phòng Nội vụ',
        text: 'Các thôn, tổ dân phố gửi báo cáo về Phòng Nội vụ trước ngày 25 hằng tháng.',
      },
      {
        cadence: 'yearly',
        deadline: 'vào dịp tổng kết năm',
        by: 'Trưởng phòng Nội vụ',
        to: 'các cấp',
        text: 'Trên cơ sở đăng ký, Trưởng phòng Nội vụ đề nghị các cấp khen thưởng vào dịp tổng kết năm.',
      },
    ])
  })

  it('ends soon and never throws', () => {
    const piece = fc.constantFrom(
      'báo cáo ',
      'gửi ',
      'về ',
      'Phòng Nội vụ ',
      'trước ngày 20',
      '/11',
      '/2026',
      ' hàng tháng',
      ', ',
      '6 tháng',
      ' năm',
      '; ',
      'và ',
      '(',
      ')',
      '. ',
      'định kỳ ',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 50 }), (pieces) => {
        for (const duty of read(`I. TỔ CHỨC THỰC HIỆN\n1. Công an xã\n- ${pieces.join('')}x`))
          expect(duty.text.length).toBeGreaterThan(0)
      }),
      { numRuns: 60 },
    )
    const begun = performance.now()
    read(`I. NỘI DUNG\n${'báo cáo trước ngày 20 hàng tháng, '.repeat(1500)}`)
    expect(performance.now() - begun).toBeLessThan(8000)
  })
})
