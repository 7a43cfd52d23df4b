import type { WriteContext } from '../../context.ts'
import { Refusal } from '../../core/problem.ts'
import { seal } from '../../history/personal-values.ts'
import { recordHistory } from '../../history/record-history.ts'
import { listOwnTokens, MOST_TOKENS } from '../queries/find-token.ts'
import { hashSecret, newSecret } from '../secrets.ts'
import type { NewToken } from '../tokens.ts'
import { homeUnit } from './sign-in.ts'

const DAY = 86_400_000
/** Scanners that look for leaked secrets know ours by it. */
const MARK = 'lantoa_'

/** A token for a program of one's own. Returns it, once; only its hash is kept. */
export async function makeToken(ctx: WriteContext, { name, scopes, days }: NewToken): Promise<string> {
  const personId = ownerOf(ctx)
  if ((await listOwnTokens(ctx)).length >= MOST_TOKENS)
    throw new Refusal('invalid', [], [{ field: 'name', code: 'token-too-many', most: MOST_TOKENS }])
  const [id, token, createdAt] = [ctx.chance.id(), MARK + newSecret(ctx.chance), ctx.clock.now()]
  const endsAt = new Date(createdAt.getTime() + days * DAY)
  await ctx.db
    .insertInto('personalToken')
    .values({ id, tokenHash: hashSecret(token), personId, name, scopes, createdAt, endsAt })
    .execute()
  const facts = { token: id, name: await seal(ctx, personId, name), scopes, endsAt: endsAt.toISOString() }
  await recordHistory(ctx, 'token.made', { id: personId, unitId: await homeUnit(ctx, personId) }, facts)
  return token
}

/** From now on the token opens nothing. */
export async function revokeToken(ctx: WriteContext, id: string): Promise<void> {
  const personId = ownerOf(ctx)
  const revoked = await ctx.db
    .updateTable('personalToken')
    .set({ revokedAt: ctx.clock.now() })
    .where('id', '=', id)
    .where('personId', '=', personId)
    .where('revokedAt', 'is', null)
    .returning('name')
    .executeTakeFirst()
  if (!revoked) throw new Refusal('not-found')
  const subject = { id: personId, unitId: await homeUnit(ctx, personId) }
  await recordHistory(ctx, 'token.revoked', subject, { token: id, name: await seal(ctx, personId, revoked.name) })
}

/** A person who has signed in; never a program that holds a token. */
function ownerOf({ actor }: WriteContext): string {
  if (actor.kind !== 'person' || actor.id === null || actor.tokenId !== undefined) throw new Refusal('forbidden')
  return actor.id
}
