import type { SourceText } from '../../../core/text/source.ts'
import { type Block, layOut, linesOf } from '../blocks.ts'
import { blocksOfPage } from '../html/read-html.ts'
import { recogniseKind } from '../kind.ts'
import { repairBlocks } from '../legacy-encoding/repair-blocks.ts'
import type { ReadingLimits } from '../limits.ts'
import { blocksOfRtf } from '../rtf/read-rtf.ts'
import { runningLines } from '../running-lines.ts'
import { decodeText } from '../txt/decode.ts'
import { childrenNamed, findChild } from '../xml/tree.ts'
import { BodyReader } from './body.ts'
import { Numbering } from './numbering.ts'
import { type DocxPackage, openDocx } from './package.ts'
import { Styles } from './styles.ts'

/**
 * A Word file (.docx, .docm, .dotx, transitional or strict) as printed with all changes accepted: numbers of lists rebuilt, text
 * boxes behind their paragraph, notes, headers and footers below the body. Throws `Unreadable`.
 */
export async function readDocx(bytes: Uint8Array, limits: ReadingLimits): Promise<SourceText> {
  const parts = await openDocx(bytes, limits)
  const styles = new Styles(parts.styles)
  const embedded = (relationship: string) => embeddedBlocks(parts.embedded.get(relationship), limits)
  const reader = new BodyReader(styles, new Numbering(parts.numbering, styles), embedded)
  const body = findChild(parts.document, 'w:body')
  const blocks = body ? reader.readStory(body) : []
  const notes = [...noteBlocks(parts, reader), ...headerBlocks(parts, styles)]
  return layOut(repairBlocks([...blocks, ...notes]), 'paragraphs', limits)
}

/** A page or rich text that a program put into the file for Word to take over (`w:altChunk`). */
function embeddedBlocks(bytes: Uint8Array | undefined, limits: ReadingLimits): Block[] {
  if (bytes === undefined) return []
  const kind = recogniseKind(bytes)
  if (kind === 'rtf') return blocksOfRtf(bytes, limits)
  if (kind === 'html' || kind === 'mhtml') return blocksOfPage(bytes, limits)
  return kind === 'txt'
    ? decodeText(bytes)
        .split(/\r?\n/)
        .map((text) => ({ kind: 'line', text }))
    : []
}

/** Footnotes and endnotes in the order the text refers to them. */
function noteBlocks(parts: DocxPackage, reader: BodyReader): Block[] {
  const stories = {
    footnote: new Map(childrenNamed(parts.footnotes, 'w:footnote').map((note) => [note.attributes['w:id'], note])),
    endnote: new Map(childrenNamed(parts.endnotes, 'w:endnote').map((note) => [note.attributes['w:id'], note])),
  }
  return [...reader.context.noteReferences].flatMap(({ kind, id }) => {
    const story = stories[kind].get(id)
    return story ? noteOf(reader.readStory(story)) : []
  })
}

/** Numbers of lists in headers count for themselves. */
function headerBlocks(parts: DocxPackage, styles: Styles): Block[] {
  const stories = parts.headersAndFooters.map((part) =>
    new BodyReader(styles, new Numbering(parts.numbering, styles), () => []).readStory(part),
  )
  return runningLines(stories)
}

function noteOf(blocks: readonly Block[]): Block[] {
  const lines = linesOf(blocks).filter((line) => line.trim() !== '')
  return lines.length === 0 ? [] : [{ kind: 'note', lines }]
}
