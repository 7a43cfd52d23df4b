import { byId } from './state.ts'

/*
 * Items and passages know each other by names (`src/plans/passage-names.ts`): four digits behind the stem of the page, else the id of the element. A name
 * with `.2` behind it is the third unit that the item names.
 */
const paper = byId('paper')
const stem = paper?.dataset['stem'] ?? ''

/** What is tied to passages: an item, a row of the header, a unit. */
export function tiedTo(target: Element): { element: HTMLElement; name: string } | null {
  const item = target.closest<HTMLElement>('.items .item')
  if (!item) return null
  const unit = target.closest<HTMLElement>('.units > li')
  if (unit) return { element: unit, name: `${nameOf(item)}.${unitsOf(item).indexOf(unit)}` }
  return { element: item, name: nameOf(item) }
}

function nameOf({ id }: HTMLElement): string {
  const rest = id.slice(stem.length)
  return stem && id.startsWith(stem) && /^[0-9a-f]{4}$/.test(rest) ? rest : id
}

function unitsOf(item: HTMLElement): HTMLElement[] {
  return [...item.querySelectorAll<HTMLElement>('.units > li')]
}

/** Items come and go while the page is open, so they are looked for anew. */
export function elementOf(name: string): HTMLElement | undefined {
  const [item = '', unit] = name.split('.')
  const element = byId(/^[0-9a-f]{4}$/.test(item) ? stem + item : item)
  return (element && unit !== undefined && unitsOf(element)[Number(unit)]) || element || undefined
}

/** Everything in the document that the name stands for, the passage that says most first. */
export function passagesFor(name: string): HTMLElement[] {
  const main = byId(`p-${name}`)
  return [...(main ? [main] : []), ...(paper?.querySelectorAll<HTMLElement>(`[data-i~="${name}"]`) ?? [])]
}

/** What a passage was read for. */
export function namesOf(passage: HTMLElement): string[] {
  const others = passage.dataset['i']?.split(' ') ?? []
  return passage.id ? [passage.id.slice(2), ...others] : others
}
