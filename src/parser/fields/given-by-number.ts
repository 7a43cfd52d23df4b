import { type SaidOf, saidByOrdinal } from './by-ordinal.ts'
import type { Passage } from './passage.ts'
import type { FieldLines } from './read-field.ts'
import { splitOutside } from './sentences.ts'
import { beginsUnit } from './unit-names.ts'

interface Given extends SaidOf {
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

/** Hands the fields to those whom a paragraph behind them names by their numbers. */
export function givenByNumber(fields: readonly FieldLines[]): FieldLines[] {
  return saidByOrdinal(fields, givenIn).map(({ field, said: [own] }) =>
    own && field.order === null ? { ...field, order: own.order } : field,
  )
}
