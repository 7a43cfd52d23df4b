// cspell:ignore khong bimat (words of the tests)
import { spawnSync } from 'node:child_process'
import { copyFile, readFile, rename, rm, utimes, writeFile } from 'node:fs/promises'
import { request as plainRequest } from 'node:http'
import { request } from 'node:https'
import { join } from 'node:path'
import { connect } from 'node:tls'
import { expect, test } from 'vitest'
import { aCertificate, type Made, runOut } from './a-certificate.ts'
import { aUsedFolder, lantoa, onItsOwn } from './a-server.ts'

interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly text: string
}

/** Asks as a browser that trusts this certificate; nothing is checked less than a browser would. */
async function ask(address: string, ca: string | null, headers: Record<string, string> = {}): Promise<Answer> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>()
  const options = ca === null ? { headers } : { headers, ca: await readFile(ca), servername: 'localhost' }
  const send = ca === null ? plainRequest : request
  const sent = send(address, { ...options, agent: false }, (answer) => {
    let text = ''
    answer.setEncoding('utf8').on('data', (piece: string) => {
      text += piece
    })
    answer.once('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text }))
  })
  sent.once('error', reject).end()
  return promise
}

/** The common name of the certificate that a server shows. */
async function shownBy(address: string): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  const port = Number(new URL(address).port)
  const socket = connect({ host: '127.0.0.1', port, rejectUnauthorized: false }, () => {
    resolve(String(socket.getPeerCertificate().subject.CN))
    socket.destroy()
  })
  socket.once('error', reject)
  return promise
}

const freePort = async () => 20_000 + Math.floor(Math.random() * 20_000)

test('with a certificate everything goes by https: pages, cookies that only this host gets, a memory in browsers', async (context) => {
  const folder = await aUsedFolder()
  const { cert, key } = aCertificate(context, folder, 'first')
  const server = lantoa(['serve'], { ...onItsOwn(folder), LANTOA_CERT: cert, LANTOA_KEY: key })
  const address = await server.address

  expect(address).toMatch(/^https:\/\/127\.0\.0\.1:\d+\/$/)
  const page = await ask(`${address}ke-hoach`, cert)
  expect(page.status).toBe(200)
  const cookies = page.headers['set-cookie'] ?? []
  expect(cookies).toEqual([
    expect.stringMatching(/^__Host-lantoa_form=[\w-]+; Path=\/; HttpOnly; Secure; SameSite=Strict$/),
  ])
  expect(page.headers['strict-transport-security']).toBe(undefined)
  const named = await ask(`${address}healthz`, cert, { host: 'may-chu.example' })
  expect(named.headers['strict-transport-security']).toBe('max-age=15552000')
})

test('a renewed certificate is served at once on a signal, and by itself within seconds; a bad one changes nothing', {
  timeout: 60_000,
}, async (context) => {
  const folder = await aUsedFolder()
  const [first, second, third] = ['first', 'second', 'third'].map((name) => aCertificate(context, folder, name)) as [
    Made,
    Made,
    Made,
  ]
  const served = { cert: join(folder, 'served.pem'), key: join(folder, 'served.key') }
  const put = async (made: Made) => {
    await copyFile(made.key, served.key)
    await copyFile(made.cert, served.cert)
  }
  await put(first)
  const server = lantoa(['serve'], { ...onItsOwn(folder), LANTOA_CERT: served.cert, LANTOA_KEY: served.key })
  const address = await server.address
  expect(await shownBy(address)).toBe('first')

  await put(second)
  server.process.kill('SIGHUP')
  await expect.poll(() => shownBy(address), { timeout: 8_000 }).toBe('second')

  await copyFile(third.cert, served.cert)
  server.process.kill('SIGHUP')
  await expect.poll(() => server.complained(), { timeout: 8_000 }).toContain('Vẫn dùng chứng chỉ HTTPS cũ')
  expect(await shownBy(address)).toBe('second')

  await put(third)
  await utimes(served.cert, new Date(), new Date())
  await expect.poll(() => shownBy(address), { timeout: 25_000, interval: 500 }).toBe('third')
  expect((await ask(`${address}healthz`, third.cert)).status).toBe(200)
})

test('files that cannot serve are named, each for what is wrong with it', { timeout: 60_000 }, async (context) => {
  const folder = await aUsedFolder()
  const [one, other] = ['one', 'other'].map((name) => aCertificate(context, folder, name)) as [Made, Made]
  const text = join(folder, 'text.pem')
  await writeFile(text, 'không phải chứng chỉ')
  const locked = join(folder, 'locked.key')
  spawnSync('openssl', ['pkey', '-in', one.key, '-aes256', '-passout', 'pass:bimat', '-out', locked])
  const said = async (cert: string, key: string) => {
    const { code, complained } = await lantoa(['serve'], { ...onItsOwn(folder), LANTOA_CERT: cert, LANTOA_KEY: key })
      .ended
    expect(code).toBe(1)
    return complained
  }
  const absent = join(folder, 'absent.pem')
  expect(await said(absent, one.key)).toBe(
    `Không có tệp ${absent} ghi trong LANTOA_CERT hoặc LANTOA_KEY. Hãy kiểm tra lại đường dẫn.\n`,
  )
  expect(await said(folder, one.key)).toMatch(/^Không đọc được tệp .*cấp quyền đọc/)
  expect(await said(text, one.key)).toMatch(/không phải là chứng chỉ HTTPS dạng PEM/)
  expect(await said(one.cert, text)).toMatch(/không phải là khóa riêng dạng PEM/)
  expect(await said(one.cert, locked)).toMatch(/có mật khẩu nên máy chủ không tự mở được/)
  expect(await said(one.cert, other.key)).toMatch(/không thuộc cùng một cặp/)
  expect(await said(one.cert, '')).toMatch(/^LANTOA_CERT và LANTOA_KEY phải đi cùng nhau.*Đang thiếu LANTOA_KEY\.\n$/)
})

