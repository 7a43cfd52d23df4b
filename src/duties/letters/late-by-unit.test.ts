import { expect, it } from 'vitest'
import type { LateTask } from '../queries/list-laggards.ts'
import { lateByUnit } from './late-by-unit.ts'

function late(unitId: number, text: string, dueOn: string, planId = 'a'): LateTask {
  const plan = { planId, planTitle: 'Kế hoạch', planNumber: null, planIssued: null }
  return {
    ...plan,
    id: `${unitId} ${dueOn}`,
    text,
    dueOn,
    unitId,
    unitName: `Thôn ${unitId}`,
    giverId: 1,
    giverPath: '1',
  }
}

it('occurrences of one duty of a unit are one line with all their days; the same words of two plans are two', () => {
  const tasks = [
    late(4, 'Báo cáo quý', '2026-03-20'),
    late(4, 'Niêm yết', '2026-04-01'),
    late(4, 'Báo cáo quý', '2026-06-22'),
    late(5, 'Báo cáo quý', '2026-03-20'),
    late(5, 'Báo cáo quý', '2026-03-31', 'b'),
  ]
  expect(lateByUnit(tasks)).toEqual([
    {
      unitId: 4,
      unitName: 'Thôn 4',
      lines: [
        { text: 'Báo cáo quý', days: ['2026-03-20', '2026-06-22'] },
        { text: 'Niêm yết', days: ['2026-04-01'] },
      ],
    },
    {
      unitId: 5,
      unitName: 'Thôn 5',
      lines: [
        { text: 'Báo cáo quý', days: ['2026-03-20'] },
        { text: 'Báo cáo quý', days: ['2026-03-31'] },
      ],
    },
  ])
})
