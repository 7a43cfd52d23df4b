/** «vướng mắc», also with a letter misread. */
const STUCK = '(?:vuong ma[a-z]|vuong [a-z]ac|[a-z]uong mac|v[a-z]{1,2}ng mac|vuon[a-z] mac|thac mac|tro ngai)'
const UNCLEAR =
  '(?:van de (?:gi |can |chua |con |moi )?(?:phat sinh|moi|trao doi|chua ro|vuong)|noi dung (?:gi |nao |can |con )?(?:phat sinh|chua phu hop|khong phu hop|chua ro|trao doi|vuong)|diem (?:gi |nao )?(?:chua|khong) (?:phu hop|ro)|gi chua ro|phat sinh (?:kho khan|van de))'

/** The sentence, or its last clause: «… nghiêm túc thực hiện; khó khăn, vướng mắc báo cáo …». */
const BEGINS = '(?:^|[;:]\\s)\\W{0,4}'

/** «nếu có khó khăn, vướng mắc …», «Mọi vướng mắc …», «có gì chưa rõ …»: a case that may come, not an aim. */
export const CASE = new RegExp(
  `(?<![a-z])(?:neu|khi|co|gap|moi|truong hop|phat sinh|nhung)(?: [^.;]{0,70})?[ ,](?:${STUCK}|bat cap)(?![a-z])` +
    `|(?<![a-z])(?:neu|khi|truong hop|qua trinh)[^.;]{0,80}(?:kho khan|${UNCLEAR})(?![a-z])` +
    `|(?<![a-z])qua trinh[^.;]{0,60} ${STUCK}(?![a-z])` +
    `|${BEGINS}(?:neu |khi )?(?:co |nhung |moi |cac )?${UNCLEAR}(?![a-z])` +
    `|${BEGINS}(?:(?:cac|nhung|moi) )?(?:kho khan,? (?:va )?)?${STUCK}(?=,? [^.;]{0,60}(?:de nghi|bao|phan anh|lien he|gui|trao doi|thong tin|xin)(?![a-z]))` +
    `|${BEGINS}(?:neu |khi )?gap kho khan(?![a-z])` +
    '|(?<![a-z])(?:gap|co) kho khan[^.;]{0,60}(?: thi|,) (?=[^.;]{0,60}(?:bao|phan anh|lien he|trao doi|thong tin|xin)(?![a-z]))',
)
export const TELL_BEFORE = new RegExp(`(?:khi|neu)(?: (?:co|gap|phat sinh))?[^.;]{0,40}${STUCK}`)

/** Whether a paragraph begins with such a case: it closes the plan and is nobody's task. */
export function closesWithCase(line: string): boolean {
  return line.split(/(?<=[.!?…]) +/).some(beginsWithCase)
}

function beginsWithCase(sentence: string): boolean {
  const found = CASE.exec(sentence)
  if (found === null) return false
  const before = sentence.slice(0, found.index)
  return (
    before.length < 60 ||
    /^(?:trong )?qua trinh|(?:yeu cau|de nghi) [^.;]{0,80}(?:nghiem tuc|trien khai|thuc hien)/.test(before)
  )
}