test('a certificate that has run out is served, with a warning; one that soon will is announced', async (context) => {
  const folder = await aUsedFolder()
  const soon = aCertificate(context, folder, 'soon', ['-days', '3'])
  const server = lantoa(['serve'], { ...onItsOwn(folder), LANTOA_CERT: soon.cert, LANTOA_KEY: soon.key })
  await server.address
  await expect.poll(() => server.printed()).toMatch(/Chứng chỉ HTTPS sẽ hết hạn ngày \d\d\/\d\d\/\d{4}\./)
  server.process.kill('SIGTERM')
  await server.ended

  const over = await runOut(soon, folder)
  const late = lantoa(['serve'], { ...onItsOwn(folder), LANTOA_CERT: over.cert, LANTOA_KEY: over.key })
  const address = await late.address
  await expect.poll(() => late.complained()).toMatch(/^CẢNH BÁO: chứng chỉ HTTPS đã hết hạn từ ngày 01\/02\/2025;/)
  expect(await shownBy(address)).toBe('over')
})

test('plain http is told the way', async (context) => {
  const folder = await aUsedFolder()
  const { cert, key } = aCertificate(context, folder, 'first')
  const port = String(await freePort())
  const env = { ...onItsOwn(folder), LANTOA_CERT: cert, LANTOA_KEY: key, LANTOA_HTTP_PORT: port }
  const server = lantoa(['serve'], env)
  const secure = new URL(await server.address).port

  const answer = await ask(`http://127.0.0.1:${port}/ke-hoach?q=a`, null, { host: 'may-chu.example' })
  expect([answer.status, answer.headers['location']]).toEqual([308, `https://may-chu.example:${secure}/ke-hoach?q=a`])
  const odd = await ask(`http://127.0.0.1:${port}/`, null, { host: 'a b' })
  expect([odd.status, odd.headers['location']]).toEqual([400, undefined])
})

test('what a proxy says counts only when it is ours', async () => {
  const folder = await aUsedFolder()
  const said = { 'x-forwarded-proto': 'https', 'x-forwarded-for': '203.0.113.9' }
  const strangers = lantoa(['serve'], { ...onItsOwn(folder), LANTOA_PROXY: '192.0.2.0/24' })
  const unbelieved = await ask(`${await strangers.address}ke-hoach`, null, said)
  expect(unbelieved.headers['set-cookie']).toEqual([expect.stringMatching(/^lantoa_form=/)])
  expect((await ask(`${await strangers.address}metrics`, null)).status).toBe(200)
  expect((await ask(`${await strangers.address}metrics`, null, said)).status).toBe(404)
  strangers.process.kill('SIGTERM')
  await strangers.ended

  const ours = lantoa(['serve'], {
    ...onItsOwn(folder),
    LANTOA_PROXY: '1',
    LANTOA_METRICS_TOKEN: 'ma-giam-sat-cua-tinh',
  })
  const believed = await ask(`${await ours.address}ke-hoach`, null, said)
  expect(believed.headers['set-cookie']).toEqual([expect.stringMatching(/^__Host-lantoa_form=.*; Secure;/)])
  const metrics = (headers: Record<string, string>) =>
    ours.address.then((address) => ask(`${address}metrics`, null, headers))
  expect((await metrics(said)).status).toBe(404)
  expect((await metrics({ ...said, authorization: 'Bearer ma-giam-sat-cua-tinh' })).text).toMatch(
    /^lantoa_requests_total\{method="GET",route="\/ke-hoach",status="200"\} 1$/m,
  )
  expect((await metrics({ ...said, authorization: 'Bearer ma-giam-sat-cua-tinH' })).status).toBe(404)
})

test('requests are written down without anything about who asked or for whom, and the logs survive being deleted', async () => {
  const folder = await aUsedFolder()
  const server = lantoa(['serve'], onItsOwn(folder))
  const address = await server.address
  const log = join(folder, 'data', 'requests.log')
  const secret = 'nguyen-van-a@example.vn'
  await ask(`${address}don-vi/1?q=${secret}`, null, { 'user-agent': secret, cookie: `x=${secret}` })
  await ask(`${address}${secret}`, null)
  const lines = (await readFile(log, 'utf8'))
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(lines.map(({ at: _, ms: __, request: ___, ...rest }) => rest)).toEqual([
    { method: 'GET', route: expect.stringMatching(/^\/don-vi\/:id/), status: 200 },
    { method: 'GET', route: 'unknown', status: 404 },
  ])
  expect(await readFile(log, 'utf8')).not.toContain('nguyen')
  await rm(log)
  await rename(join(folder, 'data', 'lantoa.log'), join(folder, 'data', 'moved'))
  await ask(`${address}healthz`, null)
  expect(JSON.parse(await readFile(log, 'utf8'))).toMatchObject({ route: '/healthz', status: 200 })
})
