import { describe, expect, it } from 'vitest'
import type { SourceText } from '../../core/text/source.ts'
import type { PlanDocument } from '../contract.ts'
import { outlineOf } from '../outline/outline-of.ts'
import { planWithSources } from '../plan-with-sources.ts'
import { readHeader } from './read-header.ts'

const source = (text: string): SourceText => ({ text, lines: 'wrapped', tables: [], notes: [], uncertain: [] })

function headerOf(text: string): Partial<PlanDocument> {
  return planWithSources<Partial<PlanDocument>>(readHeader(outlineOf(source(text))).value).value
}

const BODY = '\n\nI. MỤC ĐÍCH\n1. Tìm gương tốt.\n'
const TITLE = 'KẾ HOẠCH\nNhân rộng điển hình tiên tiến năm 2026\n'

const COMMUNE = {
  type: 'Kế hoạch',
  number: '12/KH-UBND',
  symbol: 'KH-UBND',
  issuer: 'Ủy ban nhân dân xã Bình Sơn',
  level: 'commune',
  place: 'Bình Sơn',
  date: { year: 2026, month: 1, day: 5 },
  title: 'Nhân rộng điển hình tiên tiến năm 2026',
  period: { from: '2026-01', to: '2026-12' },
}

describe('the header of a plan, however it is laid out', () => {
  it('is read from two columns told apart by a gap', () => {
    const text = `  ỦY BAN NHÂN DÂN             CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
    XÃ BÌNH SƠN                    Độc lập - Tự do - Hạnh phúc
  Số: 12/KH-UBND              Bình Sơn, ngày 05 tháng 01 năm 2026

${TITLE}${BODY}`
    expect(headerOf(text)).toEqual(COMMUNE)
  })

  it('is read from columns that run into each other line by line', () => {
    const text = `ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
XÃ BÌNH SƠN Độc lập - Tự do - Hạnh phúc
Số: 12/KH-UBND Bình Sơn, ngày 05 tháng 01 năm 2026
${TITLE}${BODY}`
    expect(headerOf(text)).toEqual(COMMUNE)
  })

  it('is read one cell a line, the right column first, the date broken', () => {
    const text = `CỘNG HÒA XÃ
HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Bình Sơn, ngày 05
tháng 01 năm 2026
ỦY BAN NHÂN
DÂN
XÃ BÌNH SƠN
Số: 12/KH-UBND
${TITLE}${BODY}`
    expect(headerOf(text)).toEqual(COMMUNE)
  })

  it('keeps the symbol and what is known of the date where number and day are blank', () => {
    const text = `ỦY BAN NHÂN DÂN\nXÃ BÌNH SƠN\nSố:       /KH-UBND\nBình Sơn, ngày …… tháng 7 năm 2026\n${TITLE}${BODY}`
    expect(headerOf(text)).toMatchObject({ number: null, symbol: 'KH-UBND', date: { year: 2026, month: 7, day: null } })
  })

  it('reads a people’s committee from the opening where the header is lost', () => {
    const text = `Số: 9/KH-UBND Cẩm Lĩnh, ngày 2 tháng 3 năm 2026
KẾ HOẠCH
Nhân rộng điển hình tiên tiến trên địa bàn phường Cẩm Lĩnh

Thực hiện chỉ đạo của cấp trên, Uỷ ban nhân dân phường ban hành Kế hoạch như sau:
I. MỤC ĐÍCH
1. Tìm gương tốt.`
    expect(headerOf(text)).toMatchObject({
      issuer: 'Uỷ ban nhân dân phường Cẩm Lĩnh',
      level: 'commune',
      place: 'Cẩm Lĩnh',
    })
  })

  it.each([
    ['ĐẢNG ỦY XÃ BÌNH SƠN', 'Ban Thường vụ Đảng ủy xã', 'Ban Thường vụ Đảng ủy xã Bình Sơn'],
    ['ĐẢNG ỦY XÃ BÌNH SƠN', 'Ban Thường vụ Đảng ủy', 'Ban Thường vụ Đảng ủy xã Bình Sơn'],
    ['ĐẢNG ỦY XÃ BÌNH SƠN', 'Ban Chấp hành Đảng bộ xã', 'Ban Chấp hành Đảng bộ xã Bình Sơn'],
    ['ĐẢNG ỦY XÃ BÌNH SƠN', 'Thường trực Đảng ủy xã', 'Thường trực Đảng ủy xã Bình Sơn'],
    ['BAN THƯỜNG VỤ ĐẢNG ỦY XÃ BÌNH SƠN', 'Ban Thường vụ Đảng ủy xã', 'Ban Thường vụ Đảng ủy xã Bình Sơn'],
    ['HUYỆN ỦY BÌNH SƠN', 'Ban Thường vụ Huyện ủy', 'Ban Thường vụ Huyện ủy Bình Sơn'],
    ['HUYỆN ỦY BÌNH SƠN', 'Ban Thường vụ Huyện ủy Bình Sơn', 'Ban Thường vụ Huyện ủy Bình Sơn'],
    ['HỘI ĐỒNG NHÂN DÂN\nXÃ BÌNH SƠN', 'Thường trực Hội đồng nhân dân xã', 'Thường trực Hội đồng nhân dân xã Bình Sơn'],
    ['ĐẢNG ỦY CÔNG AN TỈNH', 'Ban Thường vụ Đảng ủy', 'Ban Thường vụ Đảng ủy Công an tỉnh'],
    ['HỘI NÔNG DÂN XÃ BÌNH SƠN', 'Ban Thường vụ Hội Nông dân xã', 'Ban Thường vụ Hội Nông dân xã'],
  ])('below «%s» takes «%s» for «%s»', (header, said, issuer) => {
    const place = 'Số 15-KH/ĐU\nBình Sơn, ngày 16 tháng 02 năm 2026'
    const text = `${header}\n${place}\n${TITLE}\nThực hiện chỉ đạo của cấp trên, ${said} ban hành Kế hoạch như sau:${BODY}`
    expect(headerOf(text).issuer).toBe(issuer)
  })

  it('finds place and date below the subject too, which then ends above them', () => {
    const text = `HỘI NÔNG DÂN XÃ BÌNH SƠN\nSố: 9-HD/HNDX\nHƯỚNG DẪN\nNhân rộng điển hình tiên tiến\ntheo Chỉ thị ngày 5 tháng 4 năm 2025\n\nBình Sơn, ngày 16 tháng 02 năm 2026\n${BODY}`
    expect(headerOf(text)).toMatchObject({
      title: 'Nhân rộng điển hình tiên tiến theo Chỉ thị ngày 5 tháng 4 năm 2025',
      place: 'Bình Sơn',
      date: { year: 2026, month: 2, day: 16 },
    })
  })

  it('joins the number of a Party document and knows the level of its committee', () => {
    const text = `ĐẢNG BỘ TỈNH THANH LÂM                    ĐẢNG CỘNG SẢN VIỆT NAM
ĐẢNG ỦY XÃ BÌNH SƠN
            *                         Bình Sơn, ngày 16 tháng 02 năm 2026
Số 15 - KH/ĐU

KẾ HOẠCH
nêu gương người tốt, việc tốt giai đoạn 2026 - 2028
-----
Thực hiện Kết luận số 22-KL/TU ngày 30/10/2025 của Ban Thường vụ Tỉnh ủy, Đảng ủy xã ban hành Kế hoạch như sau:${BODY}`
    expect(headerOf(text)).toEqual({
      type: 'Kế hoạch',
      number: '15-KH/ĐU',
      symbol: 'KH/ĐU',
      issuer: 'Đảng ủy xã Bình Sơn',
      level: 'commune',
      place: 'Bình Sơn',
      date: { year: 2026, month: 2, day: 16 },
      title: 'nêu gương người tốt, việc tốt giai đoạn 2026 - 2028',
      period: { from: '2026-01', to: '2028-12' },
    })
  })

  it('takes a school for an agency and opens its short form', () => {
    const text = `UBND PHƯỜNG CẨM LĨNH\nTRƯỜNG THCS BÌNH MINH\nSố: 7/KH-THCSBM\nCẩm Lĩnh, ngày 1 tháng 9 năm 2026\n${TITLE}${BODY}`
    expect(headerOf(text)).toMatchObject({
      issuer: 'Trường Trung học cơ sở Bình Minh',
      level: 'agency',
      number: '7/KH-THCSBM',
    })
  })

  it('joins two bodies that issue a plan together', () => {
    const text = `ỦY BAN NHÂN DÂN XÃ BÌNH SƠN
ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM XÃ BÌNH SƠN
Số: 05/KHPH-UBND-MTTQ
Bình Sơn, ngày 11 tháng 8 năm 2026
KẾ HOẠCH
Phối hợp biểu dương người tốt, việc tốt
${BODY}`
    expect(headerOf(text)).toMatchObject({
      issuer: 'Ủy ban nhân dân xã Bình Sơn và Ủy ban Mặt trận Tổ quốc Việt Nam xã Bình Sơn',
      symbol: 'KHPH-UBND-MTTQ',
    })
  })

  it('takes the body of the opening where header and opening differ, and asks', () => {
    const text = `SỞ Y TẾ THANH LÂM\nSố: 3/KH-TTra\nThanh Lâm, ngày 1 tháng 2 năm 2026\n${TITLE}
Căn cứ chương trình công tác, Thanh tra Sở Y tế xây dựng kế hoạch như sau:${BODY}`
    const { value, questions } = readHeader(outlineOf(source(text)))
    expect(planWithSources<Partial<PlanDocument>>(value).value).toMatchObject({
      issuer: 'Thanh tra Sở Y tế',
      level: 'agency',
    })
    expect(questions.map(({ path, candidates }) => ({ path, candidates }))).toEqual([
      { path: '/document/issuer', candidates: ['Thanh tra Sở Y tế', 'Sở Y tế Thanh Lâm'] },
    ])
  })

  it('asks where the number cannot be read', () => {
    const text = `ỦY BAN NHÂN DÂN\nXÃ BÌNH SƠN\nSố: ^x/KH-UBND\nBình Sơn, ngày 05 tháng 01 năm 2026\n${TITLE}${BODY}`
    const { questions } = readHeader(outlineOf(source(text)))
    expect(questions.map(({ path }) => path)).toEqual(['/document/number'])
  })
})

