import type { SourceText } from '../../../core/text/source.ts'
import { layOut } from '../blocks.ts'
import { repairBlocks } from '../legacy-encoding/repair-blocks.ts'
import type { ReadingLimits } from '../limits.ts'
import { runningLines } from '../running-lines.ts'
import { headersAndFooters, OdtBody } from './body.ts'
import { openOdt } from './package.ts'
import { OdtStyles } from './styles.ts'

/**
 * An OpenDocument text (.odt, .ott) as printed with all changes accepted: numbers of lists rebuilt, frames behind their
 * paragraph, notes, headers and footers below the body. Throws `Unreadable`.
 */
export async function readOdt(bytes: Uint8Array, limits: ReadingLimits): Promise<SourceText> {
  const { content, styles: stylesPart, body } = await openOdt(bytes, limits)
  const styles = new OdtStyles([stylesPart, content])
  const blocks = new OdtBody(styles).readStory(body)
  const headers = headersAndFooters(stylesPart).map((story) => new OdtBody(styles).readStory(story))
  return layOut(repairBlocks([...blocks, ...runningLines(headers)]), 'paragraphs', limits)
}
