import { foldInPlace } from '../../core/text/fold.ts'
import type { Span } from '../../core/text/source.ts'
import { Read } from '../read.ts'
import { mend } from './mend.ts'

interface Page {
  readonly text: string
  readonly folded: string
}

/** A stretch of a text beside its folded twin; what is cut out of it still knows where it stands. */
export class Passage implements Span {
  readonly start: number
  readonly end: number
  private readonly page: Page

  private constructor(page: Page, start: number, end: number) {
    this.page = page
    this.start = start
    this.end = Math.max(start, end)
  }

  /** The whole of a text. */
  static of(text: string): Passage {
    return new Passage({ text, folded: mend(foldInPlace(text)) }, 0, text.length)
  }

  /** The stretch that a span of the same page covers. */
  at(span: Span): Passage {
    return new Passage(this.page, span.start, span.end)
  }

  get text(): string {
    return this.page.text.slice(this.start, this.end)
  }

  /** Small letters without diacritics, misread words mended; positions are those of `text`. */
  get folded(): string {
    return this.page.folded.slice(this.start, this.end)
  }

  get length(): number {
    return this.end - this.start
  }

  /** Positions count from the beginning of this passage. */
  sub(from: number, to: number = this.length): Passage {
    return new Passage(this.page, this.start + from, this.start + Math.min(to, this.length))
  }

  /** Without blanks at both ends. */
  trim(): Passage {
    const { text } = this
    return this.sub(text.length - text.trimStart().length, text.trimEnd().length)
  }

  /** Without blanks and the given punctuation at both ends. */
  strip(open: string, close: string): Passage {
    const { text } = this
    let [from, to] = [0, text.length]
    while (from < to && (/\s/.test(text[from] ?? '') || open.includes(text[from] ?? ''))) from++
    while (to > from && (/\s/.test(text[to - 1] ?? '') || close.includes(text[to - 1] ?? ''))) to--
    return this.sub(from, to)
  }

  /** The words on one line. */
  get words(): string {
    return this.text.replace(/\s+/g, ' ').trim()
  }

  /** This passage as the value that it says. */
  said(): Read<string> {
    return new Read(this.words, this)
  }

  /** A value that was read from this passage. */
  as<T>(value: T): Read<T> {
    return new Read(value, { start: this.start, end: this.end })
  }

  /** From the beginning of this passage to the end of another one further down. */
  upTo(other: Passage): Passage {
    return new Passage(this.page, this.start, other.end)
  }
}
