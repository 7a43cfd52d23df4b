import { Csrf, ErrorSummary, type FormError, TextField } from '../../ui/fields.tsx'
import { Shell } from '../../ui/shell.tsx'
import type { View } from '../../ui/view.ts'
import { accessPaths } from '../paths.ts'
import { accessTexts } from '../texts.ts'

type Typed = Readonly<Record<string, string>>
type Errors = Readonly<Record<string, string>>

interface FormPageProps {
  readonly view: View
  /** What was typed, by field; never the password. */
  readonly typed: Typed
  readonly errors: Errors
}

const ORDER = ['code', 'unitName', 'fullName', 'account', 'password']

/** In the order of the form. */
const listed = (errors: Errors): FormError[] =>
  Object.entries(errors)
    .sort(([a], [b]) => ORDER.indexOf(a) - ORDER.indexOf(b))
    .map(([id, message]) => ({ id, message }))

/** The first visit: the unit, the administrator, and the code that only the terminal shows. */
export function ClaimPage({ view, typed, errors }: FormPageProps) {
  const words = accessTexts[view.lang].claim
  const field = (id: string) => ({ view, id, name: id, value: typed[id] ?? '', error: errors[id], required: true })
  return (
    <Shell view={view} title={words.title}>
      <div class="door">
        <h1>{words.title}</h1>
        <p class="lead">{words.lead}</p>
        <ErrorSummary view={view} errors={listed(errors)} />
        <form class="sheet pad form" method="post" action={accessPaths.claim}>
          <Csrf view={view} />
          <TextField {...field('code')} label={words.code} hint={words.codeHint} autocomplete="off" />
          <TextField {...field('unitName')} label={words.unit} hint={words.unitHint} autocomplete="off" />
          <TextField {...field('fullName')} label={words.name} autocomplete="name" />
          <TextField {...field('account')} label={words.account} hint={words.accountHint} autocomplete="username" />
          <TextField
            {...field('password')}
            type="password"
            label={words.password}
            hint={words.passwordHint}
            autocomplete="new-password"
          />
          <button class="button first" type="submit">
            {words.button}
          </button>
        </form>
      </div>
    </Shell>
  )
}

interface CodePageProps extends FormPageProps {
  /** The name of whoever the code is for, where the address already brought it. */
  readonly fullName: string | null
}

/** A one-time code becomes a password: invitation, forgotten password, lost second step. */
export function CodePage({ view, typed, errors, fullName }: CodePageProps) {
  const words = accessTexts[view.lang].code
  return (
    <Shell view={view} title={words.title}>
      <div class="door">
        <h1>{words.title}</h1>
        <p class="lead">{fullName ? words.greeting(fullName) : words.lead}</p>
        <ErrorSummary view={view} errors={listed(errors)} />
        <form class="sheet pad form" method="post" action={accessPaths.code}>
          <Csrf view={view} />
          <TextField
            view={view}
            id="code"
            name="code"
            label={words.code}
            value={typed['code'] ?? ''}
            error={errors['code']}
            autocomplete="off"
            required
          />
          <TextField
            view={view}
            id="password"
            name="password"
            type="password"
            label={words.password}
            hint={accessTexts[view.lang].claim.passwordHint}
            error={errors['password']}
            autocomplete="new-password"
            required
          />
          <button class="button first" type="submit">
            {words.button}
          </button>
        </form>
      </div>
    </Shell>
  )
}
