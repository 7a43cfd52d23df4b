import type { HeadingKind } from './headings.ts'
import type { Passage } from './passage.ts'

/** «Lĩnh vực 1: …», «Phong trào thứ nhất: …»: what the word in front promises, the count, and the heading behind it. */
export interface Called {
  readonly kind: HeadingKind
  /** As printed: `1`, `thứ nhất`. */
  readonly ordinal: string
  readonly rest: Passage
}

const WORDS: readonly (readonly [HeadingKind, string])[] = [
  ['sector', '(?:nhom )?linh vuc|mang|nhom(?: (?:doi tuong|noi dung))?'],
  ['movement', 'phong trao(?: thi dua)?|cuoc van dong'],
  ['exemplar', '(?:nhom )?(?:mo hinh|dien hinh)|guong'],
  ['topic', 'noi dung|chuyen de|chu de'],
]
const COUNT =
  '(?:so )?\\(?(\\d{1,2}|[ivx]{1,4}|thu (?:\\d{1,2}|nhat|hai|ba|tu|bon|nam|sau|bay|tam|chin|muoi(?: [a-z]{2,4})?))\\)?'
const PATTERNS = WORDS.map(
  ([kind, words]) => [kind, new RegExp(`^(?:${words}) ${COUNT}\\s{0,2}(?:(:)|[.)–-])\\s{0,3}(?=\\S)`)] as const,
)

/** Reads the word and the count with which a heading begins in the place of a number; null where there are none. */
export function calledIn(line: Passage): Called | null {
  const head = line.folded.slice(0, 60)
  for (const [kind, pattern] of PATTERNS) {
    const match = pattern.exec(head)
    const ordinal = match?.[1]
    if (!match || ordinal === undefined) continue
    const rest = line.sub(match[0].length)
    // behind a dash or full stop a heading begins with a capital; «Nhóm 1.5 triệu», «lĩnh vực 1-3» go on
    if (match[2] === undefined && !/^[“"«]?\p{Lu}/u.test(rest.text)) return null
    const at = match[0].lastIndexOf(ordinal)
    return { kind, ordinal: line.text.slice(at, at + ordinal.length), rest }
  }
  return null
}
