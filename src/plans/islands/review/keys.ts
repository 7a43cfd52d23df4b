import { openAdding } from './adding.ts'
import { closeEditor, focusItem, openEditor } from './editor.ts'
import { beside, idOf, neighbour } from './neighbours.ts'
import { closeMenu } from './select-passage.ts'
import { send } from './send.ts'
import { byId, showStatus } from './state.ts'

/** The item that the focus is in; not while its form is open. */
function focused(target: EventTarget | null): HTMLElement | undefined {
  if (!(target instanceof Element) || target.closest('.editor, input, textarea, select')) return undefined
  return target.closest<HTMLElement>('.items .item[id^="i-"]') ?? undefined
}

function step(item: HTMLElement, by: 1 | -1): void {
  const next = neighbour(item, by)
  if (next) focusItem(idOf(next))
}

/** One press for what the form's buttons do. */
async function deed(item: HTMLElement, word: 'len' | 'xuong' | 'gop' | 'xoa'): Promise<void> {
  const address = item.querySelector<HTMLAnchorElement>('.edit')?.href.replace(/sua$/, word)
  if (!address) return
  const near = beside(item)
  const answer = await send(address, new URLSearchParams())
  if (answer.kind !== 'done') return
  showStatus('saved', answer.patch.message)
  focusItem(word === 'xoa' ? near : idOf(item))
}

function addBelow(item: HTMLElement): void {
  const list = item.closest('.list')
  const link = list?.parentElement?.querySelector<HTMLAnchorElement>(':scope > a.add')
  if (link) void openAdding(link, item.closest<HTMLElement>('.list > li'))
}

const onItem: Readonly<Record<string, (item: HTMLElement) => void>> = {
  j: (item) => step(item, 1),
  k: (item) => step(item, -1),
  v: (item) => item.querySelector<HTMLElement>('.at')?.click(),
  g: (item) => void deed(item, 'gop'),
  n: addBelow,
  Delete: (item) => void deed(item, 'xoa'),
}

function press(action: '/hoan-tac' | '/lam-lai'): void {
  document.querySelector<HTMLButtonElement>(`form[action$="${action}"] button:enabled`)?.click()
}

/** Undo and redo of the plan; inside a control the browser's own take back what was typed there. */
function onControlKey(event: KeyboardEvent): boolean {
  if (!(event.ctrlKey || event.metaKey) || (event.target as Element).closest('input, textarea')) return false
  const key = event.key.toLowerCase()
  if (key === 'z') press(event.shiftKey ? '/lam-lai' : '/hoan-tac')
  else if (key === 'y') press('/lam-lai')
  else return false
  return true
}

function onEditorKey(event: KeyboardEvent): boolean {
  const form = (event.target as Element).closest<HTMLFormElement>('.editor')
  if (!form) return false
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.requestSubmit()
  else if (event.key === 'Escape' && form.closest('.adding')) form.querySelector<HTMLElement>('[data-leave]')?.click()
  else if (event.key === 'Escape') void closeEditor()
  else return false
  return true
}

function onItemKey(event: KeyboardEvent): boolean {
  const item = focused(event.target)
  if (event.key === '?' && !(event.target as Element).closest('input, textarea')) return openList()
  if (!item) return false
  if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
    void deed(item, event.key === 'ArrowUp' ? 'len' : 'xuong')
    return true
  }
  if (event.ctrlKey || event.metaKey || event.altKey) return false
  const act = onItem[event.key.length === 1 ? event.key.toLowerCase() : event.key]
  act?.(item)
  return act !== undefined
}

function openList(): boolean {
  const list = byId('shortcuts')
  if (!(list instanceof HTMLDetailsElement)) return false
  list.open = true
  list.querySelector('summary')?.focus()
  return true
}

export function listenToKeys(): void {
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || !(event.target instanceof Element)) return
    if (event.key === 'Escape' && closeMenu()) return event.preventDefault()
    if (onEditorKey(event) || onControlKey(event) || onItemKey(event)) event.preventDefault()
  })
}

/** Presses of the mouse and of Enter: links that would lead to a form open it in place. */
export function openOnPress(target: Element): boolean {
  const edit = target.closest<HTMLElement>('a.edit, [data-edit]')
  if (!edit) return false
  const anchor = edit.dataset['edit'] ?? edit.closest<HTMLElement>('.item')?.id ?? ''
  void openEditor(anchor.slice(2))
  return true
}
