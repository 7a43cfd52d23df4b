import { PageHeader } from '../../ui/page-header.tsx'
import { SearchForm } from '../../ui/search-form.tsx'
import { Shell } from '../../ui/shell.tsx'
import { Empty } from '../../ui/states.tsx'
import { Paging, Table } from '../../ui/table.tsx'
import type { View } from '../../ui/view.ts'
import { peoplePaths } from '../paths.ts'
import type { ListedPerson } from '../queries/list-people.ts'
import { peopleTexts } from '../texts/people.ts'

interface PeoplePageProps {
  readonly view: View
  readonly q: string
  readonly people: readonly ListedPerson[]
  readonly next: string | null
  readonly isFirstPage: boolean
  readonly mayChange: boolean
}

export function PeoplePage({ view, q, people, next, isFirstPage, mayChange }: PeoplePageProps) {
  const words = peopleTexts[view.lang].list
  const add = mayChange && (
    <a class="button first" href={peoplePaths.add}>
      {words.add}
    </a>
  )
  return (
    <Shell view={view} title={words.title}>
      <PageHeader view={view} title={words.title} lead={words.lead} actions={add} />
      <SearchForm view={view} action={peoplePaths.list} label={words.search} hint={words.searchHint} q={q} />
      <div class="sheet">
        {people.length > 0 ? (
          <>
            <PeopleTable view={view} people={people} />
            <Paging
              view={view}
              summary={words.shown(people.length)}
              first={isFirstPage ? undefined : peoplePaths.list}
              next={next ?? undefined}
            />
          </>
        ) : (
          <Empty title={q ? words.nothingTitle : words.emptyTitle} text={q ? words.nothingText : words.emptyText}>
            {!q && add}
          </Empty>
        )}
      </div>
    </Shell>
  )
}

function PeopleTable({ view, people }: Pick<PeoplePageProps, 'view' | 'people'>) {
  const words = peopleTexts[view.lang]
  return (
    <Table
      view={view}
      caption={words.list.title}
      rows={people}
      columns={[
        {
          key: 'name',
          label: words.list.columns.name,
          head: true,
          cell: (person) => (
            <a class="row-title" href={peoplePaths.person(person.id)}>
              {person.fullName}
            </a>
          ),
        },
        {
          key: 'positions',
          label: words.list.columns.positions,
          cell: (person) =>
            person.positions.map(({ title, role, unitName }) => (
              <div>
                {title || words.roles[role] || role}, {unitName}
              </div>
            )),
        },
      ]}
    />
  )
}
