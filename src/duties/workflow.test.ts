import { expect, it } from 'vitest'
import { nextState } from '../core/workflow.ts'
import { type TaskAction, type TaskState, taskWorkflow } from './workflow.ts'

const states: readonly TaskState[] = ['open', 'done', 'waived', 'withdrawn']
const actions: readonly TaskAction[] = ['do', 'waive', 'withdraw', 'reopen', 'restore']

it('of every state and action, only these lead anywhere', () => {
  const ways = states.flatMap((state) =>
    actions.flatMap((action) => {
      const next = nextState(taskWorkflow, state, action)
      return next ? [`${state} –${action}→ ${next}`] : []
    }),
  )
  expect(ways).toEqual([
    'open –do→ done',
    'open –waive→ waived',
    'open –withdraw→ withdrawn',
    'done –reopen→ open',
    'waived –reopen→ open',
    'withdrawn –restore→ open',
  ])
})
