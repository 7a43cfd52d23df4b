import type { ActionOf, StateOf, Workflow } from '../core/workflow.ts'

/**
 * From the file to the plan in force. `start` is allowed again while reading: a job that was cut off by a stop of the server begins
 * anew. What was read is removed, not cancelled. `read` and `drafted` are being reviewed: one was read from a document, the other is
 * written here. A corrected version of a plan in force is `applied` to it and lives on as its source.
 */
export const planWorkflow = {
  uploaded: { start: 'reading', cancel: 'cancelled' },
  reading: { start: 'reading', finish: 'read', fail: 'failed', cancel: 'cancelled' },
  read: { confirm: 'in-force', apply: 'applied', remove: 'removed' },
  drafted: { confirm: 'in-force', remove: 'removed' },
  failed: { retry: 'uploaded', remove: 'removed' },
  cancelled: { retry: 'uploaded', remove: 'removed' },
  'in-force': { end: 'ended', reopen: 'drafted' },
  ended: { resume: 'in-force' },
  applied: {},
  removed: {},
} as const satisfies Workflow

export type PlanState = Exclude<StateOf<typeof planWorkflow>, 'removed'>
export type PlanAction = ActionOf<typeof planWorkflow>

/** States in which a job is at work or about to be. */
export const pendingStates: readonly PlanState[] = ['uploaded', 'reading']

/** States in which somebody still makes up the plan. */
export const reviewStates: readonly PlanState[] = ['read', 'drafted']

/** States in which every unit with a part in the plan sees it. */
export const runningStates: readonly PlanState[] = ['in-force', 'ended']
