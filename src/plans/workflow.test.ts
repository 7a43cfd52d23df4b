import { expect, it } from 'vitest'
import { nextState } from '../core/workflow.ts'
import { type PlanAction, planWorkflow } from './workflow.ts'

const actions: readonly PlanAction[] = [
  'start',
  'finish',
  'fail',
  'cancel',
  'retry',
  'remove',
  'confirm',
  'apply',
  'end',
  'reopen',
  'resume',
]

it('of every state and action, only these lead anywhere', () => {
  const ways = Object.keys(planWorkflow).flatMap((state) =>
    actions.flatMap((action) => {
      const next = nextState(planWorkflow, state as keyof typeof planWorkflow, action)
      return next ? [`${state} –${action}→ ${next}`] : []
    }),
  )
  expect(ways).toEqual([
    'uploaded –start→ reading',
    'uploaded –cancel→ cancelled',
    'reading –start→ reading',
    'reading –finish→ read',
    'reading –fail→ failed',
    'reading –cancel→ cancelled',
    'read –remove→ removed',
    'read –confirm→ in-force',
    'read –apply→ applied',
    'drafted –remove→ removed',
    'drafted –confirm→ in-force',
    'failed –retry→ uploaded',
    'failed –remove→ removed',
    'cancelled –retry→ uploaded',
    'cancelled –remove→ removed',
    'in-force –end→ ended',
    'in-force –reopen→ drafted',
    'ended –resume→ in-force',
  ])
})
