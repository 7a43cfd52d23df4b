import { fold, narrow } from './narrow.ts'
import { byId } from './state.ts'

const PAUSE = 150

/** The search of the page, while one types. */
export function listenToFinder(): void {
  const form = byId('finder')
  if (!(form instanceof HTMLFormElement)) return
  let timer = 0
  const run = () => {
    const asked = new FormData(form)
    const words = fold(String(asked.get('tim') ?? ''))
      .split(/\s+/)
      .filter(Boolean)
    narrow({ words, onlyAsked: asked.has('chi') })
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
