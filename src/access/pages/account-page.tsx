import { peopleTexts } from '../../organisation/texts/people.ts'
import { shownDay, shownInstant } from '../../ui/dates.ts'
import { Csrf, ErrorSummary, TextField } from '../../ui/fields.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Shell } from '../../ui/shell.tsx'
import { Table } from '../../ui/table.tsx'
import type { View } from '../../ui/view.ts'
import { accessPaths } from '../paths.ts'
import type { OpenSession, OwnAccount } from '../queries/list-sessions.ts'
import { oidcTexts } from '../texts/oidc.ts'
import { tokenTexts } from '../texts/tokens.ts'
import { accessTexts } from '../texts.ts'
import { deviceName } from './device-name.ts'

interface AccountPageProps {
  readonly view: View
  readonly account: OwnAccount
  readonly sessions: readonly OpenSession[]
  readonly sessionId: string
  readonly errors: Readonly<Record<string, string>>
  /** Address of the picture to be scanned; null unless two-step sign-in has been begun. */
  readonly qr: string | null
  /** What the office's account is called; null where there is no single sign-on, empty: it has no name. */
  readonly oidcName: string | null
}

export function AccountPage(props: AccountPageProps) {
  const { view, account, errors } = props
  const words = accessTexts[view.lang]
  return (
    <Shell view={view} title={words.account.title}>
      <PageHeader
        view={view}
        title={words.account.title}
        lead={account.fullName}
        actions={
          <form method="post" action={accessPaths.signOut}>
            <Csrf view={view} />
            <button class="button" type="submit">
              {words.signIn.out}
            </button>
          </form>
        }
      />
      <ErrorSummary view={view} errors={Object.entries(errors).map(([id, message]) => ({ id, message }))} />
      <Positions view={view} account={account} />
      <Sessions {...props} />
      <PasswordForm view={view} errors={errors} />
      <TwoSteps {...props} />
      {props.oidcName !== null && <OfficeAccount view={view} account={account} name={props.oidcName} />}
      <OwnData view={view} />
      <p class="mt-6">
        <a href={accessPaths.tokens}>{tokenTexts[view.lang].title}</a>
      </p>
    </Shell>
  )
}

function OfficeAccount({ view, account, name }: Pick<AccountPageProps, 'view' | 'account'> & { name: string }) {
  const words = oidcTexts[view.lang]
  const called = name || words.account
  return (
    <section class="sheet pad mt-6" aria-labelledby="office-account">
      <h2 id="office-account">{words.title}</h2>
      <p>{account.isTied ? words.tied(called) : words.untied(called)}</p>
      <form class="mt-4" method="post" action={account.isTied ? accessPaths.untieOidc : accessPaths.tieOidc}>
        <Csrf view={view} />
        <button class="button" type="submit">
          {account.isTied ? words.untie : words.tie(called)}
        </button>
      </form>
    </section>
  )
}

function OwnData({ view }: Pick<AccountPageProps, 'view'>) {
  const words = accessTexts[view.lang].account
  return (
    <section class="sheet pad mt-6" aria-labelledby="own-data">
      <h2 id="own-data">{words.ownData}</h2>
      <p>{words.ownDataLead}</p>
      <p class="mt-4">
        <a class="button" href={accessPaths.ownData} download>
          {words.takeOwnData}
        </a>
      </p>
    </section>
  )
}

