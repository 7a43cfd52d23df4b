import type { WriteContext } from '../../context.ts'
import { recordHistory } from '../../history/record-history.ts'
import { enqueue } from '../../platform/jobs/enqueue.ts'
import { MOST_FAILURES } from '../rules.ts'
import type { DeliveryProblem } from '../schema.ts'

/** The job that writes to whoever made a webhook that has been switched off. */
export const TELL_JOB = 'webhook.tell-disabled'

interface Outcome {
  readonly status: number | null
  readonly problem: DeliveryProblem | null
}

/** The receiver took it: earlier failures are forgotten. */
export async function markDelivered(
  ctx: WriteContext,
  delivery: { readonly id: string; readonly webhookId: string },
  status: number,
): Promise<void> {
  await close(ctx, delivery.id, 'delivered', { status, problem: null })
  await ctx.db.updateTable('webhook').set({ failures: 0 }).where('id', '=', delivery.webhookId).execute()
}

/** It is not tried again, and that is not the receiver's fault. */
export async function dropDelivery(ctx: WriteContext, id: string, problem: DeliveryProblem): Promise<void> {
  await close(ctx, id, 'failed', { status: null, problem })
}

/** It failed for good. After too many in a row, or when the receiver says that it is gone, the webhook is switched off and its maker told. */
export async function failDelivery(
  ctx: WriteContext,
  delivery: { readonly id: string; readonly webhookId: string },
  outcome: Outcome | null,
): Promise<void> {
  await close(ctx, delivery.id, 'failed', outcome)
  const webhook = await ctx.db
    .updateTable('webhook')
    .set((eb) => ({ failures: eb('failures', '+', 1) }))
    .where('id', '=', delivery.webhookId)
    .returning(['id', 'unitId', 'url', 'failures', 'disabledAt'])
    .executeTakeFirst()
  if (!webhook || webhook.disabledAt !== null) return
  if (webhook.failures < MOST_FAILURES && outcome?.problem !== 'gone') return
  await ctx.db.updateTable('webhook').set({ disabledAt: ctx.clock.now() }).where('id', '=', webhook.id).execute()
  const facts = { url: new URL(webhook.url).origin, count: webhook.failures }
  await recordHistory(ctx, 'webhook.disabled', webhook, facts)
  await enqueue(ctx, TELL_JOB, { subjectId: webhook.id, payload: { webhook: webhook.id }, attempts: 12 })
}

/** An outcome that is null keeps what the last attempt left. */
async function close(
  ctx: WriteContext,
  id: string,
  state: 'delivered' | 'failed',
  outcome: Outcome | null,
): Promise<void> {
  const end = { state, finishedAt: ctx.clock.now(), ...outcome }
  await ctx.db.updateTable('webhookDelivery').set(end).where('id', '=', id).where('state', '=', 'waiting').execute()
}
