import type { SourceText } from '../../../core/text/source.ts'
import { layOut } from '../blocks.ts'
import { checkSize } from '../check-size.ts'
import { repairLegacy } from '../legacy-encoding/recognise.ts'
import type { ReadingLimits } from '../limits.ts'
import { decodeText } from './decode.ts'
import { blocksOfPlainText } from './markup.ts'

/** Plain text in any encoding that Vietnamese offices have used, with the tables and marks that web pages leave in it. */
export async function readTxt(bytes: Uint8Array, limits: ReadingLimits): Promise<SourceText> {
  checkSize(bytes, limits)
  const text = repairLegacy(decodeText(bytes).replace(/\r\n?/g, '\n'))
  return layOut(blocksOfPlainText(text), 'wrapped', limits)
}
