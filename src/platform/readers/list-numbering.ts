import { formatNumber, type NumberFormat } from './number-formats.ts'
import { replaceSymbols } from './symbols.ts'

export const LIST_LEVELS = 9
/** Beyond this Word counts no further, and a label stays short. */
export const MAX_LIST_NUMBER = 2_147_483_647

/** One level of a list as Word defines it, in `.docx` and `.doc` alike. */
export interface ListLevel {
  readonly start: number
  readonly format: NumberFormat
  /** `%1.%2.` with `%n` for the number of level n. */
  readonly text: string
  readonly font: string | undefined
  readonly allDecimal: boolean
  readonly suffix: string
  /** 1-based level whose use restarts this one; 0: never; undefined: every higher level. */
  readonly restart: number | undefined
  readonly style: string | undefined
}

/** A list with its numbers so far; lists of one abstract definition share the array of numbers. */
export class NumberedList {
  readonly levels: readonly (ListLevel | undefined)[]
  readonly counters: (number | undefined)[]
  readonly startOverrides: ReadonlyMap<number, number>
  readonly overridden = new Set<number>()

  constructor(
    levels: readonly (ListLevel | undefined)[],
    counters: (number | undefined)[],
    startOverrides: ReadonlyMap<number, number>,
  ) {
    this.levels = levels
    this.counters = counters
    this.startOverrides = startOverrides
  }
}

/** The label of the next paragraph on that level (0–8) with the gap behind it, '' for none. Counts on. */
export function nextLabel(list: NumberedList, index: number): string {
  const level = list.levels[index]
  if (!level) return ''
  advance(list, index, level)
  const label = labelOf(list, index, level)
  return label === '' ? '' : label + level.suffix
}

function advance(list: NumberedList, index: number, level: ListLevel): void {
  // A level that was skipped counts as used: «1.1.1» below «1.» makes the next of the second level «1.2».
  for (let higher = 0; higher < index; higher += 1) list.counters[higher] ??= list.levels[higher]?.start
  const override = list.startOverrides.get(index)
  const current = list.counters[index]
  if (override !== undefined && !list.overridden.has(index)) {
    list.overridden.add(index)
    list.counters[index] = override
  } else list.counters[index] = current === undefined ? level.start : Math.min(MAX_LIST_NUMBER, current + 1)

  for (let deeper = index + 1; deeper < LIST_LEVELS; deeper += 1) {
    const restart = list.levels[deeper]?.restart
    if (restart === undefined || (restart > 0 && index < restart)) list.counters[deeper] = undefined
  }
}

function labelOf(list: NumberedList, index: number, level: ListLevel): string {
  if (level.format === 'bullet') return replaceSymbols(level.text, level.font).trim()
  return level.text
    .replace(/%([1-9])/g, (_, digit: string) => {
      const at = Number(digit) - 1
      const source = list.levels[at]
      if (!source) return ''
      const value = list.counters[at] ?? source.start
      const format = level.allDecimal && at <= index && source.format !== 'none' ? 'decimal' : source.format
      return formatNumber(value, format)
    })
    .trim()
}
