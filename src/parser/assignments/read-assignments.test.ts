import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Passage } from '../fields/passage.ts'
import { outlineOf } from '../outline/outline-of.ts'
import { planWithSources } from '../plan-with-sources.ts'
import { readAssignments } from './read-assignments.ts'
import { splitUnit } from './split-unit.ts'

const HEADER =
  'ỦY BAN NHÂN DÂN\nXÃ LÂM THỦY\nSố: 11/KH-UBND\nLâm Thủy, ngày 02 tháng 3 năm 2026\nKẾ HOẠCH\nXây dựng điển hình tiên tiến năm 2026\nThực hiện chỉ đạo của cấp trên, Ủy ban nhân dân xã ban hành kế hoạch như sau:\nI. MỤC ĐÍCH\nLan tỏa gương tốt.\n'

function read(section: string) {
  const text = `${HEADER}${section}\nNơi nhận:\n- Lưu: VT.\nCHỦ TỊCH\nLê Văn A`
  const outline = outlineOf({ text, lines: 'paragraphs', tables: [], notes: [], uncertain: [] })
  return planWithSources(readAssignments(outline).value).value.map(({ unit, relation, tasks }) => [
    unit,
    relation,
    tasks,
  ])
}

const cut = (line: string) => {
  const { unit, task, relation } = splitUnit(Passage.of(line), false)
  return [unit.text, relation, task?.text ?? null]
}

describe('unit and task in one sentence', () => {
  it.each([
    [
      'Đề nghị Hội Nông dân xã tuyên truyền, vận động hội viên.',
      'Hội Nông dân xã',
      'requested',
      'tuyên truyền, vận động hội viên.',
    ],
    [
      'Giao Phòng Văn hóa - Xã hội chủ trì, phối hợp với các thôn.',
      'Phòng Văn hóa - Xã hội',
      'ordered',
      'chủ trì, phối hợp với các thôn.',
    ],
    [
      'Các cơ quan, tổ chức, đơn vị căn cứ Kế hoạch này tổ chức thực hiện.',
      'Các cơ quan, tổ chức, đơn vị',
      null,
      'căn cứ Kế hoạch này tổ chức thực hiện.',
    ],
    [
      'Các đơn vị được giao chủ trì thực hiện các nội dung tại mục II chủ động lựa chọn điển hình.',
      'Các đơn vị được giao chủ trì thực hiện các nội dung tại mục II',
      null,
      'chủ động lựa chọn điển hình.',
    ],
    [
      'Phòng Giáo dục và Đào tạo xây dựng kế hoạch hướng dẫn các trường.',
      'Phòng Giáo dục và Đào tạo',
      null,
      'xây dựng kế hoạch hướng dẫn các trường.',
    ],
    [
      'Công chức Địa chính – xây dựng (phụ trách đô thị) phối hợp với các khóm.',
      'Công chức Địa chính – xây dựng (phụ trách đô thị)',
      null,
      'phối hợp với các khóm.',
    ],
    [
      'Các tổ chức chính trị - xã hội tổ chức triển khai đến hội viên.',
      'Các tổ chức chính trị - xã hội',
      null,
      'tổ chức triển khai đến hội viên.',
    ],
    ['Ban tổ chức hội thi có trách nhiệm chấm điểm công khai.', 'Ban tổ chức hội thi', null, 'chấm điểm công khai.'],
    ['Trưởng các thôn có trách nhiệm: phổ biến đến từng hộ.', 'Trưởng các thôn', null, 'phổ biến đến từng hộ.'],
    ['Hiệu trưởng: Chỉ đạo chung; duyệt danh sách.', 'Hiệu trưởng', null, 'Chỉ đạo chung; duyệt danh sách.'],
    ['Trưởng ban, bản tổ chức họp dân.', 'Trưởng ban, bản', null, 'tổ chức họp dân.'],
    [
      'Căn cứ Kế hoạch này, các phòng chuyên môn xây dựng kế hoạch của mình.',
      'các phòng chuyên môn',
      null,
      'xây dựng kế hoạch của mình.',
    ],
    [
      'De nghi Hoi Nong dan xa van dong hoi vien tham gia.',
      'Hoi Nong dan xa',
      'requested',
      'van dong hoi vien tham gia.',
    ],
  ])('cuts «%s»', (line, unit, relation, task) => {
    expect(cut(line)).toEqual([unit, relation, task])
  })
})

