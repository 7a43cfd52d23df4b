import type { ActionOf, StateOf, Workflow } from '../core/workflow.ts'

/**
 * From the file to the reading. `start` is allowed again while reading: a job that was cut off by a stop of the server begins
 * anew. What was read is removed, not cancelled.
 */
export const importWorkflow = {
  uploaded: { start: 'reading', cancel: 'cancelled' },
  reading: { start: 'reading', finish: 'read', fail: 'failed', cancel: 'cancelled' },
  read: { remove: 'removed' },
  failed: { retry: 'uploaded', remove: 'removed' },
  cancelled: { retry: 'uploaded', remove: 'removed' },
  removed: {},
} as const satisfies Workflow

export type ImportState = Exclude<StateOf<typeof importWorkflow>, 'removed'>
export type ImportAction = ActionOf<typeof importWorkflow>

/** States in which a job is at work or about to be. */
export const pendingStates: readonly ImportState[] = ['uploaded', 'reading']
