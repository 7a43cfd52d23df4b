import { fontHint } from '../legacy-encoding/fonts.ts'

/** What `\fcharset` says about the bytes of a font; the others are read by the code page of the whole file. */
const byCharset: Readonly<Record<number, string>> = {
  2: 'x-symbol',
  77: 'macintosh',
  161: 'windows-1253',
  162: 'windows-1254',
  163: 'windows-1258',
  177: 'windows-1255',
  178: 'windows-1256',
  186: 'windows-1257',
  204: 'windows-1251',
  238: 'windows-1250',
}

const tables = new Map<string, readonly string[]>()

/** The 256 letters of a single-byte code page; Windows-1252 for one that is not known. */
function lettersOf(label: string): readonly string[] {
  const known = tables.get(label)
  if (known) return known
  const bytes = Uint8Array.from({ length: 256 }, (_, byte) => byte)
  let letters: readonly string[]
  try {
    letters = [...new TextDecoder(label).decode(bytes)]
  } catch {
    letters = [...new TextDecoder('windows-1252').decode(bytes)]
  }
  tables.set(label, letters)
  return letters
}

export interface RtfFont {
  name: string
  charset: number | undefined
}

/** One byte of a run as a letter: by the font's charset, by `\ansicpg` else; legacy fonts keep their Windows-1252 look. */
export function letterOf(byte: number, font: RtfFont | undefined, codePage: number): string {
  const legacy = fontHint(font?.name).encoding !== undefined
  const label = legacy ? 'windows-1252' : (byCharset[font?.charset ?? -1] ?? `windows-${codePage}`)
  if (label === 'x-symbol') return byte < 0x20 ? '' : String.fromCharCode(0xf000 + byte)
  return lettersOf(label)[byte] ?? ''
}
