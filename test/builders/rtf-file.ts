import { WrittenLabels } from './list-labels.ts'
import type { OfficeBlock, OfficeContent } from './office-content.ts'

/** Content as Word saves it as RTF: letters beyond ASCII as \u with a stand-in, list numbers written out in \listtext. */
export function anRtfFile(content: OfficeContent): Uint8Array {
  const labels = new WrittenLabels(content)
  const body = content.blocks.map((block) => blockRtf(block, labels)).join('\n')
  const footer = content.footer === undefined ? '' : `{\\footer \\pard ${escapeRtf(content.footer)}\\par}`
  return new TextEncoder().encode(
    `{\\rtf1\\ansi\\ansicpg1258\\uc1\\deff0{\\fonttbl{\\f0\\froman\\fcharset163 Times New Roman;}}{\\stylesheet{\\s0 Normal;}}{\\info{\\title sample}}\n${footer}\n${body}\n}`,
  )
}

function blockRtf(block: OfficeBlock, labels: WrittenLabels): string {
  if ('table' in block) return tableRtf(block.table, block.lines)
  if ('pageBreak' in block) return '\\page'
  if ('item' in block) {
    const label = labels.next(block.list, block.level ?? 0)
    return `\\pard{\\listtext\\tab ${escapeRtf(label)}\\tab}\\ls1\\ilvl${block.level ?? 0} ${escapeRtf(block.item)}\\par`
  }
  const align = block.align === 'center' ? '\\qc' : block.align === 'right' ? '\\qr' : '\\qj'
  const look = `${block.bold ? '\\b' : '\\b0'}${block.italic ? '\\i' : ''}`
  return `\\pard${align} {${look} ${escapeRtf(block.paragraph)}}\\par`
}

function tableRtf(rows: readonly (readonly string[])[], lines: boolean): string {
  const border = lines ? '\\clbrdrt\\brdrs\\clbrdrl\\brdrs\\clbrdrb\\brdrs\\clbrdrr\\brdrs' : ''
  return rows
    .map((row) => {
      const edges = row.map((_, index) => `${border}\\cellx${Math.round((9_000 / row.length) * (index + 1))}`).join('')
      const cells = row.map((cell) => `${cell.split('\n').map(escapeRtf).join('\\par ')}\\cell `).join('')
      return `\\trowd${edges}\\pard\\intbl ${cells}\\row`
    })
    .join('\n')
}

function escapeRtf(text: string): string {
  let out = ''
  for (const unit of text.split('')) {
    const code = unit.charCodeAt(0)
    if (unit === '\t') out += '\\tab '
    else if ('\\{}'.includes(unit)) out += `\\${unit}`
    else if (code < 128) out += unit
    else out += `\\u${code > 32_767 ? code - 65_536 : code}?`
  }
  return out
}
