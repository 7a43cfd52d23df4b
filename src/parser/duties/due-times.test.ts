import { describe, expect, it } from 'vitest'
import { outlineOf } from '../outline/outline-of.ts'
import { planWithSources } from '../plan-with-sources.ts'
import { readDuties } from './read-duties.ts'

const HEADER =
  'ỦY BAN NHÂN DÂN\nXÃ LÂM THỦY\nSố: 11/KH-UBND\nLâm Thủy, ngày 02 tháng 3 năm 2026\nKẾ HOẠCH\nXây dựng điển hình tiên tiến năm 2026\nThực hiện chỉ đạo của cấp trên, Ủy ban nhân dân xã ban hành kế hoạch như sau:\n'

/** What an item of the hamlet heads owes. */
function readOwed(task: string) {
  const body = `I. TỔ CHỨC THỰC HIỆN\n1. Trưởng các thôn\n- ${task}\n2. Công an xã\n- Giữ gìn trật tự.`
  const text = `${HEADER}${body}\nNơi nhận:\n- Lưu: VT.\nCHỦ TỊCH\nLê Văn A`
  return readDuties(outlineOf({ text, lines: 'paragraphs', tables: [], notes: [], uncertain: [] }))
}

const owed = (task: string) => planWithSources(readOwed(task).value).value.map((d) => [d.cadence, d.deadline, d.to])

describe('due times as offices print them', () => {
  it.each([
    ['Ngày 05 của tháng đầu quý sau báo cáo danh sách', 'quarterly', 'Ngày 05 của tháng đầu quý sau'],
    ['Ngày 05 của tháng đầu mỗi quý, gửi danh sách', 'quarterly', 'Ngày 05 của tháng đầu mỗi quý'],
    ['Ngày 15 tháng cuối quý gửi báo cáo', 'quarterly', 'Ngày 15 tháng cuối quý'],
    ['Hằng quý (ngày 20 của tháng cuối quý) gửi báo cáo', 'quarterly', 'ngày 20 của tháng cuối quý'],
    ['Hằng năm (ngày 15/12) gửi báo cáo', 'yearly', 'ngày 15/12'],
    ['Báo cáo 6 tháng (ngày 15/6)', 'halfYearly', 'ngày 15/6'],
    ['Cuối quý I hằng năm đăng ký điển hình', 'yearly', 'Cuối quý I'],
    ['Quý I hằng năm đăng ký điển hình', 'yearly', 'Quý I'],
    ['Báo cáo kết quả khi kết thúc năm học', 'yearly', 'khi kết thúc năm học'],
    ['Cuối học kỳ I gửi báo cáo', 'halfYearly', 'Cuối học kỳ I'],
    ['Tuần cuối của quý gửi báo cáo', 'quarterly', 'Tuần cuối của quý'],
    ['Cuối mỗi quý gửi báo cáo', 'quarterly', 'Cuối mỗi quý'],
    ['Chậm nhất 05 ngày sau khi kết thúc quý, gửi báo cáo', 'quarterly', 'Chậm nhất 05 ngày sau khi kết thúc quý'],
    ['Chậm nhất 10 ngày trước khi kết thúc quý, gửi báo cáo', 'quarterly', 'Chậm nhất 10 ngày trước khi kết thúc quý'],
    ['Ngày 28 hằng tháng gửi báo cáo', 'monthly', 'Ngày 28'],
    ['Mùng 5 hằng tháng gửi báo cáo', 'monthly', 'Mùng 5'],
    ['Định kỳ ngày 20 gửi báo cáo', 'monthly', 'ngày 20'],
    ['Trước 17 giờ ngày 20 hằng tháng gửi báo cáo', 'monthly', 'Trước 17 giờ ngày 20'],
    ['Đầu tháng sau gửi báo cáo', 'monthly', 'Đầu tháng sau'],
    ['Cuối tháng gửi báo cáo', 'monthly', 'Cuối tháng'],
    ['Vào ngày làm việc cuối cùng của tháng, gửi báo cáo', 'monthly', 'Vào ngày làm việc cuối cùng của tháng'],
    ['Tháng 12 hằng năm gửi báo cáo', 'yearly', 'Tháng 12'],
    ['Ngày 10/12 hằng năm gửi báo cáo', 'yearly', 'Ngày 10/12'],
    ['Ngày 10 tháng 12 hằng năm gửi báo cáo', 'yearly', 'Ngày 10 tháng 12'],
    ['Dịp 20/11 hằng năm giới thiệu gương', 'yearly', 'Dịp 20/11'],
    ['Hằng năm, nhân dịp 27/7, giới thiệu gương', 'yearly', 'nhân dịp 27/7'],
    ['Trễ nhất ngày 20/6, gửi hồ sơ', 'yearly', 'Trễ nhất ngày 20/6'],
    ['Hạn chót ngày 20/6/2026, gửi hồ sơ', 'once', 'Hạn chót ngày 20/6/2026'],
    ['Không chậm hơn ngày 20/6/2026, gửi hồ sơ', 'once', 'Không chậm hơn ngày 20/6/2026'],
    ['Trước 17h00 ngày 20/6/2026, gửi hồ sơ', 'once', 'Trước 17h00 ngày 20/6/2026'],
    ['3 tháng/lần gửi báo cáo', 'quarterly', null],
    ['Một quý một lần gửi báo cáo', 'quarterly', null],
    ['Trong quý II/2026, gửi danh sách', 'once', 'Trong quý II/2026'],
    ['Trong quý I hằng năm, gửi danh sách', 'yearly', 'Trong quý I'],
    ['Trước ngày 05 tháng sau, gửi báo cáo tháng trước', 'monthly', 'Trước ngày 05 tháng sau'],
    ['6 tháng/lần gửi báo cáo', 'halfYearly', null],
  ])('reads «%s»', (words, cadence, deadline) => {
    expect(owed(`${words} về Phòng Nội vụ.`)).toEqual([[cadence, deadline, 'Phòng Nội vụ']])
  })

  it.each([
    ['Gửi báo cáo về Phòng Nội vụ ngày 25 hằng tháng.', 'Phòng Nội vụ'],
    ['Gửi về Phòng Nội vụ 02 bộ hồ sơ trước ngày 20/6.', 'Phòng Nội vụ'],
    ['Gửi hồ sơ về Phòng Nội vụ trễ nhất ngày 20/6.', 'Phòng Nội vụ'],
    ['Gửi tin về Phòng Nội vụ từ ngày 25 đến ngày 30 hằng tháng.', 'Phòng Nội vụ'],
    ['Gửi tin về Phòng Nội vụ (bằng văn bản và qua thư điện tử) trước ngày 20.', 'Phòng Nội vụ'],
    ['Gửi báo cáo về Tổ công tác số 2 (Đội Tham mưu) trước ngày 20 hằng tháng.', 'Tổ công tác số 2 (Đội Tham mưu)'],
    ['Gửi báo cáo về PX09 (Đội Tham mưu) trước ngày 20 hằng tháng.', 'PX09 (Đội Tham mưu)'],
    ['Gửi danh sách về Ban Tuyên giáo, Nữ công trước ngày 20/6.', 'Ban Tuyên giáo, Nữ công'],
  ])('ends the addressee where the name ends in «%s»', (task, to) => {
    expect(owed(task).map(([, , addressee]) => addressee)).toEqual([to])
  })
})

