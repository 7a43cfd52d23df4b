import type { Metric } from './print-metrics.ts'
import type { SeenRequest } from './watch-requests.ts'

/** Upper ends in seconds. */
const BOUNDS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] as const

export interface Meter {
  count(seen: SeenRequest): void
  metrics(): Metric[]
}

/** Counts requests since the start. */
export function openMeter(): Meter {
  const answered = new Map<string, { readonly labels: Readonly<Record<string, string>>; count: number }>()
  const buckets: number[] = BOUNDS.map(() => 0)
  let [sum, total] = [0, 0]
  return {
    count({ method, route, status, seconds }) {
      const key = `${method} ${route} ${status}`
      const row = answered.get(key) ?? { labels: { method, route, status: String(status) }, count: 0 }
      row.count += 1
      answered.set(key, row)
      for (const [index, bound] of BOUNDS.entries()) if (seconds <= bound) buckets[index] = (buckets[index] ?? 0) + 1
      sum += seconds
      total += 1
    },
    metrics() {
      const within = BOUNDS.map((bound, index) => ({
        suffix: '_bucket',
        labels: { le: String(bound) },
        value: buckets[index] ?? 0,
      }))
      return [
        {
          name: 'lantoa_requests_total',
          help: 'Requests answered since the start',
          type: 'counter',
          samples: [...answered.values()].map(({ labels, count }) => ({ labels, value: count })),
        },
        {
          name: 'lantoa_request_seconds',
          help: 'Time until the answer begins',
          type: 'histogram',
          samples: [
            ...within,
            { suffix: '_bucket', labels: { le: '+Inf' }, value: total },
            { suffix: '_sum', value: sum },
            { suffix: '_count', value: total },
          ],
        },
      ]
    },
  }
}
