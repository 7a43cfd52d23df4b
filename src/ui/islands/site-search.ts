/*
 * The search box of every page: `/` and Ctrl-K lead to it from anywhere, the first hits stand below it while one types. Without script the
 * same form leads to the page of results.
 */
interface Suggestion {
  readonly title: string
  readonly kind: string
  readonly note: string
  readonly href: string
}

const PAUSE = 120

class SearchBox {
  readonly #input: HTMLInputElement
  readonly #list: HTMLUListElement
  readonly #address: string
  #asked: AbortController | undefined
  #timer: ReturnType<typeof setTimeout> | undefined
  #current = -1

  constructor(form: HTMLFormElement, input: HTMLInputElement) {
    this.#input = input
    this.#address = form.dataset['suggestions'] ?? ''
    this.#list = document.createElement('ul')
    this.#list.id = 'site-search-list'
    this.#list.className = 'suggestions'
    this.#list.setAttribute('role', 'listbox')
    this.#list.setAttribute('aria-label', input.getAttribute('aria-label') ?? '')
    this.#list.hidden = true
    form.append(this.#list)
    for (const [name, value] of [
      ['role', 'combobox'],
      ['aria-expanded', 'false'],
      ['aria-controls', this.#list.id],
      ['aria-autocomplete', 'list'],
      ['autocomplete', 'off'],
    ] as const) {
      input.setAttribute(name, value)
    }
    input.addEventListener('input', () => this.#wait())
    input.addEventListener('keydown', (event) => this.#key(event))
    input.addEventListener('blur', () => setTimeout(() => this.#close(), 200))
    document.addEventListener('keydown', (event) => this.#callFromAnywhere(event))
  }

  #callFromAnywhere(event: KeyboardEvent): void {
    const typing =
      event.target instanceof HTMLElement && event.target.closest('input, textarea, select, [contenteditable]')
    const slash = event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey
    const ctrlK = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey)
    if (!slash && !ctrlK) return
    event.preventDefault()
    this.#input.focus()
    this.#input.select()
  }

  #wait(): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#ask(), PAUSE)
  }

  async #ask(): Promise<void> {
    this.#asked?.abort()
    const words = this.#input.value.trim()
    if (words.length < 2) return this.#close()
    this.#asked = new AbortController()
    try {
      const answer = await fetch(`${this.#address}?${new URLSearchParams({ q: words })}`, {
        signal: this.#asked.signal,
      })
      if (answer.ok) this.#show((await answer.json()) as Suggestion[])
    } catch {
      // Overtaken by the next letter, or the line is gone: the form itself still works.
    }
  }

  #show(found: readonly Suggestion[]): void {
    this.#list.replaceChildren(...found.map(suggestion))
    this.#current = -1
    this.#list.hidden = found.length === 0
    this.#input.setAttribute('aria-expanded', String(found.length > 0))
    this.#input.removeAttribute('aria-activedescendant')
  }

  #close(): void {
    this.#show([])
  }

  #key(event: KeyboardEvent): void {
    const options = [...this.#list.querySelectorAll<HTMLElement>('[role=option]')]
    if (event.key === 'Escape' && options.length > 0) {
      event.preventDefault()
      this.#close()
    } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && options.length > 0) {
      event.preventDefault()
      const step = event.key === 'ArrowDown' ? 1 : -1
      this.#mark(
        options,
        (this.#current + step + options.length + (this.#current < 0 && step < 0 ? 1 : 0)) % options.length,
      )
    } else if (event.key === 'Enter' && this.#current >= 0) {
      event.preventDefault()
      options[this.#current]?.click()
    }
  }

  #mark(options: readonly HTMLElement[], index: number): void {
    this.#current = index
    for (const [place, option] of options.entries()) option.setAttribute('aria-selected', String(place === index))
    const marked = options[index]
    if (marked) this.#input.setAttribute('aria-activedescendant', marked.id)
  }
}

function suggestion({ title, kind, note, href }: Suggestion, index: number): HTMLLIElement {
  const item = document.createElement('li')
  item.id = `site-search-${index}`
  item.setAttribute('role', 'option')
  item.setAttribute('aria-selected', 'false')
  const words = [
    ['suggestion-kind', kind],
    ['suggestion-title', title],
    ['suggestion-note', note],
  ] as const
  for (const [name, text] of words) {
    const part = document.createElement('span')
    part.className = name
    part.textContent = text
    item.append(part)
  }
  item.addEventListener('click', () => location.assign(href))
  return item
}

const form = document.querySelector<HTMLFormElement>('.site-search form')
const input = form?.querySelector<HTMLInputElement>('input[type=search]')
if (form && input) new SearchBox(form, input)
