import { byId } from './state.ts'

const PAUSE = 150
const folded = new WeakMap<Element, string>()

/** As the server folds: without diacritics and case. */
function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
}

function textOf(item: HTMLElement): string {
  const known = folded.get(item)
  if (known !== undefined) return known
  const text = fold(item.textContent ?? '')
  folded.set(item, text)
  return text
}

/** Shows only what fits; what an item belongs to stays in sight, and so does everything below a field that fits itself. */
function narrow(words: readonly string[], onlyAsked: boolean): void {
  const isNarrowed = words.length > 0 || onlyAsked
  const fits = (item: HTMLElement | null) =>
    item !== null &&
    words.every((word) => textOf(item).includes(word)) &&
    (!onlyAsked || item.classList.contains('asked'))
  for (const id of ['questions', 'document', 'unused']) hide(byId(id), isNarrowed)
  for (const card of document.querySelectorAll<HTMLElement>('.items .list > .entry')) {
    const isWhole = !isNarrowed || fits(card.querySelector<HTMLElement>(':scope > .item'))
    const below = [...card.querySelectorAll<HTMLElement>('.list > .item')]
    const shown = below.map((item) => isWhole || fits(item))
    for (const [index, item] of below.entries()) hide(item, !shown[index])
    hide(card, !isWhole && !shown.includes(true))
  }
  for (const item of document.querySelectorAll<HTMLElement>('.items .part > div > .list > .item'))
    hide(item, isNarrowed && !fits(item))
}

function hide(element: HTMLElement | null, isHidden: boolean): void {
  if (element && element.hidden !== isHidden) element.hidden = isHidden
}

/** The search of the page, while one types. */
export function listenToFinder(): void {
  const form = byId('finder')
  if (!(form instanceof HTMLFormElement)) return
  let timer = 0
  const run = () => {
    const words = fold(String(new FormData(form).get('tim') ?? ''))
    narrow(words.split(/\s+/).filter(Boolean), new FormData(form).has('chi'))
  }
  form.addEventListener('input', () => {
    clearTimeout(timer)
    timer = window.setTimeout(run, PAUSE)
  })
  // A page that the server has narrowed holds no more than that; then the form asks it again.
  if (location.search) return
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    run()
  })
}
