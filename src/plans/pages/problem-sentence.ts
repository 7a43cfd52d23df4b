import { unreadableTexts } from '../../platform/readers/texts.ts'
import type { UnreadableCode } from '../../platform/readers/unreadable.ts'
import type { Lang } from '../../ui/lang.ts'
import type { ImportProblem } from '../schema.ts'
import { importingTexts } from '../texts/importing.ts'

const resave = 'Open it in Word or LibreOffice, save it as .docx and send it again.'

/** The readers' own sentences are Vietnamese; these say the same to a reader of English. */
const unreadableInEnglish: Readonly<Record<UnreadableCode, string>> = {
  empty: 'The file is empty. Check the original and send it again.',
  'too-large': 'The file is too large. Leave pictures out, scan at 200 dpi or split it.',
  'too-long': 'The document has more pages than allowed. Send only the part that holds the plan.',
  'too-slow': 'Reading took too long and was stopped. Split the file or send the Word version.',
  'too-much-memory': 'Reading needed too much memory and was stopped. Split the file or send the Word version.',
  encrypted: 'The file is protected by a password. Remove the password and send it again.',
  'wrong-kind': 'The content of the file is not what its name says. Check that it is the right file.',
  unsupported: 'This kind of file cannot be read. Send .docx, .doc, .odt, .rtf, .pdf, .txt or pictures of the pages.',
  damaged: `The file is damaged or cut off. ${resave}`,
  'zip-bomb': `The file unpacks to an abnormal size and was not opened. ${resave}`,
  'too-deep': `The file is nested abnormally and was not opened. ${resave}`,
  'no-text': 'No text was found. If it is a scan or a photograph, send a sharper one.',
  'not-a-document': 'The picture shows no page of text. Take it again: straight, in good light, the whole page.',
  cancelled: 'Reading was stopped on request.',
}

/** What is wrong with the files and what to do about it. */
export function problemSentence(lang: Lang, { code, facts }: ImportProblem): string {
  if (!isUnreadable(code)) return importingTexts[lang].job.broken
  return lang === 'vi' ? unreadableTexts[code](facts) : unreadableInEnglish[code]
}

function isUnreadable(code: string): code is UnreadableCode {
  return Object.hasOwn(unreadableInEnglish, code)
}
