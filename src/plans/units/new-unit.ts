import type { UnitKind } from '../../organisation/schema.ts'

const MOST = 200

/** What a unit that a plan names is called in the tree: as printed, without what the plan says about it in brackets. */
export function nameToCreate(printed: string): string {
  const bare = printed
    .normalize('NFC')
    .replace(/\([^)]*\)/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
  const name = bare || printed.trim()
  return (name.charAt(0).toLocaleUpperCase('vi') + name.slice(1)).slice(0, MOST).trim()
}

/** From the most telling words to the plainest: the first that fits decides. */
const guesses: readonly (readonly [RegExp, UnitKind])[] = [
  [/^(?:hội đồng nhân dân|hđnd)/iu, 'peoples-council'],
  [/^(?:(?:ủy|uỷ) ban nhân dân|ubnd)/iu, 'peoples-committee'],
  [/^(?:(?:ủy|uỷ) ban mặt trận|ubmttq|mttq|mặt trận)/iu, 'front'],
  [/^(?:ban chỉ huy quân sự|bchqs|quân sự)/iu, 'military'],
  [/^công an/iu, 'police'],
  [/^(?:đảng bộ|chi bộ|ban tuyên giáo|ban tổ chức|ban xây dựng đảng|(?:ủy|uỷ) ban kiểm tra)|đảng (?:ủy|uỷ)/iu, 'party'],
  [/^(?:thôn|ấp|bản|xóm|buôn|làng) /iu, 'hamlet'],
  [/^(?:khu phố|tổ dân phố|tiểu khu|khóm) /iu, 'residential-group'],
  [/^trường /iu, 'school'],
  [/^trạm y tế/iu, 'health-station'],
  [/^(?:hội đồng|ban chỉ đạo)/iu, 'council'],
  [/^(?:hội|đoàn|liên đoàn|công đoàn|liên minh) /iu, 'union'],
  [/^(?:hợp tác xã|htx)/iu, 'cooperative'],
  [/^(?:công ty|doanh nghiệp)/iu, 'enterprise'],
  [/^văn phòng/iu, 'office'],
  [/^phòng /iu, 'division'],
  [/^(?:sở|ban|chi cục|trung tâm) /iu, 'department'],
]

/** What kind of unit one of that name usually is. */
export function likelyKind(printed: string): UnitKind {
  const name = printed.normalize('NFC')
  return guesses.find(([pattern]) => pattern.test(name))?.[1] ?? 'other'
}
