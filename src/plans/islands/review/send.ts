import { applyPatch, type Patch } from './apply-patch.ts'
import { plan, showStatus } from './state.ts'

/** What came of a change: done and drawn, refused with a reason, or the server did not answer. */
export type Answer =
  | { readonly kind: 'done'; readonly patch: Patch }
  | {
      readonly kind: 'refused'
      readonly status: number
      readonly message: string
      readonly errors: Readonly<Record<string, string>>
      /** The form with both values, where somebody else was faster. */
      readonly form: string | undefined
    }
  | { readonly kind: 'lost' }

/** One after the other, so that each asks for the changes since the one before. */
let last: Promise<unknown> = Promise.resolve()

function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const result = last.then(work, work)
  last = result
  return result
}

/** Posts a form and draws what has changed. */
export function send(address: string, fields: URLSearchParams): Promise<Answer> {
  return inTurn(async () => {
    fields.set('revision', String(plan.revision))
    showStatus('saving')
    const headers = { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' }
    const answer = await read(() => fetch(address, { method: 'POST', headers, body: fields.toString() }))
    if (answer.kind === 'done') {
      applyPatch(answer.patch)
      showStatus('saved')
    }
    if (answer.kind === 'lost') showStatus('lost')
    if (answer.kind === 'refused') showStatus(answer.status === 409 ? 'conflict' : 'invalid', answer.message)
    return answer
  })
}

/** Draws what others have changed. */
export function catchUp(address: string, revision: number): Promise<void> {
  return inTurn(async () => {
    if (revision <= plan.revision) return
    const answer = await read(() =>
      fetch(`${address}?tu=${plan.revision}`, { headers: { accept: 'application/json' } }),
    )
    if (answer.kind === 'done') applyPatch(answer.patch)
  })
}

async function read(ask: () => Promise<Response>): Promise<Answer> {
  try {
    const response = await ask()
    const isJson = response.headers.get('content-type')?.includes('json')
    if (!isJson) return response.status < 500 && response.status !== 401 ? unknown(response.status) : { kind: 'lost' }
    const body = await response.json()
    if (response.ok) return { kind: 'done', patch: body }
    return { kind: 'refused', status: response.status, message: '', errors: {}, form: undefined, ...body }
  } catch {
    return { kind: 'lost' }
  }
}

/** A page instead of an answer: the plan is gone or no longer ours to change. */
function unknown(status: number): Answer {
  return { kind: 'refused', status, message: '', errors: {}, form: undefined }
}
