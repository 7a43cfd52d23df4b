import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { z } from 'zod'
import { accessTexts } from '../access/texts.ts'
import { type Problem, Refusal } from '../core/problem.ts'
import { clusterTexts } from '../organisation/texts/clusters.ts'
import { peopleTexts } from '../organisation/texts/people.ts'
import { unitProblemTexts } from '../organisation/texts/unit-problems.ts'
import { reviewAnswerTexts } from '../plans/texts/review-answers.ts'
import type { HouseRequest } from '../platform/http/route.ts'
import type { Lang } from '../ui/lang.ts'
import { webhookTexts } from '../webhooks/texts.ts'
import type { ProblemAnswer } from './answers.ts'
import { apiLang } from './language.ts'
import { apiTexts } from './texts.ts'

type Sentences = Readonly<Record<string, (problem: Problem) => string>>

/** The sentences of every domain, by the code of the problem. */
function sentencesIn(lang: Lang): Sentences {
  return {
    ...accessTexts[lang].problems,
    ...peopleTexts[lang].problems,
    ...clusterTexts[lang].problems,
    ...unitProblemTexts[lang],
    ...webhookTexts[lang].problems,
    ...planSentences(lang),
    ...apiTexts[lang].problems,
  }
}

/** Of edits of plans: sentences that need no facts. */
function planSentences(lang: Lang): Sentences {
  const { problems } = reviewAnswerTexts[lang]
  return Object.fromEntries(Object.entries(problems).map(([code, sentence]) => [code, () => sentence]))
}

/** What went wrong, for a program: `application/problem+json` (RFC 9457) with every field, and for a conflict what may be done instead. */
export function answerProblem(c: HouseRequest, status: ContentfulStatusCode, error: Error | null): Response {
  const lang = apiLang(c)
  const refusal = error instanceof Refusal ? error : null
  const sentences = sentencesIn(lang)
  const problem: z.output<typeof ProblemAnswer> = {
    type: `urn:lantoa:problem:${refusal?.reason ?? String(status)}`,
    title: apiTexts[lang].titles[status] ?? apiTexts[lang].titles[500] ?? '',
    status,
    instance: `urn:uuid:${c.var.requestId}`,
    ...(refusal?.reason === 'conflict' && { allowed: [...refusal.allowed] }),
    ...(refusal && refusal.problems.length > 0 && { errors: refusal.problems.map((one) => said(one, sentences)) }),
  }
  if (status === 401) c.header('WWW-Authenticate', 'Bearer')
  c.header('Vary', 'Accept-Language', { append: true })
  return c.body(JSON.stringify(problem), status, { 'Content-Type': 'application/problem+json' })
}

function said(problem: Problem, sentences: Sentences) {
  const sentence = sentences[problem.code]
  return { ...problem, message: sentence ? sentence(problem) : String(problem['message'] ?? problem.code) }
}
