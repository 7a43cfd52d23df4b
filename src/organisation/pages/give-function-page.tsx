import { Notice } from '../../ui/notice.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { SearchForm } from '../../ui/search-form.tsx'
import { Shell } from '../../ui/shell.tsx'
import type { View } from '../../ui/view.ts'
import { functionQuery, peoplePaths, withFunction } from '../paths.ts'
import type { ListedPerson } from '../queries/list-people.ts'
import type { UnitPosition } from '../queries/unit-past.ts'
import type { FunctionToGive } from '../schema.ts'
import { giveFunctionTexts } from '../texts/give-function.ts'
import { peopleTexts } from '../texts/people.ts'

interface GiveFunctionPageProps {
  readonly view: View
  readonly given: FunctionToGive
  readonly q: string
  /** Everybody who works in the unit, with what they are there. */
  readonly here: readonly (readonly UnitPosition[])[]
  readonly found: readonly ListedPerson[]
  readonly isCut: boolean
}

/** Who shall hold the function: somebody of the unit, somebody from elsewhere, or somebody new. Each leads to the form of a position with unit and title filled in. */
export function GiveFunctionPage({ view, given, q, here, found, isCut }: GiveFunctionPageProps) {
  const words = giveFunctionTexts[view.lang]
  const fn = { unitId: given.unit.id, title: given.title, back: given.back }
  const people = { label: peopleTexts[view.lang].list.title, href: peoplePaths.list }
  const ofUnit = here.flatMap(([first, ...more]) =>
    first ? [{ id: first.personId, fullName: first.fullName, positions: [first, ...more] }] : [],
  )
  return (
    <Shell view={view} title={words.title}>
      <PageHeader
        view={view}
        title={words.title}
        lead={<span lang="vi">{`${given.title} · ${given.unit.name}`}</span>}
        crumbs={[people, { label: words.title }]}
        actions={
          <a class="button" href={withFunction(peoplePaths.add, fn)}>
            {words.invite}
          </a>
        }
      />
      <section class="sheet pad mb-6" aria-labelledby="here">
        <h2 id="here">{words.here(given.unit.name)}</h2>
        {ofUnit.length === 0 ? (
          <p class="missing">{words.nobodyHere}</p>
        ) : (
          <Choices view={view} fn={fn} people={ofUnit} />
        )}
      </section>
      <section class="sheet pad mb-6" aria-labelledby="elsewhere">
        <h2 id="elsewhere">{words.elsewhere}</h2>
        <SearchForm
          view={view}
          action={peoplePaths.giveFunction}
          label={peopleTexts[view.lang].list.search}
          hint={peopleTexts[view.lang].list.searchHint}
          q={q}
          keep={functionQuery(fn)}
        />
        {q !== '' && found.length === 0 && <p class="missing">{words.nobodyFound}</p>}
        <Choices view={view} fn={fn} people={found} />
        {isCut && <Notice view={view} tone="plain" text={words.more} />}
      </section>
      {given.back && (
        <p class="page-actions">
          <a class="button" href={given.back}>
            {peopleTexts[view.lang].person.back}
          </a>
        </p>
      )}
    </Shell>
  )
}

interface ChoicesProps {
  readonly view: View
  readonly fn: { readonly unitId: number; readonly title: string; readonly back: string }
  readonly people: readonly {
    readonly id: string
    readonly fullName: string
    readonly positions: readonly { readonly title: string; readonly role: string; readonly unitName?: string }[]
  }[]
}

function Choices({ view, fn, people }: ChoicesProps) {
  const words = giveFunctionTexts[view.lang]
  const { roles } = peopleTexts[view.lang]
  return (
    <ul class="plain-list">
      {people.map(({ id, fullName, positions }) => (
        <li>
          <a class="row-title" href={withFunction(peoplePaths.givePosition(id), fn)}>
            {words.giveTo(fullName)}
          </a>
          <span class="row-note">
            {positions
              .map(({ title, role, unitName }) => [title || roles[role] || role, unitName].filter(Boolean).join(', '))
              .join('; ')}
          </span>
        </li>
      ))}
    </ul>
  )
}
