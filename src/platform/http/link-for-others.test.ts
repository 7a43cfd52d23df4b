import { expect, it } from 'vitest'
import { linkForOthers } from './link-for-others.ts'
import type { HouseRequest } from './route.ts'

const asked = (url: string, config: { address: string | null; host: string | null }) =>
  linkForOthers({ req: { url }, var: { ctx: { config } } } as unknown as HouseRequest, '/ma?ma=AB-CD')

it('a link for a colleague stands under the address of the office, never under «localhost» where the server has a name', () => {
  expect(asked('http://localhost:8080/can-bo', { address: 'https://lantoa.mayha.gov.vn', host: null })).toBe(
    'https://lantoa.mayha.gov.vn/ma?ma=AB-CD',
  )
  expect(asked('http://localhost:8080/can-bo', { address: null, host: '10.0.0.5' })).toBe(
    'http://10.0.0.5:8080/ma?ma=AB-CD',
  )
  expect(asked('http://10.0.0.5:8080/can-bo', { address: null, host: '10.0.0.7' })).toBe(
    'http://10.0.0.5:8080/ma?ma=AB-CD',
  )
  expect(asked('http://127.0.0.1:8080/can-bo', { address: null, host: '127.0.0.1' })).toBe(
    'http://127.0.0.1:8080/ma?ma=AB-CD',
  )
})
