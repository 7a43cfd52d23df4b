import type { ZodError } from 'zod'
import type { Problem } from '../../core/problem.ts'
import type { Lang } from '../../ui/lang.ts'
import { accessTexts } from '../texts.ts'

/** Problems as sentences, by the field they belong to; what names no field stands under the form's first one. */
export function fieldErrors(lang: Lang, problems: readonly Problem[], first: string): Record<string, string> {
  const sentences: Readonly<Record<string, (problem: Problem) => string>> = accessTexts[lang].problems
  return Object.fromEntries(
    problems.map((problem) => [
      problem.field ?? first,
      (sentences[problem.code] ?? accessTexts[lang].problems.missing)(problem),
    ]),
  )
}

/** What a schema refused, as «fill this in» at each field; what names no field stands under the code. */
export function missingErrors(lang: Lang, { issues }: ZodError): Record<string, string> {
  const sentence = accessTexts[lang].problems.missing()
  return Object.fromEntries(issues.map(({ path: [field = 'code'] }) => [String(field), sentence]))
}
