import { depths } from '../fields/depth.ts'
import { Passage } from '../fields/passage.ts'
import type { Item, Outline } from '../outline.ts'
import type { Reading, Sourced } from '../read.ts'

/** «Tiêu chí chung», «Tiêu chuẩn, điều kiện chung của tập thể, cá nhân …»: what the plan itself calls general. */
const GENERAL =
  /^(?:ve )?(?:cac |mot so |nhung )?(?:(?:tieu chi|tieu chuan|dieu kien)(?: (?:xet chon|binh chon|lua chon|xet tang|ton vinh|bieu duong|cong nhan|de nghi))?(?:,| va)? ?){1,3}chung(?! (?:ta|suc|tay|cu|khao)(?![a-z]))(?![a-z])/
/** What stands between the words and the colon is short: whom the criteria are for. */
const LABEL_LENGTH = 160

interface Labelled {
  /** What stands behind the colon on the same line. */
  readonly inline: Passage | null
  /** The bullets and lines under the label. */
  readonly below: readonly Item[]
}

/** The next label of the same rank: «Tiêu chí cụ thể:», «Đối với tập thể:». */
const NEXT_LABEL = /^\W{0,3}(?:tieu (?:chi|chuan)|dieu kien|doi voi|yeu cau|noi dung|quy trinh)(?![a-z])|:\s*$/

/** Plain lines behind a label without bullets, up to the next label. */
function linesBehind(siblings: readonly Item[], at: number, page: Passage): Item[] {
  const behind = siblings.slice(at + 1)
  const end = behind.findIndex((item) => item.mark !== 'plain' || NEXT_LABEL.test(page.at(item.body).folded))
  return end < 0 ? behind : behind.slice(0, end)
}

/** Up to a plain line that heads criteria of another kind: «Tiêu chuẩn cụ thể». */
function ownPart(below: readonly Item[], page: Passage): readonly Item[] {
  const end = below.findIndex(
    ({ mark, body }) =>
      mark === 'plain' &&
      /^(?:tieu chi|tieu chuan|dieu kien)[ ,](?:[^.;]{0,30} )?(?:cu the|rieng|doi voi|theo|tung)(?![a-z])/.test(
        page.at(body).folded,
      ),
  )
  return end < 0 ? below : below.slice(0, end)
}

function labelled(siblings: readonly Item[], at: number, page: Passage): Labelled | null {
  const item = siblings[at]
  if (item === undefined) return null
  const line = page.at(item.body)
  if (!GENERAL.test(line.folded)) return null
  const depth = depths(line.text)
  const colon = [...line.text].findIndex((sign, i) => sign === ':' && (depth[i] ?? 0) === 0)
  if (colon >= 0 && colon <= LABEL_LENGTH) {
    const rest = line.sub(colon + 1).trim()
    if (rest.length > 0) return { inline: rest, below: item.children }
    const below = item.children.length > 0 ? item.children : linesBehind(siblings, at, page)
    return { inline: null, below: ownPart(below, page) }
  }
  return item.children.length > 0 && line.length <= LABEL_LENGTH
    ? { inline: null, below: ownPart(item.children, page) }
    : null
}

/** The innermost items that are called general. */
function findLabelled(items: readonly Item[], page: Passage): Labelled[] {
  return items.flatMap((item, i) => {
    const inner = findLabelled(item.children, page)
    if (inner.length > 0) return inner
    const found = labelled(items, i, page)
    return found === null ? [] : [found]
  })
}

/** «a) chấp hành tốt pháp luật; b) …» on one line */
function withoutLetter(piece: Passage): Passage {
  return piece.sub(/^\(?[a-zđ\d]\)\s+/u.exec(piece.text)?.[0].length ?? 0)
}

/** A semicolon divides before a capital letter or a letter of a list only, so that one long sentence stays one criterion. */
function divide(passage: Passage): Passage[] {
  const depth = depths(passage.text)
  const pieces: Passage[] = []
  let from = 0
  for (const match of passage.text.matchAll(/;\s*(?=\p{Lu}|(?:[a-zđ\d]|\([a-zđ\d])\)\s)/gu)) {
    if ((depth[match.index] ?? 0) > 0) continue
    pieces.push(passage.sub(from, match.index))
    from = match.index + match[0].length
  }
  pieces.push(passage.sub(from))
  return pieces
    .map((piece) => piece.strip(' ', ' ;'))
    .map(withoutLetter)
    .filter((piece) => /\p{L}/u.test(piece.text))
}

/** «Đối với học sinh: …» on one line with its criteria. */
const GROUP = /^doi voi [^:;.]{2,60}:\s*/

/** Each bullet or line; a label over bullets («a) Đối với tập thể:») is not a criterion itself. */
function criteriaBelow(items: readonly Item[], page: Passage): Passage[] {
  return items.flatMap((item) => {
    const line = page.at(item.body)
    if (item.children.length > 0) {
      const label = /:\s*$/.test(line.text) || (line.length < 60 && !/[.;]\s*$/.test(line.text))
      return [...(label ? [] : divide(line)), ...criteriaBelow(item.children, page)]
    }
    const label = GROUP.exec(line.folded)
    if (label !== null && label[0].length < line.length) return divide(line.sub(label[0].length))
    const introduces = item.mark === 'plain' && items.length > 1 && /:\s*$/.test(line.text)
    return introduces ? [] : divide(line)
  })
}

/** The criteria that hold for every exemplar, one string where the printing divides: a bullet, a line, a semicolon before a capital. */
export function readGeneralCriteria(outline: Outline): Reading<string[]> {
  const page = Passage.of(outline.text)
  const value: Sourced<string[]> = findLabelled(outline.body, page).flatMap(({ inline, below }) => [
    ...(inline === null ? [] : divide(inline).map((piece) => piece.said())),
    ...criteriaBelow(below, page).map((piece) => piece.said()),
  ])
  return { value, questions: [] }
}
