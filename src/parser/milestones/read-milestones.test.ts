import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SourceTable } from '../../core/text/source.ts'
import { outlineOf } from '../outline/outline-of.ts'
import { planWithSources } from '../plan-with-sources.ts'
import { readMilestones } from './read-milestones.ts'

const header = (title: string) =>
  `ỦY BAN NHÂN DÂN\nXÃ LÂM THỦY\nSố: 11/KH-UBND\nLâm Thủy, ngày 02 tháng 3 năm 2026\nKẾ HOẠCH\n${title}\nThực hiện chỉ đạo của cấp trên, Ủy ban nhân dân xã ban hành kế hoạch như sau:\n`

function read(body: string, title = 'Xây dựng điển hình tiên tiến giai đoạn 2026 - 2028', tables: SourceTable[] = []) {
  const text = `${header(title)}${body}\nNơi nhận:\n- Lưu: VT.\nCHỦ TỊCH\nLê Văn A`
  const { value, questions } = readMilestones(
    outlineOf({ text, lines: 'paragraphs', tables, notes: [], uncertain: [] }),
  )
  return { list: planWithSources(value).value.map(({ from, to, text }) => [from, to, text]), questions }
}

const steps = (...lines: string[]) => read(['I. THỜI GIAN THỰC HIỆN', ...lines].join('\n')).list

