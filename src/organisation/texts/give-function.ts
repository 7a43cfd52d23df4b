import { words } from '../../ui/lang.ts'

/** Words of choosing whom a function is given to. */
export const giveFunctionTexts = words({
  vi: {
    title: 'Giao chức trách cho cán bộ',
    invite: 'Mời người mới',
    here: (unit: string) => `Cán bộ của ${unit}`,
    nobodyHere: 'Đơn vị này chưa có cán bộ nào. Hãy tìm người ở đơn vị khác, hoặc mời người mới.',
    elsewhere: 'Tìm người khác',
    nobodyFound: 'Không tìm thấy ai. Thử gõ một phần tên, hoặc mời người mới.',
    more: 'Còn nhiều người nữa; hãy gõ rõ tên hơn.',
    giveTo: (name: string) => `Giao cho ${name}`,
  },
  en: {
    title: 'Give a function to somebody',
    invite: 'Invite somebody new',
    here: (unit: string) => `People of ${unit}`,
    nobodyHere: 'Nobody works in this unit yet. Find somebody of another unit, or invite somebody.',
    elsewhere: 'Somebody else',
    nobodyFound: 'Nobody found. Try a part of the name, or invite somebody.',
    more: 'There are more; type more of the name.',
    giveTo: (name: string) => `Give to ${name}`,
  },
})
