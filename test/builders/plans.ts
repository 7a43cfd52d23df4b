import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { type Context, type WriteContext, write } from '../../src/context.ts'
import type { ParsedPlan } from '../../src/parser/contract.ts'
import { finishReading, importDocument, startReading } from '../../src/plans/actions.ts'

/** The text of a sample plan of our own. */
export function sampleText(name = 'xa-dong-rang-2026'): string {
  return readFileSync(join(import.meta.dirname, '..', '..', 'samples', name, 'plan.txt'), 'utf8')
}

/** A document that was handed in, with one file of this name and content; its job waits. */
export async function anUploadedPlan(ctx: Context, name = 'kế hoạch.txt', content = 'KẾ HOẠCH'): Promise<string> {
  const kept = await ctx.files.keep(Readable.from([Buffer.from(content)]), 1_000_000)
  return write(ctx, (tx) => importDocument(tx, [{ ...kept, name, turn: 0 }]))
}

/** A document as if it had been read with this result, without the time it takes. */
export async function aReadPlan(
  ctx: Context,
  changes: Partial<ParsedPlan['plan']['document']> = {},
  parsed: ParsedPlan = aParsedPlan(changes),
): Promise<string> {
  const id = await anUploadedPlan(ctx)
  await write(ctx, async (tx: WriteContext) => {
    await startReading(tx, id)
    await finishReading(tx, id, parsed)
  })
  return id
}

/** A reading in which nothing stands but what the test says. */
export function aParsedPlan(changes: Partial<ParsedPlan['plan']['document']> = {}): ParsedPlan {
  return {
    text: 'KẾ HOẠCH',
    plan: {
      document: {
        type: 'Kế hoạch',
        number: null,
        symbol: null,
        issuer: null,
        level: null,
        place: null,
        date: null,
        title: null,
        period: null,
        signer: null,
        recipients: [],
        ...changes,
      },
      citations: [],
      generalCriteria: [],
      fields: [],
      milestones: [],
      recurringDuties: [],
      assignments: [],
      difficultiesTo: null,
      targets: [],
    },
    sources: [{ path: '/document/type', start: 0, end: 8 }],
    unused: [],
    questions: [],
  }
}
