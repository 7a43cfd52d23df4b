import type { Span } from '../../core/text/source.ts'
import type { Relation } from '../contract.ts'
import { closesWithCase } from '../difficulties/case.ts'
import { Passage } from '../fields/passage.ts'
import { sentencesOf } from '../fields/sentences.ts'
import type { Item, Outline } from '../outline.ts'
import { assignmentSections, FAREWELL, headsAssignments, isNoUnit, TO_EVERYBODY, words } from './find-sections.ts'
import { type Introduced, introducedBy } from './introducers.ts'
import { splitUnit } from './split-unit.ts'
import { beginsWithTask } from './task-verbs.ts'
import { linesOf, workTables } from './work-tables.ts'

/** A unit and what it is to do, as passages of the text. */
export interface Assigned {
  readonly unit: Passage
  readonly relation: Relation | null
  readonly relationAt: Span
  /** Each task as the paragraphs that it consists of. */
  readonly tasks: readonly (readonly Span[])[]
  /** The items that belong to the unit, for whoever looks for the unit of a passage. */
  readonly at: Span
  /** False where the first words do not name a unit. */
  readonly certain: boolean
}

const NUMBERED: ReadonlySet<Item['mark']> = new Set(['article', 'roman', 'number', 'decimal', 'letter', 'bracket'])
const BULLETS: ReadonlySet<Item['mark']> = new Set(['dash', 'plus', 'bullet'])

function lastEnd(item: Item): number {
  return item.children.reduce((end, child) => Math.max(end, lastEnd(child)), item.at.end)
}

function* bodies(item: Item): Generator<Span> {
  yield item.body
  for (const child of item.children) yield* bodies(child)
}

/** One task a bullet with all below it; a plain sentence and the bullets below it are tasks of their own. */
function tasksOf(children: readonly Item[], text: string): Span[][] {
  return children.flatMap((child) => {
    const line = words(text, child.body)
    if (child.mark === 'plain' && (closesWithCase(line) || FAREWELL.test(line) || TO_EVERYBODY.test(line))) return []
    if (child.mark === 'plain') return [[child.body], ...tasksOf(child.children, text)]
    return [[...bodies(child)]]
  })
}

/** «- Tham mưu; - Tổng hợp» on one line: dashes that the print has joined. */
function divided(task: Passage): Passage[] {
  if (!/^[-–+•]\s/.test(task.text)) return [task]
  const starts = [0, ...[...task.text.matchAll(/(?<=[;.:]\s)[-–+•]\s/g)].map(({ index }) => index), task.length]
  return starts.slice(1).map((end, i) => task.sub(starts[i] ?? 0, end).strip(' -–+•', ' '))
}

const DONE_BY = /^do (?=\S)/

function assignedBy(item: Item, page: Passage): Assigned | null {
  const below = tasksOf(item.children, page.text)
  const split = splitUnit(page.at(item.body), below.length > 0)
  if (split.unit.length === 0 || split.unit.length > 400) return null
  // «Hội trường, khánh tiết: do Văn phòng chuẩn bị»: a thing, and behind it who sees to it
  if (split.task !== null && DONE_BY.test(split.task.folded)) return null
  if (!split.certain && beginsWithTask(split.unit)) return null
  const tasks = split.task === null ? below : [...divided(split.task).map((part) => [part]), ...below]
  if (tasks.length === 0 || (!split.certain && below.length === 0 && split.task === null)) return null
  return { ...split, tasks, at: { start: item.at.start, end: lastEnd(item) } }
}

/** «Phân công thực hiện» holds units; «Trách nhiệm của Phòng Nội vụ» is an item of one, «Nhiệm vụ của các bộ phận» of those below it. */
function holdsUnits(section: Item, page: Passage): boolean {
  const own = /^(?:trach nhiem|nhiem vu) (?:cu the )?(?:cua|cho) (?<many>(?:cac|tung|moi) )?/.exec(
    page.at(section.body).folded,
  )
  if (own === null) return true
  const heads = section.children.filter(({ mark }) => mark !== 'plain' || section.children.length === 1)
  const told = heads.filter(
    (child) =>
      splitUnit(page.at(child.body), child.children.length > 0).certain || introducedBy(child, page) !== undefined,
  )
  return (
    told.length > 0 &&
    (own.groups?.['many'] === undefined ? told.length === heads.length : told.length * 2 >= heads.length)
  )
}

