import { z } from 'zod'
import { type Context, write } from '../context.ts'
import { withoutPersonalValues } from '../history/personal-values.ts'
import { postOutside } from '../platform/http/outside/post-outside.ts'
import { job, type Run } from '../platform/jobs/job.ts'
import { VERSION } from '../platform/version.ts'
import { dropDelivery, failDelivery, markDelivered } from './actions/finish-delivery.ts'
import { disabledLetter } from './letters/disabled-letter.ts'
import { type DueDelivery, findDue } from './queries/find-due.ts'
import type { DeliveryProblem } from './schema.ts'
import { signatureHeaders } from './signature.ts'

/** Milliseconds that a receiver has. */
const PATIENCE = 10_000

const Ticket = z.object({ delivery: z.uuid() })

/** Brings one entry to one receiver. Thrown errors make the queue try again, later each time; after the last one the delivery has failed. */
export const deliverJob = job(Ticket, deliver, async (ctx, { delivery }) => {
  const due = await findDue(ctx, delivery)
  if (due?.state === 'waiting') await write(ctx, (tx) => failDelivery(tx, due, null))
})

async function deliver(ctx: Context, { delivery }: z.output<typeof Ticket>, run: Run): Promise<void> {
  const due = await findDue(ctx, delivery)
  if (due?.state !== 'waiting') return
  const reason = due.disabledAt !== null ? 'disabled' : due.mayRead ? null : 'out-of-reach'
  if (reason !== null) return write(ctx, (tx) => dropDelivery(tx, due.id, reason))
  const answer = await send(ctx, due, run.signal)
  const problem = problemOf(answer)
  const outcome = { status: answer.status, problem }
  await ctx.db
    .updateTable('webhookDelivery')
    .set((eb) => ({ ...outcome, attempts: eb('attempts', '+', 1) }))
    .where('id', '=', due.id)
    .execute()
  if (problem === null) return write(ctx, (tx) => markDelivered(tx, due, answer.status ?? 200))
  if (problem === 'gone' || problem === 'address-private') return write(ctx, (tx) => failDelivery(tx, due, outcome))
  throw new Error(`the receiver of a webhook: ${problem} ${answer.status ?? ''}`.trim())
}

function send(ctx: Context, due: DueDelivery, signal: AbortSignal) {
  const body = bodyOf(due)
  const signed = signatureHeaders(due.secret, { id: due.id, at: ctx.clock.now(), body })
  return postOutside({
    url: new URL(due.url),
    headers: { 'Content-Type': 'application/json', 'User-Agent': `LanToa/${VERSION}`, ...signed },
    body,
    allowPrivate: ctx.config.webhookLocal,
    patience: PATIENCE,
    signal,
  })
}

/** The entry as programs get it from the journal, but for values that belong to a person: nobody could erase them there. */
function bodyOf({ event, at, unitId, unitName, number, actorKind, actorId, subjectId, change }: DueDelivery): string {
  const data = { unitId, unitName, number, actorKind, actorId, subjectId, change: withoutPersonalValues(change) }
  return JSON.stringify({ type: event, timestamp: at.toISOString(), data })
}

/** Only a status of success is one: a redirect could lead anywhere, and 410 says that nobody listens any more. */
function problemOf({ status, problem }: Awaited<ReturnType<typeof postOutside>>): DeliveryProblem | null {
  if (problem !== null) return problem
  if (status >= 200 && status < 300) return null
  if (status === 410) return 'gone'
  return status >= 300 && status < 400 ? 'redirected' : 'status'
}

/** Writes to whoever made the webhook, where they have an address. */
export const tellDisabledJob = job(z.object({ webhook: z.uuid() }), async (ctx, { webhook }) => {
  const found = await ctx.db
    .selectFrom('webhook')
    .innerJoin('person', 'person.id', 'webhook.madeBy')
    .innerJoin('unit', 'unit.id', 'webhook.unitId')
    .select(['webhook.id', 'webhook.url', 'unit.name as unitName', 'person.fullName', 'person.email'])
    .where('webhook.id', '=', webhook)
    .where('webhook.disabledAt', 'is not', null)
    .executeTakeFirst()
  if (!found?.email) return
  await ctx.mail.send(disabledLetter({ ...found, email: found.email }, ctx.config.address))
})
