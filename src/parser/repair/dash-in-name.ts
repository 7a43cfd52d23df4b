import { fold, startsSmall } from '../../core/text/fold.ts'

/** First halves of names that are printed with a hyphen, each with the second halves that may stand on the next line. */
const PAIRS: Readonly<Record<string, RegExp>> = {
  'kinh te': /^xa hoi/,
  'chinh tri': /^xa hoi|^tu tuong/,
  'van hoa': /^xa hoi|^van nghe|^the thao|^the duc/,
  'quoc phong': /^an ninh/,
  'thi dua': /^khen thuong/,
  'van phong': /^thong ke/,
  'lao dong': /^thuong binh/,
  'thuong binh': /^xa hoi/,
  'tai chinh': /^ke hoach|^ke toan/,
  'dia chinh': /^xay dung|^nong nghiep/,
  'xay dung': /^do thi|^moi truong/,
  'tu phap': /^ho tich/,
  'doc lap': /^tu do/,
  'tu do': /^hanh phuc/,
  'ky thuat': /^cong nghe/,
  'dan so': /^ke hoach hoa/,
  'phat thanh': /^truyen hinh/,
  'truyen hinh': /^phat thanh/,
  'khoa hoc': /^cong nghe|^ky thuat/,
  'tuyen giao': /^dan van/,
  'the duc': /^the thao/,
  'cong nghiep': /^xay dung/,
  'chinh tri tu tuong': /^xa hoi/,
  'an ninh': /^quoc phong/,
}

/** «chính trị» / «- xã hội …», «2021» / «- 2025»: the dash belongs to the sentence. `open`: a bracket or quote stands open. */
export function dashGoesOn(before: string, rest: string, full: boolean, open: boolean): boolean {
  if (/[.;:!?,…]["”’)]*$/.test(before)) return false
  if (/\d$/.test(before) && /^\d/.test(rest)) return true
  const folded = fold(before).replace(/["“”]/g, '')
  const pair = Object.keys(PAIRS).find((first) => folded.endsWith(first))
  const fits = pair !== undefined && (PAIRS[pair]?.test(fold(rest)) ?? false)
  return startsSmall(rest) ? fits || (full && open) : fits && full
}
