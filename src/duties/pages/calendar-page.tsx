import { weekdayOf } from '../../core/dates/working-days.ts'
import { shownDay } from '../../ui/dates.ts'
import { Csrf, ErrorSummary, SelectField, TypedField } from '../../ui/fields.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Shell } from '../../ui/shell.tsx'
import { Tabs } from '../../ui/states.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import type { View } from '../../ui/view.ts'
import { dutyPaths } from '../paths.ts'
import { dayKindsOffered } from '../schema.ts'
import type { CalendarDay } from '../statutory-days.ts'
import { calendarTexts } from '../texts/calendar.ts'
import { overviewTexts } from '../texts/overview.ts'

interface CalendarPageProps {
  readonly view: View
  readonly year: number
  readonly thisYear: number
  readonly entered: boolean
  readonly days: readonly CalendarDay[]
  readonly mayChange: boolean
  readonly typed: Readonly<Record<string, string>>
  readonly errors: Readonly<Record<string, string>>
}

/** The days off of a year, and their correction. */
export function CalendarPage(props: CalendarPageProps) {
  const { view, year, thisYear, entered, days, mayChange, errors } = props
  const words = calendarTexts[view.lang]
  return (
    <Shell view={view} title={words.title}>
      <PageHeader
        view={view}
        title={words.title}
        lead={words.lead}
        crumbs={[{ label: overviewTexts[view.lang].title, href: dutyPaths.overview }, { label: words.title }]}
      />
      <Tabs
        label={words.years}
        tabs={[thisYear - 1, thisYear, thisYear + 1, thisYear + 2].map((one) => ({
          href: dutyPaths.calendarYear(one),
          label: words.year(one),
          current: one === year,
        }))}
      />
      <ErrorSummary view={view} errors={Object.entries(errors).map(([id, message]) => ({ id, message }))} />
      {!entered && (
        <Notice view={view} tone="plain" text={words.byLaw}>
          {mayChange && (
            <form method="post" action={dutyPaths.calendarAccept} class="mt-2">
              <Csrf view={view} />
              <input type="hidden" name="year" value={year} />
              <button class="button small" type="submit">
                {words.accept}
              </button>
            </form>
          )}
        </Notice>
      )}
      <div class="sheet mb-6">
        <Table view={view} caption={words.caption} columns={columnsOf(view, mayChange)} rows={days} />
      </div>
      {mayChange && <AddForm {...props} />}
    </Shell>
  )
}

function columnsOf(view: View, mayChange: boolean): Column<CalendarDay>[] {
  const words = calendarTexts[view.lang]
  const { columns } = words
  const act: Column<CalendarDay> = {
    key: 'act',
    label: columns.act,
    cell: ({ on }) => (
      <form method="post" action={dutyPaths.calendarRemove}>
        <Csrf view={view} />
        <input type="hidden" name="on" value={on} />
        <button class="button small quiet" type="submit" aria-label={words.remove(shownDay(on))}>
          {words.removeOne}
        </button>
      </form>
    ),
  }
  return [
    {
      key: 'on',
      label: columns.on,
      head: true,
      short: true,
      cell: ({ on }) => (
        <time dateTime={on}>
          {shownDay(on)}, {words.weekdays[weekdayOf(on)]}
        </time>
      ),
    },
    { key: 'kind', label: columns.kind, cell: ({ kind }) => words.kinds[kind] },
    { key: 'name', label: columns.name, cell: ({ name }) => <span lang="vi">{name}</span> },
    { key: 'source', label: columns.source, cell: ({ source }) => <span lang="vi">{source}</span> },
    ...(mayChange ? [act] : []),
  ]
}

function AddForm({ view, year, typed, errors }: CalendarPageProps) {
  const words = calendarTexts[view.lang]
  const state = { view, typed, errors }
  return (
    <form class="sheet pad form" method="post" action={dutyPaths.calendar}>
      <Csrf view={view} />
      <h2>{words.add}</h2>
      <input type="hidden" name="year" value={year} />
      <TypedField {...state} id="on" type="date" label={words.on} required />
      <SelectField
        view={view}
        id="kind"
        name="kind"
        label={words.kind}
        value={typed['kind'] ?? 'holiday'}
        options={dayKindsOffered.map((kind) => ({ value: kind, label: words.kinds[kind] }))}
      />
      <TypedField {...state} id="name" label={words.name} required />
      <TypedField {...state} id="source" label={words.source} />
      <button class="button first" type="submit">
        {words.save}
      </button>
    </form>
  )
}
