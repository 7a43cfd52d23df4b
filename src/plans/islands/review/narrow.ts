import { afterPaint, byId } from './state.ts'

/** Milliseconds that a piece of the work may take: a letter that is typed meanwhile does not wait for the rest. */
const PIECE = 4
/** So many items come or go with one paint. */
const STEP = 24
/** One that comes into the window costs as much as so many out of sight; behind so many the window is full. */
const SEEN = 4
const WINDOW = 64
let changed = 0
const folded = new WeakMap<Element, string>()

/** As the server folds: without diacritics and case. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
}

/** The words of an item without those of its tools. */
function textOf(item: HTMLElement): string {
  const known = folded.get(item)
  if (known !== undefined) return known
  const tools = item.querySelector(':scope > .item-tools')?.textContent ?? ''
  const text = fold((item.textContent ?? '').slice(0, -tools.length || undefined))
  folded.set(item, text)
  return text
}

/** What shall be seen. */
export interface Wanted {
  readonly words: readonly string[]
  readonly onlyAsked: boolean
}

/** A card or a line of the page, and which of the items in it are to be seen. */
interface Entry {
  readonly element: HTMLElement
  readonly items: readonly HTMLElement[]
  readonly fitting: ReadonlySet<HTMLElement>
  readonly isShown: boolean
  /** It stands in the window or near it already. */
  readonly isDrawn: boolean
}

function look(element: HTMLElement, { words, onlyAsked }: Wanted): Entry {
  const fits = (item: HTMLElement | null) =>
    item !== null &&
    words.every((word) => textOf(item).includes(word)) &&
    (!onlyAsked || item.classList.contains('asked'))
  const isWhole = fits(element.matches('.item') ? element : element.querySelector<HTMLElement>(':scope > .item'))
  const items = [...element.querySelectorAll<HTMLElement>('.list > .item')]
  const fitting = new Set(items.filter((item) => isWhole || fits(item)))
  const isDrawn = element.firstElementChild?.checkVisibility({ contentVisibilityAuto: true }) ?? false
  return { element, items, fitting, isShown: isWhole || fitting.size > 0, isDrawn }
}

/**
 * Shows only what is wanted; what an item belongs to stays in sight, and so does everything below a field that fits itself. Yields true where the window
 * has to be drawn before the next piece: first everything else goes, from the end to the beginning, then what was out of sight comes a few at a time.
 */
function* narrowing(wanted: Wanted): Generator<boolean> {
  const isNarrowed = wanted.words.length > 0 || wanted.onlyAsked
  const entries: Entry[] = []
  for (const element of document.querySelectorAll<HTMLElement>('.items .part > div > .list > :is(.entry, .item)')) {
    entries.push(look(element, wanted))
    yield false
  }
  for (const { element, items, fitting, isShown, isDrawn } of entries.toReversed()) {
    for (const item of items) hide(item, !fitting.has(item))
    yield hide(element, !isShown || !isDrawn) && isStep(items.length || 1)
  }
  if (isNarrowed) hide(byId('unused'), true)
  for (const id of ['document', 'questions']) yield hide(byId(id), isNarrowed)
  let come = 0
  for (const { element, fitting } of entries.filter(({ isShown, isDrawn }) => isShown && !isDrawn)) {
    hide(element, false)
    come += fitting.size || 1
    yield isStep((fitting.size || 1) * (come < WINDOW ? SEEN : 1))
  }
  if (!isNarrowed) hide(byId('unused'), false)
}

/** Whether enough has changed that the window is painted before more does. */
function isStep(cost: number): boolean {
  changed += cost
  return changed >= STEP
}

function hide(element: HTMLElement | null, isHidden: boolean): boolean {
  if (!element || element.hidden === isHidden) return false
  element.hidden = isHidden
  return true
}

let turn = 0

/** Shows what is wanted, in pieces with a paint behind each, until it is done or something else is wanted. */
export function narrow(wanted: Wanted): void {
  turn += 1
  inPieces(narrowing(wanted), turn)
}

function inPieces(work: Generator<boolean>, mine: number): void {
  const until = performance.now() + PIECE
  while (performance.now() < until) {
    const { done, value } = work.next()
    if (done) return
    if (value) break
  }
  afterPaint(() => {
    changed = 0
    if (mine === turn) inPieces(work, mine)
  })
}
