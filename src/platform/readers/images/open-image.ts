import type { ReadingLimits } from '../limits.ts'
import { Unreadable } from '../unreadable.ts'
import { type GreyPicture, greyOfRgba } from './grey-picture.ts'
import { type PictureSize, pictureSize } from './picture-size.ts'

/** A photograph is read at this length of its longer side: A4 at about 220 dpi. */
const LONGER_SIDE = 2_600
/** A picture smaller than this is read at twice its size: its letters are too small for the recogniser. */
const SMALL_SIDE = 1_300

/** A picture of a page, and its resolution where the page is A4. */
export interface PageImage {
  readonly picture: GreyPicture
  readonly dpi: number
}

/** Unpacks a PNG, JPEG or HEIC, turned as its camera notes. Throws `Unreadable`: `damaged`, `too-large`. */
export async function openImage(
  bytes: Uint8Array,
  kind: 'png' | 'jpeg' | 'heic',
  limits: ReadingLimits,
): Promise<PageImage> {
  const { createCanvas, loadImage, ImageData } = await import('@napi-rs/canvas')
  const scaled = (
    from: PictureSize,
    draw: (pen: import('@napi-rs/canvas').SKRSContext2D, to: PictureSize) => void,
  ): PageImage => {
    const scale = scaleFor(from)
    const to = {
      width: Math.max(1, Math.round(from.width * scale)),
      height: Math.max(1, Math.round(from.height * scale)),
    }
    const pen = createCanvas(to.width, to.height).getContext('2d')
    pen.imageSmoothingQuality = 'high'
    pen.fillStyle = 'white'
    pen.fillRect(0, 0, to.width, to.height)
    draw(pen, to)
    const { data } = pen.getImageData(0, 0, to.width, to.height)
    return { picture: greyOfRgba(data, to.width, to.height), dpi: Math.max(to.width, to.height) / A4_INCHES }
  }
  if (kind === 'heic') {
    const { data, ...size } = await decodeHeic(bytes, limits)
    const raw = createCanvas(size.width, size.height)
    raw.getContext('2d').putImageData(new ImageData(data, size.width, size.height), 0, 0)
    return scaled(size, (pen, to) => pen.drawImage(raw, 0, 0, to.width, to.height))
  }
  checkPixels(pictureSize(bytes), limits)
  const image = await loadImage(Buffer.from(bytes)).catch((error: unknown) => {
    throw new Unreadable('damaged', {}, error)
  })
  return scaled(image, (pen, to) => pen.drawImage(image, 0, 0, to.width, to.height))
}

const A4_INCHES = 11.69

function scaleFor({ width, height }: PictureSize): number {
  const longer = Math.max(width, height)
  if (longer > LONGER_SIDE) return LONGER_SIDE / longer
  return longer < SMALL_SIDE ? 2 : 1
}

function checkPixels(size: PictureSize | undefined, limits: ReadingLimits): void {
  if (size === undefined || size.width * size.height === 0) throw new Unreadable('damaged')
  if (size.width * size.height > limits.maxPixels) throw new Unreadable('too-much-memory')
}

async function decodeHeic(
  bytes: Uint8Array,
  limits: ReadingLimits,
): Promise<PictureSize & { readonly data: Uint8ClampedArray<ArrayBuffer> }> {
  const { default: decode } = await import('heic-decode')
  const images = await decode.all({ buffer: bytes }).catch((error: unknown) => {
    throw new Unreadable('damaged', {}, error)
  })
  try {
    const [image] = images
    checkPixels(image, limits)
    if (image === undefined) throw new Unreadable('damaged')
    return await image.decode()
  } catch (error) {
    throw error instanceof Unreadable ? error : new Unreadable('damaged', {}, error)
  } finally {
    images.dispose()
  }
}
