import { describe, expect, test } from 'vitest'
import { aCompoundFile } from '../../../../test/builders/compound-file.ts'
import { aDocFile } from '../../../../test/builders/doc-file.ts'
import { cellTexts, filledLines, sourceTextProblems } from '../../../../test/source-text-problems.ts'
import { defaultLimits } from '../limits.ts'
import { readDoc } from './read-doc.ts'

describe('text', () => {
  test('one byte a letter is read in the encoding of its font', async () => {
    const blocks = [{ paragraph: 'Céng hoµ x· héi chñ nghÜa ®\x1fîc' }]
    for (const [font, expected] of [
      ['.VnTime', 'Cộng hoà xã hội chủ nghĩa được'],
      ['.VnTimeH', 'CỘNG HOÀ XÃ HỘI CHỦ NGHĨA ĐƯỢC'],
    ] as const) {
      expect(filledLines(await readDoc(aDocFile({ blocks }, { compressed: true, font }), defaultLimits))).toEqual([
        expected,
      ])
    }
    const vni = aDocFile({ blocks: [{ paragraph: 'Coäng hoøa xaõ hoäi' }] }, { compressed: true, font: 'VNI-Times' })
    expect(filledLines(await readDoc(vni, defaultLimits))).toEqual(['Cộng hòa xã hội'])
  })

  test('fields give their result, breaks and signs what they print', async () => {
    const blocks = [{ paragraph: 'Năm \x13 DATE \x142026\x15, trang\x0bmới, 03\x1e05\x1f, \x13 bỏ \x15hết' }]
    const source = await readDoc(aDocFile({ blocks }), defaultLimits)
    expect(source.text).toBe('Năm 2026, trang\nmới, 03-05, hết\n')
    expect(sourceTextProblems(source)).toEqual([])
  })

  test('many paragraphs are filed over many pages', async () => {
    const rows = Array.from({ length: 200 }, (_, index) => [`${index}`, `việc ${index}`, 'xã'])
    const source = await readDoc(aDocFile({ blocks: [{ table: rows, lines: true }] }), defaultLimits)
    expect(cellTexts(source, 0)).toEqual(rows)
  })
})

describe('files that cannot be read', () => {
  const whole = aDocFile({ blocks: [{ paragraph: 'Kế hoạch' }] })

  test.each([
    ['a password', aDocFile({ blocks: [] }, { encrypted: true }), 'encrypted'],
    ['a packed file behind a password', aCompoundFile({ EncryptedPackage: new Uint8Array(9) }), 'encrypted'],
    ['another Office file', aCompoundFile({ Workbook: new Uint8Array(9) }), 'wrong-kind'],
    ['no text stream', aCompoundFile({ WordDocument: new Uint8Array(5_000) }), 'damaged'],
    ['cut in half', whole.subarray(0, whole.length / 2), 'damaged'],
    ['cut to its head', whole.subarray(0, 100), 'damaged'],
    ['nothing', new Uint8Array(), 'empty'],
  ])('%s', async (_, bytes, code) => {
    await expect(readDoc(bytes, defaultLimits)).rejects.toMatchObject({ name: 'Unreadable', code })
  })

  test('a chain of sectors that bites its tail ends', async () => {
    const bytes = Uint8Array.from(whole)
    const view = new DataView(bytes.buffer)
    for (let at = 512; at < 1024; at += 4) if (view.getUint32(at, true) < 0xfffffffa) view.setUint32(at, 1, true)
    await expect(readDoc(bytes, defaultLimits)).rejects.toMatchObject({ name: 'Unreadable' })
  })

  test('Word 95 is named as what it is', async () => {
    const bytes = Uint8Array.from(whole)
    const head = Buffer.from(bytes.buffer).indexOf(Buffer.from([0xec, 0xa5, 0xc1, 0x00]))
    bytes[head + 2] = 0x65
    await expect(readDoc(bytes, defaultLimits)).rejects.toMatchObject({ code: 'unsupported' })
  })
})
