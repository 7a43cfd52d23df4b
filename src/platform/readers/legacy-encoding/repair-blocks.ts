import { type Block, linesOf } from '../blocks.ts'
import { recogniseLegacy, repairLine } from './recognise.ts'

/** Lines that are legacy text in a font that does not say so, converted; see `repairLegacy`. */
export function repairBlocks(blocks: readonly Block[]): Block[] {
  const whole = recogniseLegacy(linesOf(blocks).join('\n'))
  const repairText = (text: string) => repairLine(text, whole)
  const repair = (block: Block): Block => {
    if (block.kind === 'line') return { ...block, text: repairText(block.text) }
    if (block.kind === 'note') return { ...block, lines: block.lines.map(repairText) }
    if (block.kind === 'page') return block
    const rows = block.rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell) => ({ ...cell, blocks: cell.blocks.map(repair) })),
    }))
    return { ...block, rows }
  }
  return blocks.map(repair)
}
