#!/usr/bin/env node
// Runs on any Node from 14 on, far enough to say what is missing; the program itself runs on the Node that npm installed.
import { spawn } from 'node:child_process'
import { existsSync, realpathSync } from 'node:fs'
import { constants } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const OLDEST = 20
const NEEDED = 24
const root = dirname(dirname(realpathSync(fileURLToPath(import.meta.url))))
const program = join(root, 'dist', 'server', 'cli.js')
const pinned = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
const major = Number(process.versions.node.split('.')[0])

function refuse(sentence) {
  process.stderr.write(`${sentence}\n`)
  process.exit(1)
}

function runUnder(node) {
  const child = spawn(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('error', (error) => refuse(`Không chạy được ${node}: ${error.message}`))
  child.on('exit', (code, signal) => process.exit(signal ? 128 + constants.signals[signal] : code))
}

if (major < OLDEST) {
  refuse(
    `Lan Tỏa cần Node.js từ bản ${OLDEST}; máy này có bản ${process.versions.node}. Tải bản mới tại https://nodejs.org/`,
  )
} else if (major < NEEDED && !existsSync(pinned)) {
  refuse('Chưa cài đủ thành phần của Lan Tỏa. Hãy chạy «npm ci» trong thư mục chương trình.')
} else if (existsSync(pinned) && realpathSync(process.execPath) !== realpathSync(pinned)) {
  runUnder(pinned)
} else if (!existsSync(program)) {
  refuse('Lan Tỏa chưa được dựng. Hãy chạy «npm run prepare» trong thư mục chương trình.')
} else {
  const { cli } = await import(pathToFileURL(program).href)
  process.exitCode = await cli(process.argv.slice(2), process.env)
}
