import { depths } from './depth.ts'
import type { Heading } from './headings.ts'
import type { Line } from './lines.ts'
import type { Passage } from './passage.ts'
import { sentencesOf } from './sentences.ts'
import { beginsUnit } from './unit-names.ts'

const PHRASE =
  /^(?:(?:rieng )?doi voi|trong|ve|o|tren|thuoc) (?:linh vuc|phong trao|cuoc van dong|mang|nganh|cong tac|nhom|khoi)(?= (?!nay|tren|do|khac|con lai|sau|duoc)[a-z“"«])/
const ORDER = /^(?:giao(?: cho)?|de nghi|phan cong|yeu cau|do)\s+/
const CHOOSING = /^(?:lua chon|chon|phat hien|gioi thieu)\s(?!va\s)/
const LONGEST = 140

/** Whether somebody is told to choose. */
function tells(words: Passage): boolean {
  const order = ORDER.exec(words.folded)?.[0].length ?? 0
  return beginsUnit(words.sub(order)) || CHOOSING.test(words.folded)
}

/** Where the phrase ends: at the comma behind which somebody is told to choose. */
function endOfPhrase(sentence: Passage): number | null {
  const head = sentence.sub(0, LONGEST + 80)
  const depth = depths(head.text)
  for (let at = head.text.indexOf(','); at >= 0 && at < LONGEST; at = head.text.indexOf(',', at + 1)) {
    if (head.text.slice(0, at).includes(':')) return null
    if ((depth[at] ?? 0) === 0 && tells(head.sub(at + 1).trim())) return at
  }
  return null
}

/** «Đối với lĩnh vực kinh tế, giao Phòng Kinh tế lựa chọn …»: the phrase in front of the comma is the heading. null for any other line. */
export function phraseHeaded({ body }: Line): Heading | null {
  const end = PHRASE.test(body.folded.slice(0, 60)) ? endOfPhrase(body) : null
  return end === null ? null : { kind: 'sector', title: body.sub(0, end).trim(), rests: [body.sub(end + 1).trim()] }
}

/** A paragraph in which several sentences begin with such a phrase, cut in front of each of them. */
export function cutAtPhrases(line: Line): Line[] {
  if (line.body.length < 160 || !/(?:linh vuc|phong trao|cuoc van dong|cong tac|mang) /.test(line.body.folded))
    return [line]
  const sentences = sentencesOf(line.body)
  const heads = sentences.filter(
    (sentence) => PHRASE.test(sentence.folded.slice(0, 60)) && endOfPhrase(sentence) !== null,
  )
  const [first] = heads
  if (!first || heads.length < 2) return [line]
  const at = first.start - line.body.start
  const before = at > 0 ? [{ ...line, body: line.body.sub(0, at).trim() }] : []
  const pieces = heads.map((head, i): Line => {
    const to = (heads[i + 1]?.start ?? line.body.end) - line.body.start
    const body = line.body.sub(head.start - line.body.start, to).trim()
    return { ...line, body, mark: 'plain', ordinal: null, quoted: false, called: null }
  })
  return [...before, ...pieces]
}
