import { formatNumber } from '../../src/platform/readers/number-formats.ts'
import { escapeXml, type OfficeBlock, type OfficeContent } from './office-content.ts'

/** Content as web systems export it for Word (`.html`, or HTML named `.doc`): list numbers are part of the text. */
export function anHtmlFile(content: OfficeContent): Uint8Array {
  const counters = new Map<string, number>()
  const body = content.blocks.map((block) => blockHtml(block, content, counters)).join('\n')
  const footer =
    content.footer === undefined ? '' : `<div style="mso-element:footer">${paragraphHtml(content.footer)}</div>`
  return new TextEncoder().encode(
    `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word"><head><meta charset="utf-8"><title>sample</title><style>p { margin: 0 }</style></head><body>\n${body}\n${footer}</body></html>`,
  )
}

function blockHtml(block: OfficeBlock, content: OfficeContent, counters: Map<string, number>): string {
  if ('table' in block) return tableHtml(block.table, block.lines)
  if ('pageBreak' in block) return '<br style="page-break-before:always">'
  if ('item' in block) {
    const level = content.lists?.[block.list]?.[block.level ?? 0]
    const key = `${block.list} ${block.level ?? 0}`
    const number = (counters.get(key) ?? (level?.start ?? 1) - 1) + 1
    counters.set(key, number)
    const label = level?.format === 'bullet' ? level.text : formatNumber(number, level?.format ?? 'decimal')
    return paragraphHtml(`${(level?.text ?? '').replace(/%\d/, label)} ${block.item}`)
  }
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
