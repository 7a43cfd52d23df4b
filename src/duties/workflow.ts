import type { ActionOf, StateOf, Workflow } from '../core/workflow.ts'

/**
 * What one unit owes. `waive`: whoever gave it says that it need not be done. `withdraw` and `restore` follow the plan: the duty was taken out of it, or
 * put back.
 */
export const taskWorkflow = {
  open: { do: 'done', waive: 'waived', withdraw: 'withdrawn' },
  done: { reopen: 'open' },
  waived: { reopen: 'open' },
  withdrawn: { restore: 'open' },
} as const satisfies Workflow

export type TaskState = StateOf<typeof taskWorkflow>
export type TaskAction = ActionOf<typeof taskWorkflow>
