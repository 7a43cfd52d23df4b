import { fold } from '../../core/text/fold.ts'
import type { Span } from '../../core/text/source.ts'
import { Read } from '../read.ts'
import type { ClosingPiece } from './closing-lines.ts'
import { personName } from './names.ts'

interface Draft {
  readonly parts: ClosingPiece[]
}

const DASH = /^[-–—+•·*~]\s*/
const LAST = /^luu\b/

const bare = (text: string): string => text.replace(DASH, '')
const isLast = (draft: Draft | undefined): boolean => LAST.test(fold(bare(draft?.parts[0]?.text ?? '')))

function textOf({ parts }: Draft): string {
  return parts
    .map(({ text }) => bare(text))
    .join(' ')
    .replace(/\s+/g, ' ')
    .replace(/[\s;,.:/]+$/, '')
    .trim()
}

function spanOf({ parts }: Draft): Span {
  const first = parts[0]
  const end = parts.at(-1)?.end ?? 0
  const start = (first?.start ?? 0) + ((first?.text.match(DASH) ?? [''])[0]?.length ?? 0)
  return { start: Math.min(start, end), end }
}

/** Whether a line without a dash goes on with the recipient above: not a name, and the list has not come to its «Lưu». */
function goesOn(found: ClosingPiece, last: Draft | undefined, dashed: boolean): boolean {
  if (found.kind !== 'text' || !last) return false
  const before = last.parts.at(-1)?.text ?? ''
  if (isLast(last)) return /[,;(&-]$/.test(before) && !personName(found.text)
  if (!dashed) return /^[\p{Ll}(]/u.test(found.text) || /[,(&-]$/.test(before)
  return !personName(found.text) || /[,(&-]$/.test(before) || /^\p{Ll}/u.test(found.text)
}

/** The lines of «Nơi nhận», one string a dash, and the pieces they take. */
export function readRecipients(pieces: readonly ClosingPiece[]): { value: Read<string>[]; used: Set<ClosingPiece> } {
  const head = pieces.findIndex(({ kind }) => kind === 'head')
  const used = new Set<ClosingPiece>()
  if (head < 0) return { value: [], used }
  const below = pieces.slice(head + 1)
  const dashed = below.some(({ kind }) => kind === 'recipient')
  const drafts: Draft[] = []
  let touching = false
  for (const found of below) {
    const last = drafts.at(-1)
    const opens =
      found.kind === 'recipient' ||
      (!dashed &&
        found.kind === 'text' &&
        !goesOn(found, last, false) &&
        !isLast(last) &&
        !(last && personName(found.text)))
    if (opens) drafts.push({ parts: [found] })
    else if (touching && goesOn(found, last, dashed)) last?.parts.push(found)
    else {
      touching = false
      continue
    }
    touching = true
    used.add(found)
  }
  return {
    value: drafts.map((draft) => new Read(textOf(draft), spanOf(draft))).filter(({ value }) => value !== ''),
    used,
  }
}
