import type { ComponentChildren } from 'preact'
import { Csrf, ErrorSummary, Field, SelectField, TypedField } from '../../ui/fields.tsx'
import { type Crumb, PageHeader } from '../../ui/page-header.tsx'
import { Shell } from '../../ui/shell.tsx'
import type { View } from '../../ui/view.ts'
import { peoplePaths } from '../paths.ts'
import { roles } from '../schema.ts'
import { peopleTexts } from '../texts/people.ts'
import type { Choice } from './unit-form-page.tsx'

export interface PersonFormProps {
  readonly view: View
  readonly typed: Readonly<Record<string, string>>
  readonly errors: Readonly<Record<string, string>>
  readonly choice: Choice | null
}

interface FrameProps extends PersonFormProps {
  readonly title: string
  readonly crumbs: readonly Crumb[]
  readonly action: string
  readonly button: string
  readonly lead?: string
  readonly children: ComponentChildren
}

function Frame({ view, title, crumbs, action, button, lead, typed, errors, children }: FrameProps) {
  const list = { label: peopleTexts[view.lang].list.title, href: peoplePaths.list }
  return (
    <Shell view={view} title={title}>
      <PageHeader view={view} title={title} crumbs={[list, ...crumbs, { label: title }]} {...(lead ? { lead } : {})} />
      <ErrorSummary view={view} errors={Object.entries(errors).map(([id, message]) => ({ id, message }))} />
      <form class="sheet pad form" method="post" action={action}>
        <Csrf view={view} />
        {typed['back'] && <input type="hidden" name="back" value={typed['back']} />}
        {children}
        <button class="button first" type="submit">
          {button}
        </button>
      </form>
    </Shell>
  )
}

/** Who it is, how they sign in, and their first position. */
export function AddPersonPage(props: PersonFormProps) {
  const words = peopleTexts[props.view.lang].form
  return (
    <Frame {...props} title={words.addTitle} crumbs={[]} action={peoplePaths.add} button={words.add}>
      <NameFields {...props} />
      <PositionFields {...props} />
    </Frame>
  )
}

function NameFields(props: PersonFormProps) {
  const words = peopleTexts[props.view.lang].form
  return (
    <>
      <TypedField {...props} id="fullName" label={words.fullName} required />
      <TypedField {...props} id="userName" label={words.userName} hint={words.userNameHint} />
      <TypedField {...props} id="phone" type="tel" label={words.phone} />
      <TypedField {...props} id="email" type="email" label={words.email} />
    </>
  )
}

/** How somebody is called and by what they sign in. */
export function ChangePersonPage(props: OfPersonProps) {
  const words = peopleTexts[props.view.lang].form
  const { person } = props
  return (
    <Frame
      {...props}
      title={words.changeTitle}
      crumbs={[{ label: person.fullName, href: peoplePaths.person(person.id) }]}
      action={peoplePaths.change(person.id)}
      button={words.save}
    >
      <NameFields {...props} />
    </Frame>
  )
}

interface OfPersonProps extends PersonFormProps {
  readonly person: { readonly id: string; readonly fullName: string }
}

export function GivePositionPage(props: OfPersonProps) {
  const words = peopleTexts[props.view.lang]
  const { person } = props
  return (
    <Frame
      {...props}
      title={words.person.givePosition}
      crumbs={[{ label: person.fullName, href: peoplePaths.person(person.id) }]}
      action={peoplePaths.givePosition(person.id)}
      button={words.form.give}
    >
      <PositionFields {...props} />
    </Frame>
  )
}

interface OfPositionProps extends OfPersonProps {
  readonly position: { readonly id: string; readonly title: string; readonly unitName: string }
}

export function EndPositionPage(props: OfPositionProps) {
  const words = peopleTexts[props.view.lang].form
  const { person, position } = props
  return (
    <Frame
      {...props}
      title={words.endTitle}
      lead={`${person.fullName}, ${position.title}, ${position.unitName}`}
      crumbs={[{ label: person.fullName, href: peoplePaths.person(person.id) }]}
      action={peoplePaths.endPosition(position.id)}
      button={words.end}
    >
      <TypedField {...props} id="until" type="date" label={words.until} required />
    </Frame>
  )
}

export function DelegatePage(props: OfPositionProps) {
  const words = peopleTexts[props.view.lang].form
  const { person, position } = props
  return (
    <Frame
      {...props}
      title={words.delegateTitle}
      lead={`${person.fullName}, ${position.title}, ${position.unitName}. ${words.delegateLead}`}
      crumbs={[{ label: person.fullName, href: peoplePaths.person(person.id) }]}
      action={peoplePaths.delegate(position.id)}
      button={words.delegate}
    >
      <TypedField {...props} id="to" label={words.to} hint={words.toHint} required />
      <TypedField {...props} id="from" type="date" label={words.from} required />
      <TypedField {...props} id="until" type="date" label={words.until} required />
      <TypedField {...props} id="reason" label={words.reason} />
    </Frame>
  )
}

function PositionFields(props: PersonFormProps) {
  const { view, typed, errors, choice } = props
  const words = peopleTexts[view.lang]
  const options = roles.map((role) => ({ value: role, label: words.roles[role] ?? role }))
  return (
    <>
      <TypedField {...props} id="unit" label={words.form.unit} hint={words.form.unitHint} required />
      {choice && (
        <Field view={view} id="unit-pick" label={choice.typed}>
          {choice.units.map((unit) => (
            <label class="choice">
              <input type="radio" name="unit-pick" value={`#${unit.id}`} /> {unit.name}
            </label>
          ))}
        </Field>
      )}
      <SelectField
        view={view}
        id="role"
        name="role"
        label={words.form.role}
        value={typed['role'] ?? 'member'}
        options={options}
        error={errors['role']}
      />
      <ul class="hint">
        {roles.map((role) => (
          <li>
            <strong>{words.roles[role]}:</strong> {words.roleHints[role]}
          </li>
        ))}
      </ul>
      <TypedField {...props} id="title" label={words.form.title} hint={words.form.titleHint} />
      <TypedField {...props} id="from" type="date" label={words.form.from} required />
    </>
  )
}