function Positions({ view, account }: Pick<AccountPageProps, 'view' | 'account'>) {
  const words = accessTexts[view.lang].account
  return (
    <section class="sheet pad mb-6" aria-labelledby="positions">
      <h2 id="positions">{words.positions}</h2>
      {account.positions.length + account.acting.length === 0 && <p>{words.noPositions}</p>}
      <ul>
        {account.positions.map((position) => (
          <li>
            {position.title || peopleTexts[view.lang].roles[position.role] || position.role}, {position.unitName}
          </li>
        ))}
        {account.acting.map(({ title, role, unitName, holderName, lastDay }) => (
          <li>
            {peopleTexts[view.lang].person.acts(
              `${title || peopleTexts[view.lang].roles[role] || role}, ${unitName}`,
              holderName,
              shownDay(lastDay),
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Sessions({ view, sessions, sessionId }: AccountPageProps) {
  const words = accessTexts[view.lang].account
  return (
    <section class="sheet mb-6">
      <Table
        view={view}
        caption={words.sessions}
        rows={sessions}
        columns={[
          {
            key: 'where',
            label: words.where,
            head: true,
            cell: (session) => (session.id === sessionId ? words.thisSession : deviceName(session.agent)),
          },
          { key: 'address', label: words.address, cell: (session) => session.address },
          { key: 'since', label: words.since, cell: (session) => shownInstant(view.lang, session.createdAt) },
          { key: 'seen', label: words.seen, cell: (session) => shownInstant(view.lang, session.seenAt) },
          {
            key: 'act',
            label: words.act,
            cell: (session) =>
              session.id !== sessionId && (
                <EndForm view={view} action={accessPaths.endSession(session.id)} label={words.end} />
              ),
          },
        ]}
      />
      {sessions.length > 1 && (
        <div class="pad">
          <EndForm view={view} action={accessPaths.endOthers} label={words.endOthers} />
        </div>
      )}
    </section>
  )
}

function EndForm({ view, action, label }: { view: View; action: string; label: string }) {
  return (
    <form method="post" action={action}>
      <Csrf view={view} />
      <button class="button small" type="submit">
        {label}
      </button>
    </form>
  )
}

function PasswordForm({ view, errors }: Pick<AccountPageProps, 'view' | 'errors'>) {
  const words = accessTexts[view.lang]
  const field = (id: string) => ({ view, id, name: id, error: errors[id], type: 'password' as const, required: true })
  return (
    <section class="sheet pad mb-6" aria-labelledby="change-password">
      <h2 id="change-password">{words.account.password}</h2>
      <form class="form" method="post" action={accessPaths.password}>
        <Csrf view={view} />
        <TextField {...field('oldPassword')} label={words.account.oldPassword} autocomplete="current-password" />
        <TextField
          {...field('password')}
          label={words.account.newPassword}
          hint={words.claim.passwordHint}
          autocomplete="new-password"
        />
        <button class="button" type="submit">
          {words.account.change}
        </button>
      </form>
    </section>
  )
}

function TwoSteps({ view, account, errors, qr }: AccountPageProps) {
  const words = accessTexts[view.lang]
  return (
    <section class="sheet pad" aria-labelledby="two-steps">
      <h2 id="two-steps">{words.account.totp}</h2>
      <p>{account.totp === 'on' ? words.account.totpOn : words.account.totpOff}</p>
      {account.totp === 'off' && (
        <form method="post" action={accessPaths.totp}>
          <Csrf view={view} />
          <button class="button" type="submit">
            {words.account.begin}
          </button>
        </form>
      )}
      {account.totp === 'begun' && (
        <form class="form" method="post" action={accessPaths.confirmTotp}>
          <Csrf view={view} />
          <p>{words.account.scan}</p>
          {qr && <img src={qr} width="180" height="180" alt="" />}
          <p>
            {words.account.byHand} <code>{account.totpSecret?.match(/.{1,4}/g)?.join(' ')}</code>
          </p>
          <TextField
            view={view}
            id="code"
            name="code"
            label={words.signIn.code}
            error={errors['code']}
            autocomplete="one-time-code"
            required
          />
          <button class="button first" type="submit">
            {words.account.confirm}
          </button>
        </form>
      )}
      {account.totp === 'on' && (
        <form class="form" method="post" action={accessPaths.dropTotp}>
          <Csrf view={view} />
          <TextField
            view={view}
            id="totp-password"
            name="password"
            type="password"
            label={words.account.oldPassword}
            autocomplete="current-password"
            required
          />
          <button class="button" type="submit">
            {words.account.drop}
          </button>
        </form>
      )}
    </section>
  )
}
