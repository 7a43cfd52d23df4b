import { type Actor, can, type Permission } from '../core/reach.ts'

/** Seeing what units owe, in one's reach: where it is owed, or where it was given. */
export const readTasks = 'task.read' satisfies Permission
/** Doing what one's unit owes, and opening it again. */
export const doTasks = 'task.do' satisfies Permission
/** Reminding those who lag, and saying that something need not be done. */
export const urgeTasks = 'task.urge' satisfies Permission
/** Days off and exchanged working days. */
export const changeCalendar = 'calendar.change' satisfies Permission

/** Where a task lies: with the unit that owes it, and with the unit that gave it. */
export interface TaskPlace {
  readonly unitPath: string
  readonly giverPath: string
}

export function maySee(actor: Actor, task: TaskPlace): boolean {
  return can(actor, readTasks, task.unitPath) || can(actor, readTasks, task.giverPath)
}

/** May the actor do this with the task? The state is asked separately. Whoever gave it may do all that the owner may. */
export function mayAct(actor: Actor, action: 'do' | 'reopen' | 'waive', task: TaskPlace): boolean {
  if (can(actor, urgeTasks, task.giverPath)) return true
  return action !== 'waive' && can(actor, doTasks, task.unitPath)
}
