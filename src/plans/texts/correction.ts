import { words } from '../../ui/lang.ts'

/** Words of the page that sets a plan against its corrected version. */
export const correctionTexts = words({
  vi: {
    title: 'Bản đính chính, thay thế',
    chooseLead: 'Chọn văn bản mới đã được nhập và đọc xong; hệ thống đối chiếu từng mục trước khi có gì thay đổi.',
    noneTitle: 'Chưa có bản mới để đối chiếu',
    none: 'Chưa có văn bản nào khác của đơn vị ở trạng thái «Đã đọc, chờ rà soát». Hãy nhập bản mới trước rồi quay lại đây.',
    import: 'Nhập văn bản mới',
    compare: 'Đối chiếu',
    compareLead: (name: string) =>
      `Những chỗ văn bản «${name}» khác với kế hoạch hiện nay. Bỏ dấu ở mục muốn giữ như cũ.`,
    counts: (changed: number, added: number, removed: number, same: number) =>
      `${changed} mục đổi, ${added} mục thêm, ${removed} mục bỏ, ${same} mục giữ nguyên.`,
    same: 'Hai văn bản giống nhau; không có gì phải thay.',
    kinds: { changed: 'Đổi', added: 'Thêm', removed: 'Bỏ' },
    before: 'Hiện nay',
    after: 'Bản mới',
    hanging: (open: number, done: number) => `Đang gắn với mục này: ${open} việc chưa xong, ${done} việc đã xong.`,
    removedHanging: 'Bỏ mục này thì việc chưa xong được rút; việc đã xong vẫn giữ.',
    byHand: 'Mục này đã được sửa tay; thay bằng bản mới sẽ mất chỗ sửa đó.',
    take: { changed: 'Thay mục này', added: 'Thêm mục này', removed: 'Bỏ mục này' },
    apply: 'Thay vào kế hoạch',
    imported: (at: string) => `nhập lúc ${at}`,
    applied: (count: number) => `Đã thay ${count} mục vào kế hoạch.`,
    appliedWithNames: (count: number, names: number) =>
      `Đã thay ${count} mục vào kế hoạch. Có ${names} tên đơn vị mới chưa rõ là đơn vị nào; hãy chọn dưới đây để giao việc đúng nơi.`,
    gone: 'Kế hoạch vừa được người khác sửa. Hãy xem lại phần đối chiếu rồi thay lại.',
    back: 'Về kế hoạch',
  },
  en: {
    title: 'Corrected version',
    chooseLead: 'Choose the new document, imported and read; every item is compared before anything moves.',
    noneTitle: 'There is no newer version yet',
    none: 'No other document of this unit has been read and waits for review. Import the new version first.',
    import: 'Import a document',
    compare: 'Compare',
    compareLead: (name: string) => `Where “${name}” differs from the plan. Untick what shall stay as it is.`,
    counts: (changed: number, added: number, removed: number, same: number) =>
      `${changed} changed, ${added} added, ${removed} removed, ${same} unchanged.`,
    same: 'The two say the same; nothing is to be taken over.',
    kinds: { changed: 'Changed', added: 'Added', removed: 'Removed' },
    before: 'Now',
    after: 'New version',
    hanging: (open: number, done: number) => `Hanging on this item: ${open} open tasks, ${done} done.`,
    removedHanging: 'If it goes, open tasks are withdrawn; what is done stays.',
    byHand: 'This item was corrected by hand; taking the new version over loses that.',
    take: { changed: 'Take over', added: 'Add', removed: 'Remove' },
    apply: 'Take over into the plan',
    imported: (at: string) => `imported at ${at}`,
    applied: (count: number) => `${count} items were taken over.`,
    appliedWithNames: (count: number, names: number) =>
      `${count} items were taken over. ${names} new names are not clear yet: say below which units they mean, so that the work reaches them.`,
    gone: 'Somebody has just changed the plan. Look at the comparison again, then take over.',
    back: 'Back to the plan',
  },
})