describe('a day of one year beside the name of a period', () => {
  it.each([
    ['Báo cáo 6 tháng gửi trước ngày 10/6/2026, báo cáo năm gửi trước ngày 10/11/2026.', ['10/6/2026', '10/11/2026']],
    ['Lập danh sách gửi về Phòng Nội vụ trước ngày 30/4 và 30/10/2026.', ['30/4', '30/10/2026']],
    ['Gửi báo cáo năm (trước ngày 10/11/2026) về Phòng Nội vụ.', ['10/11/2026']],
    ['Báo cáo quý gửi Phòng Nội vụ chậm nhất ngày 20/3/2026.', ['20/3/2026']],
    ['Báo cáo 6 tháng, năm gửi trước ngày 10/6/2026 và trước ngày 10/11/2026.', ['10/6/2026', '10/11/2026']],
    ['Hằng năm: gửi báo cáo trước ngày 10/11/2026.', ['10/11/2026']],
  ])('comes once in «%s»', (task, days) => {
    const found = owed(task)
    expect(found.map(([cadence]) => cadence)).toEqual(days.map(() => 'once'))
    expect(found.map(([, deadline]) => /\S+$/.exec(deadline ?? '')?.[0])).toEqual(days)
  })

  it('is asked about where the words say that it comes back', () => {
    const asked = (task: string) => readOwed(task).questions.filter(({ path }) => path.endsWith('/cadence')).length
    expect(asked('Hằng năm gửi báo cáo về Phòng Nội vụ trước ngày 10/11/2026.')).toBe(1)
    expect(asked('Gửi báo cáo năm về Phòng Nội vụ trước ngày 10/11/2026.')).toBe(0)
  })

  it('leaves a duty that lasts until then', () => {
    expect(owed('Hằng tháng gửi báo cáo về Phòng Nội vụ đến hết ngày 31/12/2026.').map(([cadence]) => cadence)).toEqual(
      ['monthly'],
    )
  })

  it('leaves a cadence whose day has no year', () => {
    expect(owed('Báo cáo 6 tháng trước ngày 10/6, báo cáo năm trước ngày 10/11.').map(([cadence]) => cadence)).toEqual([
      'halfYearly',
      'yearly',
    ])
  })
})
