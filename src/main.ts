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
  let address: { host: string | null; port: number } = { host: null, port: 0 }
  try {
    const config = readConfig(env, process.cwd())
    address = config
    const serving = await serve(config)
    if (serving.house.postgres?.adopted) say(serveTexts.adopted)
    say(serveTexts.address(serving.address))
    await sayHowToEnter(serving)
    return await untilStopped(serving)
  } catch (error) {
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

/** The first signal stops in order, a second one at once. */
async function untilStopped(serving: Serving): Promise<number> {
  const { promise, resolve } = Promise.withResolvers<number>()
  const { log } = serving.house.context
  const stop = (code: number) => {
    process.once('SIGINT', () => process.exit(130))
    say(serveTexts.stopping)
    serving.stop().then(
      () => resolve(code),
      (error) => {
        log.error('stopping failed', { error })
        resolve(1)
      },
    )
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => stop(0))
  process.once('uncaughtException', (error) => {
    log.error('fault', { error })
    complain(serveTexts.fault(serving.house.context.config.dataFolder))
    stop(1)
  })
  const code = await promise
  say(serveTexts.stopped)
  return code
}
