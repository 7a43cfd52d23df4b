import { focusItem, openEditor } from './editor.ts'
import { endFrom, lengthOf, paragraphBeside, startOf } from './paragraphs.ts'
import { send } from './send.ts'
import { byId, plan } from './state.ts'

interface Span {
  readonly start: number
  readonly end: number
}

const paper = byId('paper')
const menu = byId('kind-menu')
let chosen: Span | undefined
let cameFrom: HTMLElement | undefined

/** Where a point of the selection lies in the text of the document; undefined outside of it. */
function positionOf(node: Node, offset: number): number | undefined {
  const paragraph = (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>('.paper p')
  if (!paragraph) return undefined
  const range = document.createRange()
  const back = paragraph.querySelector(':scope > .back')
  if (back) range.setStartAfter(back)
  else range.setStart(paragraph, 0)
  if (range.comparePoint(node, offset) < 0) return startOf(paragraph)
  range.setEnd(node, offset)
  return startOf(paragraph) + range.toString().length
}

function selectedSpan(): Span | undefined {
  const selection = getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined
  const range = selection.getRangeAt(0)
  if (!paper?.contains(range.commonAncestorContainer)) return undefined
  const start = positionOf(range.startContainer, range.startOffset)
  // A selection of whole paragraphs ends in front of the next one.
  const end = positionOf(range.endContainer, range.endOffset)
  return start !== undefined && end !== undefined && start < end ? { start, end } : undefined
}

/** Shows what the span can become, beside it; `isAsked` takes the focus there. */
function openMenu(span: Span, box: DOMRect | undefined, isAsked: boolean): void {
  if (!menu) return
  chosen = span
  menu.hidden = false
  const width = menu.offsetWidth
  const height = menu.offsetHeight
  const left = Math.min(Math.max(box?.left ?? 0, 8), innerWidth - width - 8)
  const below = (box?.bottom ?? 0) + 8
  menu.style.setProperty('--left', `${left}px`)
  menu.style.setProperty(
    '--top',
    `${below + height > innerHeight ? Math.max((box?.top ?? 0) - height - 8, 8) : below}px`,
  )
  if (isAsked) {
    cameFrom = document.activeElement instanceof HTMLElement ? document.activeElement : undefined
    menu.querySelector<HTMLElement>('button')?.focus()
  }
}

export function closeMenu(): boolean {
  if (!menu || menu.hidden) return false
  const hadFocus = menu.contains(document.activeElement)
  menu.hidden = true
  chosen = undefined
  if (hadFocus) (cameFrom ?? paper)?.focus()
  return true
}

async function addAs(kind: string): Promise<void> {
  const span = chosen
  closeMenu()
  getSelection()?.removeAllRanges()
  if (!span) return
  const fields = new URLSearchParams({ kind, start: String(span.start), end: String(span.end), quick: '1' })
  const answer = await send(`/ke-hoach/${plan.id}/them`, fields)
  if (answer.kind !== 'done' || !answer.patch.itemId) return
  document.querySelector<HTMLElement>('.pane.up [data-close]')?.click()
  focusItem(answer.patch.itemId)
  await openEditor(answer.patch.itemId)
}

/** A link that would lead to the page of kinds opens them in place: for an unused passage. */
export function openMenuAt(link: HTMLElement): void {
  const asked = new URLSearchParams((link as HTMLAnchorElement).search)
  const start = Number(asked.get('tu'))
  const end = Number(asked.get('den') ?? endFrom(start))
  if (end > start) openMenu({ start, end }, link.getBoundingClientRect(), true)
}

/** Paragraphs of the document from the keyboard: one after the other, several with Shift. */
let anchor: HTMLElement | undefined
let cursor: HTMLElement | undefined

function moveCursor(step: 1 | -1, isExtended: boolean): void {
  const target = paragraphBeside(cursor, step)
  if (!target) return
  cursor = target
  if (!isExtended || !anchor) anchor = target
  const forward = startOf(anchor) <= startOf(cursor)
  const [first, last] = forward ? [anchor, cursor] : [cursor, anchor]
  const begin = first.querySelector(':scope > .back')
  getSelection()?.setBaseAndExtent(first, begin ? 1 : 0, last, last.childNodes.length)
  cursor.scrollIntoView({ block: 'nearest' })
}

function onPaperKey(event: KeyboardEvent): void {
  if (event.target !== paper || event.ctrlKey || event.metaKey || event.altKey) return
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    event.preventDefault()
    moveCursor(event.key === 'ArrowDown' ? 1 : -1, event.shiftKey)
  } else if (event.key.toLowerCase() === 't' || event.key === 'Enter') {
    const span = selectedSpan() ?? (cursor && { start: startOf(cursor), end: startOf(cursor) + lengthOf(cursor) })
    if (!span) return
    event.preventDefault()
    openMenu(span, cursor?.getBoundingClientRect(), true)
  }
}

function onMenuKey(event: KeyboardEvent): void {
  const buttons = [...(menu?.querySelectorAll<HTMLElement>('button') ?? [])]
  const at = buttons.indexOf(document.activeElement as HTMLElement)
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (step === 0) return
  event.preventDefault()
  buttons.at((at + step) % buttons.length)?.focus()
}

/** Mouse and finger select freely; the menu comes when they let go. */
export function watchSelection(): void {
  if (!paper || !menu) return
  let timer = 0
  let isPointer = false
  document.addEventListener('pointerdown', (event) => {
    isPointer = paper.contains(event.target as Node)
    if (!menu.contains(event.target as Node)) closeMenu()
  })
  document.addEventListener('selectionchange', () => {
    if (!isPointer) return
    clearTimeout(timer)
    timer = window.setTimeout(() => {
      const span = selectedSpan()
      if (span) openMenu(span, getSelection()?.getRangeAt(0).getBoundingClientRect(), false)
    }, 250)
  })
  menu.addEventListener('click', (event) => {
    const kind = (event.target as Element).closest<HTMLElement>('[data-add]')?.dataset['add']
    if (kind) void addAs(kind)
  })
  menu.addEventListener('keydown', onMenuKey)
  paper.addEventListener('keydown', onPaperKey)
}
