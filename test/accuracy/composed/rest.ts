import type { Assignment, Milestone, PlanDocument, RecurringDuty } from '../../../src/parser/contract.ts'
import { type Parts, two, UNITS } from './parts.ts'

interface Issuer extends Pick<PlanDocument, 'issuer' | 'level' | 'symbol' | 'place'> {
  readonly head: readonly string[]
  readonly motto: readonly string[]
  readonly number: string
  readonly sign: readonly string[]
  readonly position: string
  readonly authority: string | null
}

const MOTTO = ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc']

/** A commune, a department, a Party committee, a union, each with its own way to number and to sign. */
function drawIssuer(parts: Parts, n: number): Issuer {
  const place = parts.pick(['Thạch Lũng', 'Yên Trúc', 'Phú Ngàn', 'An Khê Hạ'])
  const agency = { level: 'agency' as const, motto: MOTTO, place: 'Trường Lĩnh' }
  const commune = { level: 'commune' as const, motto: MOTTO, place }
  return parts.pick<Issuer>([
    {
      ...commune,
      issuer: `Ủy ban nhân dân xã ${place}`,
      symbol: 'KH-UBND',
      number: `${two(n)}/KH-UBND`,
      head: ['ỦY BAN NHÂN DÂN', `XÃ ${place.toUpperCase()}`],
      sign: ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'],
      position: 'Phó Chủ tịch',
      authority: 'KT. CHỦ TỊCH',
    },
    {
      ...agency,
      issuer: 'Sở Nông nghiệp và Môi trường',
      symbol: 'KH-SNNMT',
      number: `${two(n)}/KH-SNNMT`,
      head: ['UBND TỈNH TRƯỜNG LĨNH', 'SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG'],
      sign: ['GIÁM ĐỐC'],
      position: 'Giám đốc',
      authority: null,
    },
    {
      ...commune,
      motto: ['ĐẢNG CỘNG SẢN VIỆT NAM'],
      issuer: `Ban Thường vụ Đảng ủy xã ${place}`,
      symbol: 'KH/ĐU',
      number: `${two(n)}-KH/ĐU`,
      head: ['ĐẢNG BỘ TỈNH TRƯỜNG LĨNH', `ĐẢNG ỦY XÃ ${place.toUpperCase()}`, '*'],
      sign: ['T/M BAN THƯỜNG VỤ', 'BÍ THƯ'],
      position: 'Bí thư',
      authority: 'T/M BAN THƯỜNG VỤ',
    },
    {
      ...agency,
      issuer: 'Công đoàn ngành Y tế',
      symbol: 'KH/CĐYT',
      number: `${two(n)}-KH/CĐYT`,
      head: ['LIÊN ĐOÀN LAO ĐỘNG TỈNH TRƯỜNG LĨNH', 'CÔNG ĐOÀN NGÀNH Y TẾ'],
      sign: ['TM. BAN THƯỜNG VỤ', 'CHỦ TỊCH'],
      position: 'Chủ tịch',
      authority: 'TM. BAN THƯỜNG VỤ',
    },
  ])
}

/** Two columns on one line, or one after the other. */
function beside(left: readonly string[], right: readonly string[]): string[] {
  const rows = Math.max(left.length, right.length)
  return Array.from({ length: rows }, (_, i) => `${(left[i] ?? '').padEnd(46)}${right[i] ?? ''}`.trimEnd())
}

interface Frame {
  readonly header: string[]
  readonly closing: string[]
  readonly document: PlanDocument
}

const RECIPIENTS = [
  'Sở Nội vụ (b/c)',
  'TT. Đảng ủy, HĐND xã',
  'Các phòng, đơn vị',
  'Ủy ban MTTQ và các đoàn thể',
  'Các thôn',
]

export function composeFrame(parts: Parts, year: number, lastYear: number): Frame {
  const { head, motto, sign, position, authority, number, ...issuer } = drawIssuer(parts, parts.between(3, 400))
  const date = { year, month: parts.between(1, 12), day: parts.between(3, 28) }
  const dated = `${issuer.place}, ngày ${two(date.day)} tháng ${date.month < 3 ? two(date.month) : date.month} năm ${year}`
  const stage = lastYear === year ? `năm ${year}` : `giai đoạn ${year} - ${lastYear}`
  const title = `${parts.pick(['Xây dựng và nhân rộng', 'Phát hiện, bồi dưỡng, nhân rộng'])} điển hình tiên tiến ${stage}`
  const numbered = [...head, `Số: ${number}`]
  const gap = Array.from({ length: Math.max(0, numbered.length - motto.length - 1) }, () => '')
  const top = parts.pick([
    beside(numbered, [...motto, ...gap, dated]),
    [...numbered, ...motto, dated],
    [...head, ...motto, `Số: ${number}`, dated],
  ])
  const name = parts.pick(['Tôn Thế Vỹ', 'Mạc Đình Khiêm', 'Sầm Thị Nhiên'])
  const recipients = [...parts.some(3, RECIPIENTS), 'Lưu: VT']
  const list = ['Nơi nhận:', ...recipients.map((line, i) => `- ${line}${i === recipients.length - 1 ? '.' : ';'}`)]
  const signed = [...sign, '', name]
  const closing = parts.pick([
    beside(list, [...sign, '', '', name]),
    [...list, '', ...signed],
    [...signed, '', ...list],
  ])
  return {
    header: [...top, '', 'KẾ HOẠCH', title, ''],
    closing: ['', ...closing],
    document: {
      ...issuer,
      type: 'Kế hoạch',
      number,
      date,
      title,
      period: { from: `${year}-01`, to: `${lastYear}-12` },
      signer: { name, position, authority },
      recipients,
    },
  }
}

