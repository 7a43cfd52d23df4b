import { places, type WordFile } from './file-information.ts'

const ANCHOR_SIZE = 26
const BOX_SIZE = 22
const MAX_SHAPES = 2_000

/** A text box: where in the body its shape is anchored and which characters of the text box story it holds. */
export interface TextBox {
  readonly anchor: number
  readonly start: number
  readonly end: number
}

/** Shapes of the body with the text they hold (MS-DOC 2.8.37, 2.8.32), in the order of their anchors. */
export function readTextBoxes(file: WordFile): TextBox[] {
  const boxes = file.place(places.textBoxes)
  const count = Math.floor((boxes.length - 4) / (4 + BOX_SIZE))
  const byShape = new Map<number, { start: number; end: number }>()
  for (let index = 0; index < count; index += 1) {
    const shape = boxes.readInt32LE((count + 1) * 4 + index * BOX_SIZE + 14)
    byShape.set(shape, { start: boxes.readUInt32LE(index * 4), end: boxes.readUInt32LE((index + 1) * 4) })
  }
  const anchors = file.place(places.shapeAnchors)
  const shapes = Math.min(MAX_SHAPES, Math.floor((anchors.length - 4) / (4 + ANCHOR_SIZE)))
  const found: TextBox[] = []
  for (let index = 0; index < shapes; index += 1) {
    const box = byShape.get(anchors.readInt32LE((shapes + 1) * 4 + index * ANCHOR_SIZE))
    if (box && box.end > box.start) found.push({ anchor: anchors.readUInt32LE(index * 4), ...box })
  }
  return found
}
