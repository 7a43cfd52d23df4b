import { Shell } from '../shell.tsx'
import { Empty } from '../states.tsx'
import { uiWords, type View } from '../view.ts'

interface ProblemPageProps {
  readonly view: View
  /** The status of the answer; ones without words of their own share those of a fault. */
  readonly status: number
  /** Under which the log tells more. */
  readonly requestId: string
}

/** What every refused or failed request is answered with: what happened and what to do now. */
export function ProblemPage({ view, status, requestId }: ProblemPageProps) {
  const { problems } = uiWords(view)
  const { title, text } = hasWords(problems, status) ? problems[status] : problems.other
  return (
    <Shell view={view} title={title}>
      <div class="sheet">
        <Empty title={title} text={text} heading="h1">
          <a class="button first" href="/">
            {problems.home}
          </a>
        </Empty>
        {status >= 500 && <p class="hint pad text-center">{problems.request(requestId)}</p>}
      </div>
    </Shell>
  )
}

type Problems = ReturnType<typeof uiWords>['problems']
type KnownStatus = Extract<keyof Problems, number>

function hasWords(problems: Problems, status: number): status is KnownStatus {
  return Object.hasOwn(problems, status)
}
