import type { Field } from '../../src/parser/contract.ts'
import type { Labels } from '../../test/accuracy/score.ts'
import { drawFrom } from './draw.ts'
import { type Rewrite, renaming } from './names.ts'
import {
  countsChange,
  drawShift,
  laterDate,
  laterPartialDate,
  laterPeriod,
  renumbering,
  type Shift,
} from './numbers.ts'
import { reorderFields } from './reorder.ts'

interface Varied {
  readonly text: string
  readonly gold: Labels
  /** Whether the fields stand in another order; a table keeps its rows. */
  readonly reordered: boolean
}

/** Every string rewritten, whatever holds it. */
function rewriteAll<T>(value: T, rewrite: Rewrite): T {
  if (typeof value === 'string') return rewrite(value) as T
  if (Array.isArray(value)) return value.map((item) => rewriteAll(item, rewrite)) as T
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, rewriteAll(part, rewrite)])) as T
}

function rewriteField(field: Field, rewrite: Rewrite, text: string, shift: Shift): Field {
  const { ordinal, period, targets } = field
  return {
    ...rewriteAll(field, rewrite),
    ordinal,
    period: laterPeriod(period, shift),
    targets: targets.map((target) => ({
      ...target,
      min: countsChange(text, target.min) ? target.min + shift.counts : target.min,
      per: target.per === null ? null : rewrite(target.per),
      period: laterPeriod(target.period, shift),
    })),
  }
}

function rewriteLabels(gold: Labels, rewrite: Rewrite, text: string, shift: Shift): Labels {
  const { document, citations, fields, milestones } = gold
  return {
    ...rewriteAll(gold, rewrite),
    ...(document && {
      document: {
        ...rewriteAll(document, rewrite),
        ...(document.date !== undefined && { date: laterPartialDate(document.date, shift) }),
        ...(document.period !== undefined && { period: laterPeriod(document.period, shift) }),
      },
    }),
    ...(citations && {
      citations: citations.map((c) => ({ ...rewriteAll(c, rewrite), date: laterDate(c.date, shift) })),
    }),
    ...(fields && { fields: fields.map((field) => rewriteField(field, rewrite, text, shift)) }),
    ...(milestones && {
      milestones: milestones.map((m) => ({ ...laterPeriod(m, shift), text: rewrite(m.text) })),
    }),
  }
}

/**
 * The same plan as another office would have issued it: other places, people and bodies, other numbers, days, years and
 * counts, its fields in another order and numbered anew, text and labels together. The same seed gives the same plan.
 */
export function varyPlan(text: string, gold: Labels, seed: number): Varied {
  const draw = drawFrom(seed)
  const reordered = reorderFields(text, gold.fields ?? [], draw)
  const rename = renaming(text, gold, draw)
  const shift = drawShift(text, draw)
  const renumber = renumbering(shift)
  const rewrite: Rewrite = (input) => renumber(rename(input))
  const labels = gold.fields === undefined ? gold : { ...gold, fields: [...reordered.fields] }
  return {
    text: rewrite(reordered.text),
    gold: rewriteLabels(labels, rewrite, text, shift),
    reordered: reordered.moved,
  }
}
