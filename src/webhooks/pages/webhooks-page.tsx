import { apiPaths } from '../../api/paths.ts'
import { historyTexts } from '../../history/texts/journal.ts'
import { Csrf, ErrorSummary, TypedField } from '../../ui/fields.tsx'
import { Notice, Status } from '../../ui/notice.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Shell } from '../../ui/shell.tsx'
import { Empty } from '../../ui/states.tsx'
import { Table } from '../../ui/table.tsx'
import type { View } from '../../ui/view.ts'
import { webhookPaths } from '../paths.ts'
import type { Webhook } from '../queries/list-webhooks.ts'
import { webhookTexts } from '../texts.ts'

export interface WebhooksPageProps {
  readonly view: View
  readonly webhooks: readonly Webhook[]
  /** The secret of the webhook that has just been added: shown this once. */
  readonly secret: string | null
  readonly typed: Readonly<Record<string, string>>
  readonly chosen: readonly string[]
  readonly errors: Readonly<Record<string, string>>
}

export function WebhooksPage(props: WebhooksPageProps) {
  const { view, secret, errors } = props
  const words = webhookTexts[view.lang]
  return (
    <Shell view={view} title={words.title}>
      <PageHeader
        view={view}
        title={words.title}
        lead={words.lead}
        actions={
          <a class="button" href={apiPaths.page}>
            {words.guide}
          </a>
        }
      />
      <ErrorSummary view={view} errors={Object.entries(errors).map(([id, message]) => ({ id, message }))} />
      {secret && (
        <Notice view={view} tone="leaf" heading={words.secret} text={words.secretOnce} live>
          <p>
            <code class="break-all">{secret}</code>
          </p>
        </Notice>
      )}
      <WebhookList {...props} />
      <AddForm {...props} />
    </Shell>
  )
}

function WebhookList({ view, webhooks }: WebhooksPageProps) {
  const words = webhookTexts[view.lang]
  return (
    <div class="sheet mb-6">
      {webhooks.length === 0 ? (
        <Empty title={words.none} text={words.noneText} />
      ) : (
        <Table
          view={view}
          caption={words.title}
          rows={webhooks}
          columns={[
            {
              key: 'url',
              label: words.columns.url,
              head: true,
              cell: (one) => (
                <a class="row-title" href={webhookPaths.webhook(one.id)}>
                  {one.url}
                </a>
              ),
            },
            { key: 'unit', label: words.columns.unit, cell: (one) => words.below(one.unitName) },
            {
              key: 'events',
              label: words.columns.events,
              cell: (one) => (one.events.length === 0 ? words.everything : words.count(one.events.length)),
            },
            { key: 'state', label: words.columns.state, cell: (one) => <State view={view} webhook={one} /> },
            { key: 'by', label: words.columns.madeBy, cell: (one) => one.madeByName },
          ]}
        />
      )}
    </div>
  )
}

export function State({ view, webhook }: { view: View; webhook: Webhook }) {
  const words = webhookTexts[view.lang]
  if (webhook.disabledAt !== null) return <Status tone="danger" label={words.disabled} />
  return (
    <>
      <Status tone={webhook.failures > 0 ? 'amber' : 'leaf'} label={words.running} />
      {webhook.failures > 0 && <span class="row-note">{words.failing(webhook.failures)}</span>}
    </>
  )
}

function AddForm(props: WebhooksPageProps) {
  const { view, chosen, errors } = props
  const words = webhookTexts[view.lang].form
  const events = Object.entries(historyTexts[view.lang].events)
  return (
    <section class="sheet pad" aria-labelledby="add">
      <h2 id="add">{words.title}</h2>
      <form class="form" method="post" action={webhookPaths.list}>
        <Csrf view={view} />
        <TypedField {...props} id="url" label={words.url} hint={words.urlHint} required />
        <TypedField {...props} id="unit" label={words.unit} hint={words.unitHint} required />
        <details open={chosen.length > 0}>
          <summary>{words.events}</summary>
          <fieldset id="events" class={errors['events'] ? 'field wrong' : 'field'}>
            <legend class="sr-only">{words.events}</legend>
            {events.map(([event, label]) => (
              <label class="choice">
                <input type="checkbox" name="events" value={event} checked={chosen.includes(event)} />{' '}
                <span>
                  {label} <code class="row-note">{event}</code>
                </span>
              </label>
            ))}
          </fieldset>
        </details>
        <button class="button first" type="submit">
          {words.add}
        </button>
      </form>
    </section>
  )
}
