import { shownDay } from '../../ui/dates.ts'
import { Csrf } from '../../ui/fields.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Shell } from '../../ui/shell.tsx'
import { Facts } from '../../ui/states.tsx'
import type { View } from '../../ui/view.ts'
import { peoplePaths, unitPaths } from '../paths.ts'
import type { PersonDelegation, PersonDetail, PersonPosition } from '../queries/list-people.ts'
import { peopleTexts } from '../texts/people.ts'

export interface IssuedCode {
  readonly code: string
  readonly link: string
  readonly purpose: 'invitation' | 'password' | 'totp'
}

interface PersonPageProps {
  readonly view: View
  readonly person: PersonDetail
  readonly today: string
  readonly mayChange: boolean
  readonly mayIssue: boolean
  readonly isSelf: boolean
  /** May correct names and numbers; may erase the person's data. */
  readonly mayCorrect: boolean
  readonly mayErase: boolean
  /** A code that has just been made: shown this once. */
  readonly issued: IssuedCode | null
  /** Where whoever invited them goes on. */
  readonly back?: string | null
}

export function PersonPage(props: PersonPageProps) {
  const { view, person, mayChange } = props
  const words = peopleTexts[view.lang]
  return (
    <Shell view={view} title={person.fullName}>
      <PageHeader
        view={view}
        title={person.fullName}
        crumbs={[{ label: words.list.title, href: peoplePaths.list }, { label: person.fullName }]}
        actions={
          mayChange &&
          !person.isErased && (
            <a class="button" href={peoplePaths.givePosition(person.id)}>
              {words.person.givePosition}
            </a>
          )
        }
      />
      {person.isErased && <Notice view={view} tone="amber" text={words.person.erased} />}
      {props.issued && <Issued view={view} issued={props.issued} back={props.back} />}
      <Positions {...props} />
      <Delegations {...props} />
      {!person.isErased && <Accounts {...props} />}
    </Shell>
  )
}

function Issued({ view, issued, back }: { view: View; issued: IssuedCode; back: string | null | undefined }) {
  const words = peopleTexts[view.lang].person
  return (
    <Notice view={view} tone="river" heading={words.code} live>
      <p>{words.codeLead}</p>
      <p class="spoken-code">
        <strong>{issued.code}</strong>
      </p>
      <p>
        {words.codeLink}: <a href={issued.link}>{issued.link}</a>
      </p>
      <p>{words.codeUntil(issued.purpose)}</p>
      {back && (
        <p class="page-actions mt-2">
          <a class="button" href={back}>
            {words.back}
          </a>
        </p>
      )}
    </Notice>
  )
}

function Positions(props: PersonPageProps) {
  const { view, person } = props
  const words = peopleTexts[view.lang].person
  return (
    <section class="sheet pad mb-6" aria-labelledby="positions">
      <h2 id="positions">{words.positions}</h2>
      {person.positions.length === 0 && <p>{words.none}</p>}
      <ul class="plain-list">
        {person.positions.map((position) => (
          <PositionLine {...props} position={position} />
        ))}
      </ul>
    </section>
  )
}

function PositionLine({
  view,
  person,
  position,
  today,
  mayChange,
  isSelf,
}: PersonPageProps & { position: PersonPosition }) {
  const words = peopleTexts[view.lang]
  const isOver = position.untilDate !== null && position.untilDate <= today
  return (
    <li>
      <strong>{position.title || words.roles[position.role] || position.role}</strong>,{' '}
      <a href={unitPaths.unit(position.unitId)}>{position.unitName}</a>{' '}
      <span class="row-note">
        {position.title && words.roles[position.role] && `${words.roles[position.role]}, `}
        {words.person.from(shownDay(position.fromDate))}
        {isOver && `, ${words.person.past}`}
      </span>
      {!isOver && !person.isErased && (mayChange || isSelf) && (
        <div class="page-actions">
          <a class="button small" href={peoplePaths.delegate(position.id)}>
            {words.person.delegate}
          </a>
          {mayChange && (
            <a class="button small" href={peoplePaths.endPosition(position.id)}>
              {words.person.end}
            </a>
          )}
        </div>
      )}
    </li>
  )
}

function Delegations(props: PersonPageProps) {
  const { view, person } = props
  const words = peopleTexts[view.lang].person
  if (person.delegations.length === 0) return null
  return (
    <section class="sheet pad mb-6" aria-labelledby="delegations">
      <h2 id="delegations">{words.delegations}</h2>
      <ul class="plain-list">
        {person.delegations.map((delegation) => (
          <DelegationLine {...props} delegation={delegation} />
        ))}
      </ul>
    </section>
  )
}

function DelegationLine({
  view,
  person,
  delegation,
  mayChange,
  isSelf,
}: PersonPageProps & { delegation: PersonDelegation }) {
  const words = peopleTexts[view.lang].person
  const { delegateId, delegateName, holderName, title, fromDate, lastDay } = delegation
  const isActing = delegateId === person.id
  return (
    <li>
      {isActing
        ? words.acts(title, holderName, shownDay(lastDay))
        : words.delegated(delegateName, shownDay(fromDate), shownDay(lastDay))}
      {(mayChange || (isSelf && !isActing)) && (
        <form method="post" action={peoplePaths.endDelegation(delegation.id)}>
          <Csrf view={view} />
          <input type="hidden" name="person" value={person.id} />
          <button class="button small" type="submit">
            {words.end}
          </button>
        </form>
      )}
    </li>
  )
}

function Accounts(props: PersonPageProps) {
  const { view, person, mayIssue } = props
  const words = peopleTexts[view.lang].person
  const purposes = person.hasPassword
    ? person.hasTotp
      ? (['password', 'totp'] as const)
      : (['password'] as const)
    : (['invitation'] as const)
  return (
    <section class="sheet pad" aria-labelledby="accounts">
      <h2 id="accounts">{words.accounts}</h2>
      <Facts
        view={view}
        facts={[
          { label: words.userName, value: person.userName },
          { label: words.phone, value: person.phone },
          { label: words.email, value: person.email },
        ]}
      />
      {!person.hasPassword && <p>{words.neverIn}</p>}
      {mayIssue && (
        <form class="page-actions" method="post" action={peoplePaths.issueCode(person.id)}>
          <Csrf view={view} />
          {purposes.map((purpose) => (
            <button class="button" type="submit" name="purpose" value={purpose}>
              {words.issue[purpose]}
            </button>
          ))}
        </form>
      )}
      <PersonalData {...props} />
    </section>
  )
}

function PersonalData({ view, person, mayCorrect, mayErase }: PersonPageProps) {
  const words = peopleTexts[view.lang].person
  if (!mayCorrect && !mayErase) return null
  return (
    <p class="page-actions">
      {mayCorrect && (
        <a class="button" href={peoplePaths.change(person.id)}>
          {words.change}
        </a>
      )}
      {mayErase && (
        <a class="button grave" href={peoplePaths.erase(person.id)}>
          {words.erase}
        </a>
      )}
    </p>
  )
}
