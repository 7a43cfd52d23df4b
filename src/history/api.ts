import { z } from 'zod'
import { cutPage, Day, Instant, Most, pageOf } from '../api/answers.ts'
import { type Endpoint, endpoint } from '../api/endpoint.ts'
import { keyOf, listHistory } from './list-history.ts'
import { readHistory } from './permissions.ts'

const JournalLine = z
  .object({
    unitId: z.int(),
    unitName: z.string(),
    number: z.int(),
    at: Instant,
    event: z.string(),
    actorKind: z.string(),
    actorId: z.uuid().nullable(),
    actorName: z.string().nullable(),
    subjectId: z.uuid(),
    /** Facts of the event, as JSON. */
    change: z.unknown(),
  })
  .meta({ id: 'JournalEntry' })

const Filter = z.object({
  unit: z.coerce.number().int().positive().max(2_147_483_647).optional(),
  actor: z.uuid().optional(),
  subject: z.uuid().optional(),
  event: z
    .string()
    .regex(/^[a-z]+\.[a-z-]+$/)
    .optional(),
  from: Day.optional(),
  until: Day.optional(),
  after: z
    .string()
    .regex(/^\d{4}-\d\d-\d\dT[\d:.]+Z~\d{1,10}~\d{1,15}$/)
    .optional(),
  most: Most,
})

export const journalEndpoints: readonly Endpoint[] = [
  endpoint({
    method: 'GET',
    path: '/api/journal',
    permission: readHistory,
    id: 'listJournal',
    tag: 'journal',
    query: Filter,
    answer: pageOf(JournalLine),
    handle: async ({ ctx, query: { after = null, most, ...asked } }) => {
      const { unit = null, actor = null, subject = null, event = null, from = null, until = null } = asked
      const filter = { unit, actor, subject, event, from, until }
      return cutPage(await listHistory(ctx, filter, { before: after, most }), most, keyOf)
    },
  }),
]
