import type { Field, Target } from '../contract.ts'
import type { Sourced } from '../read.ts'
import { cutUnits } from './cut-units.ts'
import { FieldReader, periodIn } from './field-reader.ts'
import type { Line } from './lines.ts'
import type { Passage } from './passage.ts'
import { type FieldUnits, readAssignment } from './read-assignment.ts'
import { rolesInBrackets } from './roles-in-brackets.ts'
import { namedKinds } from './subjects.ts'
import type { FieldRow } from './table-fields.ts'
import { targetsIn } from './targets.ts'
import { cutAtVerb } from './unit-verbs.ts'

/** The lines of one field, from its heading to the next field. */
export interface FieldLines {
  readonly ordinal: Passage | null
  readonly title: Passage
  readonly head: Line
  /** The sentence that hands the field to the unit which heads it. */
  readonly order: Passage | null
  /** What follows the title in its own paragraph. */
  readonly rests: readonly Passage[]
  readonly lines: readonly Line[]
  /** Numbers that a paragraph behind the fields sets. */
  readonly targets?: readonly Sourced<Target>[]
}

export interface ReadField {
  readonly field: Sourced<Field>
  readonly doubtful: FieldUnits['doubtful']
  readonly numbers: readonly Passage[]
  readonly at: Passage
}

function outOf(reader: FieldReader, ordinal: Passage | null, title: Passage): ReadField {
  const { units } = reader
  return {
    field: {
      ordinal: ordinal ? ordinal.said() : null,
      title: title.said(),
      lead: units.lead.map((unit) => unit.said()),
      coordinating: units.coordinating.map((unit) => unit.said()),
      relation: units.relation ? units.relation.at.as(units.relation.value) : null,
      criteria: reader.criteria.read(),
      targets: reader.targets,
      period: reader.period,
    },
    doubtful: units.doubtful,
    numbers: reader.numbers,
    at: title,
  }
}

/** Reads a field out of its lines. */
export function readField({ ordinal, title, head, order, rests, lines, targets }: FieldLines): ReadField {
  const reader = new FieldReader(title)
  const group = /^(?:doi voi|nhom)\s+/.exec(title.folded)
  if (group) reader.criteria.fallback = namedKinds(title.sub(group[0].length))?.kinds ?? []
  if (order) reader.order(order)
  for (const rest of rests) reader.paragraph(head, rest)
  for (const line of lines) reader.paragraph(line, line.body)
  reader.targets.push(...(targets ?? []))
  return outOf(reader, ordinal, title)
}

type Cell = FieldRow['cells'][number]

/** A cell of units: a bare list, or sentences that say who does what. */
function readUnits(reader: FieldReader, { column, text }: Cell): void {
  const told =
    /:|^(?:giao|de nghi|phan cong)\s/.test(text.folded) || cutAtVerb(text).verb !== null || rolesInBrackets(text)
  const assignment = told ? readAssignment(text) : null
  if (assignment && column.role !== 'coordinating') {
    reader.addUnits(assignment)
    return
  }
  const { units, doubtful } = cutUnits(text)
  const coordinates = column.role === 'coordinating'
  reader.addUnits({
    lead: coordinates ? [] : [...units],
    coordinating: coordinates ? [...units] : [],
    doubtful: [...doubtful],
    relation: null,
  })
}

function readCriteria(reader: FieldReader, { column, text, lines }: Cell): void {
  const [first] = lines
  reader.criteria.close()
  if (first && column.kinds.length > 0) {
    reader.criteria.label(
      { ...first, mark: 'part', above: [] },
      { kinds: column.kinds, rest: text.sub(text.length), bare: null },
    )
  }
  reader.listsUnits = false
  for (const line of lines) reader.paragraph(line, line.body)
  reader.listsUnits = true
  reader.criteria.close()
}

/** «02» under «Số lượng»: the head of the column says what is counted. */
function readNumbers(reader: FieldReader, { column, text }: Cell): void {
  const bare = /^\d{1,3}$/.test(text.text.trim())
  const [kind, second] = column.kinds
  const subject = kind && !second ? kind.at.as(kind.subject) : text.as('any' as const)
  if (bare) reader.targets.push({ min: text.as(Number(text.text)), subject, per: null, period: null })
  else if (!reader.addTargets(text)) reader.targets.push(...targetsIn(text))
}

/** Reads a field out of a row of a table. */
export function readRow({ ordinal, title, cells }: FieldRow): ReadField {
  const reader = new FieldReader(title)
  for (const cell of cells) {
    const { role } = cell.column
    if (role === 'lead' || role === 'coordinating' || role === 'units') readUnits(reader, cell)
    else if (role === 'criteria') readCriteria(reader, cell)
    else if (role === 'targets') readNumbers(reader, cell)
    else if (role === 'time') reader.period ??= periodIn(cell.text)
  }
  return outOf(reader, ordinal, title)
}
