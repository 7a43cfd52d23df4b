import { formatNumber } from '../../src/platform/readers/number-formats.ts'
import type { OfficeContent } from './office-content.ts'

/** What a word processor prints before the items of automatic lists, for formats that store it as text. */
export class WrittenLabels {
  private readonly counters = new Map<string, number[]>()
  private readonly content: OfficeContent

  constructor(content: OfficeContent) {
    this.content = content
  }

  next(list: string, level: number): string {
    const levels = this.content.lists?.[list] ?? []
    const counters = this.counters.get(list) ?? []
    this.counters.set(list, counters)
    counters[level] = (counters[level] ?? (levels[level]?.start ?? 1) - 1) + 1
    counters.length = level + 1
    const { format = 'decimal', text = '' } = levels[level] ?? {}
    if (format === 'bullet') return text
    return text.replace(/%(\d)/g, (_, digit: string) => {
      const at = Number(digit) - 1
      return formatNumber(counters[at] ?? levels[at]?.start ?? 1, levels[at]?.format ?? 'decimal')
    })
  }
}
