import { sql } from 'kysely'
import type { WriteContext } from '../context.ts'
import { enqueue } from '../platform/jobs/enqueue.ts'

/** The job that brings one entry to one webhook. */
export const DELIVER_JOB = 'webhook.deliver'

/** Seconds of waiting grow with every attempt; the twelfth comes about sixteen hours after the first. */
export const DELIVERY_ATTEMPTS = 12

/** Orders the delivery of an entry to whichever webhook hears of it, in the transaction of the change. */
export async function tellWebhooks(
  ctx: WriteContext,
  entry: { readonly unitId: number; readonly number: number; readonly event: string; readonly at: string },
): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select order_deliveries(${entry.unitId}::integer, ${entry.number}::bigint, ${entry.event}::text, ${entry.at}::timestamptz) as id
  `.execute(ctx.db)
  for (const { id } of rows) await orderDelivery(ctx, id)
}

export async function orderDelivery(ctx: WriteContext, delivery: string): Promise<void> {
  await enqueue(ctx, DELIVER_JOB, { subjectId: delivery, payload: { delivery }, attempts: DELIVERY_ATTEMPTS })
}
