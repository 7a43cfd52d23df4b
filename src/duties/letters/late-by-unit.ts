import type { LateTask } from '../queries/list-laggards.ts'

/** What one unit has not done in time: each thing once, with every day on which it was due. */
export interface LateUnit {
  readonly unitId: number
  readonly unitName: string
  readonly lines: readonly { readonly text: string; readonly days: readonly string[] }[]
}

/** Late tasks under their units, in the order given; occurrences of one duty become one line. Pure. */
export function lateByUnit(late: readonly LateTask[]): LateUnit[] {
  return [...Map.groupBy(late, ({ unitId }) => unitId)].map(([unitId, tasks]) => ({
    unitId,
    unitName: tasks[0]?.unitName ?? '',
    lines: [...Map.groupBy(tasks, ({ text, planId }) => `${planId} ${text}`).values()].map((same) => ({
      text: same[0]?.text ?? '',
      days: same.map(({ dueOn }) => dueOn),
    })),
  }))
}
