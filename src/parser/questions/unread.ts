import type { Span, UnreadPart } from '../../core/text/source.ts'
import type { Question } from '../contract.ts'
import { ask, REASONS } from './ask.ts'

/** One question for every part of the file that did not become text: nothing is dropped in silence. */
export function questionsOnUnread(unread: readonly UnreadPart[], top: Span): Question[] {
  return unread.map((part) =>
    ask('', top, part.kind === 'page' ? REASONS.unreadPage(part.page) : REASONS.aside(part.page, part.words)),
  )
}
