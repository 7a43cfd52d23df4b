import { createRequire } from 'node:module'
import { dirname, join, sep } from 'node:path'

/** The library and the folders of its own package that it reads its data from. */
export async function loadPdfjs() {
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const folder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
  const inPackage = (name: string) => join(folder, name) + sep
  return {
    pdfjs,
    folders: {
      cMapUrl: inPackage('cmaps'),
      standardFontDataUrl: inPackage('standard_fonts'),
      wasmUrl: inPackage('wasm'),
      iccUrl: inPackage('iccs'),
    },
  }
}
