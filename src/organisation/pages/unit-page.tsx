import { historyPaths } from '../../history/paths.ts'
import { historyTexts } from '../../history/texts/journal.ts'
import { shownDay } from '../../ui/dates.ts'
import { Notice } from '../../ui/notice.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Shell } from '../../ui/shell.tsx'
import { Facts } from '../../ui/states.tsx'
import { Paging, Table } from '../../ui/table.tsx'
import type { View } from '../../ui/view.ts'
import { clusterPaths, peoplePaths, unitPaths, unitsPath } from '../paths.ts'
import type { ListedCluster } from '../queries/find-cluster.ts'
import type { ListedUnit } from '../queries/list-units.ts'
import type { Kin, PastVersion, UnitPosition } from '../queries/unit-past.ts'
import type { Unit } from '../schema.ts'
import { clusterTexts } from '../texts/clusters.ts'
import { peopleTexts } from '../texts/people.ts'
import { unitKindTexts } from '../texts/unit-kinds.ts'
import { unitListTexts } from '../texts/unit-list.ts'
import { unitTexts } from '../texts/units.ts'
import { UnitSearch, unitColumnsOf } from './units-page.tsx'

export interface UnitPageProps {
  readonly view: View
  readonly unit: Unit
  readonly ancestors: readonly Unit[]
  readonly below: readonly ListedUnit[]
  /** The last shown, where more follow. */
  readonly next: number | null
  readonly isFirstPage: boolean
  readonly showsPast: boolean
  readonly past: readonly PastVersion[]
  readonly kin: readonly Kin[]
  /** Null where the actor may not see people. */
  readonly positions: readonly UnitPosition[] | null
  /** Open tasks that the unit has taken over, by the unit that owed them first. */
  readonly inherited: ReadonlyMap<number, number>
  /** Clusters and blocks in which the unit is today. */
  readonly clusters: readonly ListedCluster[]
  readonly mayChange: boolean
  readonly maySeeAccess: boolean
}

/** One unit: where it stands, what stands below it, who works there, and how it came to be. */
export function UnitPage(props: UnitPageProps) {
  const { view, unit, ancestors, mayChange } = props
  const words = unitTexts[view.lang]
  const crumbs = ancestors.map((above) =>
    above.id === unit.id ? { label: above.name } : { label: above.name, href: unitPaths.unit(above.id) },
  )
  const isLiving = unit.abolishedOn === null
  return (
    <Shell view={view} title={unit.name}>
      <PageHeader
        view={view}
        title={unit.name}
        crumbs={crumbs.length > 1 ? crumbs : []}
        lead={unitKindTexts[view.lang][unit.kind]}
        actions={
          mayChange &&
          isLiving && (
            <>
              <a class="button first" href={unitPaths.create(unit.id)}>
                {words.acts.create}
              </a>
              <a class="button" href={unitPaths.importList(unit.id)}>
                {unitListTexts[view.lang].title}
              </a>
            </>
          )
        }
      />
      {unit.abolishedOn && <Notice view={view} tone="amber" text={words.unit.abolished(shownDay(unit.abolishedOn))} />}
      <UnitSearch view={view} q="" />
      <Below {...props} />
      <People {...props} />
      <Clusters {...props} />
      <About {...props} />
      <Past {...props} />
      {props.maySeeAccess && <Access view={view} unit={unit} />}
      {mayChange && isLiving && <Acts view={view} unit={unit} />}
    </Shell>
  )
}

function Below({ view, unit, below, next, isFirstPage, showsPast, mayChange }: UnitPageProps) {
  const words = unitTexts[view.lang].unit
  return (
    <section class="sheet mb-6">
      {below.length > 0 ? (
        <Table view={view} caption={words.below} columns={unitColumnsOf(view, false)} rows={below} />
      ) : (
        <p class="pad">{mayChange ? words.nothingBelow : words.noneBelow}</p>
      )}
      <Paging
        view={view}
        summary={
          <>
            {below.length > 0 && <>{words.shown(below.length)} · </>}
            <a href={unitsPath({ past: !showsPast }, unit.id)}>{showsPast ? words.present : words.past}</a>
          </>
        }
        first={isFirstPage ? undefined : unitsPath({ past: showsPast }, unit.id)}
        next={next === null ? undefined : unitsPath({ past: showsPast, after: next }, unit.id)}
      />
    </section>
  )
}

