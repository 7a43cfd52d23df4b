import type { SourceText } from '../../../core/text/source.ts'
import { type Block, layOut } from '../blocks.ts'
import { checkSize } from '../check-size.ts'
import { repairBlocks } from '../legacy-encoding/repair-blocks.ts'
import type { ReadingLimits } from '../limits.ts'
import { Unreadable } from '../unreadable.ts'
import { RtfWalk } from './rtf-walk.ts'
import { RtfTokens } from './tokens.ts'

/**
 * Rich text: letters by code page, by `\u` and by legacy font, tables, list numbers as written out, notes and headers below the
 * body, tracked deletions dropped. Throws `Unreadable`.
 */
export async function readRtf(bytes: Uint8Array, limits: ReadingLimits): Promise<SourceText> {
  checkSize(bytes, limits)
  return layOut(repairBlocks(blocksOfRtf(bytes, limits)), 'paragraphs', limits)
}

/** The blocks of rich text; also used for rich text inside other files. */
export function blocksOfRtf(bytes: Uint8Array, limits: ReadingLimits): Block[] {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  const start = source.slice(0, 1_024).indexOf('{\\rtf')
  if (start < 0) throw new Unreadable('wrong-kind', { expected: '.rtf' })
  const tokens = new RtfTokens(source.slice(start))
  const walk = new RtfWalk(limits)
  for (let token = tokens.next(); token && !walk.isOver; token = tokens.next()) walk.take(token)
  return walk.finish()
}
