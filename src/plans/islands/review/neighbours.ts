import { byId } from './state.ts'

export function idOf(item: HTMLElement): string {
  return item.id.slice(2)
}

/** The item before or behind, in the order of the page; what is hidden is passed over. */
export function neighbour(item: HTMLElement, by: 1 | -1): HTMLElement | undefined {
  const items = byId('items')
  if (!items) return undefined
  const walker = document.createTreeWalker(items, NodeFilter.SHOW_ELEMENT, (node) => {
    if ((node as HTMLElement).hidden) return NodeFilter.FILTER_REJECT
    const isItem = node instanceof HTMLElement && node.id.startsWith('i-') && node.classList.contains('item')
    return isItem ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_SKIP
  })
  walker.currentNode = item
  const found = by > 0 ? walker.nextNode() : walker.previousNode()
  return found instanceof HTMLElement ? found : undefined
}

/** Where the focus goes once an item is deleted, with everything below it: the id of the item behind it, else of the one before. */
export function beside(item: HTMLElement): string {
  const whole = item.closest<HTMLElement>('.list > li') ?? item
  let next = neighbour(item, 1)
  while (next && whole.contains(next)) next = neighbour(next, 1)
  return idOf(next ?? neighbour(item, -1) ?? item)
}
