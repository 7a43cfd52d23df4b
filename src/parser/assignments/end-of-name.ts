import { findBody } from '../citations/find-body.ts'
import type { Passage } from '../fields/passage.ts'
import { beginsUnit } from '../fields/unit-names.ts'

/** Words with which several units are named in general. */
const GENERAL = new Set(
  (
    'cac nhung toan the tat ca moi mot so thanh vien thu truong truong pho giam doc bi thu chu tich co quan don vi ban nganh doan the to chuc hoc nha xa phuong thon ap khom ' +
    'khu pho dan chi bo hoi doan tren dia ban lien quan truc thuoc cap so dang uy cong nhan dan chinh tri va co tinh huyen thi tran thanh dac doi khoi cum cau lac bo tieu trung mam non ' +
    'ban dieu hanh cong tac mat tran giao vien chu nhiem to chuyen mon bo phan phong chuc can lanh dao hop tac doanh nghiep nguoi dung dau y te giao duc cua nuoc tu nhan cua'
  ).split(' '),
)
const SEVERAL = /^(?:cac|nhung|toan the|tat ca|moi|mot so|thanh vien|thu truong|truong|bi thu|lanh dao)\s/

function endOfGeneral(passage: Passage): number {
  let end = 0
  for (const match of passage.text.matchAll(/[\p{L}\d]+|[^\s]/gu)) {
    const folded = passage.folded.slice(match.index, match.index + match[0].length)
    if (/^[,&–-]$/.test(folded)) continue
    if (!GENERAL.has(folded) && !/^[\p{Lu}\d]/u.test(match[0])) break
    end = match.index + match[0].length
  }
  return end
}

/** «Đội Tuyên truyền lưu động», «Tổ Công nghệ số cộng đồng» */
const KIND = /^ (?:luu dong|co dong|chuyen trach|lien nganh|cong dong|tu quan|xung kich|luan phien)(?![a-z])/

/** «Phòng Kinh tế, Phòng Nội vụ và Trạm Y tế …»: one name behind the other. */
function endOfNames(passage: Passage): number {
  const deed = /^\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+ \p{Ll}+(?= )/u.exec(passage.text)?.[0].length ?? 0
  const named = KIND.test(passage.folded.slice(deed)) ? deed : (findBody(passage.text, 0, passage.length)?.end ?? 0)
  let end = named + (named === 0 ? 0 : (KIND.exec(passage.folded.slice(named))?.[0].length ?? 0))
  for (;;) {
    const joint = /^(?:,|;| và|, và)\s+/.exec(passage.text.slice(end))
    if (end === 0 || joint === null || !beginsUnit(passage.sub(end + joint[0].length))) return end
    const next = findBody(passage.text, end + joint[0].length, passage.length)
    if (next === undefined) return end
    end = next.end
  }
}

/**
 * Where the name of a unit ends in a sentence whose verb is not known: at the first small word that no name has. undefined where the
 * name goes on to the end, or where nothing like a name begins.
 */
export function endOfName(passage: Passage): number | undefined {
  const body = endOfNames(passage)
  const end = SEVERAL.test(passage.folded) ? Math.max(endOfGeneral(passage), body) : body
  const rest = passage.text.slice(end)
  return end >= 6 && /^\s+(?!viên\s)\p{Ll}/u.test(rest) && rest.trim().includes(' ') ? end + 1 : undefined
}
