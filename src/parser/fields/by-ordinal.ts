import type { Passage } from './passage.ts'
import type { FieldLines } from './read-field.ts'

/** What a clause says of fields that it names by their ordinals: «nội dung 1, 3». */
export interface SaidOf {
  readonly ordinals: readonly string[]
}

/**
 * Each field with what a paragraph behind the last of them says of it by its ordinal. Such a paragraph is part of no field; one that names
 * an ordinal that no field has says nothing of them and stays.
 */
export function saidByOrdinal<T extends SaidOf>(
  fields: readonly FieldLines[],
  read: (paragraph: Passage) => readonly T[] | null,
): { readonly field: FieldLines; readonly said: readonly T[] }[] {
  const known = new Set(fields.map(({ ordinal }) => ordinal?.words))
  const all: T[] = []
  const own = fields.map((field) => ({
    ...field,
    lines: field.lines.filter(({ body }) => {
      const said = read(body)
      if (!said?.every(({ ordinals }) => ordinals.every((ordinal) => known.has(ordinal)))) return true
      all.push(...said)
      return false
    }),
  }))
  return own.map((field) => ({
    field,
    said: all.filter(({ ordinals }) => ordinals.some((ordinal) => ordinal === field.ordinal?.words)),
  }))
}
