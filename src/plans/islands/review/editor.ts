import { elementsOf } from './apply-patch.ts'
import { forgetDraft, keepDraft } from './drafts.ts'
import { fieldsOf, showErrors } from './form-errors.ts'
import { beside } from './neighbours.ts'
import { type Answer, send } from './send.ts'
import { afterPaint, byId, clearStatus, showStatus } from './state.ts'

/** Saved when the hands rest for so long, and whenever a control is left. */
const REST = 1_500
const FIRST_RETRY = 3_000
const LONGEST_RETRY = 30_000

let open: Editor | undefined

/** The form of one item in its place: saved as one types, closed with the item drawn anew below it. */
class Editor {
  readonly id: string
  readonly #item: HTMLElement
  #form: HTMLFormElement
  #timer = 0
  #retry = FIRST_RETRY
  #isKeeping = false
  /** What the server has, as the form would send it. */
  #kept: string

  constructor(id: string, item: HTMLElement, form: HTMLFormElement) {
    this.id = id
    this.#item = item
    this.#form = form
    this.#kept = typedIn(form)
    item.classList.add('editing')
    item.append(form)
    this.#listen()
  }

  get isDirty(): boolean {
    return typedIn(this.#form) !== this.#kept
  }

  #listen(): void {
    const form = this.#form
    const hasClash = form.querySelector('.theirs') !== null
    for (const leave of form.querySelectorAll<HTMLElement>('[data-leave]')) leave.hidden = !hasClash
    for (const take of form.querySelectorAll<HTMLElement>('[data-take]')) take.hidden = false
    form.addEventListener('input', () => this.#typed())
    form.addEventListener('change', () => void this.save())
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      void this.#submitted(event.submitter)
    })
    form.addEventListener('click', (event) => this.#clicked(event))
  }

  #typed(): void {
    showStatus('unsaved')
    this.#saveIn(REST)
    if (this.#isKeeping) return
    this.#isKeeping = true
    afterPaint(() => this.keep())
  }

