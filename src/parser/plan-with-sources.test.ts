import { expect, it } from 'vitest'
import { planWithSources } from './plan-with-sources.ts'
import { Read } from './read.ts'

const span = (start: number, end: number) => ({ start, end })

it('unwraps every read value and says where it stands, an object read as a whole on its own path', () => {
  const tree = {
    title: new Read('Tìm gương tốt', span(0, 5)),
    date: new Read({ year: 2026, month: 1, day: null }, span(6, 9)),
    tasks: [new Read('Tổng hợp', span(10, 12), span(14, 16)), 'không đọc'],
    'a/b~c': { none: null },
  }
  expect(planWithSources(tree as never)).toEqual({
    value: {
      title: 'Tìm gương tốt',
      date: { year: 2026, month: 1, day: null },
      tasks: ['Tổng hợp', 'không đọc'],
      'a/b~c': { none: null },
    },
    sources: [
      { path: '/title', ...span(0, 5) },
      { path: '/date', ...span(6, 9) },
      { path: '/tasks/0', ...span(10, 12) },
      { path: '/tasks/0', ...span(14, 16) },
    ],
  })
})

it('escapes the signs of a pointer and passes over what is null', () => {
  expect(
    planWithSources({ 'a/b~c': new Read('x', span(1, 2)), gone: new Read(null, span(3, 4)) } as never).sources,
  ).toEqual([{ path: '/a~1b~0c', ...span(1, 2) }])
})
