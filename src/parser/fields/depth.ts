const OPENING = '“«('
const OPENS = /[“«("]/
const CLOSING = '”»)'
/** How far a bracket or quote may reach; one that does not close by then is a slip of the pen. */
const REACH = 600

function closes(text: string, at: number, sign: string): boolean {
  const ahead = text.slice(at + 1, at + REACH)
  const end = ahead.indexOf(CLOSING[OPENING.indexOf(sign)] ?? ')')
  const line = ahead.indexOf('\n')
  return end >= 0 && (line < 0 || end < line)
}

/**
 * For every unit of the text how many brackets and quotes stand open around it; the signs themselves count as inside. Straight quotes open
 * and close in turn. What is never closed opens nothing. Without `brackets` only quotes count.
 */
export function depths(text: string, brackets = true): Uint8Array {
  const opening = brackets ? OPENING : OPENING.slice(0, 2)
  const depth = new Uint8Array(text.length)
  if (!OPENS.test(text)) return depth
  let [level, straight] = [0, false]
  let left = text.split('"').length - 1
  for (let i = 0; i < text.length; i++) {
    const sign = text[i] ?? ''
    if (sign === '\n') [level, straight] = [0, false]
    if (opening.includes(sign) && level < 9 && closes(text, i, sign)) level++
    const turns = sign === '"' && (straight || left > 1)
    if (sign === '"') left--
    if (turns) straight = !straight
    depth[i] = level + (straight || turns ? 1 : 0)
    if (CLOSING.slice(0, opening.length).includes(sign) && level > 0) level--
  }
  return depth
}
