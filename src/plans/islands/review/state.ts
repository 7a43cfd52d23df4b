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
  const time = new Date().toLocaleTimeString('vi-VN', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  const said = status === 'saved' && !sentence ? `${words} ${time}` : words
  // Writing the same words again would have the page styled anew at every key.
  if (line.textContent !== said) line.textContent = said
  if (line.dataset['status'] !== status) line.dataset['status'] = status
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

export function byId(id: string): HTMLElement | null {
  return document.getElementById(id)
}
