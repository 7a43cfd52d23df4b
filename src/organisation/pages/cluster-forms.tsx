import { Csrf, describedBy, ErrorSummary, Field, SelectField, TypedField } from '../../ui/fields.tsx'
import { type Crumb, PageHeader } from '../../ui/page-header.tsx'
import { Shell } from '../../ui/shell.tsx'
import type { View } from '../../ui/view.ts'
import { clusterPaths } from '../paths.ts'
import type { ClusterDetail } from '../queries/find-cluster.ts'
import { clusterKinds } from '../schema.ts'
import { clusterTexts } from '../texts/clusters.ts'

export interface ClusterPageProps {
  readonly view: View
  readonly cluster: ClusterDetail
  readonly mayChange: boolean
  /** What was typed into one of the page's forms, and what is wrong with it. */
  readonly typed: Readonly<Record<string, string>>
  readonly errors: Readonly<Record<string, string>>
}

/** Members, the leader of a year, the name: each with a button of its own. */
export function ClusterForms(props: ClusterPageProps) {
  const { view, cluster } = props
  const words = clusterTexts[view.lang].form
  return (
    <>
      <MembersForm {...props} />
      <LeaderForm {...props} />
      <section class="sheet pad mb-6" aria-labelledby="naming">
        <h2 id="naming">{words.rename}</h2>
        <form class="form" method="post" action={clusterPaths.rename(cluster.id)}>
          <Csrf view={view} />
          <NameFields {...props} typed={{ name: cluster.name, kind: cluster.kind, ...props.typed }} />
          <button class="button" type="submit">
            {words.save}
          </button>
        </form>
      </section>
      <p>
        <a class="button grave" href={clusterPaths.end(cluster.id)}>
          {words.end}
        </a>
      </p>
    </>
  )
}

function MembersForm(props: ClusterPageProps) {
  const { view, cluster, typed, errors } = props
  const words = clusterTexts[view.lang].form
  return (
    <section class="sheet pad mb-6" aria-labelledby="joining">
      <h2 id="joining">{words.addMembers}</h2>
      <form class="form" method="post" action={clusterPaths.addMembers(cluster.id)}>
        <Csrf view={view} />
        <Field view={view} id="partners" label={words.units} hint={words.unitsHint} error={errors['partners']} required>
          <textarea
            class="input"
            id="partners"
            name="partners"
            rows={4}
            aria-describedby={describedBy('partners', words.unitsHint, errors['partners'])}
          >
            {typed['partners'] ?? ''}
          </textarea>
        </Field>
        <TypedField {...props} id="from" type="date" label={words.from} required />
        <button class="button first" type="submit">
          {words.addMembers}
        </button>
      </form>
    </section>
  )
}

function LeaderForm(props: ClusterPageProps) {
  const { view, cluster, typed, errors } = props
  const words = clusterTexts[view.lang].form
  const members = new Map(cluster.members.map(({ unitId, name }) => [unitId, name]))
  if (members.size === 0) return null
  const options = [...members].map(([unitId, name]) => ({ value: String(unitId), label: name }))
  return (
    <section class="sheet pad mb-6" aria-labelledby="leading">
      <h2 id="leading">{words.lead}</h2>
      <form class="form" method="post" action={clusterPaths.lead(cluster.id)}>
        <Csrf view={view} />
        <TypedField {...props} id="year" type="number" label={words.year} required />
        <SelectField
          view={view}
          id="unit"
          name="unit"
          label={words.leader}
          value={typed['unit'] ?? ''}
          options={[{ value: '', label: words.nobody }, ...options]}
          error={errors['unit']}
        />
        <button class="button" type="submit">
          {words.save}
        </button>
      </form>
    </section>
  )
}

interface FormProps {
  readonly view: View
  readonly typed: Readonly<Record<string, string>>
  readonly errors: Readonly<Record<string, string>>
}

function NameFields({ view, typed, errors }: FormProps) {
  const words = clusterTexts[view.lang]
  return (
    <>
      <TypedField {...{ view, typed, errors }} id="name" label={words.form.name} hint={words.form.nameHint} required />
      <SelectField
        view={view}
        id="kind"
        name="kind"
        label={words.form.kind}
        value={typed['kind'] ?? 'cluster'}
        options={clusterKinds.map((kind) => ({ value: kind, label: words.kinds[kind] }))}
        error={errors['kind']}
      />
    </>
  )
}

interface FrameProps extends FormProps {
  readonly title: string
  readonly lead?: string
  readonly crumbs?: readonly Crumb[]
}

function Head({ view, title, lead, crumbs = [], errors }: FrameProps) {
  const list = { label: clusterTexts[view.lang].title, href: clusterPaths.list }
  return (
    <>
      <PageHeader view={view} title={title} crumbs={[list, ...crumbs, { label: title }]} {...(lead ? { lead } : {})} />
      <ErrorSummary view={view} errors={Object.entries(errors).map(([id, message]) => ({ id, message }))} />
    </>
  )
}

export function NewClusterPage(props: FormProps) {
  const { view } = props
  const words = clusterTexts[view.lang]
  return (
    <Shell view={view} title={words.add}>
      <Head {...props} title={words.add} lead={words.lead} />
      <form class="sheet pad form" method="post" action={clusterPaths.add}>
        <Csrf view={view} />
        <TypedField {...props} id="unit" label={words.form.unit} required />
        <NameFields {...props} />
        <button class="button first" type="submit">
          {words.form.create}
        </button>
      </form>
    </Shell>
  )
}

type OfClusterProps = FormProps & { readonly cluster: ClusterDetail }
const crumbOf = ({ id, name }: ClusterDetail) => [{ label: name, href: clusterPaths.cluster(id) }]

/** One unit leaves: the last day is asked for. */
export function EndMemberPage(props: OfClusterProps & { readonly unitId: number; readonly unitName: string }) {
  const { view, cluster, unitId, unitName } = props
  const words = clusterTexts[view.lang]
  return (
    <Shell view={view} title={words.leaveTitle}>
      <Head {...props} title={words.leaveTitle} lead={unitName} crumbs={crumbOf(cluster)} />
      <form class="sheet pad form" method="post" action={clusterPaths.endMember(cluster.id, unitId)}>
        <Csrf view={view} />
        <TypedField {...props} id="until" type="date" label={words.lastDay} required />
        <button class="button first" type="submit">
          {words.leave}
        </button>
      </form>
    </Shell>
  )
}

export function EndClusterPage(props: OfClusterProps) {
  const { view, cluster } = props
  const words = clusterTexts[view.lang].form
  const count = cluster.members.filter(({ untilDate }) => untilDate === null).length
  return (
    <Shell view={view} title={words.endTitle}>
      <Head {...props} title={words.endTitle} lead={words.endLead(cluster.name, count)} crumbs={crumbOf(cluster)} />
      <form class="sheet pad form" method="post" action={clusterPaths.end(cluster.id)}>
        <Csrf view={view} />
        <TypedField {...props} id="on" type="date" label={words.endedOn} required />
        <button class="button grave first" type="submit">
          {words.end}
        </button>
      </form>
    </Shell>
  )
}
