import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { OfficeContent } from '../test/builders/office-content.ts'
import { officeFiles } from '../test/builders/office-files.ts'

/*
 * Writes the Word, OpenDocument and RTF files of the sample plans from their content, which is kept as data beside them.
 *
 *   node scripts/make-sample-files.ts          samples/NAME/content.json → samples/NAME/plan.docx (or .odt, .rtf)
 */
interface SampleContent extends OfficeContent {
  readonly format: keyof typeof officeFiles
}

const samples = join(import.meta.dirname, '../samples')
for (const entry of await readdir(samples, { recursive: true, withFileTypes: true })) {
  if (entry.name !== 'content.json') continue
  const content: SampleContent = JSON.parse(await readFile(join(entry.parentPath, entry.name), 'utf8'))
  const target = join(entry.parentPath, `plan.${content.format}`)
  await writeFile(target, officeFiles[content.format](content))
  process.stdout.write(`${target}\n`)
}
