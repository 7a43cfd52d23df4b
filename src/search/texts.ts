import { words } from '../ui/lang.ts'

export const searchTexts = words({
  vi: {
    title: 'Tìm kiếm',
    label: 'Tìm trong toàn hệ thống',
    hint: 'Kế hoạch, lĩnh vực, việc phải làm, đơn vị, cụm khối, cán bộ; không cần gõ dấu.',
    kinds: {
      plan: 'Kế hoạch',
      field: 'Lĩnh vực',
      task: 'Việc',
      unit: 'Đơn vị',
      cluster: 'Cụm, khối',
      person: 'Cán bộ',
    },
    all: 'Tất cả',
    kind: 'Loại',
    found: (count: number) => `${count} kết quả`,
    nothingTitle: 'Không tìm thấy',
    nothingText: 'Thử ít chữ hơn, hoặc kiểm tra lại chính tả. Chỉ tìm trong phạm vi bạn được xem.',
    beginTitle: 'Bạn cần tìm gì?',
    beginText: 'Gõ vài chữ vào ô phía trên. Ở mọi trang, bấm phím / để tới ô tìm kiếm.',
  },
  en: {
    title: 'Search',
    label: 'Search everywhere',
    hint: 'Plans, fields, tasks, units, clusters, people; diacritics are not needed.',
    kinds: { plan: 'Plan', field: 'Field', task: 'Task', unit: 'Unit', cluster: 'Cluster, block', person: 'Person' },
    all: 'All',
    kind: 'Kind',
    found: (count: number) => `${count} found`,
    nothingTitle: 'Nothing found',
    nothingText: 'Try fewer words, or check the spelling. Only what you may see is searched.',
    beginTitle: 'What are you looking for?',
    beginText: 'Type a few words above. On every page the key / leads to the search box.',
  },
})
