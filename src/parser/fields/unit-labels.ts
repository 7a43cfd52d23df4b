import type { Passage } from './passage.ts'
import { beginsUnit } from './unit-names.ts'

/** Who does it: «đơn vị», «bộ phận», «người». */
const HOLDER =
  '(?:(?:cac )?(?:don vi|co quan|bo phan|to chuc|phong|ban|khoa|to|can bo|dong chi|nguoi|doan the|thanh vien|cap|noi)[ ,]+)*'
const MORE =
  '(?:[ ,]+(?:va )?(?:thuc hien|chu tri|tham muu|theo doi|phu trach|chiu trach nhiem|dau moi|lua chon|xay dung|trien khai|giup viec|nhiem vu|tong hop|don doc|bao cao|chi dao))*(?: chinh)?'
const ROLES =
  'dong chu tri|chu tri|chu cong|chu luc|nong cot|thuc hien|to chuc thuc hien|tham muu|phu trach|dau moi|theo doi|thuong truc|chiu trach nhiem|phan cong|giao|trach nhiem|duoc giao|(?<=(?:don vi|co quan|bo phan) )(?:giup viec|giup (?:ubnd|uy ban|dang uy|ban|hoi dong|lanh dao)[^:;.]{0,40})|(?<=(?:don vi|co quan|bo phan|to chuc) )(?:lua chon|xay dung|gioi thieu|de xuat|binh chon)'
const LEAD_LABEL = new RegExp(`^${HOLDER}(?:${ROLES})${MORE}\\s*:`)
const COORDINATION_LABEL = new RegExp(
  `^${HOLDER}(?:(?:cung )?phoi hop|(?<=(?:don vi|co quan|bo phan|to chuc|phong|ban|can bo|nguoi) )(?:tham gia|ho tro))(?:[ ,]+(?:va )?(?:thuc hien|tham muu|trien khai|voi))*\\s*:`,
)
/** «Đơn vị chủ trì là Trạm Khuyến nông»: the label without a colon. */
const SAID_LABEL =
  /^(?:cac )?(?:don vi|co quan|bo phan|to chuc|nguoi) (?:(dong chu tri|chu tri|dau moi|thuong truc|phu trach|chiu trach nhiem)|(?:phoi hop|tham gia|ho tro))(?: (?:thuc hien|chinh))? la\s+/

/** A label inside a list: «…; đơn vị phối hợp: …» */
export const INNER_LABEL = new RegExp(
  `[;.,(]\\s*(?:[-–+]\\s*)?(?=${HOLDER}(?:(?:phoi hop|chu tri|dong chu tri|tham gia|ho tro)(?:[^:;.,()]{0,25}:| la )|(?:${ROLES})${MORE}\\s*:))`,
)

/** Whether a line begins with «Đơn vị chủ trì:», «Phối hợp:» and the like. */
export function hasUnitLabel(line: Passage): boolean {
  return unitLabel(line) !== null
}

/** The side that a label at the head of a line names, and what stands behind it. */
export function unitLabel(line: Passage): { side: 'lead' | 'coordinating'; rest: Passage } | null {
  const bare = line.strip('-–—+•* “"', '')
  const help = /^(?:ho tro|tham gia|cung thuc hien)\s*:\s*/.exec(bare.folded)
  if (help && beginsUnit(bare.sub(help[0].length))) return { side: 'coordinating', rest: bare.sub(help[0].length) }
  const said = SAID_LABEL.exec(bare.folded)
  const behind = said ? bare.sub(said[0].length) : null
  if (said && behind && beginsUnit(behind)) return { side: said[1] ? 'lead' : 'coordinating', rest: behind }
  const lead = LEAD_LABEL.exec(bare.folded)
  const label = lead ?? COORDINATION_LABEL.exec(bare.folded)
  return label ? { side: lead ? 'lead' : 'coordinating', rest: bare.sub(label[0].length).trim() } : null
}

/** A list of units without what stands behind a label that is none of units: «…; giúp việc: công an viên». */
export function withoutOtherLabel(list: Passage): Passage {
  const other = /[;.,]\s*[a-z][a-z ]{2,30}:\s/.exec(list.folded)
  return other ? list.sub(0, other.index) : list
}