/** Units that head plain lines without numbers: a line «Đề nghị …» below another unit begins a new entry. */
function unfold(item: Item, page: Passage): Item[] {
  const entries: Item[] = [{ ...item, children: [] }]
  for (const child of item.children) {
    const { relation, task } = splitUnit(page.at(child.body), true)
    const heads = child.mark === 'plain' && relation !== null && task === null
    const last = entries.at(-1)
    if (heads) entries.push(child)
    else if (last !== undefined) entries[entries.length - 1] = { ...last, children: [...last.children, child] }
  }
  return entries
}

/** «Giao A … . Đề nghị B … .» in one paragraph: a sentence that tells another unit is an entry of its own. */
function bySentence(item: Item, page: Passage): Item[] {
  const entries: Item[] = []
  for (const { start, end } of sentencesOf(page.at(item.body))) {
    const { certain, task } = splitUnit(page.at({ start, end }), false)
    const last = entries.at(-1)
    const one = { ...item, children: [], body: { start, end }, at: { start, end } }
    if (certain && task !== null) entries.push(one)
    else if (last === undefined) return [item]
    else
      entries[entries.length - 1] = {
        ...last,
        body: { start: last.body.start, end },
        at: { start: last.at.start, end },
      }
  }
  const last = entries.pop()
  return last === undefined ? [item] : [...entries, { ...last, children: item.children }]
}

/** A line that only names a unit: lines below it that begin with a task are its tasks, though the print has no dashes. */
function gathered(items: readonly Item[], page: Passage): Item[] {
  const entries: Item[] = []
  for (const item of items) {
    const last = entries.at(-1)
    const line = last === undefined ? undefined : page.at(last.body).trim()
    const short = line !== undefined && line.length < 100 && !/[.;,]$/.test(line.text)
    const named = short ? splitUnit(line, true) : undefined
    if (last !== undefined && named?.certain && named.task === null && beginsWithTask(page.at(item.body)))
      entries[entries.length - 1] = { ...last, children: [...last.children, item] }
    else entries.push(item)
  }
  return entries
}

/** A heading that a break in the print has cut in two: the second half is a plain line over the tasks. */
function rejoin(items: readonly Item[], page: Passage): Item[] {
  return items.flatMap((item, i): Item[] => {
    const before = items[i - 1]
    const after = items[i + 1]
    const cut = (first: Item | undefined, second: Item | undefined): boolean =>
      first !== undefined &&
      second !== undefined &&
      NUMBERED.has(first.mark) &&
      first.children.length === 0 &&
      second.mark === 'plain' &&
      second.children.length > 0 &&
      splitUnit(page.at(first.body), true).task === null
    if (cut(before, item)) return []
    if (after === undefined || !cut(item, after)) return [item]
    return [{ ...item, body: { start: item.body.start, end: after.body.end }, children: after.children }]
  })
}

function isOrder(item: Item, page: Passage): boolean {
  const { relation, certain, task } = splitUnit(page.at(item.body), false)
  const line = words(page.text, item.body)
  return (
    item.mark === 'plain' &&
    relation !== null &&
    certain &&
    task !== null &&
    !/^(?:nghiem tuc|quan tam)/.test(task.folded) &&
    !TO_EVERYBODY.test(line) &&
    !closesWithCase(line)
  )
}

/** «Giao Phòng Nội vụ theo dõi …» as a plain line behind the dashes of the last unit is an item of its own. */
function withOrdersBehind(entries: readonly Item[], page: Passage): Item[] {
  const last = entries.at(-1)
  const from = last === undefined ? -1 : last.children.findIndex((child) => isOrder(child, page))
  if (last === undefined || from < 1 || last.children.slice(0, from).some(({ mark }) => mark === 'plain'))
    return [...entries]
  const behind = last.children.slice(from)
  const orders = behind.filter((child) => isOrder(child, page))
  return [...entries.slice(0, -1), { ...last, children: last.children.slice(0, from) }, ...orders]
}

