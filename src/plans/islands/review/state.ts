/** What the page says of itself, and what it knows of its plan while it is open. */
const bar = document.getElementById('review')

export const plan = {
  id: bar?.dataset['plan'] ?? '',
  /** The last edit that the page shows. */
  revision: Number(bar?.dataset['revision'] ?? 0),
}

export const isReviewed = bar !== null

export type Status = 'saving' | 'saved' | 'unsaved' | 'lost' | 'invalid' | 'conflict'

const line = document.getElementById('saving')

/** Says whether everything is saved; `sentence` says it in other words than usual. */
export function showStatus(status: Status, sentence = ''): void {
  if (!line) return
  const words = sentence || bar?.dataset[status] || ''
  const said = status === 'saved' && !sentence ? `${words} ${timeNow()}` : words
  // Writing the same words again would have the page styled anew at every key.
  if (line.textContent !== said) line.textContent = said
  if (line.dataset['status'] !== status) line.dataset['status'] = status
}

/** `07:05`, without the browser's tables of the world's times, which take an old computer a tenth of a second to open. */
function timeNow(): string {
  const now = new Date()
  return [now.getHours(), now.getMinutes()].map((part) => String(part).padStart(2, '0')).join(':')
}

/** Nothing is waiting and nothing went wrong. */
export function clearStatus(): void {
  if (!line) return
  line.textContent = ''
  delete line.dataset['status']
}

export function showPeople(names: readonly string[]): void {
  const people = document.getElementById('people')
  if (people) people.textContent = names.length > 0 ? `${bar?.dataset['here'] ?? ''} ${names.join(', ')}` : ''
}

/** Does the work once what has just been pressed or typed can be seen. */
export function afterPaint(work: () => void): void {
  requestAnimationFrame(() => setTimeout(work))
}

export function byId(id: string): HTMLElement | null {
  return document.getElementById(id)
}