describe('who is to do what', () => {
  it('takes one entry a numbered item and one task a bullet or paragraph', () => {
    expect(
      read(`II. TỔ CHỨC THỰC HIỆN
1. Phòng Văn hóa - Xã hội (cơ quan thường trực)
- Tham mưu hướng dẫn, kiểm tra.
- Tổng hợp kết quả; báo cáo Ủy ban nhân dân xã.
2. Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam xã và các đoàn thể vận động đoàn viên hưởng ứng.
3. Trưởng các thôn:
Phổ biến kế hoạch đến từng hộ. Lấy ý kiến Nhân dân.
Lập danh sách gương tốt.
Trên đây là Kế hoạch xây dựng điển hình tiên tiến năm 2026./.`),
    ).toEqual([
      [
        'Phòng Văn hóa - Xã hội (cơ quan thường trực)',
        null,
        ['Tham mưu hướng dẫn, kiểm tra.', 'Tổng hợp kết quả; báo cáo Ủy ban nhân dân xã.'],
      ],
      ['Ủy ban Mặt trận Tổ quốc Việt Nam xã và các đoàn thể', 'requested', ['vận động đoàn viên hưởng ứng.']],
      ['Trưởng các thôn', null, ['Phổ biến kế hoạch đến từng hộ. Lấy ý kiến Nhân dân.', 'Lập danh sách gương tốt.']],
    ])
  })

  it('keeps the sentence of the unit and each dash below it as tasks, and leaves out items on time and money', () => {
    expect(
      read(`II. TỔ CHỨC THỰC HIỆN
1. Thời gian thực hiện
- Quý I/2026: triển khai.
2. Kinh phí
Từ ngân sách xã.
3. Phân công nhiệm vụ
a) Công an xã chủ trì bảo đảm an ninh trật tự, cụ thể:
- Phối hợp với các thôn.
- Báo cáo kết quả.
b) Giao Trạm Y tế khám sức khỏe cho điển hình./.`),
    ).toEqual([
      ['Công an xã', null, ['chủ trì bảo đảm an ninh trật tự, cụ thể:', 'Phối hợp với các thôn.', 'Báo cáo kết quả.']],
      ['Trạm Y tế', 'ordered', ['khám sức khỏe cho điển hình']],
    ])
  })

  it('reads items that are articles, dashes or plain paragraphs', () => {
    expect(
      read(
        'Chương II. TỔ CHỨC THỰC HIỆN\nĐiều 5. Trách nhiệm thực hiện\n1. Công an xã: Giữ gìn trật tự.\n2. Trưởng các thôn: Họp dân.',
      ),
    ).toEqual([
      ['Công an xã', null, ['Giữ gìn trật tự.']],
      ['Trưởng các thôn', null, ['Họp dân.']],
    ])
    expect(
      read('II. TRÁCH NHIỆM THỰC HIỆN\n- Công an xã: Giữ gìn trật tự.\n- Đề nghị Hội Nông dân xã vận động hội viên.'),
    ).toEqual([
      ['Công an xã', null, ['Giữ gìn trật tự.']],
      ['Hội Nông dân xã', 'requested', ['vận động hội viên.']],
    ])
    expect(
      read(
        'II. TỔ CHỨC THỰC HIỆN\nGiao Văn phòng Đảng ủy theo dõi, đôn đốc.\nĐề nghị Hội Nông dân xã vận động hội viên.',
      ),
    ).toEqual([
      ['Văn phòng Đảng ủy', 'ordered', ['theo dõi, đôn đốc.']],
      ['Hội Nông dân xã', 'requested', ['vận động hội viên.']],
    ])
  })

  it('finds nothing in a section that names no unit, nor in the content', () => {
    expect(
      read(
        'II. NỘI DUNG\n1. Giao Công an xã chủ trì lựa chọn.\nIII. TỔ CHỨC THỰC HIỆN\n1. Quán triệt kế hoạch đến đảng viên.\n2. Tổ chức sơ kết hằng năm.',
      ),
    ).toEqual([])
  })

  it('does not take who leads one field for the section of the plan', () => {
    expect(
      read(
        'II. CÁC LĨNH VỰC\n1. Nông thôn mới\na) Tiêu chuẩn: Tập thể đoàn kết.\nb) Phân công thực hiện\n- Giao Phòng Kinh tế chủ trì lựa chọn.\nIII. TỔ CHỨC THỰC HIỆN\n1. Trách nhiệm của Phòng Nội vụ\n- Theo dõi.\n2. Chủ tịch Ủy ban nhân dân xã giao Trưởng Công an xã giữ gìn trật tự.\nKế hoạch này được phổ biến đến các thôn.',
      ),
    ).toEqual([
      ['Phòng Nội vụ', null, ['Theo dõi.']],
      ['Trưởng Công an xã', 'ordered', ['giữ gìn trật tự.']],
    ])
  })

  it('never throws and never takes a task from outside the line', () => {
    const piece = fc.constantFrom(
      'Giao ',
      'Đề nghị ',
      'Công an xã',
      ' và ',
      ', ',
      'các cơ quan',
      ' tổ chức',
      ' chủ trì',
      ' (phụ trách',
      ')',
      ':',
      '. ',
      ' báo cáo',
      ' được giao',
      'Phòng',
      ' – ',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), fc.boolean(), (pieces, below) => {
        const line = Passage.of(pieces.join(''))
        const { unit, task } = splitUnit(line, below)
        expect(unit.end).toBeLessThanOrEqual(line.length)
        expect(task === null || task.start >= unit.end).toBe(true)
      }),
    )
  })
})
