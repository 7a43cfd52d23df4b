import { likelyKind } from '../../organisation/likely-kind.ts'
import { unitPaths } from '../../organisation/paths.ts'
import { unitKinds } from '../../organisation/schema.ts'
import { unitKindTexts } from '../../organisation/texts/unit-kinds.ts'
import { Csrf, ErrorSummary, SelectField, TextField } from '../../ui/fields.tsx'
import { Status } from '../../ui/notice.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Shell } from '../../ui/shell.tsx'
import type { Tone, View } from '../../ui/view.ts'
import { planPaths } from '../paths.ts'
import { unitTexts } from '../texts/units.ts'
import { functionId } from '../units/function-holders.ts'
import { nameToCreate } from '../units/new-unit.ts'
import type { PlanName, PlanNames } from '../units/plan-names.ts'
import { Functions, type ShownFunction } from './functions-of-name.tsx'

interface UnitsPageProps {
  readonly view: View
  readonly plan: { readonly id: string; readonly title: string; readonly unitId: number }
  readonly names: PlanNames
  /** Who holds the functions that names stand for, by `functionId`. */
  readonly functions: ReadonlyMap<string, ShownFunction>
  readonly mayChange: boolean
  /** May the actor make units below the plan's own? */
  readonly mayCreate: boolean
  readonly typed: URLSearchParams | null
  readonly errors: Readonly<Record<string, string>>
}

const tones = { confirmed: 'leaf', ignored: 'plain', matched: 'river', open: 'amber' } as const satisfies Record<
  PlanName['state'],
  Tone
>

/** Which unit each printed name of the plan stands for: one form for all of them. */
export function UnitsPage(props: UnitsPageProps) {
  const { view, plan, names, mayChange, errors } = props
  const words = unitTexts[view.lang]
  const listed = names.names.map((name, index) => ({ name, index }))
  const groups = [
    ['open', words.openNames, listed.filter(({ name }) => name.state === 'open')],
    ['clear', words.clearNames, listed.filter(({ name }) => name.state !== 'open')],
  ] as const
  const open = groups[0][2].length
  return (
    <Shell view={view} title={words.title} styles={['units-of-plan']} scripts={['unsaved']}>
      <PageHeader
        view={view}
        title={words.title}
        lead={words.lead}
        crumbs={[{ label: plan.title, href: planPaths.document(plan.id) }, { label: words.title }]}
        actions={open > 0 && <Status tone="amber" label={words.open(open)} />}
      />
      <ErrorSummary view={view} errors={Object.entries(errors).map(([id, message]) => ({ id, message }))} />
      {names.names.length === 0 && <p class="sheet pad missing">{words.none}</p>}
      <form method="post" action={planPaths.units(plan.id)} data-unsaved>
        <Csrf view={view} />
        {/* What Enter presses: the first button of a form, which else would be a way out of it. */}
        <button type="submit" hidden />
        {groups.map(
          ([id, heading, members]) =>
            members.length > 0 && (
              <section class="mb-6" aria-labelledby={id}>
                <h2 id={id}>
                  {heading} <span class="count">{members.length}</span>
                </h2>
                {id === 'open' && mayChange && <OpenHint {...props} />}
                {members.map((member) => (
                  <Name {...props} {...member} />
                ))}
                {mayChange && <SaveBar view={view} plan={plan} />}
              </section>
            ),
        )}
      </form>
    </Shell>
  )
}

/** How a name is typed, and where units are entered that one common name stands for. */
function OpenHint({ view, plan, mayCreate }: UnitsPageProps) {
  const words = unitTexts[view.lang]
  return (
    <p class="hint">
      {words.otherHint}{' '}
      {mayCreate && (
        <>
          {words.groupHint} <a href={unitPaths.unit(plan.unitId)}>{words.toUnits}</a>
        </>
      )}
    </p>
  )
}

function SaveBar({ view, plan }: Pick<UnitsPageProps, 'view' | 'plan'>) {
  const words = unitTexts[view.lang]
  return (
    <p class="page-actions">
      <button class="button first" type="submit">
        {words.save}
      </button>
      <a class="button" href={planPaths.document(plan.id)}>
        {words.back}
      </a>
    </p>
  )
}

