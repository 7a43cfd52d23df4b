import { createCanvas, loadImage } from '@napi-rs/canvas'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { degradePage, FINER, officeScanner } from '../../../../scripts/scanner/degrade-page.ts'
import { printPages } from '../../../../scripts/scanner/print-pages.ts'
import { sourceTextProblems } from '../../../../test/source-text-problems.ts'
import { type GreyPicture, greyOfRgba, turnQuarters } from '../images/grey-picture.ts'
import { turnPicture } from '../images/turn-picture.ts'
import { arrangePages } from '../layout/arrange-pages.ts'
import { type Page, unreadOf } from '../layout/page.ts'
import { writePages } from '../layout/write-pages.ts'
import { defaultLimits } from '../limits.ts'
import { readPicture } from './read-picture.ts'
import { RecogniserPool } from './recogniser-pool.ts'

const letter = `ỦY BAN NHÂN DÂN      CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
XÃ LÚA VÀNG      Độc lập - Tự do - Hạnh phúc
Số: 15/KH-UBND      Lúa Vàng, ngày 05 tháng 3 năm 2024
Thực hiện Kế hoạch số 27/KH-UBND ngày 14/02/2024 của Ủy ban nhân dân huyện về phát hiện, bồi dưỡng và nhân rộng điển hình tiên tiến, Ủy ban nhân dân xã ban hành kế hoạch với những nội dung sau:
I. MỤC ĐÍCH, YÊU CẦU
- Mỗi thôn giới thiệu ít nhất 02 tập thể và 05 cá nhân tiêu biểu trước ngày 20 hàng tháng.`
const lines = letter.split('\n')

let pool: RecogniserPool
let clean: GreyPicture
beforeAll(() => {
  pool = new RecogniserPool(1)
  clean = greyOf(printed(150))
})
afterAll(() => pool.close())

function printed(dpi: number) {
  const [page] = printPages(letter, { dpi, size: 13.5 })
  if (page === undefined) throw new Error('nothing printed')
  return page
}

function greyOf(canvas: ReturnType<typeof printed>): GreyPicture {
  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height)
  return greyOfRgba(data, canvas.width, canvas.height)
}

function textOf(page: Page): string {
  return writePages(arrangePages([page]), defaultLimits).text
}

/** Characters that have to be changed to come from one text to the other, as a share; spaces count once. */
function errorShare(read: string, wanted: string): number {
  const [from, to] = [read, wanted].map((text) => [...text.replace(/\s+/g, ' ').trim()])
  let row = Array.from({ length: (to ?? []).length + 1 }, (_, index) => index)
  for (const [index, character] of (from ?? []).entries()) {
    const next = [index + 1]
    for (const [place, other] of (to ?? []).entries())
      next.push(
        Math.min((row[place] ?? 0) + (character === other ? 0 : 1), (row[place + 1] ?? 0) + 1, (next[place] ?? 0) + 1),
      )
    row = next
  }
  return (row.at(-1) ?? 0) / (to ?? []).length
}

/** The header as its two columns read, then the body. */
const inReadingOrder = [
  ...lines.slice(0, 3).map((line) => line.split(/ {3,}/)[0]),
  ...lines.slice(0, 3).map((line) => line.split(/ {3,}/)[1]),
  ...lines.slice(3),
].join('\n')

