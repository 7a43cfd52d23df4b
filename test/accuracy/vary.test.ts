import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { varyPlan } from '../../scripts/vary/vary-plan.ts'
import { ownSamples, sharedPlans } from './cases.ts'
import type { Labels } from './score.ts'
import { plainSpelling } from './similarity.ts'

/** Page numbers alone on a line and dashes at its head are print, not text. */
const flat = (text: string): string =>
  plainSpelling(text.replace(/^[ \t\f]*\d{1,3}[ \t]*$/gm, '').replace(/^\s*[-+] /gm, '')).replace(
    / \d+ (?=\p{L})/gu,
    ' ',
  )

/** Values that a label takes from the text word by word. */
function quoted({
  document,
  citations,
  generalCriteria,
  fields,
  milestones,
  recurringDuties,
  assignments,
}: Labels): string[] {
  return [
    document?.place ?? '',
    document?.title ?? '',
    document?.signer?.name ?? '',
    ...(document?.recipients ?? []),
    ...(citations ?? []).map(({ number }) => number),
    ...(generalCriteria ?? []),
    ...(fields ?? []).flatMap((f) => [f.title, ...f.lead, ...f.coordinating, ...f.criteria.map(({ text }) => text)]),
    ...(milestones ?? []).map(({ text }) => text),
    ...(recurringDuties ?? []).flatMap(({ text, deadline, by, to }) => [text, deadline ?? '', by ?? '', to ?? '']),
    ...(assignments ?? []).flatMap(({ unit, tasks }) => [unit, ...tasks]),
  ]
}

function missingIn(text: string, gold: Labels): string[] {
  const whole = flat(text)
  return quoted(gold).filter((value) => !whole.includes(plainSpelling(value).replace(/ \d+ (?=\p{L})/gu, ' ')))
}

const textCases = [...(await sharedPlans()), ...(await ownSamples('open'))].filter(({ path }) => path.endsWith('.txt'))

describe('varying a plan', () => {
  it.each(textCases)('changes the text of $name and its labels alike', async ({ path, gold }) => {
    const text = await readFile(path, 'utf8')
    const already = missingIn(text, gold).length
    for (const seed of [1, 2, 3, 4, 5]) {
      const varied = varyPlan(text, gold, seed)
      expect(missingIn(varied.text, varied.gold).length).toBe(already)
      expect(varied.text).not.toBe(text)
      expect(varied.gold.fields?.length).toBe(gold.fields?.length)
    }
  })

  it('gives the same plan for the same seed and another one for another', () => {
    const text = 'Số: 12/KH-UBND\nVĩnh Khê, ngày 09 tháng 3 năm 2026\nxã Vĩnh Khê có ít nhất 02 tập thể'
    const gold: Labels = { document: { place: 'Vĩnh Khê' } }
    expect(varyPlan(text, gold, 7)).toEqual(varyPlan(text, gold, 7))
    expect(varyPlan(text, gold, 7).text).not.toBe(varyPlan(text, gold, 8).text)
  })

  it('reorders fields and gives out their printed numbers in the new order', () => {
    const text = 'III. LĨNH VỰC\n1. Văn hóa\nTốt.\n2. Y tế\nKhỏe.\n4. Giáo dục\nGiỏi.\nIV. TỔ CHỨC THỰC HIỆN\n'
    const none = { lead: [], coordinating: [], relation: null, criteria: [], targets: [], period: null }
    const titles = ['Văn hóa', 'Y tế', 'Giáo dục']
    const fields = titles.map((title, i) => ({ ...none, ordinal: ['1', '2', '4'][i] ?? '', title }))
    const varied = varyPlan(text, { fields }, 1)
    expect(varied.text).toBe(
      'III. LĨNH VỰC\n1. Y tế\nKhỏe.\n2. Văn hóa\nTốt.\n4. Giáo dục\nGiỏi.\nIV. TỔ CHỨC THỰC HIỆN\n',
    )
    expect(varied.gold.fields?.map(({ ordinal, title }) => `${ordinal} ${title}`)).toEqual([
      '1 Y tế',
      '2 Văn hóa',
      '4 Giáo dục',
    ])
  })
})
