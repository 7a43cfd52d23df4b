import { expect, test } from 'vitest'
import { allowedActions, nextState, type Workflow } from './workflow.ts'

const door = { shut: { open: 'ajar', lock: 'locked' }, ajar: { close: 'shut' }, locked: {} } as const satisfies Workflow

test('an action leads where the table says', () => {
  expect([nextState(door, 'shut', 'lock'), nextState(door, 'ajar', 'close')]).toEqual(['locked', 'shut'])
})

test('an action that the table does not name in this state leads nowhere', () => {
  expect([nextState(door, 'locked', 'open'), nextState(door, 'shut', 'toString' as 'open')]).toEqual([
    undefined,
    undefined,
  ])
})

test('the allowed actions of every state are those of its row', () => {
  expect([allowedActions(door, 'shut'), allowedActions(door, 'ajar'), allowedActions(door, 'locked')]).toEqual([
    ['open', 'lock'],
    ['close'],
    [],
  ])
})
