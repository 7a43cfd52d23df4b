import { paragraphAt } from './paragraphs.ts'
import { byId, plan } from './state.ts'

/** As `src/plans/review/patch.tsx` makes it. */
export interface Patch {
  readonly revision: number
  readonly title: string | null
  readonly items: Readonly<Record<string, string>>
  readonly lists: Readonly<Record<string, readonly string[]>>
  readonly paragraphs: Readonly<Record<string, string>>
  readonly counts: Readonly<Record<string, number>>
  readonly questions: readonly string[]
  readonly unused: readonly string[]
  readonly removed: string | null
  readonly undo: boolean
  readonly redo: boolean
  readonly itemId?: string | null
  readonly message?: string
  /** The keys that were saved, as they are now. */
  readonly saved?: Readonly<Record<string, unknown>>
}

/** Draws the changes; an open form stays where it is, with the cursor in it. */
export function applyPatch(patch: Patch): void {
  plan.revision = Math.max(plan.revision, patch.revision)
  for (const [id, html] of Object.entries(patch.items)) redrawItem(id, html)
  for (const [id, order] of Object.entries(patch.lists)) arrange(byId(id), order, patch.items)
  for (const [index, html] of Object.entries(patch.paragraphs))
    paragraphAt(Number(index))?.replaceWith(...elementsOf(html))
  for (const [id, count] of Object.entries(patch.counts)) showCount(id, count)
  keepOnly('#questions > .doubt', patch.questions)
  keepOnly('#unused .item', patch.unused)
  if (patch.removed !== null) redrawRemoved(patch.removed)
  const heading = document.querySelector('h1')
  if (heading && patch.title) heading.textContent = patch.title
  allow('/hoan-tac', patch.undo)
  allow('/lam-lai', patch.redo)
}

/** The elements that some HTML of our own server stands for. */
export function elementsOf(html: string): Element[] {
  const template = document.createElement('template')
  template.innerHTML = html
  return [...template.content.children]
}

/** The whole of an item in its list: the card of a field or an assignment, else its line. */
function elementOf(id: string): HTMLElement | null {
  const item = byId(`i-${id}`)
  return item?.classList.contains('head') ? item.parentElement : item
}

function redrawItem(id: string, html: string): void {
  const old = byId(`i-${id}`)
  const [drawn] = elementsOf(html)
  const fresh = drawn?.id === `i-${id}` ? drawn : drawn?.querySelector(`[id="i-${id}"]`)
  if (!old || !fresh) return
  const editor = old.querySelector(':scope > .editor')
  if (!editor) {
    const hadFocus = old.contains(document.activeElement)
    old.replaceWith(fresh)
    if (hadFocus) fresh.querySelector<HTMLElement>('.edit')?.focus({ preventScroll: true })
    return
  }
  for (const child of [...old.childNodes]) if (child !== editor) child.remove()
  editor.before(...fresh.childNodes)
}

/** Makes the list hold these items in this order, with as few moves as it takes. */
function arrange(list: HTMLElement | null, order: readonly string[], drawn: Patch['items']): void {
  if (!list) return
  const active = document.activeElement
  let at = list.firstElementChild
  for (const id of order) {
    while (at?.classList.contains('adding')) at = at.nextElementSibling
    const element = elementOf(id) ?? elementsOf(drawn[id] ?? '')[0]
    if (!element) continue
    if (element === at) at = at.nextElementSibling
    else list.insertBefore(element, at)
  }
  while (at) {
    const next = at.nextElementSibling
    // What is being typed is not taken from under somebody's hands; saving will say that the item is gone.
    if (!at.classList.contains('adding') && !at.querySelector('.editor')) at.remove()
    at = next
  }
  if (active instanceof HTMLElement && list.contains(active) && active !== document.activeElement)
    active.focus({ preventScroll: true })
}

function showCount(id: string, count: number): void {
  for (const place of document.querySelectorAll(`[data-count="${id}"], #${id}-title .count`))
    if (place.textContent !== String(count)) place.textContent = String(count)
}

function keepOnly(selector: string, ids: readonly string[]): void {
  const kept = new Set(ids)
  for (const element of document.querySelectorAll(selector)) if (!kept.has(element.id)) element.remove()
}

function redrawRemoved(html: string): void {
  const old = byId('removed') as HTMLDetailsElement | null
  const [fresh] = elementsOf(html) as HTMLDetailsElement[]
  if (fresh) fresh.open = old?.open ?? false
  old?.remove()
  if (fresh) byId('items')?.append(fresh)
}

function allow(path: string, isAllowed: boolean): void {
  const button = document.querySelector<HTMLButtonElement>(`form[action$="${path}"] button`)
  if (button) button.disabled = !isAllowed
}
