import { z } from 'zod'
import { getOwnAccount } from '../access/queries/list-sessions.ts'
import { Day } from './answers.ts'
import { type Endpoint, endpoint } from './endpoint.ts'

const Me = z
  .object({
    id: z.uuid(),
    fullName: z.string(),
    /** The token through which the program acts; null in a browser's session. */
    tokenId: z.uuid().nullable(),
    positions: z.array(
      z.object({ title: z.string(), role: z.string(), unitName: z.string(), untilDate: Day.nullable() }),
    ),
    /** What may be done now, and where: `unit` is the path of the unit's number. */
    grants: z.array(
      z.object({
        permission: z.string(),
        unit: z.string(),
        reach: z.enum(['unit', 'subtree']),
        from: Day.nullable(),
        until: Day.nullable(),
      }),
    ),
  })
  .meta({ id: 'Me' })

export const meEndpoints: readonly Endpoint[] = [
  endpoint({
    method: 'GET',
    path: '/api/me',
    permission: 'signed-in',
    id: 'getMe',
    tag: 'me',
    answer: Me,
    handle: async ({ ctx }) => {
      const { fullName, positions } = await getOwnAccount(ctx)
      const { id, tokenId = null, grants } = ctx.actor
      return { id: id ?? '', fullName, tokenId, positions, grants }
    },
  }),
]
