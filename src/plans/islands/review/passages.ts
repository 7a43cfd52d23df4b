import { elementOf, namesOf, passagesFor, tiedTo } from './names.ts'
import { afterPaint } from './state.ts'

/** Lights an item and its passages up together, brings the document up on a phone, and shows what only a script can do. */
const pane = document.querySelector<HTMLElement>('.pane')
const paper = document.querySelector<HTMLElement>('.paper')
const close = document.querySelector<HTMLElement>('[data-close]')
const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches
const isWide = matchMedia('(min-width: 64rem)')
const HOVER_WAIT = 220

let lit: Element[] = []
let waiting = 0
/** What was pressed stays lit until something else is pressed, so that the way to the document passes over other items in peace. */
let isPinned = false

function light(elements: Element[]): void {
  for (const element of lit) element.classList.remove('lit')
  lit = elements
  for (const element of lit) element.classList.add('lit')
}

interface Pair {
  readonly item: HTMLElement | undefined
  readonly passages: HTMLElement[]
}

/** The item or the passage under an event, with everything that belongs to it. */
function findPair(target: EventTarget | null): Pair | null {
  if (!(target instanceof Element) || target.closest('.editor')) return null
  const tied = tiedTo(target)
  if (tied) {
    const passages = passagesFor(tied.name)
    return passages.length > 0 ? { item: tied.element, passages } : null
  }
  const [name] = namesOf(target.closest<HTMLElement>('.q[id], .q[data-i]') ?? document.body)
  return name === undefined ? null : { item: elementOf(name), passages: passagesFor(name) }
}

function isInside(box: HTMLElement, element: HTMLElement): boolean {
  const outer = box.getBoundingClientRect()
  const inner = element.getBoundingClientRect()
  return inner.top >= outer.top && inner.bottom <= outer.bottom
}

/** Scrolls the paper only, never the page; in one step where it is far, for the paragraphs between would all have to be drawn. */
function scrollPaper(passage: HTMLElement | undefined): void {
  if (!paper || !passage || paper.scrollHeight <= paper.clientHeight || isInside(paper, passage)) return
  const top = passage.getBoundingClientRect().top - paper.getBoundingClientRect().top + paper.scrollTop
  const isFar = Math.abs(top - paper.scrollTop) > 2 * paper.clientHeight
  paper.scrollTo({ top: top - paper.clientHeight / 4, behavior: isCalm || isFar ? 'auto' : 'smooth' })
}

function show({ item, passages }: Pair): void {
  light([...(item ? [item] : []), ...passages])
}

/** Brings the passage into sight once somebody stays with its item: measuring would hold up the next paint of those who only pass. */
function follow({ item, passages }: Pair, target: EventTarget | null): void {
  clearTimeout(waiting)
  if (isWide.matches && item?.contains(target as Node))
    waiting = window.setTimeout(() => scrollPaper(widestOf(passages)), HOVER_WAIT)
}

let pointer = ''

/** Not the mouse has moved but the page below it: while somebody types or walks with the keys, nothing shall follow the mouse. */
function hasStayed({ clientX, clientY }: PointerEvent): boolean {
  const before = pointer
  pointer = `${clientX} ${clientY}`
  return pointer === before
}

document.addEventListener('pointerover', (event) => {
  if (event.pointerType !== 'mouse' || isPinned || hasStayed(event)) return
  const pair = findPair(event.target)
  if (!pair) return
  show(pair)
  follow(pair, event.target)
})

// Whoever walks from item to item sees the focus first, and then what belongs to it.
document.addEventListener('focusin', ({ target }) => {
  afterPaint(() => {
    const pair = target === document.activeElement ? findPair(target) : null
    if (!pair) return
    show(pair)
    follow(pair, target)
  })
})

document.addEventListener('click', (event) => {
  const pair = findPair(event.target)
  clearTimeout(waiting)
  isPinned = pair !== null
  if (!pair || (event.target as Element).closest('a:not(.at), button, input, select, textarea, label, summary')) return
  const isOnPaper = paper?.contains(event.target as Node)
  if (isOnPaper && getSelection()?.toString()) return event.preventDefault()
  show(pair)
  if (isOnPaper) return toItem(event, pair.item)
  if (pair.passages.length === 0) return
  event.preventDefault()
  if (!isWide.matches) {
    raise(true)
    pair.item?.scrollIntoView({ block: 'nearest' })
  }
  scrollPaper(widestOf(pair.passages))
})

/** The passage that says the value itself, not only whom it is about. */
function widestOf(passages: HTMLElement[]): HTMLElement | undefined {
  return passages.toSorted((a, b) => (b.textContent?.length ?? 0) - (a.textContent?.length ?? 0))[0]
}

function toItem(event: Event, item: HTMLElement | undefined): void {
  if (!item) return
  event.preventDefault()
  item.scrollIntoView({ block: isWide.matches ? 'center' : 'start', behavior: isCalm ? 'auto' : 'smooth' })
  item.querySelector<HTMLElement>('.at')?.focus({ preventScroll: true })
}

/** The document as a sheet at the lower edge of a phone. */
function raise(up: boolean): void {
  pane?.classList.toggle('up', up)
  if (close) close.hidden = !up
}

close?.addEventListener('click', () => {
  raise(false)
  document.querySelector<HTMLElement>('.item.lit .at')?.focus()
})
document.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape') return
  isPinned = false
  if (pane?.classList.contains('up')) close?.click()
})
isWide.addEventListener('change', () => raise(false))
