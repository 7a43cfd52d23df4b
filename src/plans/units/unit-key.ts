import { fold } from '../../core/text/fold.ts'
import { abbreviations } from './abbreviations.ts'

/** Levels of the state's order, folded, as they stand behind a name: «Hội Nông dân xã», «UBND tỉnh Sông Thanh». */
const LEVELS = [
  'xa',
  'phuong',
  'dac khu',
  'thi tran',
  'thi xa',
  'huyen',
  'quan',
  'thanh pho',
  'tinh',
  'trung uong',
] as const

/** Communes, wards, special zones and townships are one level: a plan of a ward that copies «xã» from last year's still means its own. */
const SAME: Readonly<Record<string, string>> = {
  xa: 'commune',
  phuong: 'commune',
  'dac khu': 'commune',
  'thi tran': 'commune',
  huyen: 'district',
  quan: 'district',
  'thi xa': 'district',
  'thanh pho': 'city',
  tinh: 'province',
  'trung uong': 'central',
}

/** What a name says, put so that two ways of writing it are one: the words, and the level where it names one. */
export interface UnitKey {
  readonly words: string
  readonly level: string | null
}

/** Words that say nothing about which unit is meant. */
const EMPTY = /\b(?:viet nam|cong san|ho chi minh|va|cac|cua|thuoc|truc thuoc|dia ban|tren)\b/g

const short = new RegExp(
  `\\b(?:${[...abbreviations]
    .map(([form]) => form)
    .sort((a, b) => b.length - a.length)
    .join('|')})\\b`,
  'g',
)
const full = new Map(abbreviations)
/** Seats of people's committees in short words of every day. */
const SCHOOL = /\btruong (th|mn|mg|thcs|thpt)\b/g

/**
 * The key of a printed name or of a unit's. `places` are the proper names of the plan's unit and those above it, folded («dong rang»): behind a level they only repeat
 * which one is meant.
 */
export function unitKey(name: string, places: readonly string[] = []): UnitKey {
  let text = fold(name.replace(/\([^)]*\)/g, ' '))
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim()
  text = text.replace(SCHOOL, (whole) => whole.replace(short, (form) => full.get(form) ?? form))
  text = text.replace(/\b(?:th|mn|mg|tn|tt|ca|qs|nv)\b/g, (form) => (text === form ? form : (full.get(form) ?? form)))
  text = text.replace(short, (form) => full.get(form) ?? form)
  let level: string | null = null
  for (const one of LEVELS) {
    const place = new RegExp(`\\b${one}(?: (?:${['so \\d+', ...places].join('|') || '(?!)'}))?$`)
    const found = place.exec(text.replace(EMPTY, ' ').replace(/\s+/g, ' ').trim())
    if (found && found.index > 0) {
      level = SAME[one] ?? one
      text = text.replace(EMPTY, ' ').replace(/\s+/g, ' ').trim().slice(0, found.index)
      break
    }
  }
  const words = text.replace(EMPTY, ' ').replace(/\s+/g, ' ').trim()
  return { words, level }
}

/** «Ủy ban nhân dân xã Đồng Rạng» → «dong rang»: the words behind the level, if there are any. */
export function placeOf(name: string): string | null {
  const text = fold(name)
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim()
  const match = new RegExp(`\\b(?:${LEVELS.join('|')}) (.+)$`).exec(text)
  return match?.[1] ?? null
}
