/** Before somebody leaves a form in which something was typed and not sent, the browser asks whether they mean to. */
function ask(event: BeforeUnloadEvent): void {
  event.preventDefault()
}

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-unsaved]')) {
  form.addEventListener('input', () => {
    window.addEventListener('beforeunload', ask)
  })
  form.addEventListener('submit', () => window.removeEventListener('beforeunload', ask))
}

export {}
