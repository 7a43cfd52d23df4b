import { spawnSync } from 'node:child_process'
import { copyFile, mkdir, realpath, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { PROJECT_ROOT } from '../../src/platform/project-root.ts'
import { aFolder } from '../builders/database.ts'

const PROGRAM = join(PROJECT_ROOT, 'bin', 'lantoa.js')

/** Runs the program as if the Node that runs it were another version. */
function asVersion(version: string, program: string) {
  const pretend = `Object.defineProperty(process,'versions',{value:{...process.versions,node:'${version}'}})`
  const args = ['--import', `data:text/javascript,${encodeURIComponent(pretend)}`, program, '--version']
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' })
  return { status, stdout, stderr }
}

test('an older Node is refused in a sentence', () => {
  expect(asVersion('18.20.4', PROGRAM)).toEqual({
    status: 1,
    stdout: '',
    stderr: 'Lan Tỏa cần Node.js từ bản 20; máy này có bản 18.20.4. Tải bản mới tại https://nodejs.org/\n',
  })
})

test('called through a link from elsewhere it finds itself', async () => {
  const link = join(await aFolder(), 'lantoa')
  await symlink(PROGRAM, link)
  const { status, stdout } = spawnSync(process.execPath, [link, '--version'], { encoding: 'utf8' })
  expect({ status, stdout }).toEqual({ status: 0, stdout: '0.1.0\n' })
})

test('under another Node it runs on the one that npm has installed', async () => {
  const folder = await realpath(await aFolder())
  const other = join(folder, 'node')
  await copyFile(process.execPath, other)
  const { status, stdout } = spawnSync(other, [PROGRAM, '--version'], { encoding: 'utf8' })
  expect({ status, stdout }).toEqual({ status: 0, stdout: '0.1.0\n' })
})

test('a checkout in which nothing is installed says what to do', async () => {
  const folder = await aFolder()
  await mkdir(join(folder, 'bin'))
  await copyFile(PROGRAM, join(folder, 'bin', 'lantoa.mjs'))
  expect(asVersion('22.1.0', join(folder, 'bin', 'lantoa.mjs'))).toEqual({
    status: 1,
    stdout: '',
    stderr: 'Chưa cài đủ thành phần của Lan Tỏa. Hãy chạy «npm ci» trong thư mục chương trình.\n',
  })
  expect(asVersion('24.1.0', join(folder, 'bin', 'lantoa.mjs')).stderr).toBe(
    'Lan Tỏa chưa được dựng. Hãy chạy «npm run prepare» trong thư mục chương trình.\n',
  )
})
