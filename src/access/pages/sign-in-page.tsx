import type { OidcSetting } from '../../config.ts'
import { Csrf, ErrorSummary, type FormError, TextField } from '../../ui/fields.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Shell } from '../../ui/shell.tsx'
import type { View } from '../../ui/view.ts'
import { accessPaths } from '../paths.ts'
import { oidcTexts } from '../texts/oidc.ts'
import { accessTexts } from '../texts.ts'

interface SignInPageProps {
  readonly view: View
  readonly account: string
  /** Where the person wanted to go. */
  readonly to: string
  readonly error: string | null
  /** The office's single sign-on, where there is one. */
  readonly oidc: OidcButton | null
}

interface OidcButton {
  readonly href: string
  readonly label: string
}

/** Null without the setting. */
export function oidcButton(view: View, setting: OidcSetting | null, to: string): OidcButton | null {
  if (setting === null) return null
  const words = oidcTexts[view.lang]
  const href = to === '/' ? accessPaths.oidc : `${accessPaths.oidc}?${new URLSearchParams({ to })}`
  return { href, label: words.button(setting.name ?? words.account) }
}

export function SignInPage({ view, account, to, error, oidc }: SignInPageProps) {
  const words = accessTexts[view.lang].signIn
  const errors: FormError[] = error ? [{ id: 'account', message: error }] : []
  return (
    <Shell view={view} title={words.title}>
      <div class="door">
        <h1>{words.title}</h1>
        <ErrorSummary view={view} errors={errors} />
        {view.demo && <Notice view={view} tone="river" text={words.demo} />}
        <form class="sheet pad form" method="post" action={accessPaths.signIn}>
          <Csrf view={view} />
          <input type="hidden" name="to" value={to} />
          <TextField
            view={view}
            id="account"
            name="account"
            label={words.account}
            value={account}
            autocomplete="username"
            required
          />
          <TextField
            view={view}
            id="password"
            name="password"
            type="password"
            label={words.password}
            autocomplete="current-password"
            required
          />
          <button class="button first" type="submit">
            {words.button}
          </button>
        </form>
        {oidc && (
          <p class="mt-6">
            <a class="button" href={oidc.href}>
              {oidc.label}
            </a>
          </p>
        )}
        <details class="mt-6">
          <summary>{words.forgotten}</summary>
          <p>{words.forgottenHow}</p>
          <p>
            <a href={accessPaths.code}>{words.useCode}</a>
          </p>
        </details>
      </div>
    </Shell>
  )
}

interface SecondStepPageProps {
  readonly view: View
  readonly to: string
  readonly error: string | null
}

export function SecondStepPage({ view, to, error }: SecondStepPageProps) {
  const words = accessTexts[view.lang].signIn
  return (
    <Shell view={view} title={words.secondTitle}>
      <div class="door">
        <h1>{words.secondTitle}</h1>
        <ErrorSummary view={view} errors={error ? [{ id: 'code', message: error }] : []} />
        <form class="sheet pad form" method="post" action={accessPaths.secondStep}>
          <Csrf view={view} />
          <input type="hidden" name="to" value={to} />
          <TextField
            view={view}
            id="code"
            name="code"
            label={words.code}
            hint={words.secondLead}
            autocomplete="one-time-code"
            required
          />
          <button class="button first" type="submit">
            {words.goOn}
          </button>
        </form>
        <form class="mt-6" method="post" action={accessPaths.signOut}>
          <Csrf view={view} />
          <button class="button quiet" type="submit">
            {words.out}
          </button>
        </form>
      </div>
    </Shell>
  )
}

/** On the way to the provider: says where, and one press leads there. */
export function GoToProviderPage({ view, page }: { view: View; page: URL }) {
  const words = oidcTexts[view.lang]
  return (
    <Shell view={view} title={words.goTitle}>
      <div class="door">
        <h1>{words.goTitle}</h1>
        <div class="sheet pad">
          <p>{words.go(page.host)}</p>
          <p class="mt-4">
            <a class="button first" href={page.href}>
              {words.goOn}
            </a>
          </p>
        </div>
      </div>
    </Shell>
  )
}
