/** Names of public holidays and the documents that give them, as the calendar shows and keeps them. */
export const holidayTexts = {
  sources: {
    labourCode: 'Bộ luật Lao động 2019, Điều 112',
    cultureDay: 'Nghị quyết 28/2026/QH16',
    inLieu: 'Bộ luật Lao động 2019, Điều 111 khoản 3',
  },
  newYear: 'Tết Dương lịch',
  tet: 'Tết Nguyên đán',
  ancestors: 'Giỗ Tổ Hùng Vương',
  victory: 'Ngày Chiến thắng',
  labour: 'Ngày Quốc tế lao động',
  national: 'Quốc khánh',
  culture: 'Ngày Văn hóa Việt Nam',
  inLieuOf: (name: string) => `Nghỉ bù ${name}`,
}
