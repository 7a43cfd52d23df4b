import { elementsOf } from './apply-patch.ts'
import { closeEditor, focusItem, fragment } from './editor.ts'
import { fieldsOf, showErrors } from './form-errors.ts'
import { send } from './send.ts'
import { showStatus } from './state.ts'

/** Opens the form of a new item at the end of its list, or behind one of its items. */
export async function openAdding(link: HTMLAnchorElement, after: HTMLElement | null = null): Promise<void> {
  const list = link.parentElement?.querySelector<HTMLElement>(':scope > .list')
  if (!list || !(await closeEditor())) return
  document.querySelector('.adding')?.remove()
  const html = await fragment(link.href)
  const [form] = html === null ? [] : elementsOf(html)
  if (!(form instanceof HTMLFormElement)) return showStatus('lost')
  const place = document.createElement('li')
  place.className = 'item adding'
  place.append(form)
  if (after) after.after(place)
  else list.append(place)
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void add(form, place, after)
  })
  form.addEventListener('click', (event) => {
    if (!(event.target as Element).closest('[data-leave]')) return
    event.preventDefault()
    place.remove()
    link.focus()
  })
  form.querySelector<HTMLElement>('textarea, input:not([type=hidden]), select')?.focus()
  place.scrollIntoView({ block: 'nearest' })
}

async function add(form: HTMLFormElement, place: HTMLElement, after: HTMLElement | null): Promise<void> {
  const fields = fieldsOf(form)
  const sibling = after?.id.slice(2)
  if (sibling) fields.set('after', sibling)
  const answer = await send(form.action, fields)
  if (answer.kind === 'refused') showErrors(form, answer.errors)
  if (answer.kind !== 'done') return
  place.remove()
  if (answer.patch.itemId) focusItem(answer.patch.itemId)
}
