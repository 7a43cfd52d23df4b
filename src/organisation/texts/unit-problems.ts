import type { Problem } from '../../core/problem.ts'
import { shownDay } from '../../ui/dates.ts'
import { words } from '../../ui/lang.ts'

const day = (value: unknown) => shownDay(String(value))

/** What is wrong with a change to the tree, and what to do about it. */
export const unitProblemTexts = words({
  vi: {
    'day-not-yet': ({ today }: Problem) => `Ngày này chưa đến (hôm nay ${day(today)}). Hãy ghi vào ngày có hiệu lực.`,
    'day-before-unit': ({ unit, foundedOn }: Problem) =>
      `«${unit}» hoạt động từ ${day(foundedOn)}; hãy chọn ngày sau đó.`,
    'day-before-last-change': ({ lastChangeOn }: Problem) =>
      `Đã có thay đổi từ ngày ${day(lastChangeOn)}; hãy chọn ngày sau đó, hoặc hoàn tác thay đổi ấy trước.`,
    'unit-abolished': ({ unit, on }: Problem) => `«${unit}» đã kết thúc từ ${day(on)}; hãy chọn đơn vị đang hoạt động.`,
    'parent-below-itself': ({ parent }: Problem) =>
      `«${parent}» nằm trong chính đơn vị này; hãy chọn đơn vị cấp trên khác.`,
    'root-stays': () => 'Đơn vị gốc của hệ thống không sáp nhập, chia tách hay giải thể được; hãy đổi tên nếu cần.',
    'merge-needs-two': () => 'Sáp nhập thành đơn vị mới cần ít nhất hai đơn vị; hãy ghi thêm tên.',
    'heir-ends-too': ({ unit }: Problem) =>
      `Đơn vị nhận nằm trong «${unit}», là đơn vị kết thúc; hãy chọn đơn vị khác.`,
    'heir-missing': () => 'Chưa chọn đơn vị tiếp nhận. Hãy chọn một đơn vị trong danh sách mới.',
    'unit-unknown': ({ typed }: Problem) => `Không tìm thấy đơn vị «${typed}». Hãy kiểm tra lại tên hoặc gõ mã.`,
    'code-taken': () => 'Mã này đang thuộc đơn vị khác. Hãy kiểm tra lại mã.',
    'change-already-undone': () => 'Thay đổi này đã được hoàn tác rồi.',
    'change-overtaken': ({ unit }: Problem) => `Sau đó «${unit}» đã có thay đổi khác; hãy hoàn tác thay đổi sau trước.`,
    'unit-in-use': () => 'Đơn vị mới đã có hồ sơ hoặc cán bộ; không hoàn tác được nữa. Hãy ghi một thay đổi mới.',
    missing: () => 'Chưa điền hoặc chưa đúng. Hãy điền lại ô này.',
  },
  en: {
    'day-not-yet': ({ today }: Problem) =>
      `That day has not come (today is ${day(today)}). Enter it on the day it holds.`,
    'day-before-unit': ({ unit, foundedOn }: Problem) => `“${unit}” began on ${day(foundedOn)}; choose a later day.`,
    'day-before-last-change': ({ lastChangeOn }: Problem) =>
      `A change holds from ${day(lastChangeOn)}; choose a later day, or undo that change first.`,
    'unit-abolished': ({ unit, on }: Problem) => `“${unit}” ended on ${day(on)}; choose a present unit.`,
    'parent-below-itself': ({ parent }: Problem) => `“${parent}” is part of this unit; choose another unit above.`,
    'root-stays': () => 'The root unit cannot be merged, split or abolished; rename it if needed.',
    'merge-needs-two': () => 'Merging into a new unit takes at least two; add a name.',
    'heir-ends-too': ({ unit }: Problem) => `The receiving unit is part of “${unit}”, which ends; choose another.`,
    'heir-missing': () => 'No unit takes over. Choose one of the new units.',
    'unit-unknown': ({ typed }: Problem) => `No unit “${typed}”. Check the name, or type the code.`,
    'code-taken': () => 'Another unit has this code. Check it.',
    'change-already-undone': () => 'This change has already been undone.',
    'change-overtaken': ({ unit }: Problem) => `“${unit}” has changed since; undo the later change first.`,
    'unit-in-use': () => 'The new unit already has records or people; it cannot be undone. Enter a new change.',
    missing: () => 'Missing or not right. Fill this in again.',
  },
})
