import { plan } from './state.ts'

/** What is typed is kept in the browser until the server has it: a power cut or a lost connection loses nothing. */
const PREFIX = `lantoa:draft:${plan.id}:`

export function keepDraft(item: string, fields: string): void {
  try {
    localStorage.setItem(PREFIX + item, fields)
  } catch {
    // A full or forbidden store: the form itself still holds the words.
  }
}

export function forgetDraft(item: string): void {
  try {
    localStorage.removeItem(PREFIX + item)
  } catch {
    // As above.
  }
}

/** Items of this plan with words that were never saved. */
export function draftsLeft(): readonly (readonly [item: string, fields: string])[] {
  try {
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(PREFIX))
      .map((key) => [key.slice(PREFIX.length), localStorage.getItem(key) ?? ''])
  } catch {
    return []
  }
}
