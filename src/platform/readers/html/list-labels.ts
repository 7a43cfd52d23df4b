import { formatNumber, type NumberFormat } from '../number-formats.ts'
import { wholeNumber } from '../xml/tree.ts'

interface OpenList {
  readonly format: NumberFormat
  next: number
}

const formats: Readonly<Record<string, NumberFormat>> = {
  '1': 'decimal',
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
}

/** The numbers that a browser puts before the items of `<ol>` and `<ul>`. */
export class ListLabels {
  private readonly open: OpenList[] = []

  begin(name: string, attributes: Readonly<Record<string, string>>): void {
    const format = name === 'ul' ? 'bullet' : (formats[attributes['type'] ?? '1'] ?? 'decimal')
    this.open.push({ format, next: wholeNumber(attributes['start'], 1, -1_000_000, 1_000_000) })
  }

  end(): void {
    this.open.pop()
  }

  item(attributes: Readonly<Record<string, string>>): string {
    const list = this.open.at(-1)
    if (!list) return ''
    if (list.format === 'bullet') return '• '
    const value = wholeNumber(attributes['value'], list.next, -1_000_000, 1_000_000)
    list.next = value + 1
    return `${formatNumber(value, list.format)}. `
  }
}
