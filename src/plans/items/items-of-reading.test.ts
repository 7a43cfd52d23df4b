import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { parsePlan } from '../../parser/parse-plan.ts'
import { isKind, itemSchemas } from './item-schema.ts'
import { itemsOfReading } from './items-of-reading.ts'

const text = readFileSync(new URL('../../../samples/xa-dong-rang-2026/plan.txt', import.meta.url), 'utf8')
const parsed = parsePlan({ text, lines: 'wrapped', tables: [], notes: [], uncertain: [] })

function read() {
  const ids = Array.from({ length: 1_000 }, (_, index) => `item-${index}`).values()
  return itemsOfReading(parsed, () => ids.next().value ?? '', 'document')
}

it('gives every field, criterion, target, milestone, duty and work of the reading an item of its own', () => {
  const { plan } = parsed
  const counts = new Map<string, number>()
  for (const { kind } of read().items) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  expect(Object.fromEntries(counts)).toEqual(
    Object.fromEntries(
      Object.entries({
        header: 1,
        citation: plan.citations.length,
        criterion: plan.generalCriteria.length + plan.fields.flatMap(({ criteria }) => criteria).length,
        field: plan.fields.length,
        target: plan.targets.length + plan.fields.flatMap(({ targets }) => targets).length,
        milestone: plan.milestones.length,
        duty: plan.recurringDuties.length,
        assignment: plan.assignments.length,
        work: plan.assignments.flatMap(({ tasks }) => tasks).length,
      }).filter(([, count]) => count > 0),
    ),
  )
})

it('makes items that hold by the schema of their kind and say what the reading says', () => {
  for (const item of read().items) expect(itemSchemas[item.kind].parse(item.data)).toEqual(item.data)
})

it('hands every source of the reading to the item that says its value', () => {
  const { items } = read()
  expect(items.flatMap(({ passages }) => passages)).toHaveLength(parsed.sources.length)
  const works = items.filter((item) => isKind(item, 'work'))
  expect(works.length).toBeGreaterThan(0)
  for (const work of works) expect(work.passages.map(({ key }) => key)).toContain('text')
})

it('hands every question of the reading on', () => {
  expect(read().questions.map(({ reason }) => reason)).toEqual(parsed.questions.map(({ reason }) => reason))
})

it('keeps the day of a step as it is printed, the last one of a stretch; a month alone is none', () => {
  const steps = [
    ['1. Trước ngày 15/6/2026: sơ kết 6 tháng đầu năm.', 'Trước ngày 15/6/2026'],
    ['2. Tháng 7/2026: khảo sát ở cơ sở.', null],
    ['3. Từ ngày 05/8/2026 đến ngày 20/8/2026: bình xét ở thôn.', 'ngày 20/8/2026'],
    ['4. Chậm nhất ngày 20 tháng 12 năm 2026: tổng kết, biểu dương.', 'Chậm nhất ngày 20 tháng 12 năm 2026'],
  ] as const
  const lines = steps.map(([line]) => line).join('\n')
  const reading = parsePlan({
    text: `KẾ HOẠCH\nXây dựng điển hình tiên tiến năm 2026\n\nI. LỘ TRÌNH THỰC HIỆN\n${lines}\n`,
    lines: 'wrapped',
    tables: [],
    notes: [],
    uncertain: [],
  })
  const ids = Array.from({ length: 100 }, (_, index) => `item-${index}`).values()
  const { items } = itemsOfReading(reading, () => ids.next().value ?? '', 'document')
  const deadlines = items.flatMap((item) => (isKind(item, 'milestone') ? [item.data.deadline] : []))
  expect(deadlines).toEqual(steps.map(([, deadline]) => deadline))
})
