import { historyTexts } from '../../history/texts/journal.ts'
import { shownInstant } from '../../ui/dates.ts'
import { Csrf } from '../../ui/fields.tsx'
import { Notice, Status } from '../../ui/notice.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Shell } from '../../ui/shell.tsx'
import { Confirm, Facts } from '../../ui/states.tsx'
import { type Column, Paging, Table } from '../../ui/table.tsx'
import type { Tone, View } from '../../ui/view.ts'
import { webhookPaths } from '../paths.ts'
import type { Delivery, Webhook } from '../queries/list-webhooks.ts'
import type { DeliveryState } from '../schema.ts'
import { webhookTexts } from '../texts.ts'
import { State } from './webhooks-page.tsx'

interface WebhookPageProps {
  readonly view: View
  readonly webhook: Webhook
  readonly deliveries: readonly Delivery[]
  readonly next: string | null
  readonly isFirstPage: boolean
}

/** One webhook: what it is told, and what became of every delivery. */
export function WebhookPage(props: WebhookPageProps) {
  const { view, webhook } = props
  const words = webhookTexts[view.lang]
  return (
    <Shell view={view} title={words.title}>
      <PageHeader
        view={view}
        title={new URL(webhook.url).host}
        crumbs={[{ label: words.title, href: webhookPaths.list }, { label: new URL(webhook.url).host }]}
        actions={
          <a class="button grave" href={webhookPaths.remove(webhook.id)}>
            {words.remove}
          </a>
        }
      />
      {webhook.disabledAt && (
        <Notice view={view} tone="danger" heading={words.disabled} text={words.disabledNotice}>
          <form method="post" action={webhookPaths.resume(webhook.id)}>
            <Csrf view={view} />
            <button class="button first" type="submit">
              {words.resume}
            </button>
          </form>
        </Notice>
      )}
      <About {...props} />
      <Deliveries {...props} />
    </Shell>
  )
}

function About({ view, webhook }: WebhookPageProps) {
  const words = webhookTexts[view.lang]
  const { events } = historyTexts[view.lang]
  return (
    <section class="sheet pad mb-6">
      <Facts
        view={view}
        facts={[
          { label: words.columns.url, value: <code class="break-all">{webhook.url}</code> },
          { label: words.columns.unit, value: words.below(webhook.unitName) },
          {
            label: words.columns.events,
            value:
              webhook.events.length === 0
                ? words.everything
                : webhook.events.map((event) => events[event] ?? event).join(', '),
          },
          { label: words.columns.state, value: <State view={view} webhook={webhook} /> },
          { label: words.columns.madeBy, value: webhook.madeByName },
          { label: words.since, value: shownInstant(view.lang, webhook.createdAt) },
        ]}
      />
    </section>
  )
}

const tones: Readonly<Record<DeliveryState, Tone>> = { waiting: 'river', delivered: 'leaf', failed: 'danger' }

function Deliveries(props: WebhookPageProps) {
  const { view, webhook, deliveries, next, isFirstPage } = props
  const words = webhookTexts[view.lang]
  if (deliveries.length === 0 && isFirstPage) return <p class="sheet pad">{words.noDeliveries}</p>
  return (
    <section class="sheet">
      <Table view={view} caption={words.deliveries} rows={deliveries} columns={columnsOf(props)} />
      <Paging
        view={view}
        summary={words.shown(deliveries.length)}
        first={isFirstPage ? undefined : webhookPaths.webhook(webhook.id)}
        next={next === null ? undefined : `${webhookPaths.webhook(webhook.id)}?${new URLSearchParams({ sau: next })}`}
      />
    </section>
  )
}

function columnsOf({ view, webhook }: WebhookPageProps): Column<Delivery>[] {
  const words = webhookTexts[view.lang]
  const { events } = historyTexts[view.lang]
  return [
    { key: 'event', label: words.deliveryColumns.event, head: true, cell: (one) => events[one.event] ?? one.event },
    { key: 'unit', label: words.deliveryColumns.unit, cell: (one) => one.unitName },
    { key: 'at', label: words.deliveryColumns.at, short: true, cell: (one) => shownInstant(view.lang, one.createdAt) },
    { key: 'state', label: words.deliveryColumns.state, cell: (one) => <Outcome view={view} delivery={one} /> },
    { key: 'attempts', label: words.deliveryColumns.attempts, number: true, cell: (one) => one.attempts },
    {
      key: 'act',
      label: words.deliveryColumns.act,
      cell: (one) =>
        one.state !== 'waiting' &&
        webhook.disabledAt === null && (
          <form method="post" action={webhookPaths.resend(webhook.id, one.id)}>
            <Csrf view={view} />
            <button class="button small" type="submit">
              {words.resend}
            </button>
          </form>
        ),
    },
  ]
}

function Outcome({ view, delivery }: { view: View; delivery: Delivery }) {
  const words = webhookTexts[view.lang]
  const { state, status, problem } = delivery
  const reasons = [status !== null && problem !== null && words.answered(status), problem && words.reasons[problem]]
  return (
    <>
      <Status tone={tones[state]} label={words.states[state]} />
      {problem && <span class="row-note">{reasons.filter(Boolean).join('; ')}</span>}
    </>
  )
}

export function RemoveWebhookPage({ view, webhook }: { view: View; webhook: Webhook }) {
  const words = webhookTexts[view.lang]
  return (
    <Shell view={view} title={words.removeTitle}>
      <PageHeader view={view} title={words.removeTitle} />
      <Confirm
        view={view}
        action={webhookPaths.remove(webhook.id)}
        cancel={webhookPaths.webhook(webhook.id)}
        button={words.remove}
      >
        <p>{words.removeText(webhook.url)}</p>
      </Confirm>
    </Shell>
  )
}