describe('dated steps of a plan', () => {
  it.each([
    ['- Trong quý I/2026: Ban hành kế hoạch.', '2026-01', '2026-03', 'Ban hành kế hoạch.'],
    [
      '- Quý I, II năm 2027: Sơ kết, biểu dương nhân kỷ niệm 80 năm (11/6/1948 - 11/6/2028).',
      '2027-01',
      '2027-06',
      'Sơ kết, biểu dương nhân kỷ niệm 80 năm (11/6/1948 - 11/6/2028).',
    ],
    ['- Quý III/2027, tập trung bồi dưỡng.', '2027-07', '2027-09', 'tập trung bồi dưỡng.'],
    ['+ Tháng 6/2026: các thôn đăng ký.', '2026-06', '2026-06', 'các thôn đăng ký.'],
    ['1. Từ tháng 3 đến tháng 5 năm 2026: phát phiếu giới thiệu.', '2026-03', '2026-05', 'phát phiếu giới thiệu.'],
    ['- Từ ngày 01/3/2026 đến ngày 28/4/2026: tập huấn.', '2026-03', '2026-04', 'tập huấn.'],
    ['- Trước ngày 15/11/2026: hoàn thành bình chọn.', '2026-11', '2026-11', 'hoàn thành bình chọn.'],
    ['- Năm 2028: Tổng kết kế hoạch.', '2028-01', '2028-12', 'Tổng kết kế hoạch.'],
    ['- Giai đoạn 1 (từ tháng 3/2026 đến tháng 12/2026): phát động.', '2026-03', '2026-12', 'phát động.'],
    ['- Bước 2: Quý II/2026, bình xét ở cơ sở.', '2026-04', '2026-06', 'bình xét ở cơ sở.'],
    ['- 6 tháng đầu năm 2027: khảo sát.', '2027-01', '2027-06', 'khảo sát.'],
    ['- Sơ kết giữa giai đoạn: Quý II/2027.', '2027-04', '2027-06', 'Sơ kết giữa giai đoạn'],
    ['- Tổ chức hội nghị tổng kết (tháng 10/2028).', '2028-10', '2028-10', 'Tổ chức hội nghị tổng kết'],
    ['- Ngày 03/02/2027: gặp mặt điển hình.', '2027-02', '2027-02', 'gặp mặt điển hình.'],
    ['- Quy IV/2028: tong ket, khen thuong.', '2028-10', '2028-12', 'tong ket, khen thuong.'],
  ])('reads «%s»', (line, from, to, text) => {
    expect(steps(line)).toEqual([[from, to, text]])
  })

  it.each([
    ['- Thời gian thực hiện: Từ năm 2026 đến năm 2028.'],
    ['- Hàng năm: bình xét, lựa chọn.'],
    ['- Quý II hàng năm: bình chọn từ cơ sở.'],
    ['- Từ năm 2026 trở đi: duy trì.'],
    ['- Năm 2024: đã thực hiện thí điểm.'],
    ['- Trước ngày 15/11/2026: các thôn gửi báo cáo về Ủy ban nhân dân xã.'],
    ['- Thường xuyên tuyên truyền trong năm 2026.'],
  ])('takes «%s» for none', (line) => {
    expect(steps(line)).toEqual([])
  })

  it('takes a quarter as heading with all below it for one, and the year of the heading above for steps without a year', () => {
    expect(read('I. LỘ TRÌNH\n1. Quý II/2026\n- Phát động.\n- Đăng ký.').list).toEqual([
      ['2026-04', '2026-06', 'Phát động.\nĐăng ký.'],
    ])
    expect(read('I. LỘ TRÌNH\n1. Năm 2027\n- Quý I: Sơ kết.\n- Tháng 11: Tổng kết.').list).toEqual([
      ['2027-01', '2027-03', 'Sơ kết.'],
      ['2027-11', '2027-11', 'Tổng kết.'],
    ])
  })

  it('lends the year of the title and asks about it', () => {
    const { list, questions } = read('I. TIẾN ĐỘ\n- Quý I: Phát động.', 'Xây dựng điển hình tiên tiến năm 2026')
    expect(list).toEqual([['2026-01', '2026-03', 'Phát động.']])
    expect(questions.map((q) => q.path)).toEqual(['/milestones/0/from'])
    expect(
      read('I. TIẾN ĐỘ\n- Tháng 9: Phát động.\n- Tháng 4: Tổng kết.', 'Nêu gương năm học 2026 - 2027').list,
    ).toEqual([
      ['2026-09', '2026-09', 'Phát động.'],
      ['2027-04', '2027-04', 'Tổng kết.'],
    ])
  })

  it('finds conferences with a year wherever they stand, but not what a unit does in a year', () => {
    expect(
      read(
        'I. NỘI DUNG\n- Tổ chức Hội nghị điển hình tiên tiến năm 2027;\n- Tổ chức Hội nghị sơ kết các phong trào.\n- Trong năm 2026, đẩy mạnh tuyên truyền.\nII. TỔ CHỨC THỰC HIỆN\n1. Công an xã\n- Tham mưu tổng kết giai đoạn 2026 - 2028 vào năm 2028.',
      ).list,
    ).toEqual([['2027-01', '2027-12', 'Tổ chức Hội nghị điển hình tiên tiến năm 2027']])
  })

  it('counts a step from the day of issue, bullets behind a stage, and a section whose items begin with quarters', () => {
    expect(steps('- Từ ngày ban hành Kế hoạch đến 30/4/2026: Quán triệt.')).toEqual([
      ['2026-03', '2026-04', 'Quán triệt.'],
    ])
    expect(
      steps(
        'Bước 1: Đăng ký, lựa chọn (Quý II/2026)',
        '- Các thôn đăng ký.',
        '- Lập danh sách.',
        'Bước 2: Tổng kết, khen thưởng (Quý IV/2026)',
      ),
    ).toEqual([
      ['2026-04', '2026-06', 'Đăng ký, lựa chọn\nCác thôn đăng ký.\nLập danh sách.'],
      ['2026-10', '2026-12', 'Tổng kết, khen thưởng'],
    ])
    expect(read('I. CHƯƠNG TRÌNH CỤ THỂ\n1. Quý II/2026: họp phiên đầu.\n2. Quý IV/2026: bình xét.').list).toEqual([
      ['2026-04', '2026-06', 'họp phiên đầu.'],
      ['2026-10', '2026-12', 'bình xét.'],
    ])
  })

  it('leaves out what was over when the plan was issued', () => {
    expect(read('I. KẾT QUẢ\n- Tổ chức Hội nghị điển hình tiên tiến năm 2025.').list).toEqual([])
  })

  it('reads the rows of a schedule and leaves cadences alone', () => {
    const body =
      'I. TIẾN ĐỘ\nTT\nNội dung công việc\nThời gian\n1\nPhát động, đăng ký\nQuý I năm 2026\n2\nSinh hoạt nêu gương\nHàng tháng\n3\nTổng kết\nTháng 12/2028'
    const title = 'Xây dựng điển hình tiên tiến giai đoạn 2026 - 2028'
    const full = `${header(title)}${body}`
    let from = header(title).length + 'I. TIẾN ĐỘ\n'.length
    const cells = full
      .slice(from)
      .split('\n')
      .map((line) => {
        const cell = { start: from, end: from + line.length }
        from += line.length + 1
        return cell
      })
    const rows = [0, 3, 6, 9].map((at) =>
      cells.slice(at, at + 3).map((cell, column) => ({ ...cell, column, columns: 1, rows: 1 })),
    )
    expect(read(body, title, [{ kind: 'grid', rows }]).list).toEqual([
      ['2026-01', '2026-03', 'Phát động, đăng ký'],
      ['2028-12', '2028-12', 'Tổng kết'],
    ])
  })

  it('never throws, whatever the schedule says', () => {
    const piece = fc.constantFrom(
      '- ',
      'Quý I',
      '/2026',
      ': ',
      'tháng 3',
      ' đến ',
      'năm 2027',
      '\n',
      '1. ',
      'Tổ chức Hội nghị ',
      'hàng năm',
      '(',
      ')',
      'trước ngày 15/11',
      ' phát động',
      ', ',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        for (const [from, to] of read(`I. LỘ TRÌNH\n${pieces.join('')}`).list) expect(`${from}` <= `${to}`).toBe(true)
      }),
      { numRuns: 60 },
    )
  })
})
