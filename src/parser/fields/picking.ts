import type { Passage } from './passage.ts'

/** What one does with exemplars that are counted: they are found, chosen, built and honoured; folded. */
export const PICKS =
  'bau chon|bieu duong|binh bau|binh chon|binh xet|boi duong|chon|chon cu|cong-nhan|dang ky|de cu|de nghi|de xuat|gioi thieu|khen thuong|lua chon|nhan rong|phan dau|phat hien|ra mat|suy ton|tien cu|ton vinh|tuyen chon|tuyen duong|vinh danh|xay dung|xet chon|xet tang'

/** Folded words in which «công nhận» is told from «công nhân» by a hyphen; lengths stay. */
export function pickingWords(words: Passage): string {
  const { folded, text } = words
  return folded.replace(/cong nhan/g, (same, at: number) => (/^công nhận/iu.test(text.slice(at)) ? 'cong-nhan' : same))
}
