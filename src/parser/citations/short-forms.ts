/** Short forms of bodies as they stand in running text. What is not here stays as printed. */
const SHORT: Readonly<Record<string, string>> = {
  UBND: 'Ủy ban nhân dân',
  HĐND: 'Hội đồng nhân dân',
  UBMTTQ: 'Ủy ban Mặt trận Tổ quốc',
  UBMTTQVN: 'Ủy ban Mặt trận Tổ quốc Việt Nam',
  MTTQ: 'Mặt trận Tổ quốc',
  MTTQVN: 'Mặt trận Tổ quốc Việt Nam',
  BTV: 'Ban Thường vụ',
  BTVTU: 'Ban Thường vụ Tỉnh ủy',
  BCH: 'Ban Chấp hành',
  BCHTW: 'Ban Chấp hành Trung ương',
  BCĐ: 'Ban Chỉ đạo',
  TW: 'Trung ương',
  TƯ: 'Trung ương',
  TP: 'thành phố',
  TX: 'thị xã',
  VP: 'Văn phòng',
  LĐLĐ: 'Liên đoàn Lao động',
  LHPN: 'Liên hiệp Phụ nữ',
  BĐBP: 'Bộ đội Biên phòng',
  BHXH: 'Bảo hiểm xã hội',
  HND: 'Hội Nông dân',
  LHTN: 'Liên hiệp Thanh niên',
  CCB: 'Cựu chiến binh',
  TĐKT: 'Thi đua - Khen thưởng',
  'TĐ-KT': 'Thi đua - Khen thưởng',
  TTg: 'Thủ tướng Chính phủ',
  TTCP: 'Thủ tướng Chính phủ',
  'GD&ĐT': 'Giáo dục và Đào tạo',
  GDĐT: 'Giáo dục và Đào tạo',
  'GD-ĐT': 'Giáo dục và Đào tạo',
  'VH&TT': 'Văn hóa và Thông tin',
  'VHTT&DL': 'Văn hóa, Thể thao và Du lịch',
  VHTTDL: 'Văn hóa, Thể thao và Du lịch',
  'LĐ-TB&XH': 'Lao động - Thương binh và Xã hội',
  LĐTBXH: 'Lao động - Thương binh và Xã hội',
  'KH&CN': 'Khoa học và Công nghệ',
  'TT&TT': 'Thông tin và Truyền thông',
  'NN&PTNT': 'Nông nghiệp và Phát triển nông thôn',
  TNCS: 'Thanh niên Cộng sản',
  HCM: 'Hồ Chí Minh',
  VN: 'Việt Nam',
  CĐ: 'Công đoàn',
  CT: 'Chủ tịch',
}

/** «BTV Tỉnh ủy» is «Ban Thường vụ Tỉnh ủy», «UBND TP. X» is «Ủy ban nhân dân thành phố X». */
export function openShortForms(name: string): string {
  return name
    .replace(/(?<!\p{L})(TP|TX)\.(?=\p{Lu})/gu, '$1 ')
    .replace(/[\p{Lu}\p{Ll}&-]+\.?/gu, (word) => SHORT[word.replace(/\.$/, '')] ?? word)
    .replace(/\s+/g, ' ')
    .replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())
    .trim()
}
