import { cutUnits } from './cut-units.ts'
import type { Passage } from './passage.ts'
import { PICKS } from './picking.ts'
import { beginsUnit, namesUnit, saysMore } from './unit-names.ts'
import { type CutAtVerb, cutAtVerb } from './unit-verbs.ts'

/** «… làm cơ quan thường trực», «… là đơn vị phối hợp»: the role stands behind the verb. */
const HAS_ROLE =
  /^(?:la|lam) (?:(?:co quan|don vi|bo phan|nguoi) )?(?:(chu tri|chu cong|chu luc|dau moi|nong cot|thuong truc|phu trach|chiu trach nhiem)|(?:phoi hop|tham gia|ho tro))(?![a-z])/
/** «Đảng ủy Công an tỉnh chỉ đạo lựa chọn …» */
const DIRECTS = new RegExp(`^(?:lanh dao|chi dao|lanh dao(?:,| va) chi dao),? (?:va )?(?:viec )?(?:${PICKS})(?![a-z])`)
/** Beside a leader these verbs make a unit coordinate. */
export const JOINS = /^(?:phoi hop|tham gia|ho tro)$/
/** Verbs that make the unit in front of them a leader of the field without «giao» or «đề nghị». */
export const LEADS =
  /^(?:dong chu tri|chu tri|tham muu|lam dau moi|la dau moi|dau moi|phoi hop|phu trach|theo doi|xem xet|lua chon|binh chon|binh xet|binh bau|bau chon|tuyen chon|xet chon|xet|suy ton|chiu trach nhiem|co trach nhiem|huong dan|truc tiep)$/
/** «Hội Nông dân xã chọn 03 hộ»: who chooses so many has the field. */
const CHOOSES = /^chon (?:it nhat |toi thieu |tu )?(?:\d|mot |hai |ba |bon |nam )/
/** Verbs with which also units without a name lead: «Các phòng chuyên môn chủ trì lựa chọn». */
const FIRM = /^(?:dong chu tri|chu tri|lam dau moi|dau moi)$/

/** A unit that merely «phối hợp» beside a leader coordinates; named alone it leads. */
export function sideOf(cut: CutAtVerb, led: boolean): 'lead' | 'coordinating' {
  const role = HAS_ROLE.exec(cut.rest.folded)
  if (role) return role[1] === undefined ? 'coordinating' : 'lead'
  return joins(cut, led) ? 'coordinating' : 'lead'
}

const joins = (cut: CutAtVerb, led: boolean): boolean => cut.verb !== null && JOINS.test(cut.verb) && led

/** «Phòng Nội vụ giúp Ủy ban nhân dân huyện theo dõi …» */
function serves({ verb, rest }: CutAtVerb): boolean {
  const served = rest.sub(5)
  return verb === 'giup' && beginsUnit(served) && LEADS.test(cutAtVerb(served).verb ?? '')
}

/** A name has a capital or a level: «Hội Nông dân», «công an xã». */
const WITH_NAME =
  /\p{Lu}|(?<=\s)(?:xã|phường|huyện|tỉnh|quận|thành phố|thị trấn|thị xã|trường|ấp|thôn|khóm|tổng công ty)(?!\p{L})/u
const AT_WORK = `(?:${PICKS}|tham muu|thuc hien|trien khai|tong hop|huong dan|theo doi|phu trach|chu tri|dau moi)`
/** What a unit without a name must be told so that it leads: to choose, to carry out, or just to lead. */
const LEADS_PLAINLY = new RegExp(
  `^[a-z]+(?: [a-z]+){0,2}(?:\\s*(?:[.;]|$)|,? (?:va )?${AT_WORK}(?![a-z])|(?: chinh| chung)? (?:noi dung|linh vuc|phong trao|cuoc van dong|viec ${AT_WORK})| (?:it nhat|toi thieu|tu \\d|\\d))`,
)

/** «Cán bộ phụ trách địa bàn bám dân», «Chi đoàn chủ trì được công trình» say how somebody is, not who leads. */
function leadsBy(unit: Passage, { verb, rest }: CutAtVerb): boolean {
  if (/^[a-z]+ [a-z]+ (?:duoc|tot|thanh cong)(?![a-z])/.test(rest.folded)) return false
  if (WITH_NAME.test(unit.text.slice(1).normalize('NFC'))) return true
  if (saysMore(unit)) return false
  if (verb !== 'phoi hop' && verb !== 'tham muu') return LEADS_PLAINLY.test(rest.folded)
  const next = cutAtVerb(rest.sub(verb.length))
  return next.verb === null || new RegExp(`^${AT_WORK}$`).test(next.verb)
}

/** Without «giao» or «đề nghị» only units with a name lead; whoever «phối hợp» beside a leader may be described. */
export function leadsOn(cut: CutAtVerb, led: boolean): boolean {
  if (cut.verb === null) return false
  const told =
    LEADS.test(cut.verb) ||
    CHOOSES.test(cut.rest.folded) ||
    HAS_ROLE.test(cut.rest.folded) ||
    DIRECTS.test(cut.rest.folded)
  if (!told && !joins(cut, led) && !serves(cut)) return false
  const general = FIRM.test(cut.verb) && /^(?:cac|nhung) /.test(cut.units.folded)
  return general || joins(cut, led) || cutUnits(cut.units).units.some((unit) => namesUnit(unit) && leadsBy(unit, cut))
}
