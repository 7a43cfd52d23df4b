import { expect, test } from 'vitest'
import { ownPath } from './own-path.ts'

test.each([
  'https://evil.example/',
  '//evil.example/',
  '/\\evil.example',
  '/\t/evil.example',
  '/..//evil.example',
  '/a/..//evil.example',
  '/%2e%2e//evil.example',
  '/.\\/evil.example',
  'javascript:alert(1)',
  'evil.example',
  '',
  null,
])('%j leads home', (wished) => {
  expect(ownPath(wished)).toBe('/')
})

test('a path of ours is followed with its query and its place on the page', () => {
  expect(ownPath('/ke-hoach?q=sen&sort=title#name-3')).toBe('/ke-hoach?q=sen&sort=title#name-3')
})
