import { catchUp } from './send.ts'
import { plan, showPeople } from './state.ts'

/** A number for this window; not every office page comes over https, where the browser has a function for it. */
function windowId(): string {
  const hex = [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`
}

/** Hears of what others change and of who else is here. */
export function listenToOthers(): void {
  const base = `/ke-hoach/${plan.id}`
  const stream = new EventSource(`${base}/su-kien?trang=${windowId()}`)
  stream.addEventListener('update', (event) => {
    const { revision, people } = JSON.parse(event.data) as { revision: number; people: string[] }
    showPeople(people)
    if (revision > plan.revision) void catchUp(`${base}/thay-doi`, revision)
  })
  // The plan is no longer being made up: the page of its new state says so.
  stream.addEventListener('end', () => stream.close())
}
