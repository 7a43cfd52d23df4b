/** A picture in shades of grey: one byte a pixel, 0 black, 255 white, row by row. */
export interface GreyPicture {
  readonly width: number
  readonly height: number
  readonly pixels: Uint8Array
}

/** Redder than this and it is ink of a stamp, which lies over names and signatures. */
const STAMP_RED = 50

/**
 * Colours to grey as the eye weighs them. Red ink is taken as light as its red is: a stamp fades, the black print below it stays.
 */
export function greyOfRgba(rgba: Uint8ClampedArray | Uint8Array, width: number, height: number): GreyPicture {
  const pixels = new Uint8Array(width * height)
  for (let at = 0, from = 0; at < pixels.length; at += 1, from += 4) {
    const red = rgba[from] ?? 255
    const green = rgba[from + 1] ?? 255
    const blue = rgba[from + 2] ?? 255
    const grey = (red * 77 + green * 150 + blue * 29) >> 8
    pixels[at] = red - Math.max(green, blue) > STAMP_RED ? red : grey
  }
  return { width, height, pixels }
}

/** Turned clockwise by so many quarters. */
export function turnQuarters(picture: GreyPicture, quarters: number): GreyPicture {
  const { width, height, pixels } = picture
  const turns = ((quarters % 4) + 4) % 4
  if (turns === 0) return picture
  const turned = new Uint8Array(pixels.length)
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const value = pixels[y * width + x] ?? 255
      if (turns === 1) turned[x * height + (height - 1 - y)] = value
      else if (turns === 2) turned[turned.length - 1 - (y * width + x)] = value
      else turned[(width - 1 - x) * height + y] = value
    }
  return turns === 2 ? { width, height, pixels: turned } : { width: height, height: width, pixels: turned }
}

/** The mean of each square of `times` by `times` pixels. */
export function shrink(picture: GreyPicture, times: number): GreyPicture {
  const width = Math.floor(picture.width / times)
  const height = Math.floor(picture.height / times)
  const pixels = new Uint8Array(width * height)
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      let sum = 0
      for (let dy = 0; dy < times; dy += 1) {
        const row = (y * times + dy) * picture.width + x * times
        for (let dx = 0; dx < times; dx += 1) sum += picture.pixels[row + dx] ?? 255
      }
      pixels[y * width + x] = sum / (times * times)
    }
  return { width, height, pixels }
}

/** The picture as a file that the recogniser opens without unpacking (portable grey map). */
export function toPgm({ width, height, pixels }: GreyPicture): Buffer {
  return Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`, 'latin1'), pixels])
}

const INK = 140
const LEAST_INK = 1 / 20_000

/** Nothing is on it but dust: one pixel in 20,000 or less is dark, about what a single letter leaves on a page. */
export function isBlank({ pixels }: GreyPicture): boolean {
  let dark = 0
  for (let at = 0; at < pixels.length && dark <= pixels.length * LEAST_INK; at += 1)
    if ((pixels[at] ?? 255) < INK) dark += 1
  return dark <= pixels.length * LEAST_INK
}
