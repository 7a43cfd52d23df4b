import QRCode from 'qrcode'
import { CLAIMED_TOPIC } from './access/actions/claim.ts'
import { accessPaths } from './access/paths.ts'
import { readConfig } from './config.ts'
import { sentenceOf } from './sentence-of.ts'
import { type Serving, serve } from './serve.ts'
import { serveTexts } from './texts.ts'

const say = (text: string) => void process.stdout.write(`${text}\n`)
const complain = (text: string) => void process.stderr.write(`${text}\n`)

/** Starts the server and stays until a signal stops it. Resolves with the exit code. */
export async function main(env: NodeJS.ProcessEnv): Promise<number> {
  // From the first moment: a server that is stopped while it starts must not leave its database running.
  const ending = untilEnding()
  let address: { host: string | null; port: number } = { host: null, port: 0 }
  try {
    const config = readConfig(env, process.cwd())
    address = config
    const serving = await serve(config)
    if (serving.house.postgres?.adopted) say(serveTexts.adopted)
    say(serveTexts.address(serving.address))
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

/** Why the server ends: a signal, or a fault that nobody caught. */
interface Ending {
  readonly fault: Error | null
}

/** Hears the first signal or fault; a second signal ends the process at once. */
function untilEnding(): { readonly promise: Promise<Ending>; readonly signalled: boolean } {
  const { promise, resolve } = Promise.withResolvers<Ending>()
  let first: Ending | undefined
  const end = (fault: Error | null) => {
    if (first) process.exit(130)
    first = { fault }
    resolve(first)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => end(null))
  process.on('uncaughtException', end)
  return {
    promise,
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
