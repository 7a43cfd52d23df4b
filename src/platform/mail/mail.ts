import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Transporter } from 'nodemailer'

/** A letter as plain data; `html` is made from the same words as `text`. */
export interface Letter {
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html?: string
}

/** Whatever brings letters out: a server of the office, or a folder where there is none. */
export interface Mail {
  /** Resolves when the letter has been taken over; throws when it was refused or nobody answered. */
  send(letter: Letter): Promise<void>
  close(): void
}

export interface MailSettings {
  /** `smtp://user:password@host:587`, `smtps://…`; null puts letters into the folder. */
  readonly smtpUrl: string | null
  readonly from: string
  readonly folder: string
}

/** So long a server that does not answer is waited for. */
const PATIENCE = 20_000

/** Opens the way out for letters. Neither the library nor a connection is there before the first letter. */
export function openMail({ smtpUrl, from, folder }: MailSettings, newName: () => string): Mail {
  let opened: Promise<Transporter> | undefined
  const transport = () => {
    opened ??= smtpUrl === null ? toFile() : toServer(smtpUrl)
    return opened
  }
  return {
    send: async (letter) => {
      const sent = await (await transport()).sendMail({ from, ...safe(letter) })
      if (smtpUrl === null) await keep(folder, newName(), sent.message as Buffer)
    },
    close: () => void opened?.then((open) => open.close()),
  }
}

async function toServer(url: string): Promise<Transporter> {
  const { createTransport } = await import('nodemailer')
  return createTransport({ url, connectionTimeout: PATIENCE, greetingTimeout: PATIENCE, socketTimeout: PATIENCE })
}

async function toFile(): Promise<Transporter> {
  const { createTransport } = await import('nodemailer')
  return createTransport({ streamTransport: true, buffer: true, newline: 'windows' })
}

/** Each letter a file that any mail program opens; it appears under its name only when it is whole. */
async function keep(folder: string, name: string, message: Buffer): Promise<void> {
  await mkdir(folder, { recursive: true })
  const path = join(folder, `${name}.eml`)
  await writeFile(`${path}.part`, message)
  await rename(`${path}.part`, path)
}

/** A subject is one line; the library would refuse or encode anything else, and nothing a person typed may add a header. */
function safe(letter: Letter): Letter {
  return { ...letter, subject: letter.subject.replace(/\s+/g, ' ').trim().slice(0, 200) }
}

/**
 * What an error of `send` is about: the letter itself, which this server will never take; the letter for now (a server that asks to come again); or the server, which takes no letter at all: it
 * does not answer, or knows us not. The library's codes: `EENVELOPE` and `EMESSAGE` speak of one letter, with the server's answer where it gave one (RFC 5321, 4.2.1).
 */
export function troubleOf(error: unknown): 'letter' | 'later' | 'server' {
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown }
  if (code !== 'EENVELOPE' && code !== 'EMESSAGE') return 'server'
  return typeof responseCode === 'number' && responseCode < 500 ? 'later' : 'letter'
}
