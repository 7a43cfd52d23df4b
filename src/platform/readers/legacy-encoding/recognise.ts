import { converters, type LegacyEncoding } from './fonts.ts'
import { countSyllables } from './syllables.ts'
import { fromTcvn3 } from './tcvn3.ts'
import { fromVni } from './vni.ts'

/** With fewer words that tell encodings apart, chance decides. */
const ENOUGH_WORDS = 4

/**
 * Text whose bytes were legacy Vietnamese but were read as Windows-1252: which encoding reads better as Vietnamese than what
 * stands there, or undefined when what stands there is best.
 */
export function recogniseLegacy(text: string): LegacyEncoding | undefined {
  const asIs = countSyllables(text)
  if (asIs.marked < ENOUGH_WORDS || asIs.unicode > asIs.marked / 4) return undefined
  const tcvn3 = countSyllables(fromTcvn3(text))
  const vni = countSyllables(fromVni(text))
  const best = tcvn3.valid >= vni.valid ? tcvn3 : vni
  const bestShare = best.valid / Math.max(1, best.marked)
  const share = asIs.valid / asIs.marked
  if (bestShare < 0.7 || bestShare < share + 0.25) return undefined
  return best === tcvn3 ? 'tcvn3' : 'vni'
}

/**
 * The same text with every line that reads better as TCVN3 or VNI converted. One document mixes them: a line that is legacy
 * beyond doubt is converted even where the document as a whole is not.
 */
export function repairLegacy(text: string): string {
  const whole = recogniseLegacy(text)
  return text
    .split('\n')
    .map((line) => repairLine(line, whole))
    .join('\n')
}

/** One line: converted when the document is legacy and the line gains by it, or when the line is legacy beyond doubt. */
export function repairLine(line: string, whole: LegacyEncoding | undefined): string {
  const asIs = countSyllables(line)
  if (asIs.marked === 0 || asIs.unicode > 0) return line
  if (whole === undefined) {
    const doubtless = asIs.valid <= asIs.marked / 2
    const own = doubtless ? recogniseLegacy(line) : undefined
    return own === undefined ? line : converters[own](line)
  }
  const converted = converters[whole](line)
  return countSyllables(converted).valid > asIs.valid ? converted : line
}

/** Bytes that are no UTF-8, read as whichever of Windows-1258, TCVN3 and VNI gives the most Vietnamese. */
export function decodeLegacyBytes(bytes: Uint8Array): string {
  const asLatin = new TextDecoder('windows-1252').decode(bytes)
  const candidates = [
    new TextDecoder('windows-1258').decode(bytes).normalize('NFC'),
    fromTcvn3(asLatin),
    fromVni(asLatin),
    asLatin,
  ]
  const scores = candidates.map((candidate) => {
    const { marked, valid } = countSyllables(candidate)
    return valid - (marked - valid)
  })
  return candidates[scores.indexOf(Math.max(...scores))] ?? asLatin
}
