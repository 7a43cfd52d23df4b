import { expect, it } from 'vitest'
import { statusOf } from './problem-page.tsx'

it.each([
  ['NUL in a text', '22021', 'POST', 422],
  ['a number that no column holds, in an address', '22003', 'GET', 404],
  ['a key longer than an index holds', '54000', 'POST', 422],
  ['two changes that waited for each other', '40P01', 'POST', 409],
  ['a full disk', '53100', 'POST', 507],
  ['a database that shuts down', '57P01', 'GET', 503],
  ['a mistake of ours', '23505', 'POST', 500],
])('%s is answered so that the reader knows what to do', (_, code, method, status) => {
  expect(statusOf(Object.assign(new Error('x'), { code }), method)).toBe(status)
})
