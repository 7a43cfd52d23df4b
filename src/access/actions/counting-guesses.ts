import type { Context } from '../../context.ts'
import { Refusal } from '../../core/problem.ts'
import type { Origin } from '../schema.ts'
import { attemptOf, forgetFailures, takeTurn } from './throttle.ts'

/**
 * Runs a change for which the actor's own password is asked once more; wrong ones are counted like those of signing in, in a transaction of their own, because the change's is undone. Throws
 * `Refusal` `invalid` at `field` while one has to wait.
 */
export async function countingGuesses<T>(
  ctx: Context,
  origin: Origin,
  field: string,
  change: () => Promise<T>,
): Promise<T> {
  const attempt = await attemptOf(ctx, `password:${ctx.actor.id}`, ctx.actor.id, origin)
  const seconds = await takeTurn(ctx, attempt)
  if (seconds > 0) throw new Refusal('invalid', [], [{ field, code: 'password-wait', seconds }])
  try {
    const changed = await change()
    await forgetFailures(ctx, attempt)
    return changed
  } catch (error) {
    const guessed = error instanceof Refusal && error.problems.some(({ code }) => code === 'password-wrong')
    if (!guessed) await forgetFailures(ctx, attempt)
    throw error
  }
}
