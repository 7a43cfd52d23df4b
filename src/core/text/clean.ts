/** Letters of other alphabets and old fonts that stand in Vietnamese texts where only a Vietnamese letter can be meant. */
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  А: 'A',
  В: 'B',
  Е: 'E',
  К: 'K',
  М: 'M',
  Н: 'H',
  О: 'O',
  Р: 'P',
  С: 'C',
  Т: 'T',
  У: 'Y',
  Х: 'X',
  І: 'I',
  а: 'a',
  е: 'e',
  о: 'o',
  р: 'p',
  с: 'c',
  у: 'y',
  х: 'x',
  і: 'i',
  Ð: 'Đ',
  ð: 'đ',
  Ɖ: 'Đ',
  ɖ: 'đ',
  Ƣ: 'Ư',
  ƣ: 'ư',
  Ǎ: 'Ă',
  ǎ: 'ă',
  ﬁ: 'fi',
  ﬂ: 'fl',
}
const LOOK_ALIKE = new RegExp(`[${Object.keys(LOOK_ALIKES).join('')}]`, 'g')

/** Zero-width and directional marks, byte order marks, control characters; the soft hyphen is kept, because it says that a word goes on. */
const INVISIBLE = /(?![\n\t\f\u00AD])[\p{Cc}\p{Cf}]/gu
const ODD_SPACE = /[\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/g
const LINE_END = /\r\n?|[\u0085\u2028\u2029\v]/g
/** Symbol fonts put their bullets into the private use area. */
const SYMBOL_DASH = /[\uF02D\uF0BE]/g
const SYMBOL_BULLET = /[\uF020-\uF0FF]/g

/** NFC, `\n` for every line end, plain spaces, Vietnamese letters for their look-alikes. `\f` and `\t` stay. */
export function cleanText(text: string): string {
  return text
    .replace(LINE_END, '\n')
    .replace(INVISIBLE, '')
    .replace(ODD_SPACE, ' ')
    .replace(SYMBOL_DASH, '-')
    .replace(SYMBOL_BULLET, '•')
    .normalize('NFC')
    .replace(LOOK_ALIKE, (letter) => LOOK_ALIKES[letter] ?? letter)
}
