import { describe, expect, test } from 'vitest'
import { aCompoundFile } from '../../../test/builders/compound-file.ts'
import { aZipFile } from '../../../test/builders/zip-file.ts'
import { fileKinds, promisedBy, recogniseKind } from './kind.ts'
import { kindTexts, unreadableTexts } from './texts.ts'
import { unreadableCodes } from './unreadable.ts'

const text = (content: string) => new TextEncoder().encode(content)
const zipOf = (...names: string[]) => aZipFile(names.map((name) => ({ name, content: 'x' })))

describe('a file is what its bytes say', () => {
  test.each([
    ['docx', zipOf('[Content_Types].xml', 'word/document.xml')],
    ['xlsx', zipOf('[Content_Types].xml', 'xl/workbook.xml')],
    ['pptx', zipOf('ppt/presentation.xml')],
    ['zip', zipOf('readme.txt')],
    ['odt', aZipFile([{ name: 'mimetype', content: 'application/vnd.oasis.opendocument.text', stored: true }])],
    ['ods', aZipFile([{ name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet', stored: true }])],
    ['doc', aCompoundFile({ WordDocument: new Uint8Array(1) })],
    ['xls', aCompoundFile({ Workbook: new Uint8Array(1) })],
    ['ole-encrypted', aCompoundFile({ EncryptionInfo: new Uint8Array(1), EncryptedPackage: new Uint8Array(1) })],
    ['rtf', text('\n{\\rtf1 x}')],
    ['html', text('\ufeff<!-- x --><html><body>x')],
    ['html', Uint8Array.from([0xff, 0xfe, ...Buffer.from('<HTML lang=vi>', 'utf16le')])],
    ['mhtml', text('MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n')],
    ['word-xml', text('<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument/>')],
    ['pdf', text('rác ở đầu %PDF-1.7')],
    ['png', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0])],
    ['jpeg', Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0])],
    ['heic', Uint8Array.from([0, 0, 0, 24, ...text('ftypheic')])],
    ['program', Uint8Array.from([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0])],
    ['txt', text('MZ, BM là tên viết tắt của một biểu mẫu')],
    ['txt', Uint8Array.from(Buffer.from('Kế hoạch', 'utf16le'))],
    ['unknown', Uint8Array.from([0, 1, 2, 3, 4, 5, 6, 7])],
  ] as const)('%s', (kind, bytes) => {
    expect(recogniseKind(bytes)).toBe(kind)
  })

  test('the end of a name promises kinds; an ending nobody knows promises nothing', () => {
    expect(promisedBy('Kế hoạch số 5.DOC')).toEqual({ extension: 'doc', kinds: ['doc'] })
    expect(promisedBy('ảnh.jpg')).toEqual({ extension: 'jpg', kinds: ['jpeg'] })
    expect(promisedBy('so 05.KH-UBND')).toEqual({ extension: '', kinds: [] })
  })
})

describe('words', () => {
  test('every code and every kind has a Vietnamese sentence that ends and says what to do', () => {
    for (const code of unreadableCodes) expect(unreadableTexts[code]({}), code).toMatch(/^\p{Lu}.*\.$/u)
    for (const kind of fileKinds) expect(kindTexts[kind].length, kind).toBeGreaterThan(5)
    expect(unreadableTexts['too-long']({ pages: 1250, maxPages: 200 })).toBe(
      'Văn bản có 1.250 trang, cho phép tối đa 200 trang. Hãy tách riêng phần kế hoạch cần đọc rồi gửi lại.',
    )
  })
})
