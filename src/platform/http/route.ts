import type { Context as HonoContext } from 'hono'
import type { Context } from '../../context.ts'
import type { Permission } from '../../core/reach.ts'
import type { View } from '../../ui/view.ts'
import type { News } from '../db/news.ts'
import type { Wall } from '../db/wall.ts'

/** What every request carries: `c.var.ctx` is all that its code may reach. */
export interface HouseEnv {
  Variables: {
    ctx: Context
    requestId: string
    /** The hidden field of every form. */
    csrf: { readonly name: string; readonly value: string }
    /** Whether the browser itself has proved that the form is ours; if not, reading the form checks the token. */
    formIsOurs: boolean
    news: News
    /** Gives a signed-in person's request its connection; null where there is no second wall. */
    wall: Wall | null
    view: View
    /** The network address that the request came from, as far as it can be known. */
    address: string
    /** The session that the browser's cookie names; null for everybody who has not signed in. */
    session: RequestSession | null
    /** The own unit's name; null before the first visit has named it. */
    unitName: string | null
    /** Aborts when the server stops. */
    stopping: AbortSignal
  }
}

export interface RequestSession {
  readonly id: string
  readonly personId: string
  readonly fullName: string
  /** The password was right, the second step is still to come. */
  readonly waitsForTotp: boolean
  /** Notices that the person has not seen. */
  readonly unseen: number
}

export type HouseRequest = HonoContext<HouseEnv>

/**
 * One address as data. `permission` is what the actor must hold somewhere, else the address does not exist for them (404);
 * the record's own unit is checked by the action or query. `public` is open to everybody, `signed-in` to every person for
 * what is their own, `somebody` to everybody but visitors (what they get is checked record by record). `event` is the journal event
 * that a change writes: `write` refuses to commit without it. Null for reads, and for changes that leave no trace (say so
 * in a comment beside it).
 */
export interface Route {
  readonly method: 'GET' | 'POST'
  /** Hono's pattern: `/units/:id`. */
  readonly path: string
  readonly permission: Permission | 'public' | 'signed-in' | 'somebody'
  readonly event: string | null
  readonly handler: (c: HouseRequest) => Response | Promise<Response>
}

export function route(declared: Route): Route {
  return declared
}
