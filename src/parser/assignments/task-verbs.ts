import { depths } from '../fields/depth.ts'
import type { Passage } from '../fields/passage.ts'
import { CLAUSE, insideName, isNamedAfterTask, namesPeople } from './inside-name.ts'
import { TASK } from './tasks.ts'

const VERB = new RegExp(`(?<![a-z0-9])(?:${TASK})(?![a-z0-9])`, 'g')
const FIRST = new RegExp(`^(?:${TASK})(?![a-z0-9])`)

/** «Ban Chỉ đạo xây dựng nông thôn mới hướng dẫn …»: what standing bodies are named after, where another task follows. */
const WORK_OF_BODIES =
  /^(?:thuc hien|xay dung|trien khai|van dong|tuyen truyen) (?:nong thon moi|quy che dan chu|doi song van hoa|nep song|do thi van minh|(?:cac )?chuong trinh muc tieu|phong trao|toan dan|khu dan cu|gia dinh|xa hoi hoc tap|cai cach|chuyen doi so|quy )/

/** Behind «được chọn», «được giao …» these begin the task. */
const GOES_ON = /^(?:co trach|chiu trach|co nhiem|tiep tuc|chu dong|tich cuc|thuong xuyen|can cu|cu the hoa|nghiem tuc)/

/** Whether the passage begins with a task and so names no unit in front of it. */
export function beginsWithTask(passage: Passage): boolean {
  return FIRST.test(passage.folded) && !namesPeople(passage)
}

/**
 * Where the task begins in a sentence that names the unit first: at the verb, outside brackets and quotes. undefined where the whole
 * passage only names a unit.
 */
export function findTaskStart(passage: Passage): number | undefined {
  const depth = depths(passage.text)
  let clauseEnd = 0
  let doubtful: number | undefined
  for (const match of passage.folded.slice(0, 900).matchAll(VERB)) {
    const verb = match[0]
    if (match.index < 2 || (depth[match.index] ?? 0) > 0) continue
    const before = passage.folded.slice(0, match.index)
    const behindClause = clauseEnd > 0 && /^[\s,]*(?:va\s*)?$/.test(passage.folded.slice(clauseEnd, match.index))
    if (!GOES_ON.test(verb) && (CLAUSE.test(before) || /(?:^|\s)duoc\s*$/.test(before) || behindClause)) {
      clauseEnd = match.index + verb.length
      continue
    }
    if (insideName(passage, match.index, verb)) continue
    if (
      doubtful === undefined &&
      isNamedAfterTask(passage, match.index) &&
      WORK_OF_BODIES.test(passage.folded.slice(match.index))
    ) {
      doubtful = match.index
      continue
    }
    return doubtful !== undefined && /(?:,|;| va)\s*$/.test(before) ? doubtful : match.index
  }
  return doubtful
}
