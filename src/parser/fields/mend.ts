/** Syllables of the words by which the parts of a field are known, folded. */
const KNOWN =
  'dien hinh tien guong mo phong trao cuoc van dong linh vuc tap the ca nhan ho gia dinh don vi co quan to chuc chu tri phoi hop voi tham muu dau moi phu trach theo doi giao nghi yeu cau phan cong ' +
  'xem xet lua chon xay dung thuc hien trien khai tieu chuan chi so luong thoi gian it nhat toi thieu doi tuong khac nam giai doan quy thang doanh nghiep tac dong nong dan dang vien hoi can bo ' +
  'uy ban hoi dong mat tran an truong trung tam tram so cap hoc thanh nien lien phu nu thi dua cac trong khong qua nguoi lao chien trinh'

/** What a Vietnamese syllable looks like without its marks. */
const SYLLABLE =
  /^(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnpqrstvx])?(?:ieu|yeu|uye|uya|uay|uau|uoi|uou|oai|oay|oao|oeo|ai|ao|au|ay|eo|eu|ia|ie|iu|oa|oe|oi|oo|ua|ue|ui|uo|uu|uy|ye|[aeiouy])(?:ch|ng|nh|[cmnpt])?$/

const BY_LENGTH = new Map<number, string[]>()
for (const word of new Set(KNOWN.split(' '))) {
  if (word.length > 2) BY_LENGTH.set(word.length, [...(BY_LENGTH.get(word.length) ?? []), word])
}

/** Letters that recognition takes for one another. */
const ALIKE = new Set([
  'bh',
  'ce',
  'co',
  'eo',
  'il',
  'it',
  'lt',
  'mn',
  'hn',
  'ij',
  'gq',
  'uv',
  'nu',
  'ae',
  'ao',
  'rt',
  'ft',
  'dl',
  'bl',
  'fl',
  'hl',
  'iu',
  'ps',
  'sx',
  '1i',
  '1l',
  '0o',
])

const alike = (a: string, b: string): boolean => ALIKE.has(a < b ? a + b : b + a)

/** The one known syllable that differs in a single letter; where several do, the one whose letter is easily misread. */
function nearest(word: string): string {
  const near = (BY_LENGTH.get(word.length) ?? []).flatMap((known) => {
    const wrong = [...word].flatMap((letter, i) => (letter === known[i] ? [] : [i]))
    const at = wrong[0]
    return wrong.length === 1 && at !== undefined ? [{ known, easy: alike(word[at] ?? '', known[at] ?? '') }] : []
  })
  const [first, second] = near
  if (first && !second) return first.known
  const easy = near.filter((candidate) => candidate.easy)
  return easy.length === 1 ? (easy[0]?.known ?? word) : word
}

/**
 * Folded text in which words that no Vietnamese syllable can look like («tboi», «hinb») are read as the known syllable that differs in one
 * letter. Lengths stay, so positions stay too; only the words that the parser looks for are touched, never what it gives out.
 */
export function mend(folded: string): string {
  return folded.replace(/(?<![a-z\d/-])[a-z\d]*[a-z][a-z\d]*(?![a-z\d/-])/g, (word) =>
    word.length < 3 || word.length > 7 || SYLLABLE.test(word) ? word : nearest(word),
  )
}
