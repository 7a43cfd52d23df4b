import type { Lang } from './lang.ts'

const zone = 'Asia/Ho_Chi_Minh'
const instants: Readonly<Record<Lang, Intl.DateTimeFormat>> = {
  vi: new Intl.DateTimeFormat('vi-VN', { timeZone: zone, dateStyle: 'short', timeStyle: 'short', hourCycle: 'h23' }),
  en: new Intl.DateTimeFormat('en-GB', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' }),
}

/** Day and time, in Viet Nam, at which something happened. */
export function shownInstant(lang: Lang, at: Date): string {
  return instants[lang].format(at)
}

/** A day `2026-03-05` as `05/03/2026`, in both languages. */
export function shownDay(day: string): string {
  return day.split('-').toReversed().join('/')
}
