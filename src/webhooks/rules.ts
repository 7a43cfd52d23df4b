import type { Problem } from '../core/problem.ts'
import type { NewWebhook } from './schema.ts'

/** After so many deliveries in a row that failed for good, nothing more is sent until somebody resumes it. */
export const MOST_FAILURES = 5

/** The address and the events, as far as they can be judged without the network. */
export function webhookProblems({ url, events }: NewWebhook, known: ReadonlySet<string>, plain: boolean): Problem[] {
  const unknown = events.filter((event) => !known.has(event))
  return [
    ...(isWebAddress(url, plain) ? [] : [{ field: 'url', code: 'url-form' }]),
    ...unknown.slice(0, 1).map((event) => ({ field: 'events', code: 'event-unknown', event })),
  ]
}

/** `https://…` without user name and password; http only where plain addresses are allowed. */
function isWebAddress(text: string, plain: boolean): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, username, password, hostname } = new URL(text)
  const isWeb = protocol === 'https:' || (plain && protocol === 'http:')
  return isWeb && username === '' && password === '' && hostname !== ''
}
