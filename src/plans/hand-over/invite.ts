import { issueCode } from '../../access/actions/one-time-codes.ts'
import { plainPhone } from '../../access/rules.ts'
import type { WriteContext } from '../../context.ts'
import { type Problem, Refusal } from '../../core/problem.ts'
import { can } from '../../core/reach.ts'
import { fold } from '../../core/text/fold.ts'
import { addPerson } from '../../organisation/actions/change-people.ts'
import { readPlans } from '../permissions.ts'
import { lockPlan } from '../review/queries.ts'

/** Somebody whom the officer names for a unit; `account` is a phone number, a mail address, a user name, or empty. */
export interface Invitation {
  readonly unitId: number
  readonly fullName: string
  readonly account: string
  readonly title: string
}

/** What is handed over: the slip of one person. */
export interface Slip {
  readonly unitId: number
  readonly fullName: string
  readonly account: string
  readonly code: string
}

/**
 * People who will see and do what their unit owes under the plan, each with a code of one use: all of them or none. Throws `Refusal`: `invalid` with every problem of every row, its field being
 * `fullName` or `account` and the number of the unit.
 */
export async function inviteForPlan(
  ctx: WriteContext,
  planId: string,
  invitations: readonly Invitation[],
): Promise<Slip[]> {
  const plan = await lockPlan(ctx, planId)
  if (!plan || !can(ctx.actor, readPlans, plan.unitPath)) throw new Refusal('not-found')
  const slips: Slip[] = []
  const problems: Problem[] = []
  for (const invitation of invitations) {
    try {
      slips.push(await invite(ctx, invitation))
    } catch (error) {
      if (!(error instanceof Refusal) || error.problems.length === 0) throw error
      for (const problem of error.problems) {
        const box = problem.field === 'fullName' ? 'fullName' : 'account'
        problems.push({ ...problem, field: `${box}${invitation.unitId}` })
      }
    }
  }
  if (problems.length > 0) throw new Refusal('invalid', [], problems)
  return slips
}

async function invite(ctx: WriteContext, { unitId, fullName, account, title }: Invitation): Promise<Slip> {
  if (fullName.length < 2) throw new Refusal('invalid', [], [{ field: 'fullName', code: 'missing' }])
  // A name that we make up may be another person's at the office's single sign-on, where names tie accounts: they would come in as this one.
  if (account === '' && ctx.config.oidc?.linkBy === 'user-name')
    throw new Refusal('invalid', [], [{ field: 'account', code: 'account-missing' }])
  const names = account === '' ? { userName: await freeUserName(ctx, fullName) } : namesIn(account)
  const person = { fullName, userName: null, phone: null, email: null, ...names }
  const id = await addPerson(ctx, person, { unitId, role: 'member', title, from: ctx.actor.on })
  const code = await issueCode(ctx, id, 'invitation')
  return { unitId, fullName, account: account || (names.userName ?? ''), code }
}

function namesIn(account: string): { userName?: string; phone?: string; email?: string } {
  if (account.includes('@')) return { email: account }
  return plainPhone(account) === null ? { userName: account } : { phone: account }
}

/** «Vũ Thị Hòa» → `hoa.vu`, or `hoa.vu2` where that is somebody's. */
async function freeUserName(ctx: WriteContext, fullName: string): Promise<string> {
  const words = fold(fullName).match(/[a-z]+/g) ?? ['can', 'bo']
  const name = [words.at(-1), ...(words.length > 1 ? [words[0]] : [])].join('.').slice(0, 34)
  const rows = await ctx.db.selectFrom('person').select('userName').where('userName', 'like', `${name}%`).execute()
  const taken = new Set(rows.map(({ userName }) => userName))
  let free = name
  for (let count = 2; taken.has(free); count += 1) free = `${name}${count}`
  return free
}
