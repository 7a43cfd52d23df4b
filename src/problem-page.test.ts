import { expect, test } from 'vitest'
import { Refusal } from './core/problem.ts'
import { statusOf } from './problem-page.tsx'

const withCode = (code: string, syscall?: string) => Object.assign(new Error('from below'), { code, syscall })

test.each([
  [new Refusal('not-found'), 404],
  [new Refusal('forbidden'), 403],
  [new Refusal('conflict'), 409],
  [new Refusal('invalid'), 422],
  [new Refusal('too-large'), 413],
  [new Refusal('unsupported-type'), 415],
  [new Refusal('foreign-site'), 403],
  [withCode('53100'), 507],
  [withCode('ENOSPC'), 507],
  [withCode('57P01'), 503],
  [withCode('08006'), 503],
  [withCode('ECONNREFUSED', 'connect'), 503],
  [withCode('ENOENT', 'connect'), 503],
  [withCode('ENOENT', 'open'), 500],
  [new Error('Connection terminated unexpectedly'), 503],
  [withCode('23505'), 500],
  [new Error('a fault'), 500],
])('%s is answered with %d', (error, status) => {
  expect(statusOf(error)).toBe(status)
})
