import type { Context } from '../context.ts'
import { Refusal } from '../core/problem.ts'
import { pickUnits } from './queries/unit-past.ts'
import type { Unit } from './schema.ts'

/** Several units match what was typed: the form comes back with a list to choose from. */
export class AmbiguousUnit extends Error {
  readonly field: string
  readonly typed: string
  readonly candidates: readonly Unit[]

  constructor(field: string, typed: string, candidates: readonly Unit[]) {
    super(`«${typed}» is ambiguous`)
    this.field = field
    this.typed = typed
    this.candidates = candidates
  }
}

/**
 * The one unit that the form's field means: chosen from the list (`field-pick`, as `#12`), or typed. Throws `Refusal('invalid')` for an unknown one
 * and `AmbiguousUnit` where several match; null when nothing was typed.
 */
export async function pickUnit(ctx: Context, form: URLSearchParams, field: string): Promise<Unit | null> {
  const typed = (form.get(`${field}-pick`) || form.get(field) || '').trim()
  if (typed === '') return null
  return pickOne(ctx, field, typed)
}

/** Every line of the field as a unit, without repeating. */
export async function pickLines(ctx: Context, form: URLSearchParams, field: string): Promise<Unit[]> {
  const lines = (form.get(field) ?? '').split('\n').map((line) => line.trim())
  const found = new Map<number, Unit>()
  for (const line of lines.filter(Boolean).slice(0, 100)) {
    const unit = await pickOne(ctx, field, line)
    found.set(unit.id, unit)
  }
  return [...found.values()]
}

async function pickOne(ctx: Context, field: string, typed: string): Promise<Unit> {
  const candidates = await pickUnits(ctx, typed)
  const [only] = candidates
  if (!only) throw new Refusal('invalid', [], [{ field, code: 'unit-unknown', typed }])
  if (candidates.length > 1) throw new AmbiguousUnit(field, typed, candidates)
  return only
}
