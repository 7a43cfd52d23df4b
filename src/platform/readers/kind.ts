/** What a file really is, by its bytes. `ole-encrypted` is an Office file behind a password; `unknown` is nothing we know. */
export const fileKinds = [
  'docx',
  'doc',
  'rtf',
  'odt',
  'html',
  'mhtml',
  'txt',
  'pdf',
  'png',
  'jpeg',
  'heic',
  'tiff',
  'gif',
  'webp',
  'bmp',
  'xlsx',
  'xls',
  'pptx',
  'ppt',
  'ods',
  'ole-encrypted',
  'ole',
  'zip',
  'archive',
  'word-xml',
  'program',
  'unknown',
] as const
export type FileKind = (typeof fileKinds)[number]

/** A text may begin with «BM» or «MZ»: signatures of two bytes count only for what is no text. */
const signatures: readonly [kind: FileKind, bytes: readonly number[]][] = [
  ['png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['jpeg', [0xff, 0xd8, 0xff]],
  ['gif', [0x47, 0x49, 0x46, 0x38]],
  ['bmp', [0x42, 0x4d]],
  ['tiff', [0x49, 0x49, 0x2a, 0x00]],
  ['tiff', [0x4d, 0x4d, 0x00, 0x2a]],
  ['archive', [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07]],
  ['archive', [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]],
  ['archive', [0x1f, 0x8b, 0x08]],
  ['program', [0x4d, 0x5a]],
  ['program', [0x7f, 0x45, 0x4c, 0x46]],
]
const ZIP = [0x50, 0x4b, 0x03, 0x04]
const EMPTY_ZIP = [0x50, 0x4b, 0x05, 0x06]
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]

/** The real kind of a file; its name plays no part. */
export function recogniseKind(bytes: Uint8Array): FileKind {
  if (startsWith(bytes, ZIP)) return zipKind(bytes)
  if (startsWith(bytes, EMPTY_ZIP)) return 'zip'
  if (startsWith(bytes, OLE)) return oleKind(bytes)
  const boxed = isoOrRiffKind(bytes)
  if (boxed) return boxed
  if (latin(bytes.subarray(0, 1_024)).includes('%PDF-')) return 'pdf'
  const text = textKind(bytes)
  if (text) return text
  const signed = signatures.find(([, signature]) => startsWith(bytes, signature))
  if (signed && signed[1].length > 2) return signed[0]
  return looksLikeText(bytes) ? 'txt' : (signed?.[0] ?? 'unknown')
}

const byExtension: Readonly<Record<string, readonly FileKind[]>> = {
  docx: ['docx'],
  docm: ['docx'],
  dotx: ['docx'],
  doc: ['doc'],
  dot: ['doc'],
  rtf: ['rtf'],
  odt: ['odt'],
  html: ['html'],
  htm: ['html'],
  mht: ['mhtml'],
  mhtml: ['mhtml'],
  txt: ['txt'],
  md: ['txt'],
  pdf: ['pdf'],
  png: ['png'],
  jpg: ['jpeg'],
  jpeg: ['jpeg'],
  heic: ['heic'],
  heif: ['heic'],
}

/** What the end of a file's name promises, '' without a dot; kinds that keep the promise, none for an ending we do not know. */
export function promisedBy(fileName: string): { readonly extension: string; readonly kinds: readonly FileKind[] } {
  const extension = /\.([a-z0-9]{1,5})$/i.exec(fileName)?.[1]?.toLowerCase() ?? ''
  return { extension, kinds: byExtension[extension] ?? [] }
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte)
}

function latin(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
}

/** By the names of its entries, which stand unpacked in every archive. */
function zipKind(bytes: Uint8Array): FileKind {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const odf = /^mimetypeapplication\/vnd\.oasis\.opendocument\.(text|spreadsheet)/.exec(latin(bytes.subarray(30, 120)))
  if (odf) return odf[1] === 'text' ? 'odt' : 'ods'
  if (buffer.includes('word/document') || buffer.includes('word\\document')) return 'docx'
  if (buffer.includes('xl/workbook')) return 'xlsx'
  if (buffer.includes('ppt/presentation')) return 'pptx'
  if (buffer.includes('opendocument.text')) return 'odt'
  if (buffer.includes('[Content_Types].xml') && buffer.includes('word/')) return 'docx'
  return 'zip'
}

/** By the names of its streams, which stand in UTF-16. */
function oleKind(bytes: Uint8Array): FileKind {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const hasStream = (name: string) => buffer.includes(Buffer.from(name, 'utf16le'))
  if (hasStream('EncryptedPackage')) return 'ole-encrypted'
  if (hasStream('WordDocument')) return 'doc'
  if (hasStream('Workbook') || hasStream('Book\0')) return 'xls'
  if (hasStream('PowerPoint Document')) return 'ppt'
  return 'ole'
}

const heicBrands: ReadonlySet<string> = new Set(['heic', 'heix', 'hevc', 'heim', 'heis', 'mif1', 'msf1'])

function isoOrRiffKind(bytes: Uint8Array): FileKind | undefined {
  const head = latin(bytes.subarray(0, 12))
  if (head.slice(4, 8) === 'ftyp' && heicBrands.has(head.slice(8))) return 'heic'
  if (head.startsWith('RIFF') && head.slice(8) === 'WEBP') return 'webp'
  return undefined
}

/** Formats that begin as text do. */
function textKind(bytes: Uint8Array): FileKind | undefined {
  const head = headAsText(bytes)
  if (head.startsWith('{\\rtf')) return 'rtf'
  if (
    /^(?:mime-version|from|date|message-id|content-type):/i.test(head) &&
    /^content-type:\s*multipart\/related/im.test(head)
  ) {
    return 'mhtml'
  }
  if (!head.startsWith('<')) return undefined
  if (/progid="Word\.Document"|<w:wordDocument|<pkg:package/.test(head)) return 'word-xml'
  return /<(?:!doctype\s+html|html|head|body|meta|title|style|table|div|p|span|center|font)[\s>]/i.test(head)
    ? 'html'
    : undefined
}

function headAsText(bytes: Uint8Array): string {
  const head = bytes.subarray(0, 4_096)
  const [first, second] = head
  const wide =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : undefined
  const text = wide ? new TextDecoder(wide).decode(head) : latin(head)
  return text.replace(/^(?:\u00ef\u00bb\u00bf|\ufeff)/, '').trimStart()
}

/** No zero bytes (but those of UTF-16) and hardly any control characters. */
function looksLikeText(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, 65_536)
  let zeros = 0
  let control = 0
  for (const byte of sample) {
    if (byte === 0) zeros += 1
    else if (byte < 0x20 && (byte < 0x09 || byte > 0x0d) && byte !== 0x1e && byte !== 0x1b) control += 1
  }
  if (control > sample.length / 50) return false
  return zeros === 0 || (zeros > sample.length / 8 && zeros <= sample.length / 2)
}
