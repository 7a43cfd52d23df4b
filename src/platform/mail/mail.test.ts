import { readdir, readFile } from 'node:fs/promises'
import { text } from 'node:stream/consumers'
import { SMTPServer } from 'smtp-server'
import { expect, it, onTestFinished } from 'vitest'
import { aFolder } from '../../../test/builders/database.ts'
import { openMail, troubleOf } from './mail.ts'

const letter = {
  to: 'tu.dinh@dongrang.example',
  subject: 'Nhắc việc:\r\nBcc: khac@noi-khac.example',
  text: 'Báo cáo gương người tốt, hạn 20/03/2026.',
}

/** A mail server that keeps what it gets. */
async function aMailServer(): Promise<{ url: string; letters: string[]; recipients: string[] }> {
  const letters: string[] = []
  const recipients: string[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: ({ address }, _session, done) => {
      recipients.push(address)
      done()
    },
    onData: (stream, _session, done) => {
      void text(stream).then((content) => {
        letters.push(content)
        done()
      })
    },
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())))
  const address = server.server.address()
  return { url: `smtp://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`, letters, recipients }
}

it('a letter reaches the server, to its one recipient, whatever stands in its subject', async () => {
  const server = await aMailServer()
  const mail = openMail({ smtpUrl: server.url, from: 'Lan Tỏa <lantoa@dongrang.example>', folder: '' }, () => '')
  onTestFinished(() => mail.close())
  await mail.send(letter)
  expect(server.recipients).toEqual(['tu.dinh@dongrang.example'])
  expect(server.letters).toHaveLength(1)
  expect(server.letters[0]).not.toMatch(/^bcc:/im)
})

it('without a server the letter lies in the folder, whole', async () => {
  const folder = await aFolder()
  const mail = openMail({ smtpUrl: null, from: 'lantoa@dongrang.example', folder }, () => 'thư-1')
  await mail.send(letter)
  expect(await readdir(folder)).toEqual(['thư-1.eml'])
  expect(await readFile(`${folder}/thư-1.eml`, 'utf8')).toContain('To: tu.dinh@dongrang.example')
})

it('a server that nobody runs is an error, not a silence', async () => {
  const mail = openMail({ smtpUrl: 'smtp://127.0.0.1:1', from: 'a@b.example', folder: '' }, () => '')
  onTestFinished(() => mail.close())
  await expect(mail.send(letter)).rejects.toThrow('ECONNREFUSED')
})

it.each([
  [{ code: 'EENVELOPE', responseCode: 550 }, 'letter'],
  [{ code: 'EENVELOPE', responseCode: 450 }, 'later'],
  [{ code: 'EENVELOPE' }, 'letter'],
  [{ code: 'EMESSAGE', responseCode: 554 }, 'letter'],
  [{ code: 'EAUTH', responseCode: 535 }, 'server'],
  [{ code: 'EPROTOCOL', responseCode: 421 }, 'server'],
  [{ code: 'ETIMEDOUT' }, 'server'],
])('%o is about: %s', (error, about) => {
  expect(troubleOf(Object.assign(new Error('no'), error))).toBe(about)
})
