/** Says beside each control what is wrong with it, in the sentences of the server. */
export function showErrors(form: HTMLFormElement, errors: Readonly<Record<string, string>>): void {
  for (const old of form.querySelectorAll('.field-error')) old.remove()
  for (const field of form.querySelectorAll('.field.wrong')) field.classList.remove('wrong')
  for (const control of form.querySelectorAll('[aria-invalid]')) control.removeAttribute('aria-invalid')
  for (const [key, sentence] of Object.entries(errors)) {
    const control = form.querySelector<HTMLElement>(`[name="${key}"], [name^="${key}."]`)
    const field = control?.closest('fieldset.field') ?? control?.closest('.field')
    if (!control || !field) continue
    const error = document.createElement('p')
    error.className = 'field-error'
    error.id = `${control.id}-error`
    error.textContent = sentence
    field.classList.add('wrong')
    field.querySelector('label, legend')?.after(error)
    control.setAttribute('aria-invalid', 'true')
    control.setAttribute('aria-describedby', error.id)
  }
}

export function fieldsOf(form: HTMLFormElement, submitter?: HTMLElement | null): URLSearchParams {
  const entries = [...new FormData(form, submitter)].map(([name, value]) => [name, String(value)])
  return new URLSearchParams(entries)
}
