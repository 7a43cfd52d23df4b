/** Languages of the screen. Vietnamese comes first everywhere. */
export const langs = ['vi', 'en'] as const
export type Lang = (typeof langs)[number]

/** Words of one part of the product: every other language has exactly the keys of Vietnamese, or it does not compile. */
export type Words<T> = { readonly vi: T } & { readonly [L in Exclude<Lang, 'vi'>]: Same<T> }

type Same<T> = T extends (...args: infer A) => string
  ? (...args: A) => string
  : T extends string
    ? string
    : { readonly [K in keyof T]: Same<T[K]> }

/** Ties the two languages together: `export const texts = words({ vi: {…}, en: {…} })`. */
export function words<const T>(both: Words<T>): Readonly<Record<Lang, Same<T>>> {
  // The cast only forgets that the Vietnamese words are literals; `Words` has compared the keys.
  return both as Readonly<Record<Lang, Same<T>>>
}

/** The browser's cookie for the language that somebody chose. */
export const LANG_COOKIE = 'lantoa_lang'

/**
 * The language that somebody chose, else Vietnamese. What the browser asks for does not count: in offices it is the English of
 * an operating system that nobody chose.
 */
export function chooseLang(chosen: string | undefined): Lang {
  return langs.find((lang) => lang === chosen) ?? 'vi'
}
