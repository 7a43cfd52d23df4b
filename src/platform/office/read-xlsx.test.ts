import { expect, test } from 'vitest'
import { aZipFile } from '../../../test/builders/zip-file.ts'
import { readXlsx } from './read-xlsx.ts'

const S = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'

/** A workbook whose rows each show the one shared string. */
function repeating(shared: string, rows: number): Uint8Array {
  const row = '<row><c t="s"><v>0</v></c></row>'
  return aZipFile([
    { name: 'xl/workbook.xml', content: `<workbook ${S}/>` },
    { name: 'xl/sharedStrings.xml', content: `<sst ${S}><si><t>${shared}</t></si></sst>` },
    {
      name: 'xl/worksheets/sheet1.xml',
      content: `<worksheet ${S}><sheetData>${row.repeat(rows)}</sheetData></worksheet>`,
    },
  ])
}

test('one shared string in several cells is read in each', async () => {
  expect(await readXlsx(repeating('  Xã  Mây ', 2))).toEqual([
    { number: 1, cells: ['Xã Mây'] },
    { number: 2, cells: ['Xã Mây'] },
  ])
})

test('a long string that stands in very many cells is refused before it fills the memory', {
  timeout: 10_000,
}, async () => {
  const bomb = repeating('Mây Hạ '.repeat(300_000), 50_000)
  await expect(readXlsx(bomb)).rejects.toMatchObject({ code: 'too-long' })
})