/** The numbered items, or else the dashes, or else the plain lines that are headed by units. */
function assignedTo({ items, relation, relationAt }: Introduced, page: Passage): Assigned[] {
  const numbered = items.filter(({ mark }) => NUMBERED.has(mark))
  const marked = numbered.length > 0 ? numbered : items.filter(({ mark }) => BULLETS.has(mark))
  const plain = items.flatMap((item) => bySentence(item, page))
  const entries = marked.length > 0 ? marked : gathered(plain, page).flatMap((child) => unfold(child, page))
  const found = withOrdersBehind(entries, page).flatMap((item) => {
    const assigned = isNoUnit(item, page.text) ? null : assignedBy(item, page)
    if (assigned === null) return []
    return assigned.relation === null && relationAt !== null ? [{ ...assigned, relation, relationAt }] : [assigned]
  })
  const certain = found.filter((one) => one.certain)
  // among brothers that name units, one whose first words no list knows is asked about
  const alike = marked.length > 0 || entries.every((item) => /^[^:.;]{2,90}:\s/.test(page.at(item.body).text))
  const doubtful = alike && certain.length > 1 && certain.length * 2 >= found.length && found.length === entries.length
  return numbered.length > 0 || doubtful ? found : certain
}

function assignedIn(section: Item, page: Passage): Assigned[] {
  const children = rejoin(
    section.children.filter(({ cell }) => cell === null),
    page,
  )
  const nested = children.filter((child) => headsAssignments(child, page.text) && holdsUnits(child, page))
  if (nested.length > 0) {
    const beside = children.filter((child) => !nested.includes(child) && NUMBERED.has(child.mark))
    const others = assignedTo({ items: beside, relation: null, relationAt: null }, page)
    return [...nested.flatMap((child) => assignedIn(child, page)), ...others.filter(({ certain }) => certain)]
  }
  const introduced = children.map((child) => introducedBy(child, page))
  const left = children.filter((_, i) => introduced[i] === undefined)
  return [
    ...introduced.flatMap((one) => (one === undefined ? [] : assignedTo(one, page))),
    ...assignedTo({ items: left, relation: null, relationAt: null }, page),
  ]
}

/** «Điều 4. Trách nhiệm của Phòng Nội vụ»: a section of one unit. */
function ownWork(section: Item, page: Passage): Assigned[] {
  const assigned = assignedBy(section, page)
  return assigned?.certain ? [assigned] : []
}

/** A section that is a table «đơn vị | nhiệm vụ»: one entry a unit, its rows together. */
function assignedInTables(sections: readonly Item[], outline: Outline, page: Passage): Assigned[] {
  const found: { unit: Passage; tasks: Span[][]; at: Span }[] = []
  for (const { at, rows } of workTables(outline, page)) {
    if (!sections.some((section) => section.at.start <= at.start && lastEnd(section) >= at.end)) continue
    for (const { cells, at: row } of rows) {
      const { unit, content } = cells
      if (unit === undefined || content === undefined) continue
      const tasks = linesOf(content).map((line) => [line])
      const same = found.find((other) => other.unit.folded === unit.folded)
      if (same === undefined) found.push({ unit, tasks, at: { start: row.start, end: row.end } })
      else same.tasks.push(...tasks)
    }
  }
  return found.map((entry) => ({ ...entry, relation: null, relationAt: entry.unit, certain: true }))
}

/** Who is to do what, in the order of print: one entry an item of the section on the organisation of the work. */
export function findAssigned(outline: Outline): Assigned[] {
  const page = Passage.of(outline.text)
  const sections = assignmentSections(outline)
  const found = [
    ...sections.flatMap((section) => (holdsUnits(section, page) ? assignedIn(section, page) : ownWork(section, page))),
    ...assignedInTables(sections, outline, page),
  ]
  return found.sort((a, b) => a.at.start - b.at.start)
}
