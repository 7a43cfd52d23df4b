import type { Json } from '../../platform/canonical-json.ts'
import { shownDay, shownInstant } from '../../ui/dates.ts'
import { SelectField, TextField } from '../../ui/fields.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Shell } from '../../ui/shell.tsx'
import { Empty } from '../../ui/states.tsx'
import { Paging, Table } from '../../ui/table.tsx'
import { texts as uiTexts } from '../../ui/texts.ts'
import type { View } from '../../ui/view.ts'
import type { JournalLine } from '../list-history.ts'
import { historyPaths, type JournalFilter, journalPath } from '../paths.ts'
import { namesIn, otherOf } from '../subject-names.ts'
import { factTexts } from '../texts/facts.ts'
import { historyTexts } from '../texts/journal.ts'

/** Of those that one entry concerns. */
const MOST_NAMES = 3

interface JournalPageProps {
  readonly view: View
  readonly filter: JournalFilter
  readonly lines: readonly JournalLine[]
  /** Who or what the entries concern, by id. */
  readonly names: ReadonlyMap<string, string>
  readonly next: string | null
  readonly isFirstPage: boolean
}

export function JournalPage({ view, filter, lines, names, next, isFirstPage }: JournalPageProps) {
  const words = historyTexts[view.lang]
  return (
    <Shell view={view} title={words.title}>
      <PageHeader view={view} title={words.title} lead={words.lead} />
      <Filters view={view} filter={filter} />
      <div class="sheet">
        {lines.length > 0 ? (
          <>
            <Lines view={view} filter={filter} lines={lines} names={names} />
            <Paging
              view={view}
              summary={words.shown(lines.length)}
              first={isFirstPage ? undefined : journalPath(filter)}
              next={next ? journalPath(filter, next) : undefined}
            />
          </>
        ) : (
          <Empty title={words.emptyTitle} text={words.emptyText}>
            <a class="button" href={historyPaths.journal}>
              {uiTexts[view.lang].clearFilter}
            </a>
          </Empty>
        )}
      </div>
    </Shell>
  )
}

function Filters({ view, filter }: Pick<JournalPageProps, 'view' | 'filter'>) {
  const words = historyTexts[view.lang]
  const events = Object.entries(words.events).map(([value, label]) => ({ value, label }))
  return (
    <form class="filters" method="get" action={historyPaths.journal}>
      {filter.unit !== null && <input type="hidden" name="unit" value={filter.unit} />}
      {filter.actor !== null && <input type="hidden" name="actor" value={filter.actor} />}
      {filter.subject !== null && <input type="hidden" name="subject" value={filter.subject} />}
      <SelectField
        view={view}
        id="event"
        name="event"
        label={words.filter.event}
        value={filter.event ?? ''}
        options={[{ value: '', label: words.filter.all }, ...events]}
      />
      <TextField view={view} id="from" name="from" type="date" label={words.filter.from} value={filter.from ?? ''} />
      <TextField
        view={view}
        id="until"
        name="until"
        type="date"
        label={words.filter.until}
        value={filter.until ?? ''}
      />
      <button class="button" type="submit">
        {uiTexts[view.lang].filter}
      </button>
      {Object.values(filter).some((part) => part !== null) && (
        <a class="button quiet" href={historyPaths.journal}>
          {uiTexts[view.lang].clearFilter}
        </a>
      )}
    </form>
  )
}

function Lines({ view, filter, lines, names }: Pick<JournalPageProps, 'view' | 'filter' | 'lines' | 'names'>) {
  const words = historyTexts[view.lang]
  return (
    <Table
      view={view}
      caption={words.title}
      rows={lines}
      columns={[
        {
          key: 'event',
          label: words.columns.event,
          head: true,
          cell: (line) => (
            <>
              <span class="row-title">{words.events[line.event] ?? line.event}</span>
              <Subject filter={filter} line={line} names={names} />
            </>
          ),
        },
        { key: 'actor', label: words.columns.actor, cell: (line) => <Actor {...{ view, filter, line, names }} /> },
        {
          key: 'unit',
          label: words.columns.unit,
          cell: (line) => <a href={journalPath({ ...filter, unit: line.unitId })}>{line.unitName}</a>,
        },
        {
          key: 'at',
          label: words.columns.at,
          cell: (line) => (
            <time dateTime={line.at.toISOString()} class="whitespace-nowrap">
              {shownInstant(view.lang, line.at)}
            </time>
          ),
        },
        { key: 'change', label: words.columns.change, cell: (line) => <Change view={view} value={line.change} /> },
      ]}
    />
  )
}

/** Whom or what an entry concerns; the link narrows the journal to it. */
function Subject({ filter, line, names }: Pick<JournalPageProps, 'filter' | 'names'> & { line: JournalLine }) {
  const name = names.get(line.subjectId)
  const other = names.get(otherOf(line.change) ?? '')
  if (name === undefined) return <NamedInFacts change={line.change} />
  return (
    <span class="row-note">
      <a href={journalPath({ ...filter, subject: line.subjectId })}>{name}</a>
      {other && ` → ${other}`}
    </span>
  )
}

/** Units and clusters stand in the facts by name; of many the first. */
function NamedInFacts({ change }: Pick<JournalLine, 'change'>) {
  const names = namesIn(change)
  if (names.length === 0) return null
  return (
    <span class="row-note">
      {[...names.slice(0, MOST_NAMES), ...(names.length > MOST_NAMES ? ['…'] : [])].join(', ')}
    </span>
  )
}

/** What only the person themselves does, by their password or their code, before they are signed in. */
const ONESELF = new Set(['session.started', 'password.set'])

function Actor({
  view,
  filter,
  line,
  names,
}: Pick<JournalPageProps, 'view' | 'filter' | 'names'> & { line: JournalLine }) {
  if (line.actorName && line.actorId)
    return <a href={journalPath({ ...filter, actor: line.actorId })}>{line.actorName}</a>
  const oneself = line.actorKind === 'visitor' && ONESELF.has(line.event) ? names.get(line.subjectId) : undefined
  if (oneself) return <>{oneself}</>
  return <>{historyTexts[view.lang].actors[line.actorKind] ?? line.actorKind}</>
}

/** The facts of an entry that people have words for; folded away, because most readers only want who and when. */
function Change({ view, value }: { view: View; value: Json }) {
  const words = factTexts[view.lang]
  const members = value !== null && typeof value === 'object' ? Object.entries(value) : []
  const told = members.filter(([name]) => name in words.facts)
  if (told.length === 0) return null
  return (
    <details>
      <summary class="whitespace-nowrap">{historyTexts[view.lang].columns.change}</summary>
      <dl class="facts">
        {told.map(([name, member]) => (
          <>
            <dt>{words.facts[name]}</dt>
            <dd>{shown(view, member ?? null)}</dd>
          </>
        ))}
      </dl>
    </details>
  )
}

function shown(view: View, value: Json): string {
  const words = factTexts[view.lang]
  if (value === null || value === '') return words.none
  if (typeof value === 'string')
    return /^\d{4}-\d\d-\d\d$/.test(value) ? shownDay(value) : (words.values[value] ?? value)
  if (typeof value !== 'object') return String(value)
  if ('erased' in value) return words.erased
  if (Array.isArray(value)) return value.map((member: Json) => shown(view, member)).join('; ')
  const members = Object.entries(value).filter(([name]) => name in words.facts)
  return members.map(([name, member]) => `${words.facts[name]}: ${shown(view, member ?? null)}`).join(', ')
}
