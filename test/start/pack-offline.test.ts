// cspell:ignore hoach giay (Vietnamese without marks, in file names)
import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { lstat, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { printPages } from '../../scripts/scanner/print-pages.ts'
import { PROJECT_ROOT } from '../../src/platform/project-root.ts'
import { pdfFile } from '../builders/pdf-file.ts'
import { anOpenFolder } from './a-server.ts'

let out: string
let name: string
beforeAll(async () => {
  out = await mkdtemp(join(tmpdir(), 'lantoa-offline-'))
  name = await pack(out)
}, 240_000)
afterAll(() => rm(out, { recursive: true, force: true }))

/** Packs what is installed and built here; returns the archive's name. */
async function pack(folder: string): Promise<string> {
  const env = { ...process.env, SOURCE_DATE_EPOCH: '1767225600' }
  const args = [join(PROJECT_ROOT, 'scripts/pack-offline.ts'), '--out', folder, '--level', '1']
  execFileSync(process.execPath, args, { env })
  return (await readdir(folder)).find((file) => /\.(tar\.gz|zip)$/.test(file)) ?? ''
}

const onLinux = test.runIf(process.platform === 'linux')

async function unpacked(): Promise<string> {
  const folder = await anOpenFolder()
  execFileSync('tar', ['-xzf', join(out, name), '-C', folder])
  return join(folder, name.replace('.tar.gz', ''))
}

/** Everything in one network of its own that has nothing but this computer; no PATH, no HOME, no setting. */
const WITHOUT_NETWORK = `
ip link set lo up
if env -i ./node_modules/node/bin/node -e "fetch('https://example.com').then(() => process.exit(0), () => process.exit(1))"
then echo online; exit 1; fi
env -i ./start.sh > server.log 2>&1 &
server=$!
tries=0
until env -i ./node_modules/node/bin/node -e "
  fetch('http://127.0.0.1:8420/healthz').then(async (answer) => console.log(answer.status, await answer.text()), () => process.exit(1))"
do tries=$((tries + 1)); [ $tries -lt 60 ] || exit 1; sleep 0.5; done
env -i ./lantoa plan extract ../plan.txt
env -i ./lantoa plan extract --text ../ke-hoach.pdf
env -i ./lantoa plan extract --text ../giay.png
env -i ./lantoa backup ../copy.lantoa
kill $server
wait $server
echo ended $?
`

onLinux(
  'unpacked into an empty folder it serves, reads plans, scans too, and keeps itself, without network, PATH and HOME',
  {
    timeout: 180_000,
  },
  async ({ skip }) => {
    if (spawnSync('unshare', ['-n', 'ip', 'link', 'set', 'lo', 'up']).status !== 0)
      skip('no network of its own can be made here')
    const folder = await unpacked()
    const beside = (file: string) => join(folder, '..', file)
    await writeFile(beside('plan.txt'), await readFile(join(PROJECT_ROOT, 'samples/xa-lam-giang-2026/plan.txt')))
    const [page] = printPages('ỦY BAN NHÂN DÂN XÃ LÚA VÀNG\nKẾ HOẠCH\nNhân rộng điển hình tiên tiến', {
      dpi: 150,
      size: 14,
    })
    await writeFile(beside('giay.png'), page?.toBuffer('image/png') ?? '')
    await writeFile(
      beside('ke-hoach.pdf'),
      pdfFile({ pages: [{ texts: [{ text: 'KẾ HOẠCH số 12', x: 72, y: 100 }] }] }),
    )

    const { status, stdout, stderr } = spawnSync('unshare', ['-n', 'sh', '-c', WITHOUT_NETWORK], {
      cwd: folder,
      encoding: 'utf8',
    })

    expect(status, stderr).toBe(0)
    expect(stdout).toMatch(/^200 \{"database":"ok"\}$/m)
    expect(stdout).toContain('"fields": [')
    expect(stdout).toContain('KẾ HOẠCH số 12')
    expect(stdout).toContain('Nhân rộng điển hình tiên tiến')
    expect(stdout).toMatch(/^Đã sao lưu \d+ dòng dữ liệu/m)
    expect(stdout).toMatch(/^ended 0$/m)
    expect(await readdir(folder)).toContain('data')
  },
)

onLinux('it holds what is needed and nothing of the machine it was made on', async () => {
  const folder = await unpacked()
  expect((await readdir(folder)).toSorted()).toEqual(
    [
      'DOC-TRUOC.txt',
      'LICENSE',
      'README.md',
      'README.vi.md',
      'bin',
      'dist',
      'docs',
      'lantoa',
      'migrations',
      'node_modules',
      'package.json',
      'samples',
      'start.sh',
    ].toSorted(),
  )
  const packages = await readdir(join(folder, 'node_modules'))
  for (const development of ['vitest', 'typescript', 'vite', 'playwright-core', '.bin', '.package-lock.json'])
    expect(packages).not.toContain(development)
  const traces = spawnSync('grep', ['-rlF', '-e', PROJECT_ROOT, '-e', '"_resolved"', '--', '.'], {
    cwd: folder,
    encoding: 'utf8',
  })
  expect(traces.stdout).toBe('')
  expect(((await lstat(join(folder, 'start.sh'))).mode & 0o777).toString(8)).toBe('755')
})

test('the same state packed again is the same archive, and its sum is beside it', { timeout: 120_000 }, async () => {
  const again = join(out, 'again')
  await mkdir(again)
  const second = await pack(again)
  const sumOf = async (path: string) =>
    createHash('sha256')
      .update(await readFile(path))
      .digest('hex')
  const sum = await sumOf(join(out, name))
  expect(await sumOf(join(again, second))).toBe(sum)
  expect(await readFile(join(out, `${name}.sha256`), 'utf8')).toBe(`${sum}  ${name}\n`)
})
