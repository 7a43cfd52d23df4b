import type { Problem } from '../../core/problem.ts'
import { words } from '../../ui/lang.ts'

export const unitListTexts = words({
  vi: {
    title: 'Nhập đơn vị từ Excel',
    lead: (unit: string) =>
      `Các đơn vị trong danh sách được thêm vào bên dưới «${unit}». Danh sách được kiểm tra trước; có dòng sai thì chưa ghi gì.`,
    columns: {
      row: 'Dòng',
      name: 'Tên đơn vị',
      shortName: 'Tên viết tắt',
      kind: 'Loại',
      code: 'Mã',
      parent: 'Đơn vị cấp trên',
    },
    file: 'Tệp Excel (.xlsx)',
    fileHint:
      'Trang tính đầu tiên, các cột theo thứ tự: tên đơn vị, tên viết tắt, loại, mã, đơn vị cấp trên. Chỉ bắt buộc tên; loại để trống thì nhận theo tên.',
    paste: 'Hoặc dán từ Excel vào đây',
    pasteHint: 'Chọn các ô trong Excel, sao chép rồi dán. Mỗi dòng một đơn vị; chỉ có cột tên cũng được.',
    template: 'Tải tệp mẫu',
    check: 'Kiểm tra danh sách',
    ready: (count: number) => `${count} đơn vị sẽ được thêm. Hãy xem lại rồi ghi.`,
    wrong: (count: number) =>
      `Có ${count} chỗ cần sửa; chưa ghi gì. Hãy sửa trong danh sách bên dưới hoặc trong tệp rồi kiểm tra lại.`,
    add: (count: number) => `Ghi ${count} đơn vị`,
    again: 'Kiểm tra lại',
    toCorrect: 'Cần sửa',
    done: (count: number) => `Đã thêm ${count} đơn vị.`,
    sheet: 'Đơn vị',
    sample: ['Hội Nông dân xã', 'HND', 'Đoàn thể, hội', '', ''],
    problems: {
      'list-empty': () => 'Danh sách chưa có dòng nào. Hãy chọn tệp hoặc dán danh sách.',
      'list-long': ({ most }: Problem) => `Danh sách dài quá ${most} dòng. Hãy chia thành nhiều tệp.`,
      'list-unreadable': () => 'Không đọc được tệp này. Hãy lưu lại dưới dạng .xlsx rồi thử lại, hoặc dán danh sách.',
      'row-name': ({ row }: Problem) => `Dòng ${row}: thiếu tên đơn vị. Hãy điền tên.`,
      'row-name-long': ({ row }: Problem) => `Dòng ${row}: tên dài quá 200 ký tự. Hãy viết ngắn lại.`,
      'row-long': ({ row }: Problem) =>
        `Dòng ${row}: tên viết tắt dài quá 60 hoặc mã dài quá 20 ký tự. Hãy viết ngắn lại.`,
      'row-kind': ({ row, kind }: Problem) =>
        `Dòng ${row}: không rõ loại «${kind}». Hãy để trống, loại được nhận theo tên; hoặc ghi như «Thôn», «Trường học», «Đoàn thể».`,
      'row-parent': ({ row, parent }: Problem) =>
        `Dòng ${row}: không tìm thấy đơn vị cấp trên «${parent}». Hãy ghi đúng tên, hoặc đưa dòng của đơn vị ấy lên trước.`,
      'row-parent-ambiguous': ({ row, parent }: Problem) =>
        `Dòng ${row}: có nhiều đơn vị tên «${parent}». Hãy ghi mã của đơn vị cấp trên.`,
      'row-code': ({ row }: Problem) => `Dòng ${row}: mã này đã thuộc đơn vị khác. Hãy kiểm tra lại mã.`,
      'row-twin': ({ row, name }: Problem) =>
        `Dòng ${row}: «${name}» đã có ở dòng trên, cùng đơn vị cấp trên. Hãy bỏ một dòng.`,
      missing: () => 'Chưa điền hoặc chưa đúng. Hãy điền lại ô này.',
    },
  },
  en: {
    title: 'Add units from Excel',
    lead: (unit: string) =>
      `The units of the list are added below “${unit}”. The list is checked first; nothing is saved while a row is wrong.`,
    columns: { row: 'Row', name: 'Unit', shortName: 'Short name', kind: 'Kind', code: 'Code', parent: 'Unit above' },
    file: 'Excel file (.xlsx)',
    fileHint:
      'The first sheet, columns in this order: unit, short name, kind, code, unit above. Only the name is required; where the kind is empty, the name tells it.',
    paste: 'Or paste from Excel here',
    pasteHint: 'Select the cells in Excel, copy and paste. One unit a line; a column of names will do.',
    template: 'Download a template',
    check: 'Check the list',
    ready: (count: number) => `${count} units will be added. Review, then save.`,
    wrong: (count: number) =>
      `${count} things to correct; nothing has been saved. Correct the list below or the file, then check again.`,
    add: (count: number) => `Save ${count} units`,
    again: 'Check again',
    toCorrect: 'To correct',
    done: (count: number) => `${count} units have been added.`,
    sheet: 'Units',
    sample: ['Farmers’ Union', 'FU', 'Union, association', '', ''],
    problems: {
      'list-empty': () => 'The list is empty. Choose a file or paste a list.',
      'list-long': ({ most }: Problem) => `The list has more than ${most} rows. Divide it.`,
      'list-unreadable': () => 'This file cannot be read. Save it as .xlsx and try again, or paste the list.',
      'row-name': ({ row }: Problem) => `Row ${row}: no name. Fill it in.`,
      'row-name-long': ({ row }: Problem) => `Row ${row}: the name has more than 200 characters. Shorten it.`,
      'row-long': ({ row }: Problem) =>
        `Row ${row}: the short name has more than 60 or the code more than 20 characters. Shorten it.`,
      'row-kind': ({ row, kind }: Problem) =>
        `Row ${row}: there is no kind “${kind}”. Leave it empty, the name then tells it; or write “Hamlet”, “School”, “Union”.`,
      'row-parent': ({ row, parent }: Problem) =>
        `Row ${row}: no unit “${parent}” to stand below. Write its name as it is, or move its row up.`,
      'row-parent-ambiguous': ({ row, parent }: Problem) =>
        `Row ${row}: several units are called “${parent}”. Write the code of the unit above.`,
      'row-code': ({ row }: Problem) => `Row ${row}: another unit has this code. Check it.`,
      'row-twin': ({ row, name }: Problem) =>
        `Row ${row}: “${name}” stands above already, below the same unit. Remove one.`,
      missing: () => 'Missing or not right. Fill this in again.',
    },
  },
})
