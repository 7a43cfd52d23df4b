import type { Lang } from './lang.ts'

const zone = 'Asia/Ho_Chi_Minh'
const two = '2-digit' as const
const parts = { day: two, month: two, year: 'numeric', hour: two, minute: two, hourCycle: 'h23' } as const
const instants: Readonly<Record<Lang, Intl.DateTimeFormat>> = {
  vi: new Intl.DateTimeFormat('vi-VN', { timeZone: zone, ...parts }),
  en: new Intl.DateTimeFormat('en-GB', { timeZone: zone, ...parts }),
}

/** Day and time, in Viet Nam, at which something happened. */
export function shownInstant(lang: Lang, at: Date): string {
  return instants[lang].format(at)
}

/** A day `2026-03-05` as `05/03/2026`, in both languages. */
export function shownDay(day: string): string {
  return day.split('-').toReversed().join('/')
}
