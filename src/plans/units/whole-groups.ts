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

const SEVERAL = /\b(?:cac|tat ca|toan the|nhung|moi)\b/

/** The kinds that a printed name means all of, or undefined where it names one unit. */
export function wholeGroup(name: string): readonly UnitKind[] | 'direct' | undefined {
  const bare = name.replace(/\([^)]*\)|trên địa bàn.*$/giu, ' ')
  const text = fold(bare)
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim()
  if (!SEVERAL.test(text)) return undefined
  if (HIGHLAND_HAMLET.test(bare.normalize('NFC').toLowerCase())) return ['hamlet', 'residential-group']
  return groups.find(([pattern]) => pattern.test(text))?.[1]
}

/** «Công chức Văn hóa – Xã hội phụ trách …», «Cán bộ Nội vụ»: the function of one officer inside the plan's unit. */
const FUNCTION =
  /^(?:cong chuc|can bo|chuyen vien|nhan vien|bo phan|dong chi|pho chu tich|chu tich|truong ban|thu truong)\b/

/** The function that a printed name says instead of a unit, as printed and without its bracket; undefined where it names a unit. */
export function functionIn(name: string): string | undefined {
  const text = fold(name).trim()
  if (!FUNCTION.test(text) || SEVERAL.test(text)) return undefined
  return name
    .replace(/\([^)]*\)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}
