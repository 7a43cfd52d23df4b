import { shownDay } from '../../ui/dates.ts'
import { SelectField } from '../../ui/fields.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Status } from '../../ui/notice.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { FilterForm } from '../../ui/search-form.tsx'
import { Shell } from '../../ui/shell.tsx'
import { Empty } from '../../ui/states.tsx'
import { type Column, Paging, Table } from '../../ui/table.tsx'
import type { View } from '../../ui/view.ts'
import { dutyPaths, overviewPath } from '../paths.ts'
import type { UnitStanding } from '../queries/list-laggards.ts'
import type { OverviewQuery } from '../schema.ts'
import { calendarTexts } from '../texts/calendar.ts'
import { overviewTexts } from '../texts/overview.ts'
import { PlanField } from './plan-field.tsx'

interface OverviewPageProps {
  readonly view: View
  readonly query: OverviewQuery
  readonly rows: readonly UnitStanding[]
  readonly more: boolean
  readonly months: readonly {
    readonly month: string
    readonly due: number
    readonly done: number
    readonly late: number
  }[]
  readonly plans: readonly { readonly id: string; readonly title: string }[]
  readonly mayUrge: boolean
  /** Where the journal tells who was urged, and when; null for whoever does not read it. */
  readonly urged: string | null
}

/** Who lags and what comes, for those who follow a plan. */
export function OverviewPage(props: OverviewPageProps) {
  const { view, query, rows, more, mayUrge } = props
  const words = overviewTexts[view.lang]
  return (
    <Shell view={view} title={words.title} styles={['tasks']}>
      <PageHeader
        view={view}
        title={words.title}
        lead={words.lead}
        actions={
          <>
            <a class="button" href={dutyPaths.calendar}>
              {calendarTexts[view.lang].title}
            </a>
            {props.urged && (
              <a class="button" href={props.urged}>
                {words.urged}
              </a>
            )}
            {rows.length > 0 && (
              <a class="button" href={overviewPath(query, {}, dutyPaths.overviewSheet)}>
                <Icon name="download" />
                {words.download}
              </a>
            )}
          </>
        }
      />
      <Filters {...props} />
      {rows.length === 0 ? (
        <Nothing view={view} query={query} />
      ) : (
        <form class="sheet mb-6" method="get" action={dutyPaths.urge}>
          {query.plan && <input type="hidden" name="plan" value={query.plan} />}
          <Table view={view} caption={words.caption} columns={columnsOf(view, mayUrge)} rows={rows} />
          <Paging
            view={view}
            summary={words.shown(rows.length)}
            first={query.page > 0 ? overviewPath(query, { page: 0 }) : undefined}
            next={more ? overviewPath(query, { page: query.page + 1 }) : undefined}
          />
          {mayUrge && (
            <div class="pad page-actions no-print">
              <button class="button first" type="submit">
                {words.urge}
              </button>
              <button class="button" type="submit" name="all" value="1">
                {words.urgeAll}
              </button>
            </div>
          )}
        </form>
      )}
      <Months {...props} />
    </Shell>
  )
}

function Nothing({ view, query }: Pick<OverviewPageProps, 'view' | 'query'>) {
  const words = overviewTexts[view.lang]
  const isFiltered = Boolean(query.q || query.plan)
  return (
    <div class="sheet mb-6">
      <Empty
        title={isFiltered ? words.nothingTitle : words.emptyTitle}
        text={isFiltered ? words.nothingText : words.emptyText}
      >
        {query.show === 'late' && (
          <a class="button" href={overviewPath(query, { show: 'all', page: 0 })}>
            {words.shows.all}
          </a>
        )}
      </Empty>
    </div>
  )
}

function Filters({ view, query, plans }: OverviewPageProps) {
  const words = overviewTexts[view.lang]
  const shows = Object.entries(words.shows).map(([value, label]) => ({ value, label }))
  return (
    <FilterForm
      view={view}
      class="no-print"
      action={dutyPaths.overview}
      label={words.search}
      hint={words.searchHint}
      q={query.q}
    >
      <SelectField view={view} id="show" name="hien" label={words.show} value={query.show} options={shows} />
      <PlanField view={view} value={query.plan} plans={plans} />
    </FilterForm>
  )
}

function columnsOf(view: View, mayUrge: boolean): Column<UnitStanding>[] {
  const words = overviewTexts[view.lang]
  const { columns } = words
  const pick: Column<UnitStanding> = {
    key: 'pick',
    label: columns.pick,
    cell: (row) =>
      row.late > 0 && (
        <input type="checkbox" name="unit" value={row.unitId} aria-label={words.pickUnit(row.unitName)} />
      ),
  }
  return [
    ...(mayUrge ? [pick] : []),
    {
      key: 'unit',
      label: columns.unit,
      head: true,
      cell: (row) => (
        <a class="row-title" href={dutyPaths.ofUnit(row.unitId)} lang="vi">
          {row.unitName}
        </a>
      ),
    },
    {
      key: 'late',
      label: columns.late,
      number: true,
      cell: (row) => (row.late > 0 ? <Status tone="danger" label={String(row.late)} /> : 0),
    },
    {
      key: 'since',
      label: columns.since,
      short: true,
      cell: (row) => row.lateSince && <time dateTime={row.lateSince}>{shownDay(row.lateSince)}</time>,
    },
    { key: 'soon', label: columns.soon, number: true, cell: (row) => row.soon },
    { key: 'open', label: columns.open, number: true, cell: (row) => row.open },
    { key: 'done', label: columns.done, number: true, cell: (row) => row.done },
  ]
}

function Months({ view, months }: OverviewPageProps) {
  const words = overviewTexts[view.lang]
  const { monthColumns } = words
  if (months.length === 0) return null
  return (
    <section class="sheet" aria-labelledby="months">
      <h2 class="pad" id="months">
        {words.months}
      </h2>
      <Table
        view={view}
        caption={words.monthCaption}
        narrow
        rows={months}
        columns={[
          { key: 'month', label: monthColumns.month, head: true, cell: ({ month }) => shownDay(month) },
          { key: 'due', label: monthColumns.due, number: true, cell: ({ due }) => due },
          { key: 'done', label: monthColumns.done, number: true, cell: ({ done }) => done },
          { key: 'late', label: monthColumns.late, number: true, cell: ({ late }) => late },
        ]}
      />
    </section>
  )
}
