import type { ComponentChildren } from 'preact'
import { uiWords, type View } from './view.ts'

interface FieldProps {
  readonly view: Pick<View, 'lang'>
  readonly id: string
  readonly label: string
  readonly hint?: string | undefined
  /** What is wrong with what was typed and what to do about it. */
  readonly error?: string | undefined
  readonly required?: boolean
  readonly grow?: boolean
  readonly children: ComponentChildren
}

/** A label, its hint and error, and the control in between. The control takes `describedBy(id, …)` as `aria-describedby`. */
export function Field({ view, id, label, hint, error, required, grow, children }: FieldProps) {
  return (
    <div class={['field', error && 'wrong', grow && 'grow'].filter(Boolean).join(' ')}>
      <label for={id}>
        {label} {required && <span class="required">{uiWords(view).required}</span>}
      </label>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p class="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
      {children}
    </div>
  )
}

export function describedBy(id: string, hint?: string, error?: string): string | undefined {
  const ids = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean)
  return ids.length > 0 ? ids.join(' ') : undefined
}

interface TextFieldProps extends Omit<FieldProps, 'children'> {
  readonly name: string
  readonly value?: string
  readonly type?: 'text' | 'search' | 'tel' | 'email' | 'password' | 'date' | 'number'
  readonly autocomplete?: 'off' | 'name' | 'username' | 'current-password' | 'new-password' | 'one-time-code'
}

export function TextField({ name, value, type = 'text', autocomplete, ...field }: TextFieldProps) {
  return (
    <Field {...field}>
      <input
        class="input"
        id={field.id}
        name={name}
        // Preact ties each type to its roles; one of these types has none of its own.
        type={type as 'text'}
        value={value ?? ''}
        required={field.required ?? false}
        {...(autocomplete ? { autocomplete } : {})}
        aria-invalid={field.error ? 'true' : undefined}
        aria-describedby={describedBy(field.id, field.hint, field.error)}
      />
    </Field>
  )
}

/** What was typed into a form and what is wrong with it, by the name of the field. */
export interface FormState {
  readonly view: Pick<View, 'lang'>
  readonly typed: Readonly<Record<string, string>>
  readonly errors: Readonly<Record<string, string>>
}

interface TypedFieldProps
  extends FormState,
    Pick<TextFieldProps, 'id' | 'label' | 'hint' | 'required' | 'type' | 'autocomplete'> {}

/** A text field of a form that keeps what was typed: its name is its id. */
export function TypedField({ view, typed, errors, id, autocomplete = 'off', ...field }: TypedFieldProps) {
  const state = { view, id, name: id, value: typed[id] ?? '', error: errors[id] }
  return <TextField {...state} {...field} autocomplete={autocomplete} />
}

/** One choice of a list, as printed. */
export interface Option {
  readonly value: string
  readonly label: string
}

interface SelectFieldProps extends Omit<FieldProps, 'children'> {
  readonly name: string
  readonly value: string
  readonly options: readonly Option[]
}

export function SelectField({ name, value, options, ...field }: SelectFieldProps) {
  return (
    <Field {...field}>
      <select
        class="input"
        id={field.id}
        name={name}
        aria-invalid={field.error ? 'true' : undefined}
        aria-describedby={describedBy(field.id, field.hint, field.error)}
      >
        {options.map((option) => (
          <option value={option.value} selected={option.value === value}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  )
}

/** Proves that a form is ours where the browser does not say so itself; every form that posts holds it. */
export function Csrf({ view }: { view: Pick<View, 'csrf'> }) {
  return <input type="hidden" name={view.csrf.name} value={view.csrf.value} />
}

/** A thing that is wrong, and the control it belongs to. */
export interface FormError {
  readonly id: string
  readonly message: string
}

/** Above a form that was sent back: every error once, each a link to its field. */
export function ErrorSummary({ view, errors }: { view: Pick<View, 'lang'>; errors: readonly FormError[] }) {
  if (errors.length === 0) return null
  return (
    <div class="notice tone-danger mb-6" role="alert">
      <h2 class="col-span-2">{uiWords(view).errorSummary(errors.length)}</h2>
      <ul class="col-span-2">
        {errors.map((error) => (
          <li>
            <a href={`#${error.id}`}>{error.message}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}
