/**
 * VNI for Windows (fonts VNI-Times …): a letter and the mark behind it are two characters, «oä» is ộ. Lower-case marks; the
 * capital marks stand 0x20 lower, the letter decides the case.
 */
const TONES: readonly [mark: string, combining: string][] = [
  ['ù', '\u0301'],
  ['ø', '\u0300'],
  ['û', '\u0309'],
  ['õ', '\u0303'],
  ['ï', '\u0323'],
]
const ROOFS: readonly [mark: string, combining: string][] = [
  ['â', '\u0302'],
  ['á', '\u0302\u0301'],
  ['à', '\u0302\u0300'],
  ['å', '\u0302\u0309'],
  ['ã', '\u0302\u0303'],
  ['ä', '\u0302\u0323'],
]
const BREVES: readonly [mark: string, combining: string][] = [
  ['ê', '\u0306'],
  ['é', '\u0306\u0301'],
  ['è', '\u0306\u0300'],
  ['ú', '\u0306\u0309'],
  ['ü', '\u0306\u0303'],
  ['ë', '\u0306\u0323'],
]
const SINGLES = 'íí ìì æỉ óĩ òị ôơ öư îỵ ñđ'

const marksAfter: Readonly<Record<string, ReadonlyMap<string, string>>> = {
  a: new Map([...TONES, ...ROOFS, ...BREVES]),
  e: new Map([...TONES, ...ROOFS]),
  o: new Map([...TONES, ...ROOFS]),
  u: new Map(TONES),
  y: new Map(TONES),
  ô: new Map(TONES),
  ö: new Map(TONES),
}

const single = new Map<string, string>()
for (const [from = '', to = ''] of SINGLES.split(' ').map((pair) => [...pair])) {
  single.set(from, to)
  single.set(from.toUpperCase(), to.toUpperCase())
}

/** VNI text that was read as Windows-1252 («Coäng hoøa») into Vietnamese; other characters stay. */
export function fromVni(text: string): string {
  let out = ''
  for (let index = 0; index < text.length; index += 1) {
    const letter = text.charAt(index)
    const combining = marksAfter[letter.toLowerCase()]?.get(text.charAt(index + 1).toLowerCase())
    const base = single.get(letter) ?? letter
    out += combining === undefined ? base : (base + combining).normalize('NFC')
    if (combining !== undefined) index += 1
  }
  return out
}
