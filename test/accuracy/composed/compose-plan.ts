import type { Plan } from '../../../src/parser/contract.ts'
import { composeField, drawFieldStyle } from './fields.ts'
import { partsFrom, two } from './parts.ts'
import { composeAssignments, composeFrame, composeMilestones } from './rest.ts'

interface ComposedPlan {
  readonly text: string
  readonly gold: Plan
}

/**
 * A plan put together from the ways in which offices write its parts, with its labels: every way to head a field meets every
 * way to state its criteria, units, targets and dates, which no collection of real plans would show. The same seed gives the
 * same plan.
 */
export function composePlan(seed: number): ComposedPlan {
  const parts = partsFrom(seed * 7919)
  const year = parts.between(2023, 2027)
  const frame = composeFrame(parts, year, year + parts.between(0, 4))
  const style = drawFieldStyle(parts)
  const printed = Array.from({ length: parts.between(4, 8) }, (_, i) => composeField(parts, style, i, year))
  const milestones = composeMilestones(parts, year)
  const organised = composeAssignments(parts, year)
  const basis = { number: `${parts.between(401, 900)}/KH-UBND`, day: two(parts.between(3, 28)) }
  const opening = `Thực hiện Kế hoạch số ${basis.number} ngày ${basis.day}/12/${year - 1} của Ủy ban nhân dân tỉnh Trường Lĩnh về công tác điển hình tiên tiến, ${frame.document.issuer} ban hành Kế hoạch với các nội dung sau:`
  const lines = [
    ...frame.header,
    opening,
    'I. MỤC ĐÍCH, YÊU CẦU',
    '- Làm cho phong trào thi đua đi vào chiều sâu, thiết thực.',
    'II. CÁC LĨNH VỰC XÂY DỰNG ĐIỂN HÌNH',
    ...(style.mark === '1.1.' ? ['1. Các lĩnh vực cụ thể'] : []),
    ...printed.flatMap((field) => field.lines),
    `III. ${parts.pick(['THỜI GIAN THỰC HIỆN', 'CÁC BƯỚC TIẾN HÀNH', 'LỘ TRÌNH THỰC HIỆN'])}`,
    ...milestones.lines,
    'IV. TỔ CHỨC THỰC HIỆN',
    ...organised.lines,
    ...frame.closing,
  ]
  return {
    text: `${lines.join('\n')}\n`,
    gold: {
      document: frame.document,
      citations: [
        {
          type: 'Kế hoạch',
          number: basis.number,
          date: `${year - 1}-12-${basis.day}`,
          issuer: 'Ủy ban nhân dân tỉnh Trường Lĩnh',
          basis: true,
        },
      ],
      generalCriteria: [],
      fields: printed.map(({ field }) => field),
      milestones: milestones.milestones,
      recurringDuties: organised.duties,
      assignments: organised.assignments,
      difficultiesTo: organised.difficultiesTo,
      targets: [],
    },
  }
}
