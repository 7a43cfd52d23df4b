import type { Passage } from './passage.ts'
import type { FieldLines } from './read-field.ts'
import { splitOutside } from './sentences.ts'
import { beginsUnit } from './unit-names.ts'

interface Given {
  readonly ordinals: readonly string[]
  readonly order: Passage
}

const BY_NUMBER =
  /(?<![a-z])(?:dong chu tri|chu tri|phu trach|chiu trach nhiem|tham muu|dam nhiem|theo doi)(?: [a-z]+){0,4}? (?:cac )?(?:noi dung|linh vuc|phong trao|muc|nhom|diem)(?: so| thu)? (\d[\d.]*(?:(?:,| va|, va) \d[\d.]*)*)(?![\d/])/

/** «Phòng Kinh tế phụ trách nội dung 1; Công an xã phụ trách nội dung 2, 3.»: each clause a unit and the numbers of its fields. */
function givenIn(paragraph: Passage): Given[] | null {
  const clauses = splitOutside(paragraph, ';')
  const given = clauses.flatMap((clause) => {
    const numbers = beginsUnit(clause) ? BY_NUMBER.exec(clause.folded)?.[1] : undefined
    return numbers ? [{ ordinals: numbers.match(/\d+(?:\.\d+)*/g) ?? [], order: clause }] : []
  })
  return clauses.length > 1 && given.length === clauses.length ? given : null
}

/** Hands the fields to those whom a paragraph behind them names by their numbers; the paragraph itself is part of none of them. */
export function givenByNumber(fields: readonly FieldLines[]): FieldLines[] {
  const known = new Set(fields.map(({ ordinal }) => ordinal?.words))
  const all: Given[] = []
  const rest = fields.map((field) => ({
    ...field,
    lines: field.lines.filter(({ body }) => {
      const given = givenIn(body)
      if (!given?.every(({ ordinals }) => ordinals.every((ordinal) => known.has(ordinal)))) return true
      all.push(...given)
      return false
    }),
  }))
  return rest.map((field) => {
    const own = all.find(({ ordinals }) => ordinals.some((ordinal) => ordinal === field.ordinal?.words))
    return own && field.order === null ? { ...field, order: own.order } : field
  })
}
