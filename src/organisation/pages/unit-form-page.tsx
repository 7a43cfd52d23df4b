import { Csrf, describedBy, ErrorSummary, Field, SelectField, TypedField } from '../../ui/fields.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Shell } from '../../ui/shell.tsx'
import type { View } from '../../ui/view.ts'
import { unitPaths } from '../paths.ts'
import { type Unit, unitKinds } from '../schema.ts'
import { unitKindTexts } from '../texts/unit-kinds.ts'
import { unitTexts } from '../texts/units.ts'

export type UnitAct = 'create' | 'rename' | 'move' | 'merge' | 'split' | 'abolish'

/** Units to choose from where what was typed fits several. */
export interface Choice {
  readonly field: string
  readonly typed: string
  readonly units: readonly (Unit & { readonly place?: string | null })[]
}

export interface UnitFormPageProps {
  readonly view: View
  readonly act: UnitAct
  readonly unit: Unit
  readonly typed: Readonly<Record<string, string>>
  readonly errors: Readonly<Record<string, string>>
  readonly choice: Choice | null
}

/** The form of one change to the tree; a change that moves or ends units is reviewed on the next page. */
export function UnitFormPage(props: UnitFormPageProps) {
  const { view, act, unit, errors } = props
  const words = unitTexts[view.lang]
  return (
    <Shell view={view} title={words.acts[act]}>
      <PageHeader
        view={view}
        title={words.acts[act]}
        crumbs={[
          { label: words.list.title, href: unitPaths.list },
          { label: unit.name, href: unitPaths.unit(unit.id) },
          { label: words.acts[act] },
        ]}
      />
      <ErrorSummary view={view} errors={Object.entries(errors).map(([id, message]) => ({ id, message }))} />
      <form class="sheet pad form" method="post" action={unitPaths[act](unit.id)}>
        <Csrf view={view} />
        <ActFields {...props} />
        <TypedField {...props} id="on" type="date" label={words.form.on} required />
        <TypedField {...props} id="decision" label={words.form.decision} hint={words.form.decisionHint} />
        <div class="page-actions">
          <button class="button first" type="submit">
            {act === 'create' || act === 'rename' ? words.form.save : words.form.review}
          </button>
          {act === 'create' && (
            <button class="button" type="submit" name="another" value="yes">
              {words.form.saveAndAnother}
            </button>
          )}
        </div>
      </form>
    </Shell>
  )
}

function ActFields(props: UnitFormPageProps) {
  const words = unitTexts[props.view.lang].form
  switch (props.act) {
    case 'create':
    case 'rename':
      return <NewUnitFields {...props} />
    case 'move':
      return <Picker {...props} id="parent" label={words.parent} required />
    case 'merge':
      return <MergeFields {...props} />
    case 'split':
      return <Area {...props} id="parts" label={words.parts} hint={words.partsHint} />
    case 'abolish':
      return <Picker {...props} id="heir" label={words.heir} hint={words.heirOptional} />
  }
}

function NewUnitFields(props: UnitFormPageProps & { readonly optional?: boolean }) {
  const { view, typed, errors, optional } = props
  const words = unitTexts[view.lang].form
  const byName = { value: '', label: words.kindByName }
  const options = [byName, ...unitKinds.map((kind) => ({ value: kind, label: unitKindTexts[view.lang][kind] }))]
  return (
    <>
      <TypedField {...props} id="name" label={words.name} hint={words.nameHint} required={!optional} />
      <TypedField {...props} id="shortName" label={words.shortName} />
      <SelectField
        view={view}
        id="kind"
        name="kind"
        label={words.kind}
        value={typed['kind'] ?? ''}
        options={options}
        error={errors['kind']}
      />
      <TypedField {...props} id="code" label={words.code} hint={words.codeHint} />
    </>
  )
}

function MergeFields(props: UnitFormPageProps) {
  const words = unitTexts[props.view.lang].form
  const into = props.typed['into'] === 'old' ? 'old' : 'new'
  return (
    <>
      <Area {...props} id="partners" label={words.partners} hint={words.partnersHint} />
      <fieldset class="field">
        <legend class="legend">{words.into}</legend>
        <label class="choice">
          <input type="radio" name="into" value="new" checked={into === 'new'} /> {words.intoNew}
        </label>
        <label class="choice">
          <input type="radio" name="into" value="old" checked={into === 'old'} /> {words.intoOld}
        </label>
      </fieldset>
      <fieldset class="field">
        <legend class="legend">{words.intoNew}</legend>
        <NewUnitFields {...props} optional />
      </fieldset>
      <fieldset class="field">
        <legend class="legend">{words.intoOld}</legend>
        <Picker {...props} id="heir" label={words.heir} />
      </fieldset>
    </>
  )
}

interface LineProps extends UnitFormPageProps {
  readonly id: string
  readonly label: string
  readonly hint?: string
  readonly required?: boolean
  readonly type?: 'text' | 'date'
}

function Area({ view, typed, errors, id, label, hint }: LineProps) {
  return (
    <Field {...{ view, id, label, hint }} error={errors[id]} required>
      <textarea class="input" id={id} name={id} rows={4} aria-describedby={describedBy(id, hint, errors[id])}>
        {typed[id] ?? ''}
      </textarea>
    </Field>
  )
}

/** A unit by name or code; where several match, they stand below as choices. */
function Picker(props: LineProps) {
  const { view, id, choice } = props
  const words = unitTexts[view.lang].form
  return (
    <>
      <TypedField {...props} hint={props.hint ?? words.pickHint} />
      {choice?.field === id && (
        <fieldset class="field">
          <legend class="legend">{words.choose(choice.typed)}</legend>
          {choice.units.map((unit) => (
            <label class="choice">
              <input type="radio" name={`${id}-pick`} value={`#${unit.id}`} /> {unit.name}{' '}
              <span class="row-note">{unitKindTexts[view.lang][unit.kind]}</span>
            </label>
          ))}
        </fieldset>
      )}
    </>
  )
}