describe('the months that a plan covers', () => {
  const periodOf = (title: string, time = '') =>
    headerOf(
      `Số: 1/KH-UBND\nBình Sơn, ngày 5 tháng 3 năm 2026\nKẾ HOẠCH\n${title}\n\nI. MỤC ĐÍCH\n1. Tìm gương tốt.\nII. NỘI DUNG\n${time}`,
    ).period

  it.each([
    ['Nhân rộng điển hình tiên tiến giai đoạn 2026 - 2030', '', { from: '2026-01', to: '2030-12' }],
    ['Nhân rộng điển hình tiên tiến đến năm 2030', '', { from: '2026-01', to: '2030-12' }],
    ['Chương trình giai đoạn 2026 - 2030, định hướng đến năm 2045', '', { from: '2026-01', to: '2030-12' }],
    ['Thi đua phục vụ bầu cử đại biểu Hội đồng nhân dân nhiệm kỳ 2026 - 2031', '', null],
    ['Thực hiện Chỉ thị số 27/CT-TTg ngày 15 tháng 8 năm 2024', '', null],
    [
      'Nhân rộng điển hình năm 2026',
      '- Thời gian thực hiện: Từ tháng 3/2026 đến tháng 11/2026.',
      { from: '2026-03', to: '2026-11' },
    ],
    ['Nhân rộng điển hình', '- Thời gian thực hiện: Từ năm 2026 đến năm 2028.', { from: '2026-01', to: '2028-12' }],
    ['Nhân rộng điển hình', '- Thời gian thực hiện: Năm 2026 và các năm tiếp theo.', null],
  ])('of «%s» %s', (title, time, period) => {
    expect(periodOf(title, time)).toEqual(period)
  })
})
