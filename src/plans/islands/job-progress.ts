/** Keeps the cards of documents on their way fresh; what they say is made on the server. */
interface CardNews {
  readonly id: string
  readonly state: string
  /** Whether more news of it will come. */
  readonly isPending: boolean
  /** The part that changes with every page. */
  readonly progress: string
  /** The whole card. */
  readonly card: string
}

const list = document.querySelector<HTMLElement>('[data-events]')
const address = list?.getAttribute('data-events')

if (list && address) {
  const events = new EventSource(address)
  // When nothing is on its way any more, the page of one document becomes the page of its reading.
  const end = () => {
    events.close()
    if (list.hasAttribute('data-single')) location.reload()
  }
  events.addEventListener('update', (event) => {
    const cards = JSON.parse(event.data) as CardNews[]
    for (const news of cards) refresh(news)
    if (!cards.some(({ isPending }) => isPending)) end()
  })
  events.addEventListener('end', end)
}

function refresh({ id, state, progress, card }: CardNews): void {
  const old = document.getElementById(`d-${id}`)
  if (!old) return
  if (old.getAttribute('data-state') !== state) {
    old.outerHTML = card
    return
  }
  const box = old.querySelector('[data-progress]')
  if (!box || box.innerHTML === progress) return
  const fresh = document.createElement('div')
  fresh.innerHTML = progress
  move(box, fresh)
}

/** Moves the bar and its words instead of replacing them, so that the bar glides and nobody loses their place. */
function move(box: Element, fresh: Element): void {
  const [bar, words] = [box.querySelector('progress'), box.querySelector('[data-words]')]
  const [nextBar, nextWords] = [fresh.querySelector('progress'), fresh.querySelector('[data-words]')]
  if (!bar || !words || !nextBar || !nextWords) {
    box.replaceChildren(...fresh.childNodes)
    return
  }
  for (const name of ['value', 'max']) {
    const value = nextBar.getAttribute(name)
    if (value === null) bar.removeAttribute(name)
    else bar.setAttribute(name, value)
  }
  words.textContent = nextWords.textContent
}

export {}
