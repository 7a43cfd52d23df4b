import { type Recogniser, startRecogniser } from './recogniser.ts'

/** Engines that are started when work comes and shared by all pages of a document. */
export class RecogniserPool {
  private readonly idle: Recogniser[] = []
  private readonly waiting: PromiseWithResolvers<Recogniser>[] = []
  private broken: { readonly error: unknown } | undefined
  private readonly started: Promise<Recogniser>[] = []
  private readonly running = new Set<Promise<unknown>>()
  private readonly most: number

  constructor(most: number) {
    this.most = Math.max(1, most)
  }

  /** Starts the engines now, so that they are ready when the first page has been prepared. */
  warm(): void {
    while (this.started.length < this.most) {
      const started = startRecogniser()
      this.started.push(started)
      started.then(
        (recogniser) => this.handOn(recogniser),
        (error: unknown) => this.giveUp(error),
      )
    }
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
    await Promise.all(
      this.started.map((one) =>
        one.then(
          (recogniser) => recogniser.close(),
          () => undefined,
        ),
      ),
    )
  }

  private async run<Result>(work: (recogniser: Recogniser) => Promise<Result>): Promise<Result> {
    const recogniser = await this.take()
    try {
      return await work(recogniser)
    } finally {
      this.handOn(recogniser)
    }
  }

  private handOn(recogniser: Recogniser): void {
    const next = this.waiting.shift()
    if (next === undefined) this.idle.push(recogniser)
    else next.resolve(recogniser)
  }

  /** An engine that does not start, for want of memory or files: nobody waits for it for ever. */
  private giveUp(error: unknown): void {
    this.broken = { error }
    for (const next of this.waiting.splice(0)) next.reject(error)
  }

  private take(): Promise<Recogniser> {
    this.warm()
    const free = this.idle.pop()
    if (free !== undefined) return Promise.resolve(free)
    if (this.broken !== undefined) return Promise.reject(this.broken.error)
    const next = Promise.withResolvers<Recogniser>()
    this.waiting.push(next)
    return next.promise
  }
}
