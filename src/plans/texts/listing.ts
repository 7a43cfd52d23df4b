import { words } from '../../ui/lang.ts'
import type { PlanState } from '../workflow.ts'

const states = {
  vi: {
    uploaded: 'Chờ đọc',
    reading: 'Đang đọc',
    read: 'Đã đọc, chờ rà soát',
    failed: 'Không đọc được',
    cancelled: 'Đã hủy',
    drafted: 'Đang soạn',
    'in-force': 'Đang thực hiện',
    ended: 'Đã kết thúc',
    applied: 'Đã thay vào kế hoạch',
  },
  en: {
    uploaded: 'Waiting',
    reading: 'Being read',
    read: 'Read, to be reviewed',
    failed: 'Unreadable',
    cancelled: 'Cancelled',
    drafted: 'Being written',
    'in-force': 'In force',
    ended: 'Ended',
    applied: 'Taken into its plan',
  },
} satisfies Record<string, Record<PlanState, string>>

/** Words of the list of plans and of what was done to a document. */
export const listingTexts = words({
  vi: {
    nav: 'Kế hoạch',
    home: 'Trang đầu',
    states: states.vi,
    list: {
      title: 'Kế hoạch',
      lead: 'Các kế hoạch đã nhập vào hệ thống. Mở một kế hoạch để đối chiếu từng mục đọc được với câu chữ trong văn bản.',
      import: 'Nhập kế hoạch',
      search: 'Tìm kế hoạch',
      searchHint: 'Số, trích yếu, cơ quan ban hành; gõ không dấu cũng được',
      state: 'Trạng thái',
      sort: 'Thứ tự',
      sorts: { newest: 'Mới nhập', issued: 'Ngày ban hành', title: 'Trích yếu A–Z' },
      caption: 'Danh sách kế hoạch',
      columns: {
        plan: 'Kế hoạch',
        number: 'Số, ký hiệu',
        issued: 'Ban hành',
        state: 'Trạng thái',
        fields: 'Lĩnh vực',
        questions: 'Cần xem',
        created: 'Ngày nhập',
      },
      count: (count: number) => `${count} kế hoạch`,
      shown: (count: number) => `Đang xem ${count} kế hoạch`,
      emptyTitle: 'Chưa có kế hoạch nào',
      emptyText:
        'Hãy đưa vào một kế hoạch đã ban hành: tệp Word, PDF, bản quét hoặc ảnh chụp từng trang. Hệ thống đọc và chỉ rõ mỗi mục lấy từ câu nào.',
      nothingTitle: 'Không tìm thấy kế hoạch nào',
      nothingText: 'Thử bớt từ khóa hoặc bỏ bộ lọc. Có thể gõ không dấu.',
    },
    done: {
      uploaded: (count: number) =>
        count === 1 ? 'Đã nhận văn bản và bắt đầu đọc.' : `Đã nhận ${count} văn bản và bắt đầu đọc.`,
      cancelled: 'Đã hủy đọc văn bản.',
      retried: 'Đang đọc lại văn bản.',
      removed: 'Đã xóa kế hoạch, kết quả đọc và tệp gốc.',
    },
    remove: {
      title: 'Xóa kế hoạch này?',
      what: (name: string) => `Sẽ xóa «${name}», mọi mục đã đọc được và tệp gốc đã gửi lên.`,
      warning: 'Việc xóa không lấy lại được. Nhật ký vẫn ghi ai đã xóa và lúc nào.',
      button: 'Xóa kế hoạch',
    },
  },
  en: {
    nav: 'Plans',
    home: 'Home',
    states: states.en,
    list: {
      title: 'Plans',
      lead: 'Plans handed in so far. Open one to compare every item with the words of the document it was read from.',
      import: 'Import a plan',
      search: 'Search plans',
      searchHint: 'Number, subject or issuer; diacritics are not needed',
      state: 'State',
      sort: 'Order',
      sorts: { newest: 'Newest', issued: 'Date of issue', title: 'Subject A–Z' },
      caption: 'List of plans',
      columns: {
        plan: 'Plan',
        number: 'Number',
        issued: 'Issued',
        state: 'State',
        fields: 'Fields',
        questions: 'To check',
        created: 'Handed in',
      },
      count: (count: number) => (count === 1 ? '1 plan' : `${count} plans`),
      shown: (count: number) => (count === 1 ? 'Showing 1 plan' : `Showing ${count} plans`),
      emptyTitle: 'No plan yet',
      emptyText:
        'Hand in a plan as issued: Word, PDF, a scan or photographs of its pages. It is read here, and every item shows the sentence it comes from.',
      nothingTitle: 'No plan found',
      nothingText: 'Use fewer words or clear the filter. Diacritics are not needed.',
    },
    done: {
      uploaded: (count: number) =>
        count === 1
          ? 'The document has arrived and is being read.'
          : `${count} documents have arrived and are being read.`,
      cancelled: 'The reading was cancelled.',
      retried: 'The document is being read again.',
      removed: 'The plan, what was read from it and its files were removed.',
    },
    remove: {
      title: 'Remove this plan?',
      what: (name: string) => `This removes “${name}”, everything read from it and the files that were sent.`,
      warning: 'It cannot be undone. The journal keeps who removed it and when.',
      button: 'Remove the plan',
    },
  },
})
