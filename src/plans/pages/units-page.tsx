import { type UnitKind, unitKinds } from '../../organisation/schema.ts'
import { unitKindTexts } from '../../organisation/texts/unit-kinds.ts'
import { Csrf, ErrorSummary, SelectField, TextField } from '../../ui/fields.tsx'
import { Status } from '../../ui/notice.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Shell } from '../../ui/shell.tsx'
import type { Tone, View } from '../../ui/view.ts'
import { planPaths } from '../paths.ts'
import { unitTexts } from '../texts/units.ts'
import type { KnownUnit } from '../units/match-units.ts'
import type { PlanName, PlanNames } from '../units/plan-names.ts'

interface UnitsPageProps {
  readonly view: View
  readonly plan: { readonly id: string; readonly title: string; readonly unitId: number }
  readonly names: PlanNames
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
  const open = names.names.filter(({ state }) => state === 'open').length
  const sorted = names.names
    .map((name, index) => ({ name, index }))
    .sort((a, b) => Number(b.name.state === 'open') - Number(a.name.state === 'open') || a.index - b.index)
  return (
    <Shell view={view} title={words.title} styles={['units-of-plan']}>
      <PageHeader
        view={view}
        title={words.title}
        lead={words.lead}
        crumbs={[{ label: plan.title, href: planPaths.document(plan.id) }, { label: words.title }]}
        actions={open > 0 && <Status tone="amber" label={words.open(open)} />}
      />
      <ErrorSummary view={view} errors={Object.entries(errors).map(([id, message]) => ({ id, message }))} />
      {names.names.length === 0 && <p class="sheet pad missing">{words.none}</p>}
      <form method="post" action={planPaths.units(plan.id)}>
        <Csrf view={view} />
        {sorted.map(({ name, index }) => (
          <Name {...props} name={name} index={index} />
        ))}
        {mayChange && names.names.length > 0 && (
          <p class="page-actions save-bar">
            <button class="button first" type="submit">
              {words.save}
            </button>
            <a class="button" href={planPaths.document(plan.id)}>
              {words.back}
            </a>
          </p>
        )}
      </form>
    </Shell>
  )
}

function Name(props: UnitsPageProps & { name: PlanName; index: number }) {
  const { view, name, index, mayChange, typed, errors } = props
  const words = unitTexts[view.lang]
  const error = errors[`other${index}`]
  return (
    <fieldset class="sheet pad name-of-unit" disabled={!mayChange}>
      <legend>
        <strong lang="vi">{name.name}</strong> <Status tone={tones[name.state]} label={words.states[name.state]} />
      </legend>
      <input type="hidden" name={`name${index}`} value={name.name} />
      <p class="hint">{rolesOf(view, name)}</p>
      <Choices {...props} />
      {mayChange && (
        <details open={error !== undefined || (name.state === 'open' && name.proposals.length === 0)}>
          <summary>{words.other}</summary>
          <TextField
            view={view}
            id={`other${index}`}
            name={`other${index}`}
            label={words.other}
            hint={words.otherHint}
            value={typed?.get(`other${index}`) ?? ''}
            error={error}
          />
          <label class="check">
            <input type="checkbox" name={`ignore${index}`} value="1" checked={name.state === 'ignored'} />{' '}
            {words.ignore}
          </label>
          {props.mayCreate && <Creation {...props} />}
        </details>
      )}
    </fieldset>
  )
}

function rolesOf(view: View, { uses }: PlanName): string {
  const words = unitTexts[view.lang]
  const roles = Map.groupBy(uses, ({ role }) => role)
  return [...roles].map(([role, used]) => words.times(words.roles[role], used.length)).join(', ')
}

/** Proposals and what stands for it now, each once, as boxes: a name may mean several units. */
function Choices({ view, names, name, index }: UnitsPageProps & { name: PlanName; index: number }) {
  const words = unitTexts[view.lang]
  const chosen = new Set(name.units.map(({ unitId, title }) => `${unitId}:${title}`))
  const offered = new Map(
    name.proposals.map((proposal) => [`${proposal.unitId}:${proposal.title}`, words.reasons[proposal.reason]]),
  )
  for (const key of chosen) if (!offered.has(key)) offered.set(key, '')
  if (offered.size === 0) return null
  const boxes = [...offered].map(([key, reason]) => {
    const [id = '', ...title] = key.split(':')
    return (
      <li>
        <label class="check">
          <input type="checkbox" name={`unit${index}`} value={key} checked={chosen.has(key)} />{' '}
          <span lang="vi">{[names.units.get(Number(id))?.name, title.join(':')].filter(Boolean).join(': ')}</span>
          {reason && <span class="row-note">{reason}</span>}
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

function Creation({ view, plan, names, name, index }: UnitsPageProps & { name: PlanName; index: number }) {
  const words = unitTexts[view.lang]
  const own: KnownUnit | undefined = names.units.get(plan.unitId)
  const kinds = unitKinds.map((kind) => ({ value: kind, label: unitKindTexts[view.lang][kind] }))
  return (
    <>
      <label class="check">
        <input type="checkbox" name={`create${index}`} value="1" /> {words.create}
        {own && <span class="row-note">{words.below(own.name)}</span>}
      </label>
      <SelectField
        view={view}
        id={`kind${index}`}
        name={`kind${index}`}
        label={words.kind}
        value={likelyKind(name.name)}
        options={kinds}
      />
    </>
  )
}

/** What a unit of that name usually is. */
function likelyKind(name: string): UnitKind {
  const guesses: readonly (readonly [RegExp, UnitKind])[] = [
    [/^(?:thôn|ấp|bản|xóm|buôn|khóm)\b/i, 'hamlet'],
    [/^(?:khu phố|tổ dân phố|tiểu khu)/i, 'residential-group'],
    [/^trường/i, 'school'],
    [/^trạm y tế/i, 'health-station'],
    [/^(?:hội|đoàn|liên đoàn|công đoàn)/i, 'union'],
    [/^(?:phòng|ban|văn phòng|trung tâm)/i, 'department'],
    [/^công an/i, 'police'],
    [/^(?:hợp tác xã|htx)/i, 'cooperative'],
  ]
  return guesses.find(([pattern]) => pattern.test(name.normalize('NFC')))?.[1] ?? 'other'
}
