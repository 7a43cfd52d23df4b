import { apiPaths } from '../../api/paths.ts'
import { historyTexts } from '../../history/texts/journal.ts'
import { shownInstant } from '../../ui/dates.ts'
import { Csrf, ErrorSummary, SelectField, TextField } from '../../ui/fields.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Shell } from '../../ui/shell.tsx'
import { Table } from '../../ui/table.tsx'
import type { View } from '../../ui/view.ts'
import { webhookPaths } from '../../webhooks/paths.ts'
import { webhookTexts } from '../../webhooks/texts.ts'
import { accessPaths } from '../paths.ts'
import type { OwnToken } from '../queries/find-token.ts'
import { tokenTexts } from '../texts/tokens.ts'
import { accessTexts } from '../texts.ts'
import { tokenDays } from '../tokens.ts'

interface TokensPageProps {
  readonly view: View
  readonly tokens: readonly OwnToken[]
  /** Scopes that the person could use now. */
  readonly held: readonly string[]
  /** The token that has just been made: shown this once. */
  readonly made: string | null
  readonly problems: Readonly<Record<string, string>>
  readonly typed: URLSearchParams | undefined
}

export function TokensPage(props: TokensPageProps) {
  const { view, held, made, problems } = props
  const words = tokenTexts[view.lang]
  const { account } = accessTexts[view.lang]
  return (
    <Shell view={view} title={words.title}>
      <PageHeader
        view={view}
        title={words.title}
        lead={words.lead}
        crumbs={[{ label: account.title, href: accessPaths.account }, { label: words.title }]}
        actions={
          <>
            {held.includes('webhook.change') && (
              <a class="button" href={webhookPaths.list}>
                {webhookTexts[view.lang].title}
              </a>
            )}
            <a class="button" href={apiPaths.page}>
              {words.guide}
            </a>
          </>
        }
      />
      <ErrorSummary view={view} errors={Object.entries(problems).map(([id, message]) => ({ id, message }))} />
      {made && (
        <Notice view={view} tone="leaf" heading={words.made} text={words.once} live>
          <p>
            <code class="break-all">{made}</code>
          </p>
        </Notice>
      )}
      <TokenList {...props} />
      <TokenForm {...props} />
    </Shell>
  )
}

function TokenList({ view, tokens }: TokensPageProps) {
  const words = tokenTexts[view.lang]
  const { permissions } = historyTexts[view.lang]
  if (tokens.length === 0) return <p class="sheet pad mb-6">{words.none}</p>
  return (
    <div class="sheet mb-6">
      <Table
        view={view}
        caption={words.list}
        rows={tokens}
        columns={[
          { key: 'name', label: words.columns.name, head: true, cell: (one) => one.name },
          {
            key: 'scopes',
            label: words.columns.scopes,
            cell: (one) => one.scopes.map((scope) => permissions[scope] ?? scope).join(', '),
          },
          { key: 'ends', label: words.columns.endsAt, cell: (one) => shownInstant(view.lang, one.endsAt) },
          {
            key: 'seen',
            label: words.columns.seenAt,
            cell: (one) => (one.seenAt ? shownInstant(view.lang, one.seenAt) : words.never),
          },
          {
            key: 'act',
            label: words.columns.act,
            cell: (one) => (
              <form method="post" action={accessPaths.revokeToken(one.id)}>
                <Csrf view={view} />
                <button class="button small" type="submit">
                  {words.revoke}
                </button>
              </form>
            ),
          },
        ]}
      />
    </div>
  )
}

function TokenForm({ view, held, problems, typed }: TokensPageProps) {
  const words = tokenTexts[view.lang]
  if (held.length === 0) return <p class="sheet pad">{words.nothingHeld}</p>
  return (
    <section class="sheet pad" aria-labelledby="make-token">
      <h2 id="make-token">{words.form}</h2>
      <form class="form" method="post" action={accessPaths.tokens}>
        <Csrf view={view} />
        <TextField
          view={view}
          id="name"
          name="name"
          label={words.name}
          hint={words.nameHint}
          value={typed?.get('name') ?? ''}
          error={problems['name']}
          required
        />
        <ScopeChoices {...{ view, held, problems, typed }} />
        <SelectField
          view={view}
          id="days"
          name="days"
          label={words.days}
          value={typed?.get('days') ?? '90'}
          options={tokenDays.map((days) => ({ value: String(days), label: words.daysOf(days) }))}
          error={problems['days']}
        />
        <button class="button first" type="submit">
          {words.make}
        </button>
      </form>
    </section>
  )
}

function ScopeChoices({ view, held, problems, typed }: Pick<TokensPageProps, 'view' | 'held' | 'problems' | 'typed'>) {
  const words = tokenTexts[view.lang]
  const { permissions } = historyTexts[view.lang]
  const chosen = new Set(typed?.getAll('scopes'))
  return (
    <fieldset id="scopes" class={problems['scopes'] ? 'field wrong' : 'field'}>
      <legend>{words.scopes}</legend>
      {problems['scopes'] && <p class="field-error">{problems['scopes']}</p>}
      {held.map((scope) => (
        <label class="choice">
          <input type="checkbox" name="scopes" value={scope} checked={chosen.has(scope)} />{' '}
          <span>{permissions[scope] ?? scope}</span>
        </label>
      ))}
    </fieldset>
  )
}
