import type { Permission } from '../core/reach.ts'

export const changeWebhooks = 'webhook.change' satisfies Permission
