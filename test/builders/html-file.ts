import { WrittenLabels } from './list-labels.ts'
import { escapeXml, type OfficeBlock, type OfficeContent } from './office-content.ts'

/** Content as web systems export it for Word (`.html`, or HTML named `.doc`): list numbers are part of the text. */
export function anHtmlFile(content: OfficeContent): Uint8Array {
  const labels = new WrittenLabels(content)
  const body = content.blocks.map((block) => blockHtml(block, labels)).join('\n')
  const footer =
    content.footer === undefined ? '' : `<div style="mso-element:footer">${paragraphHtml(content.footer)}</div>`
  return new TextEncoder().encode(
    `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word"><head><meta charset="utf-8"><title>sample</title><style>p { margin: 0 }</style></head><body>\n${body}\n${footer}</body></html>`,
  )
}

function blockHtml(block: OfficeBlock, labels: WrittenLabels): string {
  if ('table' in block) return tableHtml(block.table, block.lines)
  if ('pageBreak' in block) return '<br style="page-break-before:always">'
  if ('item' in block) return paragraphHtml(`${labels.next(block.list, block.level ?? 0)} ${block.item}`)
  return paragraphHtml(block.paragraph)
}

function paragraphHtml(text: string): string {
  return `<p>${escapeXml(text).replace(/\t/g, '&nbsp;&nbsp;&nbsp;&nbsp;')}</p>`
}

function tableHtml(rows: readonly (readonly string[])[], lines: boolean): string {
  const cellHtml = (cell: string) => `<td>${cell.split('\n').map(paragraphHtml).join('')}</td>`
  const rowHtml = (row: readonly string[]) => `<tr>${row.map(cellHtml).join('')}</tr>`
  return `<table border="${lines ? 1 : 0}">${rows.map(rowHtml).join('')}</table>`
}
