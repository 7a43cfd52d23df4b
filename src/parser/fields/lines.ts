import type { Item, Mark } from '../outline.ts'
import { type Called, calledIn } from './called.ts'
import type { Passage } from './passage.ts'

/** A paragraph of the body in reading order, with the items that it stands under. */
export interface Line {
  readonly item: Item
  readonly body: Passage
  readonly mark: Mark
  readonly ordinal: string | null
  readonly above: readonly Line[]
  /** The new text that an amending plan quotes begins here, with a number of its own. */
  readonly quoted: boolean
  /** Set where the line begins with «Lĩnh vực 1:», «Phong trào thứ nhất:»; `body` is what follows. */
  readonly called: Called['kind'] | null
}

type Numbered = Pick<Line, 'body' | 'mark' | 'ordinal' | 'quoted'>

const RANK: Readonly<Record<Mark, number>> = {
  part: 0,
  chapter: 1,
  section: 2,
  article: 3,
  roman: 4,
  number: 5,
  decimal: 6,
  letter: 8,
  bracket: 9,
  dash: 10,
  plus: 11,
  bullet: 12,
  plain: 20,
}

const QUOTED = /^[“"]\s*((?:\d{1,2}(?:\.\d{1,2}){0,3}|[a-zđ]))\s*(?:[.)/]|[-–](?=\s))\s*(?=\S)/

const COMPOUND = /^(\d{1,2}(?:\.\d{1,2}){0,2})\s*[.)]\s+(?=\S)/

/** «III.1. Điển hình …»: one number of two parts. */
function compound(item: Item, body: Passage): Numbered | null {
  const match = item.mark === 'roman' || item.mark === 'part' ? COMPOUND.exec(body.text) : null
  if (!match || item.ordinal === null) return null
  return {
    body: closed(body.sub(match[0].length)),
    mark: 'decimal',
    ordinal: `${item.ordinal}.${match[1]}`,
    quoted: false,
  }
}

/** «“3.1. Điển hình …»: number and text behind the quote that opens the new wording. */
function unquoted(item: Item, body: Passage): Numbered {
  const match = item.mark === 'plain' ? QUOTED.exec(body.text) : null
  const ordinal = match?.[1]
  if (!match || ordinal === undefined)
    return { body: closed(body), mark: item.mark, ordinal: item.ordinal, quoted: false }
  const mark = /\d\.\d/.test(ordinal) ? 'decimal' : /\d/.test(ordinal) ? 'number' : 'letter'
  return { body: closed(body.sub(match[0].length)), mark, ordinal, quoted: true }
}

/** Without a closing quote that belongs to a paragraph further up. */
function closed(body: Passage): Passage {
  const { text } = body
  const stray = /”\s*[.;]?$/.test(text) && text.split('”').length > text.split('“').length
  return stray ? body.sub(0, text.lastIndexOf('”')).trim() : body
}

/** «Lĩnh vực 1: Cải cách hành chính»: the word and the count stand where others print a number. */
function withoutName(line: Numbered): Numbered & Pick<Line, 'called'> {
  const called = calledIn(line.body)
  if (!called) return { ...line, called: null }
  return { ...line, body: called.rest, ordinal: line.ordinal ?? called.ordinal, called: called.kind }
}

/** All paragraphs of a tree in reading order. */
export function linesOf(items: readonly Item[], page: Passage, above: readonly Line[] = []): Line[] {
  return items.flatMap((item) => {
    const body = page.at(item.body).trim()
    const line: Line = { item, above, ...withoutName(compound(item, body) ?? unquoted(item, body)) }
    return [line, ...linesOf(item.children, page, [...above, line])]
  })
}

/** Whether a line stands below another: in the tree, or by a lower mark. */
export function isInside(line: Line, holder: Line): boolean {
  if (line === holder || line.above.includes(holder)) return line !== holder
  if (holder.mark === 'plain') return RANK[line.mark] >= RANK.dash && line.mark !== 'plain'
  return line.mark !== 'plain' && RANK[line.mark] > RANK[holder.mark]
}
