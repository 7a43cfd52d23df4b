const MARKS = /[\u0300-\u036f]/g
const TONES = '\u0300\u0301\u0303\u0309\u0323'
const MOVABLE_TONE = new RegExp(`(?<!q)([ou])([${TONES}])([aey])(?![a-zđ])`, 'g')

/** Lower case without diacritics, đ as d, in NFC. For keys and word lists; positions may move in texts that are not NFC. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(MARKS, '')
    .replace(/[đð]/g, 'd')
    .replace(/[ĐÐ]/g, 'D')
    .normalize('NFC')
    .toLowerCase()
}

/** One letter at a time, so that position n of the result is position n of the text, whatever stands in it. */
function foldLetter(letter: string): string {
  const folded = letter === 'đ' || letter === 'Đ' || letter === 'ð' || letter === 'Ð' ? 'd' : fold(letter)
  return folded.length === letter.length ? folded : letter
}

/** Lower case without diacritics, đ as d; every position stays what it was. */
export function foldInPlace(text: string): string {
  return text.replace(/[^ -@[-`a-~\n]/g, foldLetter)
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

/** How many of the letters are capitals, 0 to 1; 0 for a text without letters. */
export function shareOfCapitals(text: string): number {
  const capitals = text.match(/\p{Lu}/gu)?.length ?? 0
  const small = text.match(/\p{Ll}/gu)?.length ?? 0
  return capitals + small === 0 ? 0 : capitals / (capitals + small)
}

/** Whether the first letter, behind quotes and brackets, is a small one. */
export function startsSmall(text: string): boolean {
  return /^[\s"'“”‘’«(]*\p{Ll}/u.test(text)
}
