import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { networksOf, notedOrigin, noteOrigin } from './behind-proxy.ts'

/** What is noted of a request from 127.0.0.1 by a server that trusts these networks. */
async function noted(trusted: readonly string[], headers: IncomingHttpHeaders, path = '/a?b=c') {
  const { promise, resolve } = Promise.withResolvers<object>()
  const server = createServer((incoming, outgoing) => {
    noteOrigin(incoming, networksOf(trusted))
    outgoing.end()
    resolve({ ...notedOrigin(incoming), url: incoming.url })
  })
  onTestFinished(() => void server.close())
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  request({ host: '127.0.0.1', port, path, headers: { host: 'lantoa.example', ...headers } }).end()
  return promise
}

const ours = ['127.0.0.0/8', '10.0.0.0/24']

test.for<[string, readonly string[], IncomingHttpHeaders, object]>([
  ['nobody says anything', [], {}, { address: '127.0.0.1', isPassedOn: false, url: '/a?b=c' }],
  [
    'a stranger says that he passes on',
    [],
    { 'x-forwarded-for': '1.2.3.4', 'x-forwarded-proto': 'https' },
    { address: '127.0.0.1', isPassedOn: true, url: '/a?b=c' },
  ],
  [
    'our proxy says from where and how',
    ours,
    { 'x-forwarded-for': '1.2.3.4', 'x-forwarded-proto': 'https' },
    { address: '1.2.3.4', isPassedOn: false, url: 'https://lantoa.example/a?b=c' },
  ],
  [
    'what a browser wrote before our proxy is not believed',
    ours,
    { 'x-forwarded-for': '9.9.9.9, 1.2.3.4' },
    { address: '1.2.3.4', isPassedOn: false, url: '/a?b=c' },
  ],
  [
    'two proxies of ours, the outer one took the request',
    ours,
    { 'x-forwarded-for': '9.9.9.9, ::ffff:1.2.3.4, 10.0.0.7' },
    { address: '1.2.3.4', isPassedOn: false, url: '/a?b=c' },
  ],
  [
    'nonsense is passed over',
    ours,
    { 'x-forwarded-for': 'unknown, ', 'x-forwarded-proto': 'gopher' },
    { address: '127.0.0.1', isPassedOn: false, url: '/a?b=c' },
  ],
])('%s', async ([_, trusted, headers, wanted]) => {
  expect(await noted(trusted, headers)).toEqual(wanted)
})

test('nobody gets https by writing it into the request', async () => {
  expect(await noted([], {}, 'https://lantoa.example/a')).toMatchObject({ url: '/a' })
  expect(await noted([], {}, 'https://lantoa.example')).toMatchObject({ url: '/' })
})
