import { type Item, isKind } from '../items/item-schema.ts'
import type { NameMatch } from './match-units.ts'

/** What a unit does in a plan, and in which item. */
export type PartRole = 'lead' | 'coordinating' | 'assigned' | 'owes' | 'receives'

/** One place of a plan in which a unit is named. */
export interface NameUse {
  readonly name: string
  readonly itemId: string
  readonly role: PartRole
  readonly relation: 'ordered' | 'requested' | null
}

/** Kinds that name units, as documents have them one after the other. */
const ORDER = ['field', 'assignment', 'duty'] as const

/** Every place of the plan that names a unit, as printed. */
export function usesIn(items: readonly Item[]): NameUse[] {
  const inOrder = ORDER.flatMap((kind) => items.filter((item) => item.kind === kind))
  return inOrder.flatMap((item): NameUse[] => {
    const use = (name: string | null, role: PartRole, relation: NameUse['relation'] = null) =>
      name ? [{ name, itemId: item.id, role, relation }] : []
    if (isKind(item, 'field')) {
      const { lead, coordinating, relation } = item.data
      return [
        ...lead.flatMap((name) => use(name, 'lead', relation)),
        ...coordinating.flatMap((name) => use(name, 'coordinating', relation)),
      ]
    }
    if (isKind(item, 'duty')) return [...use(item.data.by, 'owes'), ...use(item.data.to, 'receives')]
    return isKind(item, 'assignment') ? use(item.data.unit, 'assigned', item.data.relation) : []
  })
}

const SEVERAL = /\s*[;,]\s*|\s+và\s+(?=\p{Lu}|các\b)/u

/**
 * The names that a printed phrase joins: «Hội Nông dân xã và Đoàn Thanh niên xã» is two, «Phòng Văn hóa và Xã hội» one. It is taken apart only where the whole is
 * no unit and every piece is.
 */
export function namesIn(printed: string, isSure: (name: string) => boolean): string[] {
  if (isSure(printed)) return [printed]
  const pieces = printed.split(SEVERAL).map((piece) => piece.trim())
  return pieces.length > 1 && pieces.every((piece) => piece !== '' && isSure(piece)) ? pieces : [printed]
}

/** Everything that has to be looked up to take the printed phrases apart: the phrases and their pieces. */
export function lookedUp(uses: readonly NameUse[]): string[] {
  return [...new Set(uses.flatMap(({ name }) => [name, ...name.split(SEVERAL).map((piece) => piece.trim())]))].filter(
    Boolean,
  )
}

/** The uses with every joined phrase taken apart. */
export function takenApart(
  uses: readonly NameUse[],
  matches: ReadonlyMap<string, NameMatch>,
  known: ReadonlySet<string>,
) {
  const isSure = (name: string) => known.has(name) || matches.get(name)?.sure === true
  return uses.flatMap((use) => namesIn(use.name, isSure).map((name) => ({ ...use, name })))
}
