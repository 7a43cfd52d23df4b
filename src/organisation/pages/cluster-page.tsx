import { shownDay } from '../../ui/dates.ts'
import { Csrf, ErrorSummary } from '../../ui/fields.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Shell } from '../../ui/shell.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { clusterPaths, unitPaths } from '../paths.ts'
import type { ClusterMember } from '../queries/find-cluster.ts'
import { dayBefore } from '../rules.ts'
import { clusterTexts } from '../texts/clusters.ts'
import { ClusterForms, type ClusterPageProps } from './cluster-forms.tsx'

/** One cluster or block: who is in it, who leads it, and the forms that change it. */
export function ClusterPage(props: ClusterPageProps) {
  const { view, cluster, errors } = props
  const words = clusterTexts[view.lang]
  return (
    <Shell view={view} title={cluster.name}>
      <PageHeader
        view={view}
        title={cluster.name}
        lead={
          <>
            {words.kinds[cluster.kind]}, <a href={unitPaths.unit(cluster.unitId)}>{cluster.unitName}</a>
          </>
        }
        crumbs={[{ label: words.title, href: clusterPaths.list }, { label: cluster.name }]}
      />
      {cluster.endedOn && <Notice view={view} tone="amber" text={words.ended(shownDay(cluster.endedOn))} />}
      <ErrorSummary view={view} errors={Object.entries(errors).map(([id, message]) => ({ id, message }))} />
      <Members {...props} />
      <Leaders {...props} />
      {mayBeChanged(props) && <ClusterForms {...props} />}
    </Shell>
  )
}

const mayBeChanged = ({ mayChange, cluster }: ClusterPageProps) => mayChange && cluster.endedOn === null

function Members(props: ClusterPageProps) {
  const { view, cluster } = props
  const words = clusterTexts[view.lang]
  if (cluster.members.length === 0) return <p class="sheet pad mb-6">{words.noMembers}</p>
  const columns: Column<ClusterMember>[] = [
    {
      key: 'unit',
      label: words.memberColumns.unit,
      head: true,
      cell: (member) => (
        <>
          <a class="row-title" href={unitPaths.unit(member.unitId)}>
            {member.name}
          </a>
          {member.abolishedOn && <span class="row-note">{words.memberEnded(shownDay(member.abolishedOn))}</span>}
        </>
      ),
    },
    { key: 'from', label: words.memberColumns.from, short: true, cell: (member) => shownDay(member.fromDate) },
    {
      key: 'until',
      label: words.memberColumns.until,
      short: true,
      cell: (member) => member.untilDate && shownDay(dayBefore(member.untilDate)),
    },
  ]
  const act: Column<ClusterMember> = {
    key: 'act',
    label: words.memberColumns.act,
    cell: (member) => member.untilDate === null && <MemberActs {...props} member={member} />,
  }
  return (
    <section class="sheet mb-6">
      <Table
        view={view}
        caption={words.members}
        rows={cluster.members}
        columns={mayBeChanged(props) ? [...columns, act] : columns}
      />
    </section>
  )
}

function MemberActs({ view, cluster, member }: ClusterPageProps & { member: ClusterMember }) {
  const words = clusterTexts[view.lang]
  const { heirs, abolishedOn, unitId } = member
  return (
    <div class="page-actions">
      {abolishedOn !== null && heirs.length > 0 && (
        <form method="post" action={clusterPaths.replaceMember(cluster.id, unitId)}>
          <Csrf view={view} />
          <button class="button small first" type="submit">
            {words.replace(heirs.map(({ name }) => name).join(', '))}
          </button>
        </form>
      )}
      <a class="button small" href={clusterPaths.endMember(cluster.id, unitId)}>
        {words.leave}
        <span class="sr-only"> {member.name}</span>
      </a>
    </div>
  )
}

function Leaders({ view, cluster }: ClusterPageProps) {
  const words = clusterTexts[view.lang]
  return (
    <section class="sheet pad mb-6" aria-labelledby="leaders">
      <h2 id="leaders">{words.leaders}</h2>
      {cluster.leaders.length === 0 && <p>{words.noLeaders}</p>}
      <ul>
        {cluster.leaders.map(({ year, unitName }) => (
          <li>{words.leads(year, unitName)}</li>
        ))}
      </ul>
    </section>
  )
}
