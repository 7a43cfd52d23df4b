import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Worker } from 'tesseract.js'
import { type GreyPicture, toPgm } from '../images/grey-picture.ts'

/** A word as the engine saw it, in pixels of the picture it was given. */
export interface SeenWord {
  readonly text: string
  /** Words of one line, as the engine sees lines, have one number. */
  readonly line: number
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  readonly baseline: number
  /** Height of the line's type, marks and tails included. */
  readonly height: number
  /** 0 to 1. */
  readonly confidence: number
}

/** One engine (Tesseract, Vietnamese) in a thread of its own. The same picture gives the same words, whatever it saw before. */
export interface Recogniser {
  recognise(picture: GreyPicture): Promise<SeenWord[]>
  close(): Promise<void>
}

/**
 * Starts an engine from the packages that are installed: nothing is fetched, nothing is stored. Of the two models in the package
 * the smaller is taken: their results are the same letter for letter.
 */
export async function startRecogniser(): Promise<Recogniser> {
  const { createWorker, OEM } = await import('tesseract.js').then((module) => module.default)
  const folder = dirname(createRequire(import.meta.url).resolve('@tesseract.js-data/vie/package.json'))
  const worker = await createWorker('vie', OEM.LSTM_ONLY, {
    langPath: join(folder, '4.0.0_best_int'),
    gzip: true,
    cacheMethod: 'none',
    errorHandler: () => undefined,
  })
  await worker.setParameters({ debug_file: '/dev/null' })
  return {
    recognise: (picture) => recognise(worker, picture),
    close: async () => {
      await worker.terminate()
    },
  }
}

async function recognise(worker: Worker, picture: GreyPicture): Promise<SeenWord[]> {
  const { data } = await worker.recognize(toPgm(picture), {}, { text: false, blocks: true })
  const lines = (data.blocks ?? []).flatMap((block) => block.paragraphs.flatMap((paragraph) => paragraph.lines))
  return lines.flatMap((line, index) =>
    line.words.map((word) => ({
      text: word.text,
      line: index,
      left: word.bbox.x0,
      right: word.bbox.x1,
      top: word.bbox.y0,
      bottom: word.bbox.y1,
      baseline: (line.baseline.y0 + line.baseline.y1) / 2,
      height: line.rowAttributes.rowHeight,
      confidence: Math.max(0, Math.min(1, word.confidence / 100)),
    })),
  )
}
