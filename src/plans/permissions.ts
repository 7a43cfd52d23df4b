import type { Permission } from '../core/reach.ts'
import type { PlanAction } from './workflow.ts'

/** Seeing plans, their documents and the original files. */
export const readPlans = 'plan.read' satisfies Permission
/** Handing documents in, and everything that may be done with one's own reading of them. */
export const importPlans = 'plan.import' satisfies Permission

/** Putting a plan in force, ending it, and changing one that is in force. */
export const confirmPlans = 'plan.confirm' satisfies Permission

/** What the actor must hold in the plan's unit; what only jobs do is not here. */
export const permissionFor: Readonly<Record<Exclude<PlanAction, 'start' | 'finish' | 'fail'>, Permission>> = {
  cancel: importPlans,
  retry: importPlans,
  remove: importPlans,
  confirm: confirmPlans,
  end: confirmPlans,
  reopen: confirmPlans,
  resume: confirmPlans,
  apply: confirmPlans,
}
