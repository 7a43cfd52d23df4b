import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { keep, median } from './machine.ts'
import { descendantsOf, proportionalBytes } from './reading/memory-of-children.ts'

/*
 * Start and memory of the built program, as JSON in docs/bench/house.json: node test/bench/house.ts [--quick]
 * cold: a new data folder with a new database; warm: the same folder again. Idle memory: PSS of all processes, a minute after
 * the sample plans have been read.
 */
const root = join(import.meta.dirname, '../..')
const rounds = process.argv.includes('--quick') ? 1 : 5
const folder = mkdtempSync(join(tmpdir(), 'lantoa-bench-'))
chmodSync(folder, 0o755)

interface Started {
  readonly process: ChildProcess
  readonly ms: number
  readonly address: string
}

function start(data: string): Promise<Started> {
  const began = performance.now()
  const env = {
    ...process.env,
    LANTOA_DATA: join(folder, data),
    LANTOA_STATE: join(folder, `${data}-state`),
    PORT: '0',
  }
  const child = spawn(process.execPath, [join(root, 'bin/lantoa.js'), 'serve'], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const { promise, resolve, reject } = Promise.withResolvers<Started>()
  let printed = ''
  child.stdout?.on('data', (piece) => {
    printed += piece
    const address = /http:\/\/\S+\//.exec(printed)?.[0]
    if (address) resolve({ process: child, ms: performance.now() - began, address })
  })
  child.once('exit', (code) => reject(new Error(`the server ended with ${code}: ${printed}`)))
  return promise
}

async function stop(started: Started): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  started.process.removeAllListeners('exit')
  started.process.once('exit', () => resolve())
  started.process.kill('SIGTERM')
  await promise
}

async function memoryOf(pid: number): Promise<{ processes: number; bytes: number }> {
  // PostgreSQL runs as a service of its own account, not as a child of ours where we are root.
  const own = await descendantsOf(pid)
  const servers = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && commandOf(name).includes(folder))
  const all = [
    ...new Set([
      pid,
      ...own,
      ...servers.map(Number),
      ...(await Promise.all(servers.map((one) => descendantsOf(Number(one))))).flat(),
    ]),
  ]
  const held = await Promise.all(all.map(proportionalBytes))
  return { processes: all.length, bytes: held.reduce((sum, bytes) => sum + bytes, 0) }
}

function commandOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  } catch {
    return ''
  }
}

/** Hands in every text of the samples, as a person would, and waits until all are read. */
async function readSamples(address: string): Promise<number> {
  const samples = join(root, 'samples')
  const names = readdirSync(samples, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('plan.txt'))
  for (const name of names) {
    const form = new FormData()
    form.append('files', new File([readFileSync(join(samples, name))], `${name.replaceAll(/[\\/]/g, '-')}`))
    const answer = await fetch(new URL('ke-hoach/nhap', address), {
      method: 'POST',
      body: form,
      headers: { origin: new URL(address).origin },
    })
    if (!answer.ok) throw new Error(`upload of ${name}: ${answer.status}`)
  }
  for (let waited = 0; waited < 120; waited += 1) {
    const list = await (
      await fetch(new URL('ke-hoach?state=reading', address), { headers: { accept: 'text/html' } })
    ).text()
    const waiting = await (
      await fetch(new URL('ke-hoach?state=uploaded', address), { headers: { accept: 'text/html' } })
    ).text()
    if (!/row-title/.test(list) && !/row-title/.test(waiting)) return names.length
    await new Promise((resolve) => setTimeout(resolve, 1_000))
  }
  throw new Error('the samples are still being read')
}

try {
  const cold: number[] = []
  const warm: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const first = await start(`round-${round}`)
    await stop(first)
    const second = await start(`round-${round}`)
    await stop(second)
    cold.push(Math.round(first.ms))
    warm.push(Math.round(second.ms))
  }
  const running = await start('round-0')
  const plans = await readSamples(running.address)
  await new Promise((resolve) => setTimeout(resolve, 60_000))
  const idle = running.process.pid ? await memoryOf(running.process.pid) : { processes: 0, bytes: 0 }
  await stop(running)
  keep('house', {
    startMs: {
      cold: { median: median(cold), all: cold, target: 4_000 },
      warm: { median: median(warm), all: warm, target: 1_500 },
    },
    idle: { plansRead: plans, ...idle, megabytes: Math.round(idle.bytes / 1024 / 1024), targetMegabytes: 250 },
  })
} finally {
  rmSync(folder, { recursive: true, force: true })
}
