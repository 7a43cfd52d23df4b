import type { Problem } from '../core/problem.ts'
import { fold } from '../core/text/fold.ts'
import { kindNamed, likelyKind } from './likely-kind.ts'
import type { UnitKind } from './schema.ts'

/** One line of a list of units as somebody keeps it in Excel: name, short name, kind, code, unit above. */
export interface UnitLine {
  /** The row's number in the file. */
  readonly row: number
  readonly name: string
  readonly shortName: string
  readonly kind: string
  readonly code: string
  readonly parent: string
}

/** A line that can be added: the kind recognised, the unit above found among those that exist or in an earlier line. */
export interface ReadyLine {
  readonly row: number
  readonly name: string
  readonly shortName: string | null
  readonly kind: UnitKind
  readonly code: string | null
  /** An existing unit's id, or the place of an earlier line. */
  readonly parent: { readonly unitId: number } | { readonly line: number }
}

export interface KnownUnit {
  readonly id: number
  readonly name: string
  readonly shortName: string | null
  readonly code: string | null
}

export const MOST_LINES = 5_000
const HEADINGS = ['ten don vi', 'ten', 'name']

/** Rows of cells as lines; a first row of headings is left out. */
export function linesOf(rows: readonly { readonly number: number; readonly cells: readonly string[] }[]): UnitLine[] {
  const [first] = rows
  const hasHeadings = first !== undefined && HEADINGS.some((heading) => fold(first.cells[0] ?? '').startsWith(heading))
  return rows.slice(hasHeadings ? 1 : 0).map(({ number, cells }) => {
    const [name = '', shortName = '', kind = '', code = '', parent = ''] = cells
    return { row: number, name, shortName, kind, code, parent }
  })
}

/** Text pasted from Excel: a line a row, cells divided by tabs. */
export function rowsOfText(text: string): { number: number; cells: string[] }[] {
  return text.split(/\r?\n/).flatMap((line, index) => {
    const cells = line.split('\t').map((cell) => cell.normalize('NFC').replace(/\s+/g, ' ').trim())
    return cells.some(Boolean) ? [{ number: index + 1, cells }] : []
  })
}

interface Surroundings {
  readonly root: KnownUnit
  readonly known: readonly KnownUnit[]
}

/** Every line made ready, or what is wrong with it by row; nothing is added unless all are ready. */
export function checkLines(
  lines: readonly UnitLine[],
  around: Surroundings,
): { ready: ReadyLine[]; problems: Problem[] } {
  if (lines.length === 0) return { ready: [], problems: [{ field: 'list', code: 'list-empty' }] }
  if (lines.length > MOST_LINES)
    return { ready: [], problems: [{ field: 'list', code: 'list-long', most: MOST_LINES }] }
  const names = new Names(around)
  const ready: ReadyLine[] = []
  const problems: Problem[] = []
  for (const [index, line] of lines.entries()) {
    const kind = kindOf(line)
    const parent = names.find(line.parent)
    const found = lineProblems(line, kind, parent, names)
    problems.push(
      ...found.map((code) => ({
        field: 'list',
        code,
        row: line.row,
        name: line.name,
        parent: line.parent,
        kind: line.kind,
      })),
    )
    names.add(line, index)
    if (found.length > 0 || kind === undefined || typeof parent === 'string') continue
    ready.push({
      row: line.row,
      name: line.name,
      shortName: line.shortName || null,
      kind,
      code: line.code || null,
      parent,
    })
  }
  return { ready, problems }
}

/** The kind of a line: what it says, or what its name says where it leaves the kind open. */
export function kindOf({ kind, name }: UnitLine): UnitKind | undefined {
  return kind === '' ? likelyKind(name) : kindNamed(kind)
}

type Parent = ReadyLine['parent'] | 'unknown' | 'ambiguous'

function lineProblems(line: UnitLine, kind: UnitKind | undefined, parent: Parent, names: Names): string[] {
  const found: string[] = []
  if (line.name.length < 2) found.push('row-name')
  if (line.name.length > 200) found.push('row-name-long')
  if (line.shortName.length > 60 || line.code.length > 20) found.push('row-long')
  if (kind === undefined) found.push('row-kind')
  if (parent === 'unknown') found.push('row-parent')
  if (parent === 'ambiguous') found.push('row-parent-ambiguous')
  if (names.hasCode(line.code)) found.push('row-code')
  if (names.hasTwin(line)) found.push('row-twin')
  return found
}

/** Units by name, short name and code, those of the list included as far as it has been read. */
class Names {
  readonly #byName = new Map<string, Set<string>>()
  readonly #codes = new Set<string>()
  readonly #twins = new Set<string>()
  readonly #root: KnownUnit

  constructor({ root, known }: Surroundings) {
    this.#root = root
    for (const unit of known) {
      for (const name of [unit.name, unit.shortName, unit.code]) this.#put(name, `unit ${unit.id}`)
      if (unit.code) this.#codes.add(fold(unit.code))
    }
  }

  #put(name: string | null, target: string): void {
    if (!name) return
    const key = fold(name)
    const targets = this.#byName.get(key) ?? new Set()
    this.#byName.set(key, targets.add(target))
  }

  add(line: UnitLine, index: number): void {
    for (const name of [line.name, line.shortName, line.code]) this.#put(name, `line ${index}`)
    if (line.code) this.#codes.add(fold(line.code))
    this.#twins.add(twinKey(line))
  }

  find(name: string): Parent {
    if (name === '') return { unitId: this.#root.id }
    const targets = [...(this.#byName.get(fold(name)) ?? [])]
    const [target] = targets
    if (target === undefined) return 'unknown'
    if (targets.length > 1) return 'ambiguous'
    const number = Number(target.split(' ')[1])
    return target.startsWith('unit') ? { unitId: number } : { line: number }
  }

  hasCode(code: string): boolean {
    return code !== '' && this.#codes.has(fold(code))
  }

  /** The same name twice below the same unit in one list. */
  hasTwin(line: UnitLine): boolean {
    return line.name !== '' && this.#twins.has(twinKey(line))
  }
}

function twinKey({ name, parent }: UnitLine): string {
  return `${fold(name)}\n${fold(parent)}`
}
