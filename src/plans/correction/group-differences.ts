import type { ItemDifference } from './compare-items.ts'

/** An item that stands by itself, and what differs below it; where only that differs, it is the same itself. */
export interface DifferenceGroup {
  readonly top: ItemDifference
  readonly below: readonly ItemDifference[]
}

/** Differences under the items that they belong to, in the order given; what says the same is left out. Pure. */
export function groupDifferences(differences: readonly ItemDifference[]): DifferenceGroup[] {
  const groups: { top: ItemDifference; below: ItemDifference[] }[] = []
  const byItem = new Map<string, ItemDifference[]>()
  for (const one of differences) {
    const parent = one.after?.parentId ?? one.before?.parentId ?? null
    const home = parent === null ? undefined : byItem.get(parent)
    if (home) {
      if (one.kind !== 'same') home.push(one)
      continue
    }
    const group = { top: one, below: [] }
    groups.push(group)
    for (const item of [one.before, one.after]) if (item) byItem.set(item.id, group.below)
  }
  return groups.filter(({ top, below }) => top.kind !== 'same' || below.length > 0)
}
