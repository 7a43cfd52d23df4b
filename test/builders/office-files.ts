import { aDocFile } from './doc-file.ts'
import { aDocxFile } from './docx-file.ts'
import { anHtmlFile } from './html-file.ts'
import { anOdtFile } from './odt-file.ts'
import type { OfficeContent } from './office-content.ts'
import { anRtfFile } from './rtf-file.ts'

/** The same content in every format that an office sends as a file. */
export const officeFiles: Readonly<
  Record<'docx' | 'doc' | 'odt' | 'rtf' | 'html', (content: OfficeContent) => Uint8Array>
> = {
  docx: aDocxFile,
  doc: (content) => aDocFile(content),
  odt: anOdtFile,
  rtf: anRtfFile,
  html: anHtmlFile,
}
