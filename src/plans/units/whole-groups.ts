import { fold } from '../../core/text/fold.ts'
import type { UnitKind } from '../../organisation/schema.ts'

/**
 * Names that mean every unit of a kind below the plan's own: «Các ấp», «Trưởng các thôn», «các trường học trên địa bàn», «UBND các xã, phường». `direct` means what stands
 * directly below (every office of the commune).
 */
const groups: readonly (readonly [pattern: RegExp, kinds: readonly UnitKind[] | 'direct'])[] = [
  [/\b(?:thon|ap|khom|xom|buon|khu pho|to dan pho|tieu khu|khu dan cu|to nhan dan)\b/, ['hamlet', 'residential-group']],
  [/\b(?:truong hoc|nha truong|cac truong|don vi truong|co so giao duc)\b/, ['school']],
  [/\btram y te\b/, ['health-station']],
  [/\bhop tac xa\b/, ['cooperative']],
  [/\bdoanh nghiep\b/, ['enterprise']],
  [/\b(?:chi bo|dang bo|cap uy)\b/, ['party']],
  [/\b(?:doan the|to chuc chinh tri xa hoi|hoi doan the|cac hoi)\b/, ['front', 'union']],
  [/\b(?:xa|phuong|thi tran|dac khu)\b/, ['commune', 'ward', 'special-zone']],
  [/\b(?:so|ban|nganh|phong)\b.*\b(?:so|ban|nganh|phong|don vi|doan the)\b/, 'direct'],
  [/\b(?:co quan|don vi|ban nganh|phong ban|phong chuyen mon)\b/, 'direct'],
]

/** «bản» is a hamlet, «ban» an office: without its mark the word says nothing. */
const HIGHLAND_HAMLET = /(?<!\p{L})bản(?!\p{L})/u

/** «mọi …», but not «Môi trường», which reads alike without its marks. */
const SEVERAL = /\b(?:cac|tat ca|toan the|nhung|moi(?! truong))\b/

/** Does a folded name speak of several? */
export function saysSeveral(folded: string): boolean {
  return SEVERAL.test(folded)
}

/** The kinds that a printed name means all of, or undefined where it names one unit. */
export function wholeGroup(name: string): readonly UnitKind[] | 'direct' | undefined {
  const bare = name.replace(/\([^)]*\)|trên địa bàn.*$/giu, ' ')
  const text = fold(bare)
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim()
  if (!saysSeveral(text)) return undefined
  if (HIGHLAND_HAMLET.test(bare.normalize('NFC').toLowerCase())) return ['hamlet', 'residential-group']
  return groups.find(([pattern]) => pattern.test(text))?.[1]
}
