import { describedBy, Field, SelectField, TextField } from '../../../ui/fields.tsx'
import type { View } from '../../../ui/view.ts'
import type { ItemKind } from '../../items/item-schema.ts'
import { type Control, controls, inputsOf } from '../../review/controls.ts'
import { itemFormTexts } from '../../texts/item-forms.ts'
import { readingTexts } from '../../texts/reading.ts'
import { reviewTexts } from '../../texts/review.ts'
import { reviewProblem } from '../../texts/review-answers.ts'

/** A key that somebody else has changed meanwhile, as both of them have it. */
export interface Clash {
  readonly key: string
  readonly now: unknown
}

/** What an item's form is drawn from. */
export interface FormFacts {
  readonly view: View
  readonly plan: { readonly id: string; readonly revision: number }
  readonly kind: ItemKind
  /** What stands in the form. */
  readonly data: Readonly<Record<string, unknown>>
  /** Key → code of what is wrong with it. */
  readonly errors: Readonly<Record<string, string>>
  readonly clashes: readonly Clash[]
  /** Who made the other change. */
  readonly by: string | undefined
}

/** Every key of the kind, with what is wrong with it and what somebody else has made of it. */
export function Controls({ facts }: { facts: FormFacts }) {
  return (
    <>
      {controls[facts.kind].map((control) => (
        <>
          <ControlField facts={facts} control={control} />
          <Theirs facts={facts} control={control} />
        </>
      ))}
    </>
  )
}

/** What the other person has made of this key, and one press to take it. */
function Theirs({ facts, control }: { facts: FormFacts; control: Control }) {
  const clash = facts.clashes.find(({ key }) => key === control.key)
  if (!clash) return null
  const words = reviewTexts[facts.view.lang]
  const inputs = inputsOf(control, clash.now)
  const shown = inputs.map(([, value]) => value).filter(Boolean)
  return (
    <div class="theirs">
      <p>{words.theirs(facts.by ?? words.somebody)}</p>
      <blockquote lang="vi">{shown.join(' – ') || itemFormTexts[facts.view.lang].notStated}</blockquote>
      <button class="button small" type="button" data-take={JSON.stringify(inputs)} hidden>
        {words.useTheirs}
      </button>
    </div>
  )
}

/** The sentence about what is wrong with a key. */
export function errorOf({ view, errors }: FormFacts, key: string): string | undefined {
  const code = errors[key]
  return code === undefined ? undefined : (reviewProblem(view.lang, code) ?? code)
}

function ControlField({ facts, control }: { facts: FormFacts; control: Control }) {
  const { view, kind, data } = facts
  const words = itemFormTexts[view.lang]
  const { key, as } = control
  const label = words.keys[`${kind}.${key}`] ?? words.keys[key] ?? key
  const inputs = inputsOf(control, data[key])
  const error = errorOf(facts, key)
  const hint = words.hints[`${kind}.${key}`] ?? words.hints[key]
  const [first] = inputs
  const id = `e-${key}`
  const shared = { view, id, label, hint, error }
  if (inputs.length > 1) return <Parts facts={facts} control={control} legend={label} hint={hint} error={error} />
  const value = first?.[1] ?? ''
  if (as === 'words' || as === 'lines')
    return (
      <Field {...shared}>
        <textarea
          class="input"
          id={id}
          name={key}
          rows={as === 'words' ? 4 : 3}
          aria-invalid={error ? 'true' : undefined}
          aria-describedby={describedBy(id, hint, error)}
        >
          {value}
        </textarea>
      </Field>
    )
  if (as === 'check')
    return (
      <label class="check">
        <input type="checkbox" name={key} value="yes" checked={value === 'yes'} /> {label}
      </label>
    )
  if (as === 'choice') return <SelectField {...shared} name={key} value={value} options={optionsOf(view, control)} />
  const type = as === 'day' ? 'date' : 'text'
  return <TextField {...shared} name={key} type={type} value={value} autocomplete="off" />
}

/** One value in several inputs. */
function Parts({
  facts,
  control,
  legend,
  hint,
  error,
}: {
  facts: FormFacts
  control: Control
  legend: string
  hint: string | undefined
  error: string | undefined
}) {
  const { parts } = itemFormTexts[facts.view.lang]
  return (
    <fieldset class={error ? 'parts field wrong' : 'parts field'}>
      <legend>{legend}</legend>
      {hint && <p class="hint">{hint}</p>}
      {error && <p class="field-error">{error}</p>}
      <div class="parts-row">
        {inputsOf(control, facts.data[control.key]).map(([name, value]) => (
          <TextField
            view={facts.view}
            id={`e-${name}`}
            name={name}
            label={parts[name] ?? name}
            value={value}
            autocomplete="off"
          />
        ))}
      </div>
    </fieldset>
  )
}

function optionsOf(view: View, { key, options = [], open }: Control) {
  const { levels, subjects, cadences } = readingTexts[view.lang].reading
  const named: Readonly<Record<string, string>> = { ...levels, ...subjects, ...cadences }
  const words = itemFormTexts[view.lang]
  const choices = options.map((value) => ({ value, label: words.options[`${key}.${value}`] ?? named[value] ?? value }))
  return open ? [{ value: '', label: words.notStated }, ...choices] : choices
}
