import type { ParsedPlan, Question } from '../../parser/contract.ts'
import type { Item, ItemData, ItemKind } from './item-schema.ts'
import { printedDayOf } from './printed-day.ts'

/** A question of the reader, tied to the item and the key that it is about; the whole plan where there is no item. */
export interface ItemQuestion {
  readonly itemId: string | null
  readonly key: string
  readonly start: number
  readonly end: number
  readonly reason: string
  readonly candidates: readonly string[]
}

/** The items of a reading and the reader's questions about them. Positions count from 1 among siblings of a kind. */
export interface ReadItems {
  readonly items: readonly Item[]
  readonly questions: readonly ItemQuestion[]
}

/** An item still to be tied to its passages: `paths` are the JSON pointers of the reading that it stands for, with their key in the item. */
interface Draft {
  readonly item: Item
  readonly paths: readonly (readonly [pointer: string, key: string])[]
}

/** Turns a reading into items with ids of their own; every source and question of the reading goes to the item that holds its value. */
export function itemsOfReading(parsed: ParsedPlan, newId: () => string, sourceId: string): ReadItems {
  const drafts = draftsOf(parsed, newId, sourceId)
  const byPath = new Map(drafts.flatMap(({ item, paths }) => paths.map(([path, key]) => [path, { item, key }])))
  const passages = new Map<string, { key: string; start: number; end: number }[]>()
  for (const source of parsed.sources) {
    const home = homeOf(source.path, byPath)
    if (!home) continue
    const known = passages.get(home.item.id)
    const passage = { key: home.key, start: source.start, end: source.end }
    if (known) known.push(passage)
    else passages.set(home.item.id, [passage])
  }
  return {
    items: drafts.map(({ item }) => ({ ...item, passages: passages.get(item.id) ?? [] })),
    questions: parsed.questions.map((question) => questionOf(question, byPath)),
  }
}

function draftsOf(parsed: ParsedPlan, newId: () => string, sourceId: string): Draft[] {
  const { plan } = parsed
  const drafts: Draft[] = []
  const add = <K extends ItemKind>(
    kind: K,
    position: number,
    data: ItemData<K>,
    paths: Draft['paths'],
    parentId: string | null = null,
  ): string => {
    const id = newId()
    drafts.push({ item: { id, kind, parentId, position, data, passages: [], sourceId }, paths })
    return id
  }

  add('header', 1, { ...plan.document, difficultiesTo: plan.difficultiesTo }, [
    ['/document', ''],
    ['/difficultiesTo', 'difficultiesTo'],
  ])
  for (const [i, citation] of plan.citations.entries()) add('citation', i + 1, citation, [[`/citations/${i}`, '']])
  for (const [i, text] of plan.generalCriteria.entries())
    add('criterion', i + 1, { subject: 'any', text }, [[`/generalCriteria/${i}`, 'text']])
  for (const [i, { criteria, targets, ...field }] of plan.fields.entries()) {
    const path = `/fields/${i}`
    const id = add('field', i + 1, field, [[path, '']])
    for (const [j, criterion] of criteria.entries())
      add('criterion', j + 1, criterion, [[`${path}/criteria/${j}`, '']], id)
    for (const [j, target] of targets.entries()) add('target', j + 1, target, [[`${path}/targets/${j}`, '']], id)
  }
  for (const [i, target] of plan.targets.entries()) add('target', i + 1, target, [[`/targets/${i}`, '']])
  for (const [i, milestone] of plan.milestones.entries()) {
    const data = { ...milestone, deadline: printedDayOf(parsed, i) }
    add('milestone', i + 1, data, [[`/milestones/${i}`, '']])
  }
  for (const [i, duty] of plan.recurringDuties.entries())
    add('duty', i + 1, { ...duty, due: null }, [[`/recurringDuties/${i}`, '']])
  for (const [i, { tasks, ...assignment }] of plan.assignments.entries()) {
    const path = `/assignments/${i}`
    const id = add('assignment', i + 1, assignment, [[path, '']])
    for (const [j, text] of tasks.entries())
      add('work', j + 1, { text, due: null }, [[`${path}/tasks/${j}`, 'text']], id)
  }
  return drafts
}

type Homes = ReadonlyMap<string, { readonly item: Item; readonly key: string }>

/** The item whose pointer begins this one, the longest first, and the rest of the way as key. */
function homeOf(path: string, homes: Homes): { item: Item; key: string } | undefined {
  for (let head = path; head !== ''; head = head.slice(0, head.lastIndexOf('/'))) {
    const home = homes.get(head)
    if (home) return { item: home.item, key: [home.key, path.slice(head.length + 1)].filter(Boolean).join('/') }
  }
  return undefined
}

function questionOf({ path, passage, reason, candidates }: Question, homes: Homes): ItemQuestion {
  const home = homeOf(path, homes)
  const { start, end } = passage
  return { itemId: home?.item.id ?? null, key: home?.key ?? '', start, end, reason, candidates }
}
