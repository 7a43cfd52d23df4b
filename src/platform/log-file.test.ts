import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { aFolder } from '../../test/builders/database.ts'
import { boundLog, logFile } from './log-file.ts'

const options = { size: 1_000, count: 3, lostLine: (lost: number) => `lost ${lost}\n` }

test('however much is written, the files are as many and as long as agreed, the youngest lines are there and no line is cut', async () => {
  const folder = await aFolder()
  const log = logFile(join(folder, 'log'), options)
  const lines = Array.from({ length: 500 }, (_, index) => `line ${index} ${'x'.repeat(index % 90)}\n`)
  for (const line of lines) log.write(line)

  expect((await readdir(folder)).toSorted()).toEqual(['log', 'log.1', 'log.2', 'log.3'])
  const texts: string[] = []
  for (const name of ['log.3', 'log.2', 'log.1', 'log']) {
    expect((await stat(join(folder, name))).size).toBeLessThanOrEqual(options.size)
    texts.push(await readFile(join(folder, name), 'utf8'))
  }
  const kept = texts.join('')
  expect(kept).toBe(lines.join('').slice(-kept.length))
  expect(log.lost).toBe(0)
})

test('fewer files than before: what is too many goes', async () => {
  const folder = await aFolder()
  for (const name of ['log', 'log.1', 'log.2', 'log.3', 'log.4']) await writeFile(join(folder, name), name.padEnd(999))
  logFile(join(folder, 'log'), { ...options, count: 1 }).write('new line\n')
  expect(await readdir(folder)).toEqual(['log', 'log.1'])
  expect((await readFile(join(folder, 'log.1'), 'utf8')).trim()).toBe('log')
})

test('a file that was deleted, moved or whose folder went and came back is written anew', async () => {
  const folder = join(await aFolder(), 'data')
  await mkdir(folder)
  const path = join(folder, 'log')
  const log = logFile(path, options)
  log.write('one\n')
  await rm(path)
  log.write('two\n')
  expect(await readFile(path, 'utf8')).toBe('two\n')
  await rename(path, `${path}.elsewhere`)
  log.write('three\n')
  expect(await readFile(path, 'utf8')).toBe('three\n')
  await rm(folder, { recursive: true })
  log.write('four\n')
  await mkdir(folder)
  log.write('five\n')
  expect(await readFile(path, 'utf8')).toBe('lost 1\nfive\n')
  expect(log.lost).toBe(1)
})

test('a full disk costs lines; with room again the log goes on and says how many', async ({ skip }) => {
  const folder = join(await aFolder(), 'disk')
  await mkdir(folder)
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', folder])
  if (mounted.status !== 0) skip('a small disk cannot be mounted here')
  onTestFinished(() => void spawnSync('umount', ['--lazy', folder]))
  const log = logFile(join(folder, 'log'), { ...options, size: 1_000_000 })
  const filling = join(folder, 'filling')
  await writeFile(filling, Buffer.alloc(56_000))
  const line = `${'x'.repeat(999)}\n`
  for (let count = 0; count < 100; count += 1) log.write(line)
  expect(log.lost).toBeGreaterThan(90)
  const { lost } = log
  await rm(filling)
  log.write('again\n')

  expect(existsSync(filling)).toBe(false)
  const lines = (await readFile(join(folder, 'log'), 'utf8')).split('\n')
  expect(lines.slice(-3)).toEqual([`lost ${lost}`, 'again', ''])
  expect(lines.slice(0, -3).filter((text) => text.length !== 999).length).toBeLessThanOrEqual(1)
})

test('the log of another program is cut while that program goes on writing to it', async () => {
  const path = join(await aFolder(), 'postgres.log')
  const file = await open(path, 'a')
  onTestFinished(() => file.close())
  await file.write('a'.repeat(2_000))
  boundLog(path, options)
  await file.write('b'.repeat(10))
  boundLog(path, options)
  expect(await readFile(`${path}.1`, 'utf8')).toBe('a'.repeat(2_000))
  expect(await readFile(path, 'utf8')).toBe('b'.repeat(10))
})
