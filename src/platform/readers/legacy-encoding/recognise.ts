import type { LegacyEncoding } from './fonts.ts'
import { countSyllables } from './syllables.ts'
import { fromTcvn3 } from './tcvn3.ts'
import { fromVni } from './vni.ts'

/**
 * Text whose bytes were legacy Vietnamese but were read as Windows-1252 («Céng hoµ», «Coäng hoøa»): which encoding reads better
 * as Vietnamese than what stands there, or undefined when what stands there is best.
 */
export function recogniseLegacy(text: string): LegacyEncoding | undefined {
  const asIs = countSyllables(text)
  if (asIs.marked < 2) return undefined
  const tcvn3 = countSyllables(fromTcvn3(text))
  const vni = countSyllables(fromVni(text))
  const best = tcvn3.valid >= vni.valid ? tcvn3 : vni
  const bestShare = best.valid / Math.max(1, best.marked)
  const share = asIs.valid / asIs.marked
  if (bestShare < 0.7 || bestShare < share + 0.25) return undefined
  return best === tcvn3 ? 'tcvn3' : 'vni'
}

/** The same text with every line that reads better as TCVN3 or VNI converted; one document mixes them, so each stretch decides. */
export function repairLegacy(text: string): string {
  const whole = recogniseLegacy(text)
  if (whole === undefined) return text
  const convert = whole === 'tcvn3' ? fromTcvn3 : fromVni
  return text
    .split('\n')
    .map((line) =>
      /[\u0100-\u1ef9]/.test(line) && countSyllables(line).valid >= countSyllables(convert(line)).valid
        ? line
        : convert(line),
    )
    .join('\n')
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
