import { fold, isCapitals } from '../../core/text/fold.ts'

/** Offices in the spelling of a sentence; longer names first, so that the parts of a name are not taken before the whole. */
const OFFICES = [
  'Ủy viên Thường trực',
  'Ủy viên Ban Thường vụ',
  'Chủ nhiệm',
  'Chủ tịch',
  'Bí thư',
  'Trưởng ban',
  'Trưởng phòng',
  'Trưởng đoàn',
  'Trưởng khoa',
  'Trưởng thôn',
  'Trưởng trạm',
  'Tổng Giám đốc',
  'Giám đốc',
  'Hiệu trưởng',
  'Chánh Văn phòng',
  'Chánh Thanh tra',
  'Chánh án',
  'Viện trưởng',
  'Chi cục trưởng',
  'Cục trưởng',
  'Vụ trưởng',
  'Bộ trưởng',
  'Thứ trưởng',
  'Thủ tướng',
  'Thủ trưởng',
  'Chỉ huy trưởng',
  'Chính ủy',
  'Chính trị viên',
  'Tổ trưởng',
  'Đội trưởng',
  'Hạt trưởng',
  'Trạm trưởng',
  'Tổng Biên tập',
  'Thường trực',
  'Ủy ban nhân dân',
  'Hội đồng nhân dân',
  'Ban Chấp hành',
  'Ban Thường vụ',
  'Tỉnh ủy',
  'Thành ủy',
  'Huyện ủy',
  'Đảng ủy',
  'Công an',
  'Phó',
  'Người lập kế hoạch',
  'Quyền',
].map((name) => ({ name, key: fold(name) }))

/** «PHÓ CHỦ TỊCH» as «Phó Chủ tịch», tones that recognition lost put back. Names that are not in capitals keep their letters. */
export function officeCase(printed: string): string {
  const bare = printed.replace(/[*_.,:;]+$/g, '').replace(/^[^\p{L}]+/u, '')
  if (!isCapitals(bare)) return bare
  const low = bare.toLowerCase()
  const folded = fold(low)
  if (folded.length !== low.length) return low.charAt(0).toUpperCase() + low.slice(1)
  let cased = low
  // as printed first: «thủ trưởng» and «thứ trưởng» differ in nothing but tones
  for (const { name, key } of [...OFFICES.map(({ name }) => ({ name, key: name.toLowerCase() })), ...OFFICES]) {
    const words = key === fold(key) ? folded : low
    for (let at = words.indexOf(key); at >= 0; at = words.indexOf(key, at + key.length)) {
      const whole = !/[a-z]/.test(folded[at - 1] ?? ' ') && !/[a-z]/.test(folded[at + key.length] ?? ' ')
      const taken = /\p{Lu}/u.test(cased.slice(at, at + key.length))
      if (whole && !taken) cased = cased.slice(0, at) + name + cased.slice(at + key.length)
    }
  }
  return cased.charAt(0).toUpperCase() + cased.slice(1)
}
