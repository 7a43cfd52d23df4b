import { isDeepStrictEqual } from 'node:util'
import { similarity } from '../../core/text/similar.ts'
import type { Item, ItemKind } from '../items/item-schema.ts'
import { textKeys } from '../items/split-and-merge.ts'

/** One difference between a plan and its newer version. `before` is the plan's own item, `after` the newer version's. */
export type ItemDifference =
  | { readonly kind: 'same' | 'changed'; readonly before: Item; readonly after: Item; readonly keys: readonly string[] }
  | { readonly kind: 'added'; readonly before: null; readonly after: Item }
  | { readonly kind: 'removed'; readonly before: Item; readonly after: null }

const LIKE = 0.55
const LIKE_WITH_ORDINAL = 0.35

const TOP: readonly ItemKind[] = [
  'header',
  'citation',
  'field',
  'criterion',
  'target',
  'milestone',
  'duty',
  'assignment',
]
const BELOW: Readonly<Partial<Record<ItemKind, readonly ItemKind[]>>> = {
  field: ['criterion', 'target'],
  assignment: ['work'],
}

/**
 * Pairs the items of a plan with those of its newer version, the likest first, children within their parents, and says what differs. What an officer has set beside the document (a due day of
 * their own) is no difference. Two versions that say the same differ in nothing, whatever their order and numbers.
 */
export function compareItems(before: readonly Item[], after: readonly Item[]): ItemDifference[] {
  return TOP.flatMap((kind) => compareSiblings(kind, null, null, before, after))
}

function compareSiblings(
  kind: ItemKind,
  parentBefore: string | null,
  parentAfter: string | null,
  before: readonly Item[],
  after: readonly Item[],
): ItemDifference[] {
  const old = parentBefore === '' ? [] : before.filter((item) => item.kind === kind && item.parentId === parentBefore)
  const now = parentAfter === '' ? [] : after.filter((item) => item.kind === kind && item.parentId === parentAfter)
  const pairs = pairUp(old, now)
  const children = (oldId: string, newId: string) =>
    (BELOW[kind] ?? []).flatMap((below) => compareSiblings(below, oldId, newId, before, after))
  const differences: ItemDifference[] = []
  for (const item of now) {
    const partner = pairs.get(item.id)
    if (!partner) differences.push({ kind: 'added', before: null, after: item }, ...children('', item.id))
    else {
      const keys = changedKeys(partner, item)
      differences.push(
        { kind: keys.length > 0 ? 'changed' : 'same', before: partner, after: item, keys },
        ...children(partner.id, item.id),
      )
    }
  }
  const kept = new Set([...pairs.values()].map(({ id }) => id))
  for (const item of old)
    if (!kept.has(item.id)) differences.push({ kind: 'removed', before: item, after: null }, ...children(item.id, ''))
  return differences
}

/** New id → old item: pairs in the order of their likeness, each item once. */
function pairUp(old: readonly Item[], now: readonly Item[]): Map<string, Item> {
  const candidates = now
    .flatMap((after, place) =>
      old.map((before, index) => ({
        before,
        after,
        score: likeness(before, after) + sameBonus(before, after),
        apart: Math.abs(index - place),
      })),
    )
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.apart - b.apart)
  const pairs = new Map<string, Item>()
  const taken = new Set<string>()
  for (const { before, after } of candidates) {
    if (pairs.has(after.id) || taken.has(before.id)) continue
    pairs.set(after.id, before)
    taken.add(before.id)
  }
  return pairs
}

/** Of two that say the same words, the one that is the same in everything comes first. */
function sameBonus(before: Item, after: Item): number {
  return changedKeys(before, after).length === 0 ? 1 : 0
}

/** 0: another item; 1: the same words. */
function likeness(before: Item, after: Item): number {
  if (before.kind === 'header') return 1
  const [old, now] = [before.data, after.data] as Readonly<Record<string, unknown>>[]
  const key = before.kind === 'citation' ? 'number' : textKeys[before.kind]
  if (key === undefined) return targetLikeness(old ?? {}, now ?? {})
  const score = similarity(telling(old?.[key]), telling(now?.[key]))
  if (before.kind === 'citation') return score === 1 ? 1 : 0
  const sameOrdinal = before.kind === 'field' && old?.['ordinal'] !== null && old?.['ordinal'] === now?.['ordinal']
  const least = sameOrdinal ? LIKE_WITH_ORDINAL : LIKE
  return score >= least ? score : 0
}

/** Words with which most fields begin: «Điển hình trong …» makes no two of them alike. */
const COMMON =
  /^(?:xây dựng )?(?:các )?(?:điển hình(?: tiên tiến)?|lĩnh vực|phong trào(?: thi đua)?)(?: (?:trong|về))?\s+/iu

function telling(words: unknown): string {
  const text = String(words ?? '').normalize('NFC')
  return text.replace(COMMON, '') || text
}

/** Numbers without words: of one kind of subject, the more alike the more they say the same. */
function targetLikeness(old: Readonly<Record<string, unknown>>, now: Readonly<Record<string, unknown>>): number {
  const same = ['subject', 'per', 'min', 'period'].filter((key) => isDeepStrictEqual(old[key], now[key])).length
  return old['subject'] === now['subject'] ? same / 4 : 0
}

/** Set by officers, said by no document. */
const OWN_KEYS = new Set(['due'])

function changedKeys({ data: old }: Item, { data: now }: Item): string[] {
  const [before, after] = [old, now] as unknown as Readonly<Record<string, unknown>>[]
  // What plans were once stored without is as if it stood there empty.
  const differs = (key: string) => !isDeepStrictEqual(before?.[key] ?? null, after?.[key] ?? null)
  return Object.keys(after ?? {}).filter((key) => !OWN_KEYS.has(key) && differs(key))
}
