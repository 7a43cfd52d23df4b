const MARKS = /[\u0300-\u036f]/g
const TONES = '\u0300\u0301\u0303\u0309\u0323'
const MOVABLE_TONE = new RegExp(`(?<!q)([ou])([${TONES}])([aey])(?![a-zđ])`, 'g')

/** Letters of Vietnamese lie below this; above it stand quotes, dashes and other signs, which have no case. */
const LETTERS_END = 0x1f00
const folded = new Uint16Array(LETTERS_END)

function foldSlowly(text: string): string {
  return text
    .normalize('NFD')
    .replace(MARKS, '')
    .replace(/[đð]/g, 'd')
    .replace(/[ĐÐ]/g, 'D')
    .normalize('NFC')
    .toLowerCase()
}

/** The folded letter, looked up once; a letter that would become two stays as it is. */
function foldCode(code: number): number {
  if (code >= LETTERS_END) return code
  const known = folded[code] ?? 0
  if (known !== 0 || code === 0) return known
  const letter = foldSlowly(String.fromCharCode(code))
  const result = letter.length === 1 ? letter.charCodeAt(0) : code
  folded[code] = result
  return result
}

const CHUNK = 8192

/** Lower case without diacritics, đ as d; position n of the result is position n of the text, whatever stands in it. */
export function foldInPlace(text: string): string {
  let result = ''
  for (let from = 0; from < text.length; from += CHUNK) {
    const codes = new Array<number>(Math.min(CHUNK, text.length - from))
    for (let i = 0; i < codes.length; i++) codes[i] = foldCode(text.charCodeAt(from + i))
    result += String.fromCharCode(...codes)
  }
  return result
}

const COMBINING = /[\u0300-\u036f]/

/** Lower case without diacritics, đ as d, in NFC. For keys and word lists; positions move in texts that are not NFC. */
export function fold(text: string): string {
  return COMBINING.test(text) ? foldSlowly(text) : foldInPlace(text)
}

/**
 * A key under which «hoà» and «hòa», «uỷ» and «ủy», «khoẻ» and «khỏe» are one: lower case NFC with the tone of oa, oe, uy on the
 * second letter. «quý» stays, because its u belongs to q.
 */
export function toneKey(text: string): string {
  return text.normalize('NFD').toLowerCase().replace(/ð/g, 'đ').replace(MOVABLE_TONE, '$1$3$2').normalize('NFC')
}

/** Whether the text has letters and all of them are capitals. */
export function isCapitals(text: string): boolean {
  return /\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text)
}

/** Whether the first letter, behind quotes and brackets, is a small one. */
export function startsSmall(text: string): boolean {
  return /^[\s"'“”‘’«(]*\p{Ll}/u.test(text)
}
