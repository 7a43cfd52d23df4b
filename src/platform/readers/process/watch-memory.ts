import { writeSync } from 'node:fs'
import { Worker } from 'node:worker_threads'

/** What the watch writes on standard error before it ends the process; V8 writes the other when its own heap is full. */
export const memoryMarks = ['reading-memory-exhausted', 'heap out of memory', 'Array buffer allocation failed'] as const

const EVERY_MILLISECONDS = 50

/**
 * Ends this process when it holds more than `maxBytes`, or after `maxMilliseconds` (then nobody listens any more: who started it
 * stops it sooner). A thread of its own watches, because pictures and WebAssembly lie outside
 * the heap that V8 limits, and a decoder deep in native code lets no timer of this thread run. The same on every platform.
 */
export function watchMemory(maxBytes: number, maxMilliseconds: number): void {
  const script = `
    const { writeSync } = require('node:fs')
    const pause = new Int32Array(new SharedArrayBuffer(4))
    const end = performance.now() + ${maxMilliseconds}
    for (;;) {
      if (performance.now() > end) process.kill(process.pid, 'SIGKILL')
      if (process.memoryUsage.rss() > ${maxBytes}) {
        writeSync(2, '${memoryMarks[0]}')
        process.kill(process.pid, 'SIGKILL')
      }
      Atomics.wait(pause, 0, 0, ${EVERY_MILLISECONDS})
    }`
  const watch = new Worker(script, {
    eval: true,
    resourceLimits: { maxOldGenerationSizeMb: 8, maxYoungGenerationSizeMb: 2 },
  })
  watch.on('error', () => writeSync(2, 'the memory watch has ended'))
  watch.unref()
}