function Name(props: UnitsPageProps & { name: PlanName; index: number }) {
  const { view, name, index, mayChange, errors } = props
  const words = unitTexts[view.lang]
  const isOpen = name.state === 'open'
  return (
    <fieldset class="sheet pad name-of-unit" id={`name-${index}`} disabled={!mayChange}>
      <legend>
        <strong lang="vi">{name.name}</strong>{' '}
        {!isOpen && <Status tone={tones[name.state]} label={words.states[name.state]} />}
      </legend>
      <input type="hidden" name={`name${index}`} value={name.name} />
      <p class="hint">{rolesOf(view, name)}</p>
      <Choices {...props} />
      <Functions
        view={view}
        functions={name.units.flatMap((unit) => props.functions.get(functionId(unit)) ?? [])}
        back={`${planPaths.units(props.plan.id)}#name-${index}`}
        savesFirst={mayChange}
      />
      {mayChange && isOpen && <Others {...props} />}
      {mayChange && !isOpen && (
        <details open={errors[`other${index}`] !== undefined}>
          <summary>{words.otherwise}</summary>
          <Others {...props} />
        </details>
      )}
    </fieldset>
  )
}

/** What the name may stand for besides what is proposed: a unit to be made, another one, none. */
function Others(props: UnitsPageProps & { name: PlanName; index: number }) {
  const { view, name, index, typed, errors } = props
  const words = unitTexts[view.lang]
  const isIgnored = typed ? typed.has(`ignore${index}`) : name.state === 'ignored'
  return (
    <div class="others">
      <div>
        {props.mayCreate && <Creation {...props} />}
        <label class="check">
          <input type="checkbox" name={`ignore${index}`} value="1" checked={isIgnored} />
          <span>{words.ignore}</span>
        </label>
      </div>
      <TextField
        view={view}
        id={`other${index}`}
        name={`other${index}`}
        label={words.other}
        value={typed?.get(`other${index}`) ?? ''}
        error={errors[`other${index}`]}
      />
    </div>
  )
}

function rolesOf(view: View, { uses }: PlanName): string {
  const words = unitTexts[view.lang]
  const roles = Map.groupBy(uses, ({ role }) => role)
  return [...roles].map(([role, used]) => words.times(words.roles[role], used.length)).join(', ')
}

/** Proposals and what stands for it now, each once, as boxes: a name may mean several units. */
function Choices({ view, names, name, index, typed }: UnitsPageProps & { name: PlanName; index: number }) {
  const words = unitTexts[view.lang]
  const chosen = new Set(name.units.map(({ unitId, title }) => `${unitId}:${title}`))
  const offered = new Map(
    name.proposals.map((proposal) => [`${proposal.unitId}:${proposal.title}`, words.reasons[proposal.reason]]),
  )
  for (const key of chosen) if (!offered.has(key)) offered.set(key, '')
  if (offered.size === 0) return null
  const ticked = typed ? new Set(typed.getAll(`unit${index}`)) : chosen
  const boxes = [...offered].map(([key, reason]) => {
    const [id = '', ...title] = key.split(':')
    return (
      <li>
        <label class="check">
          <input type="checkbox" name={`unit${index}`} value={key} checked={ticked.has(key)} />
          <span>
            <span lang="vi">{[title.join(':'), names.units.get(Number(id))?.name].filter(Boolean).join(' · ')}</span>
            {reason && name.state !== 'confirmed' && <span class="row-note">{reason}</span>}
          </span>
        </label>
      </li>
    )
  })
  if (boxes.length <= 6) return <ul class="plain-list">{boxes}</ul>
  return (
    <details>
      <summary>{words.all(boxes.length)}</summary>
      <ul class="plain-list">{boxes}</ul>
    </details>
  )
}

/** How the new unit is called and what it is, shown once it is ticked. */
function Creation({ view, plan, names, name, index, typed }: UnitsPageProps & { name: PlanName; index: number }) {
  const words = unitTexts[view.lang]
  const own = names.units.get(plan.unitId)
  const kinds = unitKinds.map((kind) => ({ value: kind, label: unitKindTexts[view.lang][kind] }))
  return (
    <div class="creation">
      <label class="check">
        <input type="checkbox" name={`create${index}`} value="1" checked={typed?.has(`create${index}`) ?? false} />
        <span>{words.create}</span>
      </label>
      <div class="creation-fields">
        <TextField
          view={view}
          id={`new${index}`}
          name={`new${index}`}
          label={words.createAs}
          hint={own && words.below(own.name)}
          value={typed?.get(`new${index}`) ?? nameToCreate(name.name)}
        />
        <SelectField
          view={view}
          id={`kind${index}`}
          name={`kind${index}`}
          label={words.kind}
          value={typed?.get(`kind${index}`) ?? likelyKind(name.name)}
          options={kinds}
        />
      </div>
    </div>
  )
}
