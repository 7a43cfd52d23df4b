import type { Passage } from './passage.ts'
import { beginsUnit } from './unit-names.ts'

export interface Part {
  readonly side: 'lead' | 'coordinating'
  readonly units: Passage
}

/** «(chủ trì)», «(đơn vị phối hợp)»: the role alone, not a part of the name. */
const ROLE =
  /\s*\(\s*(?:(?:co quan|don vi|bo phan) )?(?:(dong chu tri|chu tri(?: chinh)?|(?:lam )?dau moi|phu trach(?: chinh)?)|(?:cung )?phoi hop(?: thuc hien)?|cung tham gia|tham gia|ho tro)\s*\)/g

/**
 * Units whose roles stand in brackets behind them: «Phòng A (chủ trì); Phòng B, Hội C (phối hợp)». A bracket holds for all units between
 * it and the semicolon or bracket in front. `rest` is what follows the last one. Null where no bracket is a role.
 */
export function rolesInBrackets(list: Passage): { readonly parts: readonly Part[]; readonly rest: Passage } | null {
  const parts: Part[] = []
  let from = 0
  const add = (side: Part['side'], units: Passage): void => {
    if (/\p{L}/u.test(units.text)) parts.push({ side, units: units.strip(',;. ', ',;. ') })
  }
  for (const match of list.folded.matchAll(ROLE)) {
    const stretch = list.sub(from, match.index)
    if (from === 0 && !beginsUnit(stretch.trim())) return null
    const apart = stretch.text.lastIndexOf(';')
    if (apart > 0) add(parts.length === 0 ? 'lead' : 'coordinating', stretch.sub(0, apart))
    add(match[1] === undefined ? 'coordinating' : 'lead', stretch.sub(apart + 1))
    from = match.index + match[0].length
  }
  return from === 0 ? null : { parts, rest: list.sub(from) }
}
