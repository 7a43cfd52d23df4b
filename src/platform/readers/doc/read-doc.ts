import type { SourceText } from '../../../core/text/source.ts'
import { type Block, layOut, linesOf } from '../blocks.ts'
import { checkSize } from '../check-size.ts'
import { repairBlocks } from '../legacy-encoding/repair-blocks.ts'
import type { ReadingLimits } from '../limits.ts'
import { runningLines } from '../running-lines.ts'
import { Unreadable } from '../unreadable.ts'
import { CompoundFile } from './compound-file.ts'
import { openWordFile, places, type WordFile } from './file-information.ts'
import { readFontNames } from './fonts.ts'
import { DocLists } from './lists.ts'
import { DocParagraphs } from './paragraphs.ts'
import { readPieces } from './pieces.ts'
import { DocStory } from './story.ts'
import { readTextBoxes } from './text-boxes.ts'

/**
 * A `.doc` of Word 97 and later (MS-DOC) as printed: numbers of lists rebuilt, tables, text boxes behind their paragraph, legacy
 * fonts, tracked deletions dropped, notes, headers and footers below the body. Throws `Unreadable`.
 */
export async function readDoc(bytes: Uint8Array, limits: ReadingLimits): Promise<SourceText> {
  checkSize(bytes, limits)
  let blocks: Block[]
  try {
    blocks = blocksOfDoc(openWordFile(new CompoundFile(bytes)), limits)
  } catch (error) {
    // Every structure of the file is addressed by numbers in the file: a number that leads out of it is damage.
    throw error instanceof RangeError ? new Unreadable('damaged', {}, error) : error
  }
  return layOut(repairBlocks(blocks), 'paragraphs', limits)
}

function blocksOfDoc(file: WordFile, limits: ReadingLimits): Block[] {
  const text = readPieces(file, limits.maxCharacters * 2)
  const fonts = readFontNames(file.place(places.fonts))
  const paragraphs = new DocParagraphs(file, text, fonts)
  const lists = new DocLists(file, fonts)
  const { body, footnotes, headers, macros, annotations, endnotes } = file.counts
  const story = (start: number, length: number, boxesIn: (from: number, to: number) => Block[] = () => []) =>
    new DocStory(lists, boxesIn).read(paragraphs.read(start, start + length))

  const headerStart = body + footnotes
  const endnoteStart = headerStart + headers + macros + annotations
  const boxStart = endnoteStart + endnotes
  const boxes = readTextBoxes(file)
  const bodyBlocks = story(0, body, (from, to) =>
    boxes
      .filter(({ anchor }) => anchor >= from && anchor < to)
      .flatMap((box) => story(boxStart + box.start, box.end - box.start).filter(isNotBlank)),
  )
  return [
    ...bodyBlocks,
    ...noteOf(story(body, footnotes)),
    ...noteOf(story(endnoteStart, endnotes)),
    ...runningLines(story(headerStart, headers).map((block) => [block])),
  ]
}

function isNotBlank(block: Block): boolean {
  return block.kind !== 'line' || block.text.trim() !== ''
}

function noteOf(blocks: readonly Block[]): Block[] {
  return linesOf(blocks)
    .filter((line) => line.trim() !== '')
    .map((line) => ({ kind: 'note', lines: [line.trim()] }))
}
