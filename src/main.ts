import { readConfig } from './config.ts'
import { sentenceOf } from './sentence-of.ts'
import { hostFor, type Serving, serve } from './serve.ts'
import { serveTexts } from './texts.ts'

const say = (text: string) => void process.stdout.write(`${text}\n`)
const complain = (text: string) => void process.stderr.write(`${text}\n`)

/** Starts the server and stays until a signal stops it. Resolves with the exit code. */
export async function main(env: NodeJS.ProcessEnv): Promise<number> {
  let address = { host: '', port: 0 }
  try {
    const config = readConfig(env, process.cwd())
    address = config
    const serving = await serve(config)
    if (serving.house.postgres?.adopted) say(serveTexts.adopted)
    if (hostFor(config) !== config.host) say(serveTexts.localOnly(config.host))
    say(serveTexts.address(serving.address))
    return await untilStopped(serving)
  } catch (error) {
    complain(sentenceOf(error, address) ?? `${(error as Error).stack}`)
    return 1
  }
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
