import type { DayKind } from '../../core/dates/working-days.ts'
import { words } from '../../ui/lang.ts'

/** Words of the calendar of days off. */
export const calendarTexts = words({
  vi: {
    title: 'Lịch nghỉ',
    lead: 'Ngày nghỉ lễ, nghỉ bù và ngày làm bù. Hạn rơi vào ngày nghỉ được chuyển sang ngày làm việc kế tiếp.',
    year: (year: number) => `Năm ${year}`,
    years: 'Chọn năm',
    byLaw:
      'Năm này chưa nhập: Lan Tỏa đang tính theo luật, với các ngày Tết và Quốc khánh thường được chọn. Khi có thông báo nghỉ chính thức, hãy nhận các ngày này rồi sửa cho đúng.',
    accept: 'Nhận các ngày theo luật',
    caption: 'Các ngày khác thường trong năm',
    columns: { on: 'Ngày', kind: 'Loại', name: 'Tên', source: 'Căn cứ', act: 'Sửa lịch' },
    kinds: {
      holiday: 'Nghỉ lễ',
      'day-off-in-lieu': 'Nghỉ bù, nghỉ hoán đổi',
      'working-day': 'Làm bù',
    } satisfies Record<DayKind, string>,
    weekdays: ['Chủ nhật', 'Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy'],
    add: 'Thêm ngày',
    on: 'Ngày',
    kind: 'Loại',
    name: 'Tên',
    source: 'Căn cứ (số văn bản, thông báo)',
    save: 'Thêm vào lịch',
    remove: (day: string) => `Xóa ngày ${day}`,
    removeOne: 'Xóa',
    errors: {
      on: 'Hãy ghi một ngày có thật, thuộc năm đang xem.',
      name: 'Hãy ghi tên ngày nghỉ hoặc lý do làm bù.',
    } as Readonly<Record<string, string>>,
    removed: (day: string, name: string) =>
      `Đã xóa ngày ${day} (${name}) khỏi lịch; hạn của các việc đang được tính lại. Xóa nhầm thì bấm «Thêm vào lịch» để ghi lại.`,
    changed: 'Đã sửa lịch. Hạn của các việc đang được tính lại.',
  },
  en: {
    title: 'Days off',
    lead: 'Holidays, days off in lieu and exchanged working days. What is due on a day off is due on the next working day.',
    year: (year: number) => `Year ${year}`,
    years: 'Choose a year',
    byLaw:
      'Nobody has entered this year: Lan Tỏa follows the law, with the days usually chosen for Tết and National Day. When the official notice comes, accept these days and correct them.',
    accept: 'Accept the days of the law',
    caption: 'Days of the year that are not as their weekday',
    columns: { on: 'Day', kind: 'Kind', name: 'Name', source: 'Rests on', act: 'Correct' },
    kinds: { holiday: 'Holiday', 'day-off-in-lieu': 'Day off in lieu', 'working-day': 'Working day' },
    weekdays: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
    add: 'Add a day',
    on: 'Day',
    kind: 'Kind',
    name: 'Name',
    source: 'Rests on (number of the document)',
    save: 'Add',
    remove: (day: string) => `Remove ${day}`,
    removeOne: 'Remove',
    errors: {
      on: 'Enter a real day of this year.',
      name: 'Enter the name of the holiday, or why it is a working day.',
    } as Readonly<Record<string, string>>,
    removed: (day: string, name: string) =>
      `${day} (${name}) has been removed; due days are being worked out anew. If that was a mistake, press “Add”.`,
    changed: 'The calendar has been changed. Due days are being worked out anew.',
  },
})
