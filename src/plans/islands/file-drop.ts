/** Turns the plain upload forms into lists of files that can be ordered, turned and left out, and sends them with progress. */
interface Chosen {
  readonly file: File
  /** Degrees clockwise. */
  turn: number
  /** Address of the picture in this browser, for pictures of pages. */
  readonly picture: string | null
}

for (const form of document.querySelectorAll<HTMLFormElement>('[data-upload]')) enhance(form)

function part<E extends Element>(root: ParentNode, selector: string): E {
  const found = root.querySelector<E>(selector)
  if (!found) throw new Error(`the form has no ${selector}`)
  return found
}

function enhance(form: HTMLFormElement): void {
  const inputs = [...form.querySelectorAll<HTMLInputElement>('input[type=file]')]
  const isPhotos = form.getAttribute('data-upload') === 'photos'
  let chosen: Chosen[] = []
  const change = (next: Chosen[]) => {
    chosen = next
    // The list holds the files from now on; the inputs are empty again, so that one more photograph can be taken.
    for (const input of inputs) input.value = ''
    for (const input of inputs.slice(-1)) input.required = chosen.length === 0
    draw(form, chosen, isPhotos)
    complain(form, '')
  }
  const add = (files: Iterable<File>) =>
    change([
      ...chosen,
      ...[...files].map((file) => ({ file, turn: 0, picture: isPhotos ? URL.createObjectURL(file) : null })),
    ])

  for (const button of form.querySelectorAll<HTMLElement>('.pick')) button.hidden = false
  for (const input of inputs) {
    input.classList.add('sr-only')
    input.addEventListener('change', () => add(input.files ?? []))
  }
  takeDrops(form, add)
  form.addEventListener('click', (event) => act(event, chosen, change))
  form.addEventListener('submit', (event) => {
    if (chosen.length === 0) return
    event.preventDefault()
    const problem = problemOf(form, chosen)
    if (problem) complain(form, problem)
    else send(form, chosen)
  })
  change([])
}

function takeDrops(form: HTMLElement, add: (files: Iterable<File>) => void): void {
  const over = (event: DragEvent, isOver: boolean) => {
    event.preventDefault()
    form.classList.toggle('over', isOver)
  }
  form.addEventListener('dragover', (event) => over(event, true))
  form.addEventListener('dragleave', (event) => over(event, form.contains(event.relatedTarget as Node | null)))
  form.addEventListener('drop', (event) => {
    over(event, false)
    add(event.dataTransfer?.files ?? [])
  })
}

/** One of the buttons beside a chosen file. */
function act(event: Event, chosen: Chosen[], change: (next: Chosen[]) => void): void {
  const button = (event.target as Element).closest<HTMLElement>('[data-act]')
  const row = button?.closest('li')
  if (!button || !row?.parentElement) return
  const at = [...row.parentElement.children].indexOf(row)
  const name = button.getAttribute('data-act')
  const next = [...chosen]
  const [moved] = next.splice(at, 1)
  if (!moved) return
  if (name === 'turn') moved.turn = (moved.turn + 90) % 360
  if (name === 'leave-out' && moved.picture) URL.revokeObjectURL(moved.picture)
  const to = name === 'up' ? at - 1 : name === 'down' ? at + 1 : at
  if (name !== 'leave-out') next.splice(Math.max(0, to), 0, moved)
  const list = row.parentElement
  change(next)
  list.children[Math.min(Math.max(to, 0), next.length - 1)]?.querySelector<HTMLElement>(`[data-act=${name}]`)?.focus()
}

function draw(form: HTMLElement, chosen: readonly Chosen[], isPhotos: boolean): void {
  const list = part<HTMLElement>(form, '.chosen')
  const isOrdered = isPhotos || chosen.length > 1
  list.hidden = chosen.length === 0
  list.replaceChildren(
    ...chosen.map((one, index) => {
      const row = part<HTMLTemplateElement>(document, '#chosen-file').content.cloneNode(true) as DocumentFragment
      part(row, '.chosen-name').textContent = one.file.name
      for (const button of row.querySelectorAll<HTMLButtonElement>('[data-act]')) {
        const name = button.getAttribute('data-act')
        button.hidden = (name === 'turn' && !isPhotos) || (!isOrdered && name !== 'leave-out')
        button.disabled = (name === 'up' && index === 0) || (name === 'down' && index === chosen.length - 1)
        button.setAttribute('aria-label', `${button.title}: ${one.file.name}`)
      }
      if (one.picture) part(row, '.chosen-picture').append(pictureOf(one.picture, one.turn))
      return row
    }),
  )
  const groupings = form.querySelector<HTMLElement>('.groupings')
  if (groupings) groupings.hidden = chosen.length < 2
}

function pictureOf(address: string, turn: number): HTMLImageElement {
  const picture = new Image()
  picture.src = address
  picture.alt = ''
  // Browsers that cannot draw the photographs of some phones show the name alone.
  picture.onerror = () => picture.remove()
  picture.style.rotate = `${turn}deg`
  return picture
}

/** What the server would refuse is said before anything is sent: a refusal in the middle of a long upload looks like a lost line. */
function problemOf(form: HTMLElement, chosen: readonly Chosen[]): string | null {
  const limit = (name: string) => Number(form.getAttribute(name))
  if (chosen.length > limit('data-most-files')) return form.getAttribute('data-too-many')
  return chosen.some(({ file }) => file.size > limit('data-most-bytes')) ? form.getAttribute('data-too-large') : null
}

function complain(form: HTMLElement, sentence: string): void {
  const box = part<HTMLElement>(form, '[data-error]')
  box.textContent = sentence
  box.hidden = sentence === ''
}

/** Sends the form as it would go without script, in the order of the list, and shows how far it is. */
function send(form: HTMLFormElement, chosen: readonly Chosen[]): void {
  const data = new FormData(form)
  data.delete('files')
  for (const { turn } of chosen) data.append('turn', String(turn))
  for (const { file } of chosen) data.append('files', file, file.name)
  const request = new XMLHttpRequest()
  const stop = part<HTMLElement>(form, '[data-stop]')
  const isSending = (sending: boolean) => {
    part<HTMLElement>(form, '[data-sending]').hidden = !sending
    stop.hidden = !sending
    part<HTMLButtonElement>(form, '[type=submit]').disabled = sending
  }
  const failed = (sentence: string) => {
    isSending(false)
    complain(form, sentence)
  }
  request.open('POST', form.action)
  request.setRequestHeader('Accept', 'application/json')
  request.responseType = 'json'
  request.upload.addEventListener('progress', ({ loaded, total }) => showSent(form, total > 0 ? loaded / total : 0))
  request.addEventListener('load', () => {
    const answer = request.response as { location?: string; error?: string } | null
    if (answer?.location) location.assign(answer.location)
    else failed(answer?.error ?? form.getAttribute('data-lost') ?? '')
  })
  request.addEventListener('error', () => failed(form.getAttribute('data-lost') ?? ''))
  request.addEventListener('abort', () => isSending(false))
  stop.onclick = () => request.abort()
  complain(form, '')
  showSent(form, 0)
  isSending(true)
  request.send(data)
}

function showSent(form: HTMLElement, share: number): void {
  const percent = Math.round(share * 100)
  part<HTMLProgressElement>(form, '[data-sending] progress').value = percent
  part(form, '[data-sending] [data-words]').textContent = (form.getAttribute('data-sent') ?? '').replace(
    '{percent}',
    String(percent),
  )
}

export {}
