import { countsIn } from './counts.ts'
import { depths } from './depth.ts'
import { partOf } from './field-parts.ts'
import { type Heading, readHeading } from './headings.ts'
import type { Line } from './lines.ts'
import { NUMBERED } from './marks-of-headings.ts'
import type { Passage } from './passage.ts'
import { readAssignment } from './read-assignment.ts'
import { sentencesOf } from './sentences.ts'

const NAMED =
  /(?<![a-z])(?:phong trao|cuoc van dong)(?: thi dua)?(?: yeu nuoc)? ?(?=[“"«])|(?<=(?:trong|thuoc|o|ve|tren|theo) )linh vuc (?!duoc|phu trach|cong tac cua|minh|nay)(?=[a-z])/g
const LONGEST = 110
/** Behind the name of a field of life the sentence goes on. */
const GOES_ON =
  /[.,;:()]|\s(?:voi|gom|it nhat|toi thieu|de|nham|nam \d|giai doan|trong|phoi hop|thuoc|theo|tren dia ban)\s/

/** From the word for it to the closing quote, or to where the sentence goes on. */
function nameAt(sentence: Passage, at: number, end: number): Passage | null {
  const rest = sentence.sub(end)
  const close = /^[“"«]/.test(rest.text) ? rest.text.slice(1).search(/[”"»]/) + 2 : rest.folded.search(GOES_ON)
  if (close === 1) return null
  const name = sentence.sub(at, close < 0 ? sentence.length : end + close).strip('', ' .,;:')
  return name.length > LONGEST ? null : name
}

/** The one movement or field of life that a sentence names outside brackets; null for none or several. */
function onlyName(sentence: Passage): Passage | null {
  const depth = depths(sentence.text)
  const names = [...sentence.folded.matchAll(NAMED)].filter(({ index }) => (depth[index] ?? 0) === 0)
  const [first, second] = names
  return first && !second ? nameAt(sentence, first.index, first.index + first[0].length) : null
}

/** Whether a heading above is a field itself, so that the line only hands it to a unit. */
function insideField({ above }: Line, name: Passage): boolean {
  const bare = name.folded.replace(/[^a-z\d ]/g, '')
  return above.some(({ body, mark }) => {
    const heading = mark === 'plain' ? null : readHeading(body)
    if (!heading) return false
    const title = heading.title.folded.replace(/[^a-z\d ]/g, '')
    const several = /(?:cac|tung|theo|nhung) (?:linh vuc|phong trao|cuoc van dong)|^linh vuc$/.test(title)
    return bare.includes(title) || title.includes(bare) || (heading.kind !== 'topic' && !several)
  })
}

/**
 * «1. Hội Cựu chiến binh: lựa chọn 02 hội viên tiêu biểu trong phong trào “…”. Tiêu chuẩn: …»: the unit stands where others print the name of the
 * field. The heading is the movement in the sentence; the sentence itself hands it to the unit. Null where the item does not go like
 * that, or only hands on the field that it stands in.
 */
export function unitHeaded(line: Line): Heading | null {
  if (!NUMBERED.has(line.mark)) return null
  const [sentence, ...rests] = sentencesOf(line.body)
  if (!sentence || sentence.length > 400) return null
  const title = onlyName(sentence)
  if (!title || readAssignment(sentence)?.lead.length !== 1) return null
  const told = countsIn(sentence).length > 0 || rests.some((rest) => partOf(rest)?.part === 'criteria')
  if (!told || insideField(line, title)) return null
  const [first, last] = [rests[0], rests.at(-1)]
  const kind = title.folded.startsWith('linh vuc') ? 'sector' : 'movement'
  return { kind, title, rests: first && last ? [first.upTo(last)] : [], order: sentence }
}
