import { fold } from '../core/text/fold.ts'
import { langs } from '../ui/lang.ts'
import { type UnitKind, unitKinds } from './schema.ts'
import { unitKindTexts } from './texts/unit-kinds.ts'

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
  [/^(?:hội|chi hội|đoàn|chi đoàn|liên đoàn|công đoàn|liên minh) /iu, 'union'],
  [/^(?:hợp tác xã|htx)/iu, 'cooperative'],
  [/^(?:công ty|doanh nghiệp)/iu, 'enterprise'],
  [/^văn phòng/iu, 'office'],
  [/^phòng /iu, 'division'],
  [/^(?:sở|ban|chi cục|trung tâm) /iu, 'department'],
  [/^(?:xã|thị trấn) /iu, 'commune'],
  [/^phường /iu, 'ward'],
  [/^đặc khu /iu, 'special-zone'],
  [/^(?:huyện|quận|thị xã) /iu, 'district'],
  [/^(?:tỉnh|thành phố) /iu, 'province'],
]

/** What kind of unit one of that name usually is. */
export function likelyKind(printed: string): UnitKind {
  const name = printed.normalize('NFC')
  return guesses.find(([pattern]) => pattern.test(name))?.[1] ?? 'other'
}

/** Names of the kinds in either language, whole and in their parts: «Thôn, ấp, bản» and «ấp». */
const kindWords: ReadonlyMap<string, UnitKind> = new Map(
  langs.flatMap((lang) =>
    unitKinds.flatMap((kind) => {
      const whole = unitKindTexts[lang][kind]
      return [...whole.split(', '), whole].map((word) => [fold(word), kind] as const)
    }),
  ),
)

/** The kind that somebody wrote down in their own words («thôn», «trường THCS»), or undefined where they say nothing. */
export function kindNamed(words: string): UnitKind | undefined {
  const kind = kindWords.get(fold(words)) ?? unitKinds.find((one) => one === words)
  if (kind) return kind
  const likely = likelyKind(`${words} `)
  return likely === 'other' ? undefined : likely
}