describe('recognising pages', { timeout: 120_000 }, () => {
  test('a page after a poor scanner reads with fewer than two wrong characters in a hundred, its header in columns', async () => {
    const seen = await degradePage(printed(150 * FINER), officeScanner, 0)
    const image = await loadImage(seen.jpeg)
    const canvas = createCanvas(image.width, image.height)
    canvas.getContext('2d').drawImage(image, 0, 0)
    const page = await readPicture(greyOf(canvas), 150, pool)
    const source = writePages(arrangePages([page]), defaultLimits)
    expect(sourceTextProblems(source)).toEqual([])
    expect(source.tables.map((table) => table.kind)).toEqual(['columns'])
    expect(errorShare(source.text, inReadingOrder)).toBeLessThan(0.02)
  })

  test('the scanner is equally bad every time', async () => {
    const canvas = createCanvas(300, 90)
    const pen = canvas.getContext('2d')
    pen.fillStyle = 'white'
    pen.fillRect(0, 0, 300, 90)
    const [once, again, other] = await Promise.all(
      [0, 0, 1].map((number) => degradePage(canvas, officeScanner, number)),
    )
    expect(once?.jpeg.equals(again?.jpeg ?? Buffer.alloc(0))).toBe(true)
    expect(once?.jpeg.equals(other?.jpeg ?? Buffer.alloc(0))).toBe(false)
  })

  test('a page on its head or on its side, and not quite straight, is turned upright', async () => {
    const texts = [1, 2, 3].map(async (quarters) =>
      textOf(await readPicture(turnQuarters(turnPicture(clean, 0.03), quarters), 150, pool)),
    )
    for (const text of await Promise.all(texts)) expect(errorShare(text, inReadingOrder)).toBeLessThan(0.02)
  })

  test('the same page gives the same words, whatever was read before it', async () => {
    const first = await readPicture(clean, 150, pool)
    await readPicture(turnQuarters(clean, 2), 150, pool)
    expect(await readPicture(clean, 150, pool)).toEqual(first)
  })

  test('a ruled table in a picture becomes a grid', async () => {
    const canvas = createCanvas(1_240, 700)
    const pen = canvas.getContext('2d')
    pen.fillStyle = 'white'
    pen.fillRect(0, 0, 1_240, 700)
    pen.fillStyle = 'black'
    pen.font = '28px Tinos'
    pen.fillText('Phân công nhiệm vụ cho các đơn vị trong xã như sau:', 170, 100)
    const rows = [
      ['TT', 'Nội dung công việc', 'Đơn vị chủ trì'],
      ['1', 'Tuyên truyền gương điển hình', 'Công chức văn hóa'],
      ['2', 'Tổng hợp báo cáo hằng quý', 'Văn phòng Ủy ban'],
    ]
    const xs = [170, 240, 700, 1_070]
    for (let row = 0; row <= rows.length; row += 1) pen.fillRect(170, 150 + row * 70, 902, 2)
    for (const x of xs) pen.fillRect(x, 150, 2, 210)
    for (const [row, cells] of rows.entries())
      for (const [column, text] of cells.entries()) pen.fillText(text, (xs[column] ?? 0) + 14, 195 + row * 70)
    const page = await readPicture(greyOf(canvas), 150, pool)
    const source = writePages(arrangePages([page]), defaultLimits)
    const read = source.tables[0]?.rows.map((row) => row.map((cell) => source.text.slice(cell.start, cell.end)))
    expect(source.tables[0]?.kind).toBe('grid')
    expect(read).toEqual(rows)
  })

  test('a page of scrawls that reads in no direction is told as unread', async () => {
    const canvas = createCanvas(900, 700)
    const pen = canvas.getContext('2d')
    pen.fillStyle = 'white'
    pen.fillRect(0, 0, 900, 700)
    pen.lineWidth = 5
    pen.beginPath()
    pen.moveTo(450, 350)
    for (let step = 1; step < 400; step += 1)
      pen.lineTo(450 + step * Math.cos(step / 3.1) * 0.9, 350 + step * Math.sin(step / 2.3) * 0.7)
    pen.stroke()
    const page = await readPicture(greyOf(canvas), 150, pool)
    expect(unreadOf([page])).toEqual([{ kind: 'page', page: 1 }])
    expect(page.fragments).toEqual([])
  })

  test('an empty page, and a page of noise, bear no text', async () => {
    const blank = { width: 800, height: 600, pixels: new Uint8Array(480_000).fill(250) }
    const speckled = { ...blank, pixels: blank.pixels.map((_, index) => ((index * 7_919) % 211 < 20 ? 30 : 240)) }
    expect((await readPicture(blank, 100, pool)).fragments).toEqual([])
    expect((await readPicture(speckled, 100, pool)).fragments).toEqual([])
  })
})
