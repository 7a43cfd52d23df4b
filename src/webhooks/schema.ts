import { z } from 'zod'

/** What `unit` and everything below it journals is told to `url`; no event named: every event. */
export const NewWebhook = z.object({
  unitId: z.coerce.number().int().positive().max(2_147_483_647),
  url: z.string().trim().min(1).max(2_000),
  events: z.array(z.string().max(60)).max(200).default([]),
})
export type NewWebhook = z.infer<typeof NewWebhook>

export const deliveryStates = ['waiting', 'delivered', 'failed'] as const
export const DeliveryState = z.enum(deliveryStates)
export type DeliveryState = z.infer<typeof DeliveryState>

/** Why an attempt failed, where it was not the status that was answered. */
export const deliveryProblems = [
  'address-private',
  'host-unknown',
  'unreachable',
  'too-slow',
  'insecure',
  'status',
  'redirected',
  'gone',
  'out-of-reach',
  'disabled',
  'fault',
] as const
export const DeliveryProblem = z.enum(deliveryProblems)
export type DeliveryProblem = z.infer<typeof DeliveryProblem>
