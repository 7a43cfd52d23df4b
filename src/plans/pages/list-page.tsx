import { shownInstant } from '../../ui/dates.ts'
import { Csrf, SelectField } from '../../ui/fields.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Status } from '../../ui/notice.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { FilterForm } from '../../ui/search-form.tsx'
import { Shell } from '../../ui/shell.tsx'
import { Empty } from '../../ui/states.tsx'
import { type Column, Paging, Table } from '../../ui/table.tsx'
import { texts as uiTexts } from '../../ui/texts.ts'
import type { Tone, View } from '../../ui/view.ts'
import { listPath, planPaths } from '../paths.ts'
import { reviewPaths } from '../review/paths.ts'
import { type DocumentRow, type ListQuery, planStates } from '../schema.ts'
import { listingTexts } from '../texts/listing.ts'
import { reviewTexts } from '../texts/review.ts'
import { type PlanState, reviewStates, runningStates } from '../workflow.ts'
import { shownDate, shownDay } from './dates.ts'

export const stateTones: Readonly<Record<PlanState, Tone>> = {
  uploaded: 'plain',
  reading: 'river',
  read: 'amber',
  failed: 'danger',
  cancelled: 'plain',
  drafted: 'amber',
  'in-force': 'leaf',
  ended: 'plain',
  applied: 'plain',
}

/** States in which the items of a plan are known. */
const countedStates: ReadonlySet<PlanState> = new Set([...reviewStates, ...runningStates])

interface ListPageProps {
  readonly view: View
  readonly query: ListQuery
  readonly rows: readonly DocumentRow[]
  readonly next: string | null
  readonly counts: ReadonlyMap<string, number>
  readonly mayImport: boolean
}

/** All plans within reach: found, narrowed, sorted, page by page. */
export function ListPage({ view, query, rows, next, counts, mayImport }: ListPageProps) {
  const words = listingTexts[view.lang].list
  const isEmpty = counts.size === 0
  return (
    <Shell view={view} title={words.title}>
      <PageHeader
        view={view}
        title={words.title}
        lead={words.lead}
        actions={mayImport && !isEmpty && <Beginnings view={view} />}
      />
      {!isEmpty && <Filters view={view} query={query} counts={counts} />}
      <div class="sheet">
        {rows.length > 0 ? (
          <>
            <Table view={view} caption={words.caption} columns={columnsOf(view, query)} rows={rows} />
            <Paging
              view={view}
              summary={words.shown(rows.length)}
              first={query.after ? listPath(query) : undefined}
              next={next ? listPath(query, { after: next }) : undefined}
            />
          </>
        ) : (
          <NoRows view={view} isEmpty={isEmpty} mayImport={mayImport} />
        )}
      </div>
    </Shell>
  )
}

/** How a plan comes into the house: as a document that is read, or written here from nothing. */
function Beginnings({ view }: { view: View }) {
  return (
    <>
      <a class="button first" href={planPaths.import}>
        <Icon name="upload" />
        {listingTexts[view.lang].list.import}
      </a>
      <form method="post" action={reviewPaths.draft}>
        <Csrf view={view} />
        <button class="button" type="submit">
          <Icon name="document" />
          {reviewTexts[view.lang].draft}
        </button>
      </form>
    </>
  )
}

function NoRows({ view, isEmpty, mayImport }: Pick<ListPageProps, 'view' | 'mayImport'> & { isEmpty: boolean }) {
  const words = listingTexts[view.lang].list
  if (isEmpty) {
    return (
      <Empty title={words.emptyTitle} text={words.emptyText}>
        {mayImport && <Beginnings view={view} />}
      </Empty>
    )
  }
  return (
    <Empty title={words.nothingTitle} text={words.nothingText}>
      <a class="button" href={planPaths.list}>
        {uiTexts[view.lang].clearFilter}
      </a>
    </Empty>
  )
}

function Filters({ view, query, counts }: Pick<ListPageProps, 'view' | 'query' | 'counts'>) {
  const words = listingTexts[view.lang]
  const states = planStates.map((state) => ({
    value: state,
    label: `${words.states[state]} (${counts.get(state) ?? 0})`,
  }))
  const sorts = Object.entries(words.list.sorts).map(([value, label]) => ({ value, label }))
  return (
    <FilterForm
      view={view}
      action={planPaths.list}
      label={words.list.search}
      hint={words.list.searchHint}
      q={query.q}
      whole={query.q || query.state ? planPaths.list : null}
    >
      <SelectField
        view={view}
        id="state"
        name="state"
        label={words.list.state}
        value={query.state ?? ''}
        options={[{ value: '', label: uiTexts[view.lang].all }, ...states]}
      />
      <SelectField view={view} id="sort" name="sort" label={words.list.sort} value={query.sort} options={sorts} />
    </FilterForm>
  )
}

function columnsOf(view: View, query: ListQuery): Column<DocumentRow>[] {
  const { columns } = listingTexts[view.lang].list
  const { states } = listingTexts[view.lang]
  const sorted = (sort: ListQuery['sort'], direction: 'up' | 'down') => ({
    sortHref: listPath(query, { sort }),
    sorted: query.sort === sort ? direction : undefined,
  })
  return [
    { key: 'plan', label: columns.plan, head: true, ...sorted('title', 'up'), cell: (row) => <PlanCell row={row} /> },
    { key: 'number', label: columns.number, short: true, cell: (row) => row.number },
    {
      key: 'issued',
      label: columns.issued,
      short: true,
      ...sorted('issued', 'down'),
      cell: (row) => row.issued && <time dateTime={row.issued}>{shownDate(view.lang, row.issued)}</time>,
    },
    {
      key: 'state',
      label: columns.state,
      cell: (row) => <Status tone={stateTones[row.state]} label={states[row.state]} />,
    },
    {
      key: 'fields',
      label: columns.fields,
      number: true,
      cell: (row) => (countedStates.has(row.state) ? row.fieldCount : null),
    },
    {
      key: 'questions',
      label: columns.questions,
      number: true,
      cell: ({ state, questionCount: count }) =>
        countedStates.has(state) && (count > 0 ? <Status tone="amber" label={String(count)} /> : count),
    },
    {
      key: 'created',
      label: columns.created,
      short: true,
      ...sorted('newest', 'down'),
      cell: (row) => (
        <time dateTime={row.createdAt.toISOString()} title={shownInstant(view.lang, row.createdAt)}>
          {shownDay(view.lang, row.createdAt)}
        </time>
      ),
    },
  ]
}

function PlanCell({ row }: { row: DocumentRow }) {
  return (
    <>
      <a class="row-title" href={planPaths.document(row.id)}>
        {row.title ?? row.name}
      </a>
      {row.issuer && <span class="row-note">{row.issuer}</span>}
    </>
  )
}
