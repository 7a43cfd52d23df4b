// cspell:ignore UBND (the symbol of people's committees)
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parsePlan } from '../../src/parser/parse-plan.ts'
import { readDocument } from '../../src/platform/readers/read-document.ts'
import { aFolder } from '../builders/database.ts'
import { type Ended, lantoa } from './a-server.ts'

const PLAN = `ỦY BAN NHÂN DÂN
XÃ HÒA BÌNH
Số: 12/KH-UBND
Hòa Bình, ngày 05 tháng 02 năm 2026
KẾ HOẠCH
Xây dựng, nhân rộng điển hình tiên tiến năm 2026
I. MỤC ĐÍCH
Phát hiện, bồi dưỡng điển hình tiên tiến.
II. TỔ CHỨC THỰC HIỆN
1. Hội Nông dân xã: giới thiệu ít nhất 02 hộ sản xuất giỏi trước ngày 20 hàng tháng.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Nguyễn Văn Mẫu
`

/** Without a database, a data folder or any setting. */
function extract(...args: string[]): Promise<Ended> {
  return lantoa(['plan', 'extract', ...args]).ended
}

async function aPlanFile(name = 'ke-hoach.txt', content = PLAN): Promise<string> {
  const path = join(await aFolder(), name)
  await writeFile(path, content)
  return path
}

async function parsed(path: string) {
  return parsePlan(await readDocument({ files: [{ path, name: 'ke-hoach.txt' }] }))
}

test('one plan is printed as one indented object, and nothing else', async () => {
  const path = await aPlanFile()
  const { code, printed } = await extract(path)
  expect({ code, printed }).toEqual({ code: 0, printed: `${JSON.stringify((await parsed(path)).plan, null, 2)}\n` })
})

test('questions and spans are added when they are asked for', async () => {
  const path = await aPlanFile()
  const { plan, questions, sources, unused } = await parsed(path)
  const { printed } = await extract('--questions', path, '--spans')
  expect(JSON.parse(printed)).toEqual({ ...plan, questions, sources, unused })
})

test('with --text the repaired text is printed alone', async () => {
  const path = await aPlanFile()
  expect((await extract('--text', path)).printed).toBe(`${(await parsed(path)).text}\n`)
})

test('several plans are one line each, in their order; what cannot be read is complained about and fails the whole', async () => {
  const [first, empty, last] = [await aPlanFile(), await aPlanFile('rỗng.txt', ''), await aPlanFile()]
  const { code, printed, complained } = await extract(first, empty, join(first, '..', 'không-có.docx'), last)
  const line = JSON.stringify((await parsed(first)).plan)
  expect({ code, printed }).toEqual({ code: 1, printed: `${line}\n${line}\n` })
  expect(complained).toContain(`${empty}: Tệp không có nội dung (0 byte).`)
  expect(complained).toContain('không-có.docx: Không tìm thấy tệp này.')
})

test('without a file, or with an option that there is not, it says what to do', async () => {
  const [none, wrong, unknown] = [await extract(), await extract('--csv', 'a.txt'), await lantoa(['plant']).ended]
  expect([none, wrong, unknown].map(({ code, said }) => [code, said])).toEqual([
    [1, 'Chưa có tệp nào. Cách dùng: lantoa plan extract TỆP…\n'],
    [1, 'Không có tùy chọn «--csv». Xem hướng dẫn: lantoa --help\n'],
    [1, 'Không có lệnh «plant». Xem hướng dẫn: lantoa --help\n'],
  ])
})

test('Ctrl-C ends it in the middle', async () => {
  const files = await Promise.all(Array.from({ length: 40 }, (_, number) => aPlanFile(`${number}.txt`)))
  const started = lantoa(['plan', 'extract', ...files])
  await expect.poll(() => started.printed(), { timeout: 20_000, interval: 10 }).not.toBe('')
  started.process.kill('SIGINT')
  const { code, printed } = await started.ended
  expect(code).toBe(130)
  expect(printed.split('\n').length).toBeLessThan(40)
})

test('help is in Vietnamese', async () => {
  const { code, printed } = await lantoa(['--help']).ended
  expect(code).toBe(0)
  expect(printed).toContain('lantoa plan extract TỆP…         đọc kế hoạch và in nội dung dưới dạng JSON')
})
