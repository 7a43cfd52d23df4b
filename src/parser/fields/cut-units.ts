import { depths } from './depth.ts'
import type { Passage } from './passage.ts'
import { holdsOffice, isPerson } from './people.ts'
import { beginsUnit } from './unit-names.ts'

/** A list of units cut into its entries. `doubtful` holds entries that could be cut again. */
export interface UnitList {
  readonly units: readonly Passage[]
  readonly doubtful: readonly { readonly unit: Passage; readonly parts: readonly string[] }[]
}

const SEPARATOR = /[;,\n&]|(?<=[\s)])(?:va|cung voi|cung)(?=\s)/g
/** «Văn phòng HĐND và UBND», «Thường trực Đảng ủy, HĐND, UBND»: one office of several bodies. */
const OFFICE_OF_BODIES =
  /(?:^|thuoc )(?:van phong|vp|thuong truc|tt\.?|lanh dao|chanh van phong|bo phan van phong) (?:(?:dang uy|huyen uy|tinh uy|thanh uy|doan dbqh|doan dai bieu quoc hoi|hdnd|hoi dong nhan dan|ubnd|uy ban nhan dan|ubmttq|cap uy)[,\s]*(?:va )?)+$/
const BODY = /^(?:hdnd|hoi dong nhan dan|ubnd|uy ban nhan dan|doan dbqh|doan dai bieu quoc hoi)\b/
const POSITION = /^(?:pho |bi thu|chu tich|truong |uy vien|giam doc|hieu truong|chu nhiem)/
const ROLE_WORDS = /^(?:cong chuc|can bo|chuyen vien|bo phan)\b/
const JOINED =
  /^(?:(?:va|cung voi|cung)\s+)?(?:(?:de nghi|giao(?! vien| duc| su| dan| xu)|yeu cau|phan cong)\s+(?=\S))|^(?:va|cung voi|cung)\s+/
/** A dash that follows a head without a place may be two offices under one head noun. */
const COMPOUND = /(?:^|\s)\S+(?: \S+)? - \S+/

function oneOffice(left: Passage, right: Passage): boolean {
  // «đ/c Lê Thị B, Phó Bí thư»
  const person = isPerson(left) && !holdsOffice(left) && POSITION.test(right.folded)
  return person || (OFFICE_OF_BODIES.test(left.folded) && BODY.test(right.folded))
}

function whole(left: Passage): boolean {
  return left.words.includes(' ') || /\p{Lu}{3}|\p{Lu}{2}\d\d/u.test(left.text)
}

/** Whether the list is divided at a separator: what stands on both sides is a unit of its own. */
function divides(sign: string, left: Passage, right: Passage): boolean {
  if (right.length === 0 || left.length === 0) return false
  if (sign === ';') return true
  if (sign === '\n') return beginsUnit(right) || /[;.]$/.test(left.text)
  return (beginsUnit(right) || holdsOffice(right)) && whole(left) && !oneOffice(left, right)
}

function clean(unit: Passage): Passage {
  const bare = unit.strip('-–—+•*,;:. “"', ',;:. ')
  const trailing = bare.text.match(/(?:,| và| cùng| cùng với| đồng thời| để| do| va)$/u)
  return trailing ? bare.sub(0, bare.length - trailing[0].length).strip('', ',;:. ') : bare
}

/** Without «và», «và đề nghị» in front of a unit. */
function withoutJoint(unit: Passage): Passage {
  const joint = JOINED.exec(unit.folded)
  const bare = joint ? unit.sub(joint[0].length) : unit
  return joint && beginsUnit(bare) ? bare : unit
}

/** «Công chức Văn hóa – Xã hội, Tài chính – Kế toán»: perhaps two offices with one head noun. */
function doubts(unit: Passage): { unit: Passage; parts: string[] }[] {
  const parts = unit.text.split(/,\s+|\s+và\s+/u)
  const roles = parts.slice(1).filter((part) => COMPOUND.test(` ${part.replace(/[–—]/g, '-')}`))
  return ROLE_WORDS.test(unit.folded) && roles.length > 0 ? [{ unit, parts }] : []
}

/** Cuts a list of units: «Công an xã, Hội Nông dân và các đơn vị liên quan» gives three, «Phòng Văn hóa và Thông tin» one. */
export function cutUnits(list: Passage): UnitList {
  const { text, folded } = list
  const depth = depths(text)
  const units: Passage[] = []
  let from = 0
  for (const match of folded.matchAll(SEPARATOR)) {
    if ((depth[match.index] ?? 0) > 0) continue
    const left = clean(list.sub(from, match.index))
    const right = list.sub(match.index + match[0].length).strip('-–—+•* ', '')
    const after = JOINED.exec(right.folded)
    if (!divides(match[0], left, after ? right.sub(after[0].length) : right)) continue
    units.push(withoutJoint(left))
    from = match.index + match[0].length
  }
  const last = clean(list.sub(from))
  units.push(withoutJoint(last))
  const kept = units.filter((unit) => /\p{L}/u.test(unit.text) && !/^(?:cung|va|do)$/.test(unit.folded))
  return { units: kept, doubtful: kept.flatMap(doubts) }
}
