import { createCanvas } from '@napi-rs/canvas'
import { describe, expect, test } from 'vitest'
import { evenLight, removeDust } from './clean-picture.ts'
import { eraseRules, findRules } from './find-rules.ts'
import { findSkew, rowsOverColumns } from './find-skew.ts'
import { type GreyPicture, greyOfRgba, isBlank, shrink, toPgm, turnQuarters } from './grey-picture.ts'
import { pictureSize } from './picture-size.ts'
import { removeSpecks } from './remove-specks.ts'
import { sharpen } from './sharpen-picture.ts'
import { turnPicture } from './turn-picture.ts'

const paper = (width: number, height: number, shade = 255): GreyPicture => ({
  width,
  height,
  pixels: new Uint8Array(width * height).fill(shade),
})

function withBars(
  picture: GreyPicture,
  bars: readonly (readonly [left: number, top: number, right: number, bottom: number])[],
  shade = 0,
) {
  const pixels = new Uint8Array(picture.pixels)
  for (const [left, top, right, bottom] of bars)
    for (let y = top; y <= bottom; y += 1) pixels.fill(shade, y * picture.width + left, y * picture.width + right + 1)
  return { ...picture, pixels }
}

/** Something like lines of words. */
const printed = withBars(
  paper(800, 600),
  Array.from({ length: 18 }, (_, row) =>
    Array.from({ length: 30 }, (_, word) => [60 + word * 22, 50 + row * 28, 74 + word * 22, 56 + row * 28] as const),
  ).flat(),
)

describe('pictures of pages', () => {
  test('are turned by quarters, and four quarters are none', () => {
    const picture = { width: 3, height: 2, pixels: Uint8Array.of(1, 2, 3, 4, 5, 6) }
    expect(turnQuarters(picture, 1)).toEqual({ width: 2, height: 3, pixels: Uint8Array.of(4, 1, 5, 2, 6, 3) })
    expect(turnQuarters(picture, 2)).toEqual({ width: 3, height: 2, pixels: Uint8Array.of(6, 5, 4, 3, 2, 1) })
    expect(turnQuarters(picture, 3)).toEqual({ width: 2, height: 3, pixels: Uint8Array.of(3, 6, 2, 5, 1, 4) })
    expect(turnQuarters(picture, -4)).toEqual(picture)
  })

  test('become grey: ink of a red stamp fades, black, blue and paper keep their shade', () => {
    const rgba = Uint8Array.of(220, 40, 40, 255, 20, 20, 20, 255, 30, 40, 160, 255, 255, 255, 255, 255)
    expect([...greyOfRgba(rgba, 4, 1).pixels]).toEqual([220, 20, 50, 255])
  })

  test('shrink to the mean of their squares', () => {
    expect(shrink({ width: 4, height: 2, pixels: Uint8Array.of(0, 100, 8, 8, 100, 200, 8, 8) }, 2)).toEqual({
      width: 2,
      height: 1,
      pixels: Uint8Array.of(100, 8),
    })
  })

  test('are handed on as a portable grey map', () => {
    expect(toPgm({ width: 2, height: 1, pixels: Uint8Array.of(7, 8) }).toString('latin1')).toBe(
      'P5\n2 1\n255\n\u0007\b',
    )
  })

  test('are straightened: the skew that was given is found again', () => {
    for (const degrees of [-2.3, -0.8, 0, 0.8, 4]) {
      const skew = findSkew(turnPicture(printed, (-degrees * Math.PI) / 180))
      expect(Math.abs((skew * 180) / Math.PI - degrees)).toBeLessThan(0.11)
    }
  })

  test('tell which way their lines run', () => {
    expect(rowsOverColumns(printed)).toBeGreaterThan(1)
    expect(rowsOverColumns(turnQuarters(printed, 1))).toBeLessThan(1)
  })

  test('lose their dust and keep their strokes', () => {
    const dusty = withBars(
      printed,
      [
        [10, 10, 10, 10],
        [67, 53, 67, 53],
      ],
      0,
    )
    const speck = withBars(dusty, [[67, 53, 67, 53]], 255)
    expect(removeDust(speck)).toEqual(removeDust(printed))
    expect(removeDust(printed)).toEqual(printed)
  })

  test('lose the crumbs that stand alone, and keep dashes, points and marks', () => {
    const marks = withBars(printed, [
      [62, 58, 63, 59],
      [20, 54, 26, 56],
    ])
    const crumbs = withBars(marks, [
      [20, 300, 22, 302],
      [740, 20, 741, 22],
    ])
    expect(removeSpecks(crumbs, 150)).toEqual(marks)
    expect(removeSpecks(marks, 150)).toBe(marks)
  })

  test('lose the shadow that lies on them', () => {
    const shaded = {
      ...printed,
      pixels: printed.pixels.map((shade, at) => (shade * (1 - (0.6 * (at % 800)) / 800)) | 0),
    }
    const even = evenLight(shaded)
    const lightest = (x: number) => Math.max(...Array.from({ length: 600 }, (_, y) => even.pixels[y * 800 + x] ?? 0))
    for (const x of [5, 300, 600, 790]) expect(lightest(x)).toBeGreaterThan(235)
    expect(evenLight(printed)).toBe(printed)
  })

  test('are sharpened: strokes become darker against what surrounds them, paper stays', () => {
    const faint = withBars(withBars(paper(40, 20), [[10, 5, 30, 9]], 200), [[10, 7, 30, 7]], 140)
    const sharp = sharpen(faint)
    const [stroke, rim] = [7 * 40 + 20, 5 * 40 + 20]
    expect(sharp.pixels[stroke]).toBeLessThan(110)
    expect(sharp.pixels[rim]).toBeLessThan(200)
    expect(sharp.pixels[40 + 20]).toBe(255)
    expect(sharpen(paper(40, 20))).toEqual(paper(40, 20))
  })

  test('are blank when there is less than a letter on them', () => {
    expect(isBlank(paper(400, 400))).toBe(true)
    expect(isBlank(withBars(paper(400, 400), [[5, 5, 6, 6]]))).toBe(true)
    expect(isBlank(printed)).toBe(false)
  })

  test('show the lines that rule a table, and not words or bars', () => {
    const ruled = withBars(printed, [
      [50, 580, 700, 581],
      [50, 20, 51, 581],
      [720, 100, 780, 160],
    ])
    const rules = findRules(ruled)
    expect(rules).toEqual([
      { direction: 'horizontal', left: 50, right: 700, top: 580, bottom: 581 },
      { direction: 'vertical', left: 50, right: 51, top: 20, bottom: 581 },
    ])
    expect(findRules(eraseRules(ruled, rules))).toEqual([])
  })

  test('say their size before they are unpacked', async () => {
    const canvas = createCanvas(37, 21)
    expect(pictureSize(await canvas.encode('png'))).toEqual({ width: 37, height: 21 })
    expect(pictureSize(await canvas.encode('jpeg', 80))).toEqual({ width: 37, height: 21 })
    expect(pictureSize(Buffer.from('no picture, whatever it is called'))).toBeUndefined()
    expect(pictureSize((await canvas.encode('jpeg', 80)).subarray(0, 30))).toBeUndefined()
  })
})
