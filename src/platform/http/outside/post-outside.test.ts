import { createServer } from 'node:net'
import { expect, it, onTestFinished } from 'vitest'
import { aReceiver } from '../../../../test/builders/receiver.ts'
import { postOutside } from './post-outside.ts'
import { isPublicAddress } from './public-address.ts'

const post = (url: string, changes: Partial<Parameters<typeof postOutside>[0]> = {}) =>
  postOutside({
    url: new URL(url),
    headers: {},
    body: '{}',
    allowPrivate: true,
    patience: 2_000,
    signal: new AbortController().signal,
    ...changes,
  })

it.each([
  ['8.8.8.8', true],
  ['113.160.0.1', true],
  ['2405:4800::1', true],
  ['127.0.0.1', false],
  ['10.1.2.3', false],
  ['172.31.255.255', false],
  ['172.32.0.1', true],
  ['192.168.1.1', false],
  ['169.254.169.254', false],
  ['100.100.100.200', false],
  ['0.0.0.0', false],
  ['224.0.0.1', false],
  ['255.255.255.255', false],
  ['::1', false],
  ['::', false],
  ['::ffff:127.0.0.1', false],
  ['::ffff:10.0.0.1', false],
  ['64:ff9b::7f00:1', false],
  ['2002:7f00:1::', false],
  ['fe80::1', false],
  ['fd00::1', false],
  ['no address', false],
])('%s is a public address: %s', (address, isPublic) => {
  expect(isPublicAddress(address)).toBe(isPublic)
})

it('calls nobody in the office network, however the address is written', async () => {
  const { port, received } = await aReceiver()
  for (const host of ['127.0.0.1', 'localhost', '2130706433', '0x7f.1', '[::1]', '[::ffff:127.0.0.1]', '0.0.0.0']) {
    const answer = await post(`http://${host}:${port}/`, { allowPrivate: false })
    expect({ host, ...answer }).toEqual({ host, status: null, problem: 'address-private' })
  }
  expect(received).toEqual([])
})

it('gives the status that was answered and follows no redirect', async () => {
  const { url, received } = await aReceiver([302, 200])
  expect(await post(url)).toEqual({ status: 302, problem: null })
  expect(received.map(({ path, body }) => ({ path, body }))).toEqual([{ path: '/hook', body: '{}' }])
  expect(await post(url)).toEqual({ status: 200, problem: null })
})

it('says why nobody answered', async () => {
  expect(await post('http://no-such-host.invalid/')).toEqual({ status: null, problem: 'host-unknown' })
  expect(await post('http://127.0.0.1:9/')).toEqual({ status: null, problem: 'unreachable' })
  const mute = createServer(() => undefined)
  await new Promise<void>((resolve) => mute.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void mute.close())
  const { port } = mute.address() as { port: number }
  expect(await post(`http://127.0.0.1:${port}/`, { patience: 200 })).toEqual({ status: null, problem: 'too-slow' })
  const { port: plain } = await aReceiver()
  expect((await post(`https://127.0.0.1:${plain}/`)).problem).toMatch(/insecure|unreachable/)
})

it('stops when it is told to', async () => {
  const mute = createServer(() => undefined)
  await new Promise<void>((resolve) => mute.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void mute.close())
  const { port } = mute.address() as { port: number }
  const stopping = new AbortController()
  const sent = post(`http://127.0.0.1:${port}/`, { signal: stopping.signal })
  setTimeout(() => stopping.abort(), 50)
  await expect(sent).rejects.toThrow('aborted')
})