function People({ view, positions }: UnitPageProps) {
  const words = unitTexts[view.lang].unit
  if (positions === null) return null
  return (
    <section class="sheet pad mb-6" aria-labelledby="people">
      <h2 id="people">{words.people}</h2>
      {positions.length === 0 && <p>{words.noPeople}</p>}
      <ul>
        {positions.map((position) => (
          <li>
            <a href={peoplePaths.person(position.personId)}>{position.fullName}</a>,{' '}
            {position.title || peopleTexts[view.lang].roles[position.role] || position.role}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Clusters({ view, unit, clusters }: UnitPageProps) {
  const words = clusterTexts[view.lang]
  return (
    <section class="sheet pad mb-6" aria-labelledby="clusters">
      <h2 id="clusters">{words.title}</h2>
      {clusters.length === 0 && <p>{words.inNone}</p>}
      <ul>
        {clusters.map(({ id, name, unitName, leaderName }) => (
          <li>
            <a href={clusterPaths.cluster(id)}>{name}</a> ({unitName})
            {leaderName === unit.name && <span class="row-note">{words.leadsNow}</span>}
          </li>
        ))}
      </ul>
      <p class="mt-4">
        <a href={clusterPaths.list}>{words.all}</a>
      </p>
    </section>
  )
}

function About({ view, unit, kin, inherited }: UnitPageProps) {
  const words = unitTexts[view.lang].unit
  const links = (side: Kin['side']) => {
    const found = kin.filter((one) => one.side === side)
    return found.length === 0
      ? null
      : found.map((one) => (
          <div>
            <a href={unitPaths.unit(one.id)}>{one.name}</a>{' '}
            {inherited.has(one.id) && words.inherited(inherited.get(one.id) ?? 0)}
          </div>
        ))
  }
  return (
    <section class="sheet pad mb-6" aria-labelledby="facts">
      <h2 id="facts">{words.facts}</h2>
      <Facts
        view={view}
        facts={[
          { label: words.shortName, value: unit.shortName },
          { label: words.code, value: unit.code },
          ...[
            { label: words.founded, value: unit.foundedOn && shownDay(unit.foundedOn) },
            { label: words.predecessors, value: links('predecessor') },
            { label: words.heirs, value: links('heir') },
          ].filter(({ value }) => value !== null),
        ]}
      />
    </section>
  )
}

function Past({ view, past, kin, mayChange }: UnitPageProps) {
  const words = unitTexts[view.lang]
  const last = past[0]?.changeId ?? null
  const ending = kin.find(({ side }) => side === 'heir')?.changeId ?? null
  const undoable = ending ?? last
  return (
    <section class="sheet pad mb-6" aria-labelledby="past">
      <h2 id="past">{words.unit.history}</h2>
      <ol>
        {past.map((version) => (
          <li>
            <strong>{version.name}</strong> ({unitKindTexts[view.lang][version.kind]}
            {version.parentName && `, ${version.parentName}`})
            {version.fromDate && ` ${words.unit.from(shownDay(version.fromDate))}`}
            {version.untilDate && ` ${words.unit.until(shownDay(version.untilDate))}`}
            {version.changeKind && `: ${words.changes[version.changeKind]}`}
            {version.decision && `, ${version.decision}`}
          </li>
        ))}
      </ol>
      {mayChange && undoable && (
        <p>
          <a class="button small" href={unitPaths.undo(undoable)}>
            {words.unit.undo}
          </a>
        </p>
      )}
    </section>
  )
}

function Access({ view, unit }: { view: View; unit: Unit }) {
  return (
    <p class="mb-6">
      <a href={`${historyPaths.onlookers}?unit=${unit.id}`}>{historyTexts[view.lang].onlookers.title}</a>
    </p>
  )
}

function Acts({ view, unit }: { view: View; unit: Unit }) {
  const words = unitTexts[view.lang].acts
  const acts =
    unit.parentId === null ? (['rename'] as const) : (['rename', 'move', 'merge', 'split', 'abolish'] as const)
  return (
    <section class="sheet pad" aria-labelledby="acts">
      <h2 id="acts">{words.more}</h2>
      <div class="page-actions">
        {acts.map((act) => (
          <a class={act === 'abolish' ? 'button grave' : 'button'} href={unitPaths[act](unit.id)}>
            {words[act]}
          </a>
        ))}
      </div>
    </section>
  )
}
