import { fold, narrow } from './narrow.ts'
import { byId } from './state.ts'

/** Milliseconds without a letter after which the search begins: longer than the hand takes from one letter to the next, whatever its pace. */
const SHORTEST = 150
const LONGEST = 600
const FIRST = 400

function pauseAfter(interval: number): number {
  return interval > 1_000 ? FIRST : Math.min(LONGEST, Math.max(SHORTEST, interval * 1.5))
}

/** The search of the page, while one types. */
export function listenToFinder(): void {
  const form = byId('finder')
  if (!(form instanceof HTMLFormElement)) return
  let timer = 0
  let last = 0
  const run = () => {
    const asked = new FormData(form)
    const words = fold(String(asked.get('tim') ?? ''))
      .split(/\s+/)
      .filter(Boolean)
    narrow({ words, onlyAsked: asked.has('chi') })
  }
  form.addEventListener('input', () => {
    const now = performance.now()
    clearTimeout(timer)
    timer = window.setTimeout(run, pauseAfter(now - last))
    last = now
  })
  // A page that the server has narrowed holds no more than that; then the form asks it again.
  if (location.search) return
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    run()
  })
}
