import { recogniseKind } from '../kind.ts'
import type { ReadingLimits } from '../limits.ts'
import { descendantsNamed } from '../xml/tree.ts'
import { openDocx } from './package.ts'

export interface PictureOfPage {
  readonly bytes: Uint8Array
  readonly kind: 'png' | 'jpeg'
}

/**
 * The pictures in the body of a Word file, in the order they stand: offices put scanned pages into Word to send «a Word file».
 * Throws `Unreadable`.
 */
export async function picturesOfDocx(bytes: Uint8Array, limits: ReadingLimits): Promise<PictureOfPage[]> {
  const parts = await openDocx(bytes, limits)
  const drawn = descendantsNamed(parts.document, 'a:blip').map(({ attributes }) => attributes['r:embed'])
  const older = descendantsNamed(parts.document, 'v:imagedata').map(({ attributes }) => attributes['r:id'])
  const pictures: PictureOfPage[] = []
  for (const id of new Set([...drawn, ...older])) {
    const picture = id === undefined ? undefined : await parts.readRelated(id)
    if (picture === undefined) continue
    const kind = recogniseKind(picture)
    if (kind === 'png' || kind === 'jpeg') pictures.push({ bytes: picture, kind })
  }
  return pictures
}
