import { describe, expect, it } from 'vitest'
import { planWithTable } from '../../../test/builders/plan-with-table.ts'
import { readDuties } from '../duties/read-duties.ts'
import { readMilestones } from '../milestones/read-milestones.ts'
import { outlineOf } from '../outline/outline-of.ts'
import { planWithSources } from '../plan-with-sources.ts'
import { readAssignments } from './read-assignments.ts'

const BEFORE =
  'ỦY BAN NHÂN DÂN\nXÃ LÂM THỦY\nSố: 11/KH-UBND\nLâm Thủy, ngày 02 tháng 3 năm 2026\nKẾ HOẠCH\nXây dựng điển hình tiên tiến giai đoạn 2026 - 2028\nThực hiện chỉ đạo của cấp trên, Ủy ban nhân dân xã ban hành kế hoạch như sau:\nI. MỤC ĐÍCH\nLan tỏa gương tốt.'
const AFTER = 'Nơi nhận:\n- Lưu: VT.\nCHỦ TỊCH\nLê Văn A'

describe('tables of work', () => {
  it('gives each unit of the section its rows, a cell over two rows included', () => {
    const source = planWithTable(
      `${BEFORE}\nII. TỔ CHỨC THỰC HIỆN`,
      [
        ['TT', 'Cơ quan, đơn vị', 'Nhiệm vụ'],
        ['1', ['Phòng Nội vụ', 2], 'Tham mưu kế hoạch'],
        ['2', 'Kiểm tra, đôn đốc'],
        ['3', 'Các thôn', '- Họp dân bình chọn\n- Niêm yết danh sách'],
      ],
      AFTER,
    )
    const { value } = readAssignments(outlineOf(source))
    expect(planWithSources(value).value).toEqual([
      { unit: 'Phòng Nội vụ', relation: null, tasks: ['Tham mưu kế hoạch', 'Kiểm tra, đôn đốc'] },
      { unit: 'Các thôn', relation: null, tasks: ['Họp dân bình chọn', 'Niêm yết danh sách'] },
    ])
  })

  it('by when units are to do their parts is no step of the plan', () => {
    const source = planWithTable(
      `${BEFORE}\nII. TỔ CHỨC THỰC HIỆN`,
      [
        ['Đơn vị', 'Nhiệm vụ', 'Thời hạn'],
        ['Phòng Nội vụ', 'Hướng dẫn các thôn', '30/10/2026'],
        ['Các thôn', 'Bình chọn', '15/9/2026'],
      ],
      AFTER,
    )
    expect(readMilestones(outlineOf(source)).value).toEqual([])
  })

  it('gives the reports of a table «nội dung | thời gian | đơn vị» as duties and its steps as milestones', () => {
    const source = planWithTable(
      `${BEFORE}\nII. TIẾN ĐỘ THỰC HIỆN`,
      [
        ['Nội dung công việc', 'Thời gian', 'Đơn vị thực hiện'],
        ['Phát động, đăng ký nguồn', 'Quý I/2026', 'Phòng Nội vụ'],
        ['Gửi báo cáo kết quả về Ủy ban nhân dân xã', 'Trước ngày 20 hàng tháng', 'Các thôn'],
        ['Tổng kết, khen thưởng', 'Tháng 12/2028', 'Phòng Nội vụ'],
      ],
      AFTER,
    )
    const outline = outlineOf(source)
    expect(planWithSources(readMilestones(outline).value).value).toEqual([
      { from: '2026-01', to: '2026-03', text: 'Phát động, đăng ký nguồn' },
      { from: '2028-12', to: '2028-12', text: 'Tổng kết, khen thưởng' },
    ])
    expect(planWithSources(readDuties(outline).value).value).toEqual([
      {
        cadence: 'monthly',
        deadline: 'Trước ngày 20',
        by: 'Các thôn',
        to: 'Ủy ban nhân dân xã',
        text: 'Gửi báo cáo kết quả về Ủy ban nhân dân xã',
      },
    ])
  })

  it('goes on below a column «Nơi nhận» up to the recipients of the plan', () => {
    const source = planWithTable(
      `${BEFORE}\nII. CHẾ ĐỘ BÁO CÁO`,
      [
        ['Báo cáo', 'Nơi nhận', 'Thời hạn'],
        ['Báo cáo kết quả phát hiện điển hình', 'Ủy ban nhân dân xã', 'Trước ngày 20 hàng tháng'],
        ['Báo cáo tổng kết', 'Ủy ban nhân dân xã', 'Trước ngày 15/12 hằng năm'],
      ],
      `III. TỔ CHỨC THỰC HIỆN\n1. Phòng Nội vụ: Đôn đốc việc thực hiện.\n${AFTER}`,
    )
    const { value } = readAssignments(outlineOf(source))
    expect(planWithSources(value).value).toEqual([
      { unit: 'Phòng Nội vụ', relation: null, tasks: ['Đôn đốc việc thực hiện.'] },
    ])
  })

  it.each([
    [
      'a cadence in a column of its own',
      ['Kỳ', 'Nội dung', 'Đơn vị thực hiện', 'Gửi về', 'Thời hạn'],
      [
        ['Hằng quý', 'Báo cáo kết quả', 'Các khoa', 'Phòng Tổ chức', 'trước ngày 20 của tháng cuối quý'],
        ['6 tháng', 'Báo cáo sơ kết', 'Phòng Tổ chức', 'Ban Giám đốc', 'trước ngày 10/6'],
        ['Hằng năm', 'Hồ sơ khen thưởng', 'Phòng Tổ chức', 'Sở Y tế', 'Trước ngày 15/11'],
      ],
      [
        ['quarterly', 'trước ngày 20 của tháng cuối quý', 'Các khoa', 'Phòng Tổ chức'],
        ['halfYearly', 'trước ngày 10/6', 'Phòng Tổ chức', 'Ban Giám đốc'],
        ['yearly', 'Trước ngày 15/11', 'Phòng Tổ chức', 'Sở Y tế'],
      ],
    ],
    [
      'reports that say their cadence themselves',
      ['STT', 'Loại báo cáo', 'Thời hạn', 'Gửi về'],
      [
        ['1', 'Báo cáo quý', 'Trước ngày 20', 'Sở'],
        ['2', 'Báo cáo 6 tháng', '10/6', 'Sở'],
        ['3', 'Báo cáo tổng kết giai đoạn', '30/11/2028', 'Sở'],
      ],
      [
        ['quarterly', 'Trước ngày 20', null, 'Sở'],
        ['halfYearly', '10/6', null, 'Sở'],
        ['once', '30/11/2028', null, 'Sở'],
      ],
    ],
    [
      'several cadences in one cell',
      ['Nội dung', 'Định kỳ', 'Đơn vị'],
      [['Báo cáo kết quả', 'Quý, 6 tháng, năm', 'Đoàn xã']],
      [
        ['quarterly', null, 'Đoàn xã', null],
        ['halfYearly', null, 'Đoàn xã', null],
        ['yearly', null, 'Đoàn xã', null],
      ],
    ],
  ])('reads a table of reports with %s, and no step in it', (_, head, rows, expected) => {
    const outline = outlineOf(
      planWithTable(`${BEFORE}\nII. CHẾ ĐỘ BÁO CÁO`, [head, ...rows], `III. KINH PHÍ\nTự lo.\n${AFTER}`),
    )
    const duties = planWithSources(readDuties(outline).value).value
    expect(duties.map(({ cadence, deadline, by, to }) => [cadence, deadline, by, to])).toEqual(expected)
    expect(planWithSources(readMilestones(outline).value).value).toEqual([])
  })

  it('reads the report in one line of a cell of tasks', () => {
    const rows = [
      ['Đơn vị', 'Nhiệm vụ'],
      ['Ban Nữ công', '- Hướng dẫn cơ sở;\n- Báo cáo Liên đoàn trước ngày 05/12 hằng năm.'],
    ]
    const outline = outlineOf(planWithTable(`${BEFORE}\nII. TỔ CHỨC THỰC HIỆN`, rows, AFTER))
    expect(planWithSources(readDuties(outline).value).value).toEqual([
      {
        cadence: 'yearly',
        deadline: 'trước ngày 05/12',
        by: 'Ban Nữ công',
        to: 'Liên đoàn',
        text: 'Báo cáo Liên đoàn trước ngày 05/12 hằng năm.',
      },
    ])
  })

  it('takes «Trách nhiệm» beside a column of units, or of people, for what they do', () => {
    const work = (head: string[], ...rows: string[][]) => {
      const source = planWithTable(`${BEFORE}\nII. PHÂN CÔNG NHIỆM VỤ`, [head, ...rows], AFTER)
      return planWithSources(readAssignments(outlineOf(source)).value).value.map(({ unit, tasks }) => [unit, ...tasks])
    }
    expect(work(['Cơ quan, đơn vị', 'Trách nhiệm'], ['Phòng Nội vụ', 'Tham mưu'], ['Các thôn', 'Họp dân'])).toEqual([
      ['Phòng Nội vụ', 'Tham mưu'],
      ['Các thôn', 'Họp dân'],
    ])
    expect(work(['TT', 'Họ và tên', 'Nhiệm vụ'], ['1', 'Nguyễn Văn A', 'Chỉ đạo chung'])).toEqual([
      ['Nguyễn Văn A', 'Chỉ đạo chung'],
    ])
  })

  it('reads the steps of a table whose times stand under «Mốc» or «Giai đoạn»', () => {
    const stages = (...rows: string[][]) => {
      const source = planWithTable(`${BEFORE}\nII. LỘ TRÌNH THỰC HIỆN`, rows, `III. KINH PHÍ\nTự lo.\n${AFTER}`)
      return planWithSources(readMilestones(outlineOf(source)).value).value.map(({ from, to, text }) => [
        from,
        to,
        text,
      ])
    }
    expect(stages(['Mốc', 'Việc'], ['15/3/2026', 'Ban hành kế hoạch'])).toEqual([
      ['2026-03', '2026-03', 'Ban hành kế hoạch'],
    ])
    const rows = [
      ['Giai đoạn 1 (3/2026 - 12/2026)', 'Lựa chọn'],
      ['Giai đoạn 2 (2027)', 'Bồi dưỡng'],
    ]
    expect(stages(['Giai đoạn', 'Nội dung'], ...rows)).toEqual([
      ['2026-03', '2026-12', 'Lựa chọn'],
      ['2027-01', '2027-12', 'Bồi dưỡng'],
    ])
  })

  it('leaves tables of fields alone', () => {
    const source = planWithTable(
      `${BEFORE}\nII. CÁC LĨNH VỰC`,
      [
        ['Lĩnh vực, phong trào', 'Nội dung tiêu chuẩn', 'Đơn vị chủ trì', 'Thời gian'],
        ['Nông thôn mới', 'Hiến đất làm đường', 'Phòng Kinh tế', 'Quý II/2026'],
      ],
      AFTER,
    )
    const outline = outlineOf(source)
    expect(planWithSources(readMilestones(outline).value).value).toEqual([])
    expect(planWithSources(readAssignments(outline).value).value).toEqual([])
  })
})
