import type { HouseRequest } from '../platform/http/route.ts'
import type { Lang } from '../ui/lang.ts'

/** What a program asks for: English where it wants it more than Vietnamese, else Vietnamese (RFC 9110, 12.5.4). */
export function apiLang(c: HouseRequest): Lang {
  const wishes = (c.req.header('accept-language') ?? '').split(',').map((wish) => wish.trim().split(/\s*;\s*q=/))
  const weightOf = (lang: Lang) => {
    const weights = wishes.filter(([tag]) => tag?.toLowerCase().split('-')[0] === lang).map(([, q]) => Number(q ?? 1))
    return Math.max(0, ...weights)
  }
  return weightOf('en') > weightOf('vi') ? 'en' : 'vi'
}
