import { shownDay } from '../../ui/dates.ts'
import { PageHeader } from '../../ui/page-header.tsx'
import { Shell } from '../../ui/shell.tsx'
import { Empty } from '../../ui/states.tsx'
import { type Column, Paging, Table } from '../../ui/table.tsx'
import type { View } from '../../ui/view.ts'
import { clusterPaths, clustersPath, unitPaths } from '../paths.ts'
import type { ListedCluster } from '../queries/find-cluster.ts'
import { clusterTexts } from '../texts/clusters.ts'
import { unitTexts } from '../texts/units.ts'

interface ClustersPageProps {
  readonly view: View
  readonly clusters: readonly ListedCluster[]
  readonly past: boolean
  readonly next: string | null
  readonly isFirstPage: boolean
  readonly mayChange: boolean
}

export function ClustersPage({ view, clusters, past, next, isFirstPage, mayChange }: ClustersPageProps) {
  const words = clusterTexts[view.lang]
  const units = unitTexts[view.lang].list.title
  const add = mayChange && (
    <a class="button first" href={clusterPaths.add}>
      {words.add}
    </a>
  )
  return (
    <Shell view={view} title={words.title}>
      <PageHeader
        view={view}
        title={words.title}
        lead={words.lead}
        crumbs={[{ label: units, href: unitPaths.list }, { label: words.title }]}
        actions={add}
      />
      <div class="sheet mb-6">
        {clusters.length > 0 ? (
          <>
            <Table view={view} caption={words.title} columns={columnsOf(view)} rows={clusters} />
            <Paging
              view={view}
              summary={words.shown(clusters.length)}
              first={isFirstPage ? undefined : clustersPath({ past })}
              next={next ?? undefined}
            />
          </>
        ) : (
          <Empty title={words.emptyTitle} text={words.emptyText}>
            {add}
          </Empty>
        )}
      </div>
      <p>
        <a href={clustersPath({ past: !past })}>{past ? words.present : words.past}</a>
      </p>
    </Shell>
  )
}

function columnsOf(view: View): Column<ListedCluster>[] {
  const words = clusterTexts[view.lang]
  return [
    {
      key: 'name',
      label: words.columns.name,
      head: true,
      cell: (one) => (
        <>
          <a class="row-title" href={clusterPaths.cluster(one.id)}>
            {one.name}
          </a>
          {one.endedOn && <span class="row-note">{words.ended(shownDay(one.endedOn))}</span>}
        </>
      ),
    },
    { key: 'kind', label: words.columns.kind, cell: (one) => words.kinds[one.kind] },
    { key: 'unit', label: words.columns.unit, cell: (one) => one.unitName },
    { key: 'members', label: words.columns.members, number: true, cell: (one) => one.memberCount },
    { key: 'leader', label: words.columns.leader, cell: (one) => one.leaderName },
  ]
}
