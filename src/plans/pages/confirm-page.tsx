import { Csrf, describedBy, ErrorSummary, Field, TextField } from '../../ui/fields.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Shell } from '../../ui/shell.tsx'
import type { View } from '../../ui/view.ts'
import type { Check } from '../force/checks.ts'
import { planPaths } from '../paths.ts'
import { forceTexts } from '../texts/force.ts'

interface ConfirmPageProps {
  readonly view: View
  readonly plan: { readonly id: string; readonly title: string }
  readonly checks: readonly Check[]
  readonly tasks: number
  readonly units: number
  readonly typed: { readonly from: string; readonly reason: string }
  readonly errors: Readonly<Record<string, string>>
}

/** What an officer looks at before a plan goes in force. */
export function ConfirmPage({ view, plan, checks, tasks, units, typed, errors }: ConfirmPageProps) {
  const words = forceTexts[view.lang]
  const stops = checks.some(({ weight }) => weight === 'stop')
  const doubts = checks.some(({ weight }) => weight === 'doubt')
  return (
    <Shell view={view} title={words.title}>
      <PageHeader
        view={view}
        title={words.title}
        lead={words.lead}
        crumbs={[{ label: plan.title, href: planPaths.document(plan.id) }, { label: words.title }]}
      />
      <ErrorSummary view={view} errors={Object.entries(errors).map(([id, message]) => ({ id, message }))} />
      <section class="sheet pad mb-6" aria-labelledby="checks">
        <h2 id="checks">{words.checks}</h2>
        {checks.length === 0 && <p>{words.allClear}</p>}
        {checks.map((check) => (
          <Notice
            view={view}
            tone={check.weight === 'stop' ? 'danger' : 'amber'}
            text={words.check[check.code](check.count)}
          >
            <a href={placeOf(plan.id, check)}>{words.look}</a>
          </Notice>
        ))}
      </section>
      <form class="sheet pad form" method="post" action={planPaths.confirm(plan.id)}>
        <Csrf view={view} />
        <h2>{words.what}</h2>
        <p>{tasks === 0 ? words.noTasks : words.tasks(tasks, units)}</p>
        <TextField
          view={view}
          id="from"
          name="from"
          type="date"
          label={words.from}
          hint={words.fromHint}
          value={typed.from}
          error={errors['from']}
          required
        />
        {doubts && (
          <Field view={view} id="reason" label={words.reason} hint={words.reasonHint} error={errors['reason']} required>
            <textarea
              class="input"
              id="reason"
              name="reason"
              rows={2}
              maxLength={1000}
              required
              aria-describedby={describedBy('reason', words.reasonHint, errors['reason'])}
            >
              {typed.reason}
            </textarea>
          </Field>
        )}
        <div class="page-actions">
          <button class="button first" type="submit" disabled={stops}>
            {words.confirm}
          </button>
          <a class="button" href={planPaths.units(plan.id)}>
            {words.units}
          </a>
          <a class="button" href={planPaths.document(plan.id)}>
            {words.review}
          </a>
        </div>
      </form>
    </Shell>
  )
}

/** Where the check is mended. */
function placeOf(planId: string, { code, itemId, planId: other }: Check): string {
  if (other) return planPaths.document(other)
  if (code === 'open-names' || code === 'function-vacant') return planPaths.units(planId)
  return `${planPaths.document(planId)}#${itemId ? `i-${itemId}` : 'questions'}`
}
