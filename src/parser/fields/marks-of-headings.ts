/** Marks that count: everything but dashes and bullets. */
export const NUMBERED: ReadonlySet<string> = new Set([
  'roman',
  'number',
  'decimal',
  'letter',
  'bracket',
  'article',
  'section',
  'part',
  'chapter',
])
/** Marks that head a part of a plan; letters also head the criteria inside a field. */
export const HEADING_MARKS: ReadonlySet<string> = new Set(
  [...NUMBERED].filter((mark) => mark !== 'bracket' && mark !== 'letter'),
)
