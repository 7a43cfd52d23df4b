import type { Permission } from '../core/reach.ts'
import type { ImportAction } from './workflow.ts'

/** Seeing plans, their documents and the original files. */
export const readPlans = 'plan.read' satisfies Permission
/** Handing documents in, and everything that may be done with one's own reading of them. */
export const importPlans = 'plan.import' satisfies Permission

/** What the actor must hold in the document's unit; what only jobs do is not here. */
export const permissionFor: Readonly<Record<Extract<ImportAction, 'cancel' | 'retry' | 'remove'>, Permission>> = {
  cancel: importPlans,
  retry: importPlans,
  remove: importPlans,
}
