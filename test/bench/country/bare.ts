import pg from 'pg'

/** One statement as the product sent it, and how many rows came back. */
export interface Sent {
  readonly text: string
  /** On a connection behind the wall, with the person's rights; else the house's own, as the look-up of the session. */
  readonly walled: boolean
  readonly values: readonly unknown[]
  readonly rows: number
  readonly began: number
  readonly ended: number
}

type Query = (this: { connectionParameters?: { options?: string } }, ...given: unknown[]) => unknown

/** Writes down what goes to the database while `work` runs. */
export async function listening<T>(work: () => Promise<T>): Promise<{ result: T; sent: Sent[] }> {
  const sent: Sent[] = []
  const own = pg.Client.prototype.query as unknown as Query
  const listened: Query = function (...given) {
    const [first, second] = given
    const text = typeof first === 'string' ? first : (first as { text?: string }).text
    const answer = own.apply(this, given)
    if (!text || !(answer instanceof Promise)) return answer
    const walled = this.connectionParameters?.options?.includes('role=') === true
    const values = (Array.isArray(second) ? second : (first as { values?: unknown[] }).values) ?? []
    const began = performance.now()
    return answer.then((result: pg.QueryResult) => {
      sent.push({ text, walled, values, rows: result.rowCount ?? 0, began, ended: performance.now() })
      return result
    })
  }
  pg.Client.prototype.query = listened as never
  try {
    return { result: await work(), sent }
  } finally {
    pg.Client.prototype.query = own as never
  }
}

/** Statements that ran at the same time stand together; what opens and ends a transaction is left out. */
export function groups(sent: readonly Sent[]): Sent[][] {
  const asked = sent.filter(({ text }) => !/^(begin|commit|rollback|start)/i.test(text))
  const found: Sent[][] = []
  let end = Number.NEGATIVE_INFINITY
  for (const one of asked.toSorted((a, b) => a.began - b.began)) {
    const last = found.at(-1)
    if (last && one.began < end) last.push(one)
    else found.push([one])
    end = Math.max(end, one.ended)
  }
  return found
}

/** The same statements with the same rights through plain `pg`, and nothing else. Returns the rows that came back. */
export async function replay(
  clients: { readonly walled: readonly pg.Client[]; readonly own: readonly pg.Client[] },
  grouped: readonly (readonly Sent[])[],
): Promise<number> {
  let rows = 0
  for (const group of grouped) {
    const answers = await Promise.all(
      group.map(({ text, values, walled }, index) => {
        const some = walled ? clients.walled : clients.own
        return some[index % some.length]?.query(text, [...values])
      }),
    )
    for (const answer of answers) rows += answer?.rowCount ?? 0
  }
  return rows
}