  /** Puts what was typed since the last time into the browser's own store. */
  keep(): void {
    if (!this.#isKeeping) return
    this.#isKeeping = false
    if (this.isDirty) keepDraft(this.id, fieldsOf(this.#form).toString())
  }

  #saveIn(milliseconds: number): void {
    clearTimeout(this.#timer)
    this.#timer = window.setTimeout(() => void this.save(), milliseconds)
  }

  #clicked(event: Event): void {
    const target = event.target as Element
    const take = target.closest<HTMLElement>('[data-take]')
    if (take) {
      for (const [name, value] of JSON.parse(take.dataset['take'] ?? '[]')) fill(this.#form, name, value)
      take.closest('.theirs')?.remove()
      keepDraft(this.id, fieldsOf(this.#form).toString())
    }
    if (target.closest('[data-leave]')) {
      event.preventDefault()
      forgetDraft(this.id)
      this.close()
      clearStatus()
    }
  }

  async #submitted(submitter: HTMLElement | null): Promise<void> {
    const deed = submitter?.hasAttribute('data-deed') ? (submitter as HTMLButtonElement).formAction : undefined
    if (deed?.endsWith('/tach')) return this.#split(deed)
    for (const theirs of this.#form.querySelectorAll('.theirs')) theirs.remove()
    if (!(await this.save())) return
    const fields = fieldsOf(this.#form)
    this.close()
    if (deed === undefined) return
    const near = beside(byId(`i-${this.id}`) ?? this.#item)
    const answer = await send(deed, fields)
    if (answer.kind !== 'done') return
    focusItem(deed.endsWith('/xoa') ? near : (answer.patch.itemId ?? this.id))
    showStatus('saved', answer.patch.message)
  }

  /** At the cursor, where it stands inside the words; else at the line break that was typed. */
  async #split(address: string): Promise<void> {
    const fields = fieldsOf(this.#form)
    const words = this.#form.querySelector<HTMLTextAreaElement | HTMLInputElement>(
      '[name=text], [name=title], [name=unit]',
    )
    if (words && !words.value.trimEnd().includes('\n')) fields.set('at', String(words.selectionStart ?? 0))
    const answer = await send(address, fields)
    if (answer.kind === 'done') {
      forgetDraft(this.id)
      this.close()
      showStatus('saved', answer.patch.message)
    }
  }

  /** True where nothing is left to save. */
  async save(): Promise<boolean> {
    clearTimeout(this.#timer)
    // While both values stand there, the person chooses first.
    if (this.#form.querySelector('.theirs')) return false
    if (!this.isDirty) return true
    const sent = typedIn(this.#form)
    const answer = await send(this.#form.action, fieldsOf(this.#form))
    return this.#answered(answer, sent)
  }

  #answered(answer: Answer, sent: string): boolean {
    if (answer.kind === 'lost') {
      this.#saveIn(this.#retry)
      this.#retry = Math.min(this.#retry * 2, LONGEST_RETRY)
      return false
    }
    this.#retry = FIRST_RETRY
    if (answer.kind === 'refused') {
      if (answer.form) this.#show(answer.form)
      else showErrors(this.#form, answer.errors)
      return false
    }
    showErrors(this.#form, {})
    const seen = this.#form.querySelector<HTMLInputElement>('[name=seen]')
    if (seen) seen.value = JSON.stringify({ ...JSON.parse(seen.value), ...answer.patch.saved })
    this.#kept = sent
    if (this.isDirty) this.#saveIn(REST)
    else forgetDraft(this.id)
    return !this.isDirty
  }

  /** The form that the server sends when somebody else was faster: both values, and what was typed. */
  #show(html: string): void {
    const [form] = elementsOf(html)
    if (!(form instanceof HTMLFormElement)) return
    this.#form.replaceWith(form)
    this.#form = form
    this.#kept = ''
    this.#listen()
    form.querySelector<HTMLElement>('.theirs button')?.focus()
  }

  close(): void {
    clearTimeout(this.#timer)
    const hadFocus = this.#form.contains(document.activeElement)
    this.#form.remove()
    this.#item.classList.remove('editing')
    if (open === this) open = undefined
    if (hadFocus) this.#item.querySelector<HTMLElement>('.edit')?.focus()
  }
}

/** The person's own words; what the page needs beside them does not count. */
function typedIn(form: HTMLFormElement): string {
  const fields = fieldsOf(form)
  for (const name of ['seen', 'revision', 'form-token', 'under']) fields.delete(name)
  return fields.toString()
}

function fill(form: HTMLFormElement, name: string, value: string): void {
  const control = form.elements.namedItem(name)
  if (control instanceof HTMLInputElement && control.type === 'checkbox') control.checked = value === control.value
  else if (control instanceof HTMLElement && 'value' in control) control.value = value
}

/** Opens the form of an item in its place, with the words of a draft where there is one. */
export async function openEditor(id: string, draft?: URLSearchParams): Promise<void> {
  if (open?.id === id) return
  await closeEditor()
  const item = byId(`i-${id}`)
  const address = item?.querySelector<HTMLAnchorElement>(':scope > .item-tools > .edit')?.href
  if (!item || !address) return
  item.setAttribute('aria-busy', 'true')
  const html = await fragment(address)
  item.removeAttribute('aria-busy')
  const [form] = html === null ? [] : elementsOf(html)
  if (!(form instanceof HTMLFormElement)) return showStatus('lost')
  open = new Editor(id, item, form)
  // With what the person saw when they typed it, so that the server knows what has changed since.
  if (draft) for (const [name, value] of draft) if (!['form-token', 'revision'].includes(name)) fill(form, name, value)
  const first = form.querySelector<HTMLElement>('textarea, input:not([type=hidden]), select')
  first?.focus()
  item.scrollIntoView({ block: 'nearest' })
  if (draft) void open.save()
}

/** A part of a page of ours, to be set into this one; null where the server does not answer. */
export async function fragment(address: string): Promise<string | null> {
  try {
    const response = await fetch(address, { headers: { 'x-fragment': '1' } })
    return response.ok ? await response.text() : null
  } catch {
    return null
  }
}

/** Saves and closes the open form; what cannot be saved now stays open. True where none is open any more. */
export async function closeEditor(): Promise<boolean> {
  if (!open) return true
  if (await open.save()) open?.close()
  return open === undefined
}

export function saveOpen(): void {
  open?.keep()
  if (open?.isDirty) void open.save()
}

export function focusItem(id: string): void {
  const item = byId(`i-${id}`)
  if (!item) return
  item.scrollIntoView({ block: 'nearest' })
  item.querySelector<HTMLElement>('.edit')?.focus({ preventScroll: true })
}
