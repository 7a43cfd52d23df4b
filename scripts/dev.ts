// Builds on every change and starts the server anew: `npm run dev`.
import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { build, type Rolldown } from 'vite'

const root = join(import.meta.dirname, '..')
let server: ChildProcess | undefined

await watch('vite.client.config.ts', () => undefined)
await watch('vite.server.config.ts', restart)

async function watch(configFile: string, built: () => void): Promise<void> {
  const watcher = await build({ configFile: join(root, configFile), logLevel: 'warn', build: { watch: {} } })
  ;(watcher as Rolldown.RolldownWatcher).on('event', (event) => {
    if (event.code === 'END') built()
    if (event.code === 'ERROR') console.error(event.error)
  })
}

function restart(): void {
  const old = server
  const start = () => {
    server = spawn(process.execPath, [join(root, 'bin/lantoa.js'), 'serve'], { stdio: 'inherit' })
  }
  if (!old || old.exitCode !== null) start()
  else {
    old.once('exit', start)
    old.kill('SIGTERM')
  }
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    server?.once('exit', () => process.exit(0))
    server?.kill('SIGTERM')
  })
}
