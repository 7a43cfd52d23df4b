import { type Recogniser, startRecogniser } from './recogniser.ts'

/** Engines that are started when work comes and shared by all pages of a document. */
export class RecogniserPool {
  private readonly idle: Recogniser[] = []
  private readonly waiting: ((recogniser: Recogniser) => void)[] = []
  private readonly started: Promise<Recogniser>[] = []
  private readonly running = new Set<Promise<unknown>>()
  private readonly most: number

  constructor(most: number) {
    this.most = Math.max(1, most)
  }

  /** Waits until no more pages wait for an engine than there are engines: pictures of pages that nobody reads yet only fill memory. */
  async room(): Promise<void> {
    while (this.running.size > this.most) await Promise.race(this.running)
  }

  /** Waits for an engine, lets `work` use it and hands it to the next in line. */
  use<Result>(work: (recogniser: Recogniser) => Promise<Result>): Promise<Result> {
    const result = this.run(work)
    const settled: Promise<unknown> = result.then(
      () => this.running.delete(settled),
      () => this.running.delete(settled),
    )
    this.running.add(settled)
    return result
  }

  async close(): Promise<void> {
    await Promise.all(this.started.map(async (one) => (await one).close()))
  }

  private async run<Result>(work: (recogniser: Recogniser) => Promise<Result>): Promise<Result> {
    const recogniser = await this.take()
    try {
      return await work(recogniser)
    } finally {
      const next = this.waiting.shift()
      if (next === undefined) this.idle.push(recogniser)
      else next(recogniser)
    }
  }

  private take(): Promise<Recogniser> {
    const free = this.idle.pop()
    if (free !== undefined) return Promise.resolve(free)
    if (this.started.length < this.most) {
      const started = startRecogniser()
      this.started.push(started)
      return started
    }
    return new Promise((resolve) => this.waiting.push(resolve))
  }
}
