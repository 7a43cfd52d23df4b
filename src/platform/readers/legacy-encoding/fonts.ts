import { countSyllables } from './syllables.ts'
import { fromTcvn3 } from './tcvn3.ts'
import { fromVni } from './vni.ts'

export type LegacyEncoding = 'tcvn3' | 'vni'

/** What the name of a font says about its text: which encoding, and whether it prints capitals whatever was typed (.VnTimeH). */
export interface FontHint {
  readonly encoding: LegacyEncoding | undefined
  readonly capitals: boolean
}

const NO_HINT: FontHint = { encoding: undefined, capitals: false }

/** `.VnTime` and its kin are TCVN3, `.Vn…H` of them capitals; `VNI-Times` and its kin are VNI. */
export function fontHint(font: string | undefined): FontHint {
  if (font === undefined) return NO_HINT
  const name = font.trim().toLowerCase()
  if (name.startsWith('.vn')) return { encoding: 'tcvn3', capitals: /h$/.test(name) }
  if (/^vni[- ]/.test(name)) return { encoding: 'vni', capitals: false }
  return NO_HINT
}

export const converters: Readonly<Record<LegacyEncoding, (text: string) => string>> = { tcvn3: fromTcvn3, vni: fromVni }
/** Letters that no legacy byte shows as: whoever typed them typed Unicode, whatever the font is called. */
const UNICODE_ONLY = /[\u1ea0-\u1ef9]/
const UNICODE_OR_1258 = /[ăĂđĐơƠưƯ]|[\u0300-\u0323]/

/** Text in a legacy font into Vietnamese; text that is Unicode already (typed later into the same run) stays. */
export function fromLegacyFont(text: string, encoding: LegacyEncoding): string {
  if (UNICODE_ONLY.test(text)) return text
  const converted = converters[encoding](text)
  if (UNICODE_OR_1258.test(text) && countSyllables(text).valid >= countSyllables(converted).valid) return text
  return converted
}
