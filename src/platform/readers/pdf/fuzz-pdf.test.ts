import fc from 'fast-check'
import { expect, test } from 'vitest'
import { paragraph, pdfFile } from '../../../../test/builders/pdf-file.ts'
import { sourceTextProblems } from '../../../../test/source-text-problems.ts'
import { defaultLimits } from '../limits.ts'
import { Unreadable } from '../unreadable.ts'
import { readPdf } from './read-pdf.ts'

const sample = pdfFile({
  pages: [
    {
      texts: paragraph(['Thực hiện Kế hoạch của Ủy ban nhân dân xã về việc', 'nhân rộng điển hình tiên tiến.'], 100),
    },
  ],
})

const mutation = fc.record({
  at: fc.nat(sample.length - 1),
  bytes: fc.oneof(
    fc.uint8Array({ minLength: 1, maxLength: 12 }),
    fc.constant(Buffer.from('99999999999')),
    fc.constant(Buffer.from('<< [ (')),
  ),
  kind: fc.constantFrom('replace', 'insert', 'cut'),
})

function mutated(mutations: readonly { at: number; bytes: Uint8Array; kind: string }[]): Buffer {
  return mutations.reduce((bytes, { at, bytes: piece, kind }) => {
    if (kind === 'cut') return bytes.subarray(0, Math.max(20, at))
    const rest = kind === 'insert' ? at : at + piece.length
    return Buffer.concat([bytes.subarray(0, at), piece, bytes.subarray(rest)])
  }, sample)
}

test('a PDF with wrong bytes anywhere is read or refused, within bounds', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(mutation, { minLength: 1, maxLength: 4 }), async (mutations) => {
      const outcome = await readPdf(mutated(mutations), { ...defaultLimits, maxPages: 5 }).catch(
        (error: unknown) => error,
      )
      if (outcome instanceof Unreadable) return
      expect(outcome).not.toBeInstanceOf(Error)
      expect(sourceTextProblems(outcome as Awaited<ReturnType<typeof readPdf>>)).toEqual([])
    }),
    { numRuns: 100, seed: 20_240_523 },
  )
}, 60_000)
