export type RtfToken =
  | { readonly kind: 'open' }
  | { readonly kind: 'close' }
  | { readonly kind: 'word'; readonly word: string; readonly value: number | undefined }
  | { readonly kind: 'byte'; readonly byte: number }
  | { readonly kind: 'text'; readonly text: string }

const OPEN: RtfToken = { kind: 'open' }
const CLOSE: RtfToken = { kind: 'close' }
/** Control words have at most 32 letters, numbers ten digits. */
const WORD = /([a-zA-Z]{1,32})(-?\d{1,10})? ?/y
const TEXT = /[^\\{}\r\n]+/y

/** Cuts RTF (one character a byte) into its tokens; `\bin` data are jumped over. */
export class RtfTokens {
  private readonly source: string
  private at = 0

  constructor(source: string) {
    this.source = source
  }

  next(): RtfToken | undefined {
    while (this.at < this.source.length) {
      const letter = this.source.charAt(this.at)
      this.at += 1
      if (letter === '{') return OPEN
      if (letter === '}') return CLOSE
      if (letter === '\\') {
        const control = this.control()
        if (control) return control
      } else if (letter !== '\r' && letter !== '\n') {
        this.at -= 1
        return { kind: 'text', text: this.match(TEXT) ?? '' }
      }
    }
    return undefined
  }

  private control(): RtfToken | undefined {
    const word = this.match(WORD)
    if (word === undefined) return this.symbol()
    const digits = /-?\d+/.exec(word)?.[0]
    const name = /^[a-zA-Z]+/.exec(word)?.[0] ?? ''
    const value = digits === undefined ? undefined : Number(digits)
    if (name === 'bin') {
      this.at += Math.max(0, value ?? 0)
      return undefined
    }
    return { kind: 'word', word: name, value }
  }

  private symbol(): RtfToken | undefined {
    const letter = this.source.charAt(this.at)
    this.at += 1
    if (letter === "'") {
      const byte = Number.parseInt(this.source.slice(this.at, this.at + 2), 16)
      this.at += 2
      return Number.isNaN(byte) ? undefined : { kind: 'byte', byte }
    }
    if (letter === '\r' || letter === '\n') return { kind: 'word', word: 'par', value: undefined }
    return { kind: 'word', word: letter, value: undefined }
  }

  private match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at
    const found = pattern.exec(this.source)?.[0]
    if (found !== undefined) this.at += found.length
    return found
  }
}