export function composeMilestones(parts: Parts, year: number): { lines: string[]; milestones: Milestone[] } {
  const quarter = parts.between(1, 4)
  const steps = [
    {
      words: `Quý ${['I', 'II', 'III', 'IV'][quarter - 1]}/${year}`,
      from: `${year}-${two(quarter * 3 - 2)}`,
      to: `${year}-${two(quarter * 3)}`,
      text: 'ban hành kế hoạch, đăng ký nguồn.',
    },
    {
      words: `Từ tháng 4 đến tháng 9 năm ${year + 1}`,
      from: `${year + 1}-04`,
      to: `${year + 1}-09`,
      text: 'bồi dưỡng, giới thiệu điển hình.',
    },
    {
      words: `Tháng 11/${year + 2}`,
      from: `${year + 2}-11`,
      to: `${year + 2}-11`,
      text: 'kiểm tra, đánh giá tại cơ sở.',
    },
    { words: `Năm ${year + 3}`, from: `${year + 3}-01`, to: `${year + 3}-12`, text: 'tổng kết, khen thưởng.' },
  ]
  const mark = parts.pick(['- ', '+ '])
  return {
    lines: steps.map(({ words, text }) => `${mark}${words}: ${text}`),
    milestones: steps.map(({ from, to, text }) => ({ from, to, text })),
  }
}

const TASKS = [
  'Tham mưu triển khai, hướng dẫn, kiểm tra việc thực hiện Kế hoạch.',
  'Bố trí kinh phí thực hiện theo quy định hiện hành.',
  'Vận động đoàn viên, hội viên hưởng ứng, tích cực tham gia.',
]

interface Duties {
  readonly lines: string[]
  readonly assignments: Assignment[]
  readonly duties: RecurringDuty[]
  readonly difficultiesTo: string
}

/** Who does what, who reports when, whom to tell. */
export function composeAssignments(parts: Parts, year: number): Duties {
  const units = parts.some(3, UNITS)
  const head = units[0] ?? UNITS[0]
  const duties = (
    [
      ['monthly', 'trước ngày 20', `Báo cáo kết quả về ${head} trước ngày 20 hằng tháng.`],
      ['quarterly', 'trước ngày 05 của tháng cuối quý', `Báo cáo kết quả về ${head} trước ngày 05 của tháng cuối quý.`],
      [
        'once',
        `chậm nhất ngày 15/3/${year}`,
        `Gửi danh sách đăng ký điển hình về ${head} chậm nhất ngày 15/3/${year}.`,
      ],
      ['yearly', 'trước ngày 30/10', `Gửi hồ sơ đề nghị khen thưởng về ${head} trước ngày 30/10 hằng năm.`],
    ] as const
  ).map(([cadence, deadline, text]): RecurringDuty => ({ cadence, deadline, by: units[1] ?? head, to: head, text }))
  const kept = duties.filter(() => parts.between(0, 1) === 1)
  const assignments = units.map(
    (unit, i): Assignment => ({
      unit,
      relation: null,
      tasks: [TASKS[i] ?? '', ...(i === 1 ? kept.map(({ text }) => text) : [])],
    }),
  )
  const lines = assignments.flatMap(({ unit, tasks }, i) => [
    `${i + 1}. ${parts.pick(['', 'Giao ', 'Đề nghị '])}${unit}`,
    ...tasks.map((task) => `- ${task}`),
  ])
  const last = parts.pick([
    `Trong quá trình thực hiện, nếu có khó khăn, vướng mắc, các đơn vị kịp thời phản ánh về ${head} để được hướng dẫn, giải quyết./.`,
    `Quá trình thực hiện có vướng mắc, đề nghị báo cáo ${head} để tổng hợp, xem xét./.`,
  ])
  return { lines: [...lines, last], assignments, duties: kept, difficultiesTo: head }
}
