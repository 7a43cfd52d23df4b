import { type Lang, words } from '../../ui/lang.ts'

type Named = Readonly<Record<string, string>>

/** What is said after an edit, why one is refused, and the keys that do it. */
export const reviewAnswerTexts = words({
  vi: {
    shortcuts: {
      title: 'Phím tắt',
      lead: 'Các phím chữ chỉ có tác dụng khi con trỏ đang đứng ở một mục hoặc một đoạn văn bản.',
      list: {
        'J, K': 'Sang mục sau, mục trước',
        Enter: 'Sửa mục đang đứng',
        'Ctrl + Enter': 'Lưu và đóng ô sửa',
        Esc: 'Đóng ô sửa, bảng chọn hoặc văn bản',
        'Alt + ↑, Alt + ↓': 'Chuyển mục lên, xuống',
        Delete: 'Xóa mục (hoàn tác được)',
        G: 'Gộp với mục sau',
        N: 'Thêm một mục cùng loại ở dưới',
        'Ctrl + Z, Ctrl + Y': 'Hoàn tác, làm lại việc của mình',
        V: 'Đến câu trong văn bản',
        '↑, ↓': 'Trong văn bản: đi từng đoạn; giữ Shift để chọn nhiều đoạn',
        T: 'Trong văn bản: thêm đoạn đang chọn thành một mục',
        '?': 'Mở bảng này',
      } as Named,
    },
    changed: {
      sua: 'Đã lưu.',
      len: 'Đã chuyển lên.',
      xuong: 'Đã chuyển xuống.',
      tach: 'Đã tách thành hai mục.',
      gop: 'Đã gộp hai mục.',
      chuyen: 'Đã chuyển.',
      xoa: 'Đã xóa mục. Bấm «Hoàn tác» nếu xóa nhầm.',
      'khoi-phuc': 'Đã khôi phục.',
      them: 'Đã thêm.',
      'hoan-tac': 'Đã hoàn tác.',
      'lam-lai': 'Đã làm lại.',
      'tra-loi': 'Đã ghi nhận.',
    },
    problems: {
      'changed-since': 'Người khác vừa sửa chỗ này.',
      'gone-on-since': 'Không làm được: mục này đã được người khác sửa tiếp. Hãy xem lại rồi làm bằng tay.',
      'item-removed':
        'Mục này vừa bị người khác xóa. Nội dung đang gõ vẫn còn; khôi phục mục trong «Mục đã xóa» rồi lưu lại.',
      'parent-removed': 'Không làm được: mục chứa nó đã bị xóa. Hãy khôi phục mục đó trước.',
      'other-neighbour': 'Không gộp được: mục đứng sau đã thay đổi. Hãy xem lại.',
      'header-stays': 'Thông tin văn bản không xóa, tách hay chuyển được.',
      'not-divisible': 'Loại mục này không tách, gộp được.',
      'nothing-to-split': 'Hãy xuống dòng ở chỗ muốn tách, sao cho cả hai phần đều có chữ.',
      'nothing-to-undo': 'Không còn việc nào của bạn để hoàn tác.',
      'nothing-to-redo': 'Không có việc nào để làm lại.',
      'not-under-review': 'Kế hoạch này không còn ở bước rà soát.',
      'answered-since': 'Câu hỏi này vừa được người khác trả lời.',
      'parent-missing': 'Hãy chọn đơn vị được phân công mà việc này thuộc về.',
      'parent-of-other-kind': 'Mục chứa được chọn không đúng loại.',
      'unknown-key': 'Mục này không có nội dung đó.',
    } as Named,
    formProblems: {
      'invalid-type': 'Hãy điền cho đúng; chỗ này không để trống được.',
      'too-small': 'Hãy điền chỗ này.',
      'too-big': 'Nội dung quá dài hoặc số quá lớn.',
      'invalid-format': 'Không đọc được. Tháng viết như 07/2026, ngày như 15/07/2026.',
      'invalid-value': 'Hãy chọn một mục trong danh sách.',
      custom: 'Tháng bắt đầu phải trước tháng kết thúc.',
    } as Named,
    broken: 'Không làm được việc này. Hãy tải lại trang.',
  },
  en: {
    shortcuts: {
      title: 'Keyboard shortcuts',
      lead: 'Letters work while the focus is on an item or a paragraph of the document.',
      list: {
        'J, K': 'Next item, item before',
        Enter: 'Edit the item',
        'Ctrl + Enter': 'Save and close',
        Esc: 'Close the form, the menu or the document',
        'Alt + ↑, Alt + ↓': 'Move the item up, down',
        Delete: 'Remove the item (can be undone)',
        G: 'Merge with the next one',
        N: 'Add one of the same kind below',
        'Ctrl + Z, Ctrl + Y': 'Undo, redo what you did',
        V: 'Go to the sentence in the document',
        '↑, ↓': 'In the document: from paragraph to paragraph; with Shift several are selected',
        T: 'In the document: add the selected paragraph as an item',
        '?': 'Open this list',
      } as Named,
    },
    changed: {
      sua: 'Saved.',
      len: 'Moved up.',
      xuong: 'Moved down.',
      tach: 'Split in two.',
      gop: 'Merged.',
      chuyen: 'Moved.',
      xoa: 'Removed. Press “Undo” if that was a mistake.',
      'khoi-phuc': 'Restored.',
      them: 'Added.',
      'hoan-tac': 'Undone.',
      'lam-lai': 'Done again.',
      'tra-loi': 'Noted.',
    },
    problems: {
      'changed-since': 'Somebody else has just changed this.',
      'gone-on-since': 'Not possible: somebody else has gone on from here. Look at it and change it by hand.',
      'item-removed':
        'Somebody else has just removed this item. What you typed is kept; restore the item under “Removed items” and save again.',
      'parent-removed': 'Not possible: what it belongs to was removed. Restore that first.',
      'other-neighbour': 'Not merged: another item stands behind it now. Look again.',
      'header-stays': 'The header cannot be removed, split or moved.',
      'not-divisible': 'Items of this kind cannot be split or merged.',
      'nothing-to-split': 'Break the line where it shall be split, with words on both sides.',
      'nothing-to-undo': 'There is nothing of yours left to undo.',
      'nothing-to-redo': 'There is nothing to redo.',
      'not-under-review': 'This plan is no longer being reviewed.',
      'answered-since': 'Somebody else has just answered this question.',
      'parent-missing': 'Choose the assigned unit that this task belongs to.',
      'parent-of-other-kind': 'It cannot belong to an item of that kind.',
      'unknown-key': 'This item has no such key.',
    } as Named,
    formProblems: {
      'invalid-type': 'Fill this in; it cannot stay empty.',
      'too-small': 'Fill this in.',
      'too-big': 'Too long, or too large a number.',
      'invalid-format': 'Not understood. Months are written as 07/2026, days as 15/07/2026.',
      'invalid-value': 'Choose one of the list.',
      custom: 'The first month must lie before the last.',
    } as Named,
    broken: 'This could not be done. Load the page again.',
  },
})

/** The sentence for the code of a problem; undefined where there is none. */
export function reviewProblem(lang: Lang, code: string): string | undefined {
  const { problems, formProblems } = reviewAnswerTexts[lang]
  return problems[code] ?? formProblems[code]
}
