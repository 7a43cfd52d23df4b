import QRCode from 'qrcode'
import { CLAIMED_TOPIC } from './access/actions/claim.ts'
import { accessPaths } from './access/paths.ts'
import { readConfig } from './config.ts'
import { dayInVietNam } from './core/dates/day-in-viet-nam.ts'
import type { KeptCertificate } from './platform/http/tls/kept-certificate.ts'
import type { Certificate } from './platform/http/tls/read-certificate.ts'
import { PROJECT_ROOT } from './platform/project-root.ts'
import { sentenceOf } from './sentence-of.ts'
import { type Serving, serve } from './serve.ts'
import { withSettingsFile } from './settings-file.ts'
import { serveTexts } from './texts.ts'
import { shownDay } from './ui/dates.ts'

const say = (text: string) => void process.stdout.write(`${text}\n`)
const complain = (text: string) => void process.stderr.write(`${text}\n`)

/** Starts the server and stays until a signal stops it. Resolves with the exit code. */
export async function main(env: NodeJS.ProcessEnv): Promise<number> {
  // From the first moment: a server that is stopped while it starts must not leave its database running.
  const ending = untilEnding()
  let address: { host: string | null; port: number } = { host: null, port: 0 }
  try {
    const config = readConfig(withSettingsFile(env, PROJECT_ROOT), process.cwd())
    address = config
    const serving = await serve(config, { renewed: sayRenewed, refused: complainAbout })
    ending.onHangUp(() => void serving.certificate?.reload())
    if (serving.house.postgres?.adopted) say(serveTexts.adopted)
    say(serveTexts.address(serving.address))
    sayWhen(serving.certificate)
    await sayHowToEnter(serving)
    return await stopAt(serving, await ending.promise)
  } catch (error) {
    if (ending.signalled) return 130
    complain(sentenceOf(error, address) ?? `${(error as Error).stack}`)
    return 1
  }
}

/** The code of the first visit, or the addresses for the office; the latter also as soon as somebody has claimed the system. */
async function sayHowToEnter({ claimCode, doors, house, address }: Serving): Promise<void> {
  if (claimCode === null) return sayOffice(doors.addresses().slice(1))
  say(serveTexts.claim(`${address.slice(0, -1)}${accessPaths.claim}`, claimCode))
  const stopHearing = house.news.hear(CLAIMED_TOPIC, (topic) => {
    if (topic !== CLAIMED_TOPIC) return
    stopHearing()
    doors.openToOffice().then(sayOffice, (error) => house.context.log.error('the office network stays shut', { error }))
  })
}

/** With a code for the cameras of telephones in the office. */
async function sayOffice(addresses: readonly string[]): Promise<void> {
  const [first] = addresses
  if (first === undefined) return
  say(serveTexts.office(addresses))
  if (process.stdout.isTTY) say(await QRCode.toString(first, { type: 'terminal', small: true }))
}

const DAY = 86_400_000
/** How long before its end people are reminded of a certificate. */
const SOON = 14 * DAY

/** What browsers will say of the certificate, or soon. */
function sayWhen(certificate: KeptCertificate | null, now = new Date()): void {
  if (!certificate) return
  const { from, to } = certificate.present
  if (from > now) complain(serveTexts.certificateEarly(asDay(from)))
  else if (to < now) complain(serveTexts.certificateOver(asDay(to)))
  else if (to.getTime() - now.getTime() < SOON) say(serveTexts.certificateSoon(asDay(to)))
}

const asDay = (date: Date) => shownDay(dayInVietNam(date))
const sayRenewed = ({ to }: Certificate) => say(serveTexts.certificateRenewed(asDay(to)))

function complainAbout(error: unknown): void {
  complain(serveTexts.certificateRefused(sentenceOf(error, { host: null, port: 0 }) ?? String(error)))
}

/** Why the server ends: a signal, or a fault that nobody caught. */
interface Ending {
  readonly fault: Error | null
}

interface EndingSoon {
  readonly promise: Promise<Ending>
  readonly signalled: boolean
  /** What to do when a service is told to read its files anew. */
  onHangUp(work: () => void): void
}

/**
 * Hears the first signal or fault; a second signal ends the process at once. A hang-up ends us where there was a terminal that is gone now; a service
 * has none, and is told by it to read its files anew.
 */
function untilEnding(): EndingSoon {
  const { promise, resolve } = Promise.withResolvers<Ending>()
  let first: Ending | undefined
  const end = (fault: Error | null) => {
    if (first) process.exit(130)
    first = { fault }
    resolve(first)
  }
  let hungUp: () => void = () => end(null)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => end(null))
  process.on('SIGHUP', () => hungUp())
  process.on('uncaughtException', end)
  return {
    promise,
    onHangUp(work) {
      const hasTerminal = process.stdin.isTTY || process.stdout.isTTY || process.stderr.isTTY
      if (!hasTerminal) hungUp = work
    },
    get signalled() {
      return first?.fault === null
    },
  }
}

async function stopAt(serving: Serving, { fault }: Ending): Promise<number> {
  const { log, config } = serving.house.context
  if (fault) {
    log.error('fault', { error: fault })
    complain(serveTexts.fault(config.dataFolder))
  }
  say(serveTexts.stopping)
  await serving.stop()
  say(serveTexts.stopped)
  return fault ? 1 : 0
}
