import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { hasShared, ownSamples, shared, sharedOrSkipped, sharedPlans } from './cases.ts'
import { type Labels, pooledF1, scorePlan, type Tallies } from './score.ts'

const run = promisify(execFile)

/** A plan read badly in every section, the same way each time. */
function damaged(gold: Labels): Labels {
  const cut = (text: string): string => text.slice(0, Math.ceil(text.length * 0.7))
  const { document, citations = [], fields = [], milestones = [], recurringDuties = [], assignments = [] } = gold
  return {
    ...gold,
    document: {
      ...document,
      type: null,
      title: cut(document?.title ?? ''),
      recipients: document?.recipients?.slice(1) ?? [],
    },
    citations: citations.map((c, i) => (i === 0 ? { ...c, basis: !c.basis } : { ...c, issuer: null })),
    fields: fields.flatMap((f, i) => {
      if (i % 3 === 1) return []
      const criteria = f.criteria.map((c, k) => (k === 0 ? { ...c, text: cut(c.text) } : c))
      const invented = { min: 9, subject: 'any' as const, per: null, period: null }
      return [{ ...f, criteria, targets: [...f.targets, invented], period: { from: '2020-01', to: '2020-12' } }]
    }),
    milestones: milestones.map((m) => ({ ...m, text: cut(m.text) })).slice(1),
    recurringDuties: recurringDuties.map((d) => ({ ...d, by: 'Văn phòng' })),
    assignments: assignments.map((a, i) => (i === 0 ? { ...a, unit: 'Thanh tra' } : { ...a, tasks: a.tasks.map(cut) })),
    difficultiesTo: null,
  }
}

interface ContractScore {
  readonly pooled: number
  readonly rows: readonly { section: string; labels: number; precision: number; recall: number; f1: number }[]
}

function rowsOf(sections: Tallies): ContractScore['rows'] {
  return Object.entries(sections)
    .filter(([, s]) => s.labels > 0 || s.predictions > 0)
    .map(([section, s]) => {
      const precision = s.predictions ? s.hit / s.predictions : s.labels ? 0 : 1
      const recall = s.labels ? s.hit / s.labels : 1
      const f1 = precision + recall ? (2 * precision * recall) / (precision + recall) : 0
      return { section, labels: s.labels, precision, recall, f1 }
    })
}

describe('our scorer', () => {
  it('gives full marks to the labels themselves', async () => {
    for (const { gold } of await ownSamples('open')) expect(scorePlan(gold, gold)).toMatchObject({ misses: [] })
  })

  it('takes no note of case, quotes, dashes and the place of the tone mark', () => {
    const gold = { generalCriteria: ['Văn hóa công sở - “văn minh”'] }
    const predicted = { generalCriteria: ['VĂN HOÁ công sở – "văn minh".'] }
    expect(scorePlan(gold, predicted).sections).toEqual({ generalCriteria: { hit: 1, labels: 1, predictions: 1 } })
  })

  it('counts the criteria and targets of an invented field as inventions', () => {
    const criteria = [{ subject: 'any' as const, text: 'Có việc làm tốt' }]
    const targets = [{ min: 2, subject: 'any' as const, per: null, period: null }]
    const field = {
      ordinal: '1',
      title: 'Điển hình',
      lead: [],
      coordinating: [],
      relation: null,
      criteria,
      targets,
      period: null,
    }
    const { sections } = scorePlan({ fields: [] }, { fields: [field] })
    expect(sections).toEqual({
      fields: { hit: 0, labels: 0, predictions: 1 },
      'fields.lead': { hit: 0, labels: 0, predictions: 0 },
      'fields.coordinating': { hit: 0, labels: 0, predictions: 0 },
      'fields.criteria': { hit: 0, labels: 0, predictions: 1 },
      'fields.targets': { hit: 0, labels: 0, predictions: 1 },
    })
  })

  it.skipIf(!hasShared)(`agrees with the contract's on plans read badly${sharedOrSkipped}`, async () => {
    const folder = await mkdtemp(join(tmpdir(), 'lantoa-score-'))
    try {
      for (const { name, gold } of [...(await sharedPlans()), ...(await ownSamples('open'))]) {
        const predicted = damaged(gold)
        const [goldPath, predictedPath] = [join(folder, `${name}.gold.json`), join(folder, `${name}.json`)]
        await writeFile(goldPath, JSON.stringify(gold))
        await writeFile(predictedPath, JSON.stringify(predicted))
        const scorer = join(shared, 'plan-extraction/score.mjs')
        const { stdout } = await run(process.execPath, [scorer, goldPath, predictedPath, '--json'])
        const { sections } = scorePlan(gold, predicted)
        const contract = JSON.parse(stdout) as ContractScore
        expect({ name, pooled: pooledF1(sections), rows: rowsOf(sections) }).toEqual({
          name,
          pooled: contract.pooled,
          rows: contract.rows,
        })
      }
    } finally {
      await rm(folder, { recursive: true })
    }
  })
})
