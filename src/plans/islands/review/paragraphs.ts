import { byId } from './state.ts'

/*
 * Where paragraphs stand in the text of the document. Their words never change while the page is open, only what is marked in them; so the positions follow
 * from their lengths and the empty lines between them, and are counted once.
 */
const paper = byId('paper')
let starts: number[] | undefined

function paragraphs(): HTMLElement[] {
  return [...(paper?.querySelectorAll<HTMLElement>('p') ?? [])]
}

function positions(): number[] {
  if (starts) return starts
  let at = 0
  starts = paragraphs().map((paragraph) => {
    const start = at + Number(paragraph.dataset['gap'] ?? 0)
    at = start + lengthOf(paragraph) + 1
    return start
  })
  return starts
}

/** Where the paragraph begins in the text of the document. */
export function startOf(paragraph: HTMLElement): number {
  return positions()[paragraphs().indexOf(paragraph)] ?? 0
}

/** Where the paragraph ends that stands at this position. */
export function endFrom(position: number): number {
  const index = positions().findLastIndex((start) => start <= position)
  const paragraph = paragraphs()[index]
  return paragraph ? startOf(paragraph) + lengthOf(paragraph) : position
}

/** The words of a paragraph, without the way back to its item. */
export function lengthOf(paragraph: HTMLElement): number {
  const back = paragraph.querySelector(':scope > .back')?.textContent?.length ?? 0
  return (paragraph.textContent?.length ?? 0) - back
}

export function paragraphAt(index: number): HTMLElement | undefined {
  return paragraphs()[index]
}

/** The paragraph before or behind; the first where there is none yet. */
export function paragraphBeside(paragraph: HTMLElement | undefined, step: 1 | -1): HTMLElement | undefined {
  return paragraph ? paragraphAt(paragraphs().indexOf(paragraph) + step) : paragraphAt(0)
}
