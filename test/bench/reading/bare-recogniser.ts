import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { createWorker, OEM } from 'tesseract.js'

/*
 * The bare program: the same engine and model as ours, given the same picture files, nothing done to them before or after.
 */

/** Plain text of each picture, by as many engines as there are cores to use; the engines are started before the clock. */
export async function startBare(engines: number): Promise<{
  recognise(pictures: readonly Buffer[]): Promise<string[]>
  close(): Promise<void>
}> {
  const folder = dirname(createRequire(import.meta.url).resolve('@tesseract.js-data/vie/package.json'))
  const workers = await Promise.all(
    Array.from({ length: engines }, async () => {
      const worker = await createWorker('vie', OEM.LSTM_ONLY, {
        langPath: join(folder, '4.0.0_best_int'),
        gzip: true,
        cacheMethod: 'none',
      })
      await worker.setParameters({ debug_file: '/dev/null' })
      return worker
    }),
  )
  return {
    recognise: async (pictures) => {
      const texts: string[] = []
      let next = 0
      await Promise.all(
        workers.map(async (worker) => {
          for (let index = next++; index < pictures.length; index = next++)
            texts[index] = (await worker.recognize(pictures[index] ?? Buffer.alloc(0))).data.text
        }),
      )
      return texts
    },
    close: async () => {
      await Promise.all(workers.map((worker) => worker.terminate()))
    },
  }
}
