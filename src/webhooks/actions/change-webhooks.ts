import type { Context, WriteContext } from '../../context.ts'
import { Refusal } from '../../core/problem.ts'
import { can } from '../../core/reach.ts'
import { readHistory } from '../../history/permissions.ts'
import { recordHistory } from '../../history/record-history.ts'
import { orderDelivery } from '../../history/tell-webhooks.ts'
import { historyTexts } from '../../history/texts/journal.ts'
import { addressesOf, PrivateAddress } from '../../platform/http/outside/public-address.ts'
import { changeWebhooks } from '../permissions.ts'
import { findWebhook, type Webhook } from '../queries/list-webhooks.ts'
import { webhookProblems } from '../rules.ts'
import type { NewWebhook } from '../schema.ts'
import { newSigningSecret } from '../signature.ts'

/** Every event that a webhook may ask for. */
export const knownEvents: readonly string[] = Object.keys(historyTexts.vi.events)

/** Looks the address up before anything is saved. Throws `Refusal('invalid')`: no such host, or one of the office network. */
export async function checkWebhook(ctx: Context, given: NewWebhook): Promise<void> {
  const { webhookLocal } = ctx.config
  const problems = webhookProblems(given, new Set(knownEvents), webhookLocal)
  if (problems.length > 0) throw new Refusal('invalid', [], problems)
  try {
    await addressesOf(new URL(given.url).hostname, webhookLocal)
  } catch (error) {
    const code = error instanceof PrivateAddress ? 'url-private' : 'url-unknown-host'
    throw new Refusal('invalid', [], [{ field: 'url', code }])
  }
}

/**
 * Somebody's program hears of what happens in the unit and below it, as far as this person may read the journal there. Call `checkWebhook` first. Returns the
 * secret that signs, once.
 */
export async function addWebhook(ctx: WriteContext, given: NewWebhook): Promise<{ id: string; secret: string }> {
  const unit = await ctx.db.selectFrom('unit').select(['id', 'path']).where('id', '=', given.unitId).executeTakeFirst()
  if (!unit || !can(ctx.actor, changeWebhooks, unit.path)) throw new Refusal('not-found')
  if (!can(ctx.actor, readHistory, unit.path) || ctx.actor.id === null) throw new Refusal('forbidden')
  const [id, secret] = [ctx.chance.id(), newSigningSecret(ctx.chance.bytes(32))]
  const { url } = given
  const events = [...new Set(given.events)]
  await ctx.db
    .insertInto('webhook')
    .values({
      id,
      unitId: unit.id,
      unitPath: unit.path,
      url,
      events,
      secret,
      madeBy: ctx.actor.id,
      createdAt: ctx.clock.now(),
    })
    .execute()
  await recordHistory(ctx, 'webhook.added', { id, unitId: unit.id }, { url: new URL(url).origin, events })
  return { id, secret }
}

export async function removeWebhook(ctx: WriteContext, id: string): Promise<void> {
  const webhook = await getWebhook(ctx, id)
  await ctx.db.deleteFrom('webhook').where('id', '=', id).execute()
  await recordHistory(ctx, 'webhook.removed', webhook, { url: new URL(webhook.url).origin })
}

/** Whatever was not delivered meanwhile stays undelivered; each can be sent again. */
export async function resumeWebhook(ctx: WriteContext, id: string): Promise<void> {
  const webhook = await getWebhook(ctx, id)
  if (webhook.disabledAt === null) throw new Refusal('conflict', [], [{ field: null, code: 'webhook-runs' }])
  await ctx.db.updateTable('webhook').set({ disabledAt: null, failures: 0 }).where('id', '=', id).execute()
  await recordHistory(ctx, 'webhook.resumed', webhook, { url: new URL(webhook.url).origin })
}

/** Sends what a delivery carried once more, as a delivery of its own. */
export async function resendDelivery(ctx: WriteContext, id: string, deliveryId: string): Promise<void> {
  const webhook = await getWebhook(ctx, id)
  if (webhook.disabledAt !== null)
    throw new Refusal('conflict', ['resume'], [{ field: null, code: 'webhook-disabled' }])
  const delivery = await ctx.db
    .selectFrom('webhookDelivery')
    .select(['unitId', 'number', 'state'])
    .where('id', '=', deliveryId)
    .where('webhookId', '=', id)
    .executeTakeFirst()
  if (!delivery) throw new Refusal('not-found')
  if (delivery.state === 'waiting') throw new Refusal('conflict', [], [{ field: null, code: 'delivery-waits' }])
  const again = ctx.chance.id()
  const { unitId, number } = delivery
  await ctx.db
    .insertInto('webhookDelivery')
    .values({ id: again, webhookId: id, unitId, number, createdAt: ctx.clock.now(), state: 'waiting' })
    .execute()
  await orderDelivery(ctx, again)
  await recordHistory(ctx, 'webhook.resent', webhook, { url: new URL(webhook.url).origin })
}

async function getWebhook(ctx: WriteContext, id: string): Promise<Webhook> {
  await ctx.db.selectFrom('webhook').select('id').where('id', '=', id).forUpdate().execute()
  const webhook = await findWebhook(ctx, id)
  if (!webhook) throw new Refusal('not-found')
  return webhook
}
