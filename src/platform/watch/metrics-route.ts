import { createHash, timingSafeEqual } from 'node:crypto'
import { Refusal } from '../../core/problem.ts'
import { isFromThisComputer } from '../http/address-of.ts'
import type { HouseRequest, Route } from '../http/route.ts'
import { METRICS_TYPE, type Metric, printMetrics } from './print-metrics.ts'

export interface MetricsOptions {
  /** What a monitor on another machine must send as `Authorization: Bearer …`; null: only this computer is answered. */
  readonly token: string | null
  readonly gather: () => Promise<readonly Metric[]>
}

/** Figures for a monitor. For everybody else the address does not exist. */
export function metricsRoute({ token, gather }: MetricsOptions): Route {
  return {
    method: 'GET',
    path: '/metrics',
    permission: 'public',
    event: null,
    handler: async (c) => {
      if (!isFromThisComputer(c) && !hasToken(c, token)) throw new Refusal('not-found')
      return c.body(printMetrics(await gather()), 200, { 'Content-Type': METRICS_TYPE, 'Cache-Control': 'no-store' })
    },
  }
}

function hasToken(c: HouseRequest, token: string | null): boolean {
  const given = /^Bearer (\S+)$/.exec(c.req.header('authorization') ?? '')?.[1]
  if (token === null || given === undefined) return false
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(given), digest(token))
}
