import type { Route } from '../../src/platform/http/route.ts'
import type { TestBrowser } from './browser.ts'
import type { GuardedHouse } from './guarded-house.ts'
import type { TestProgram } from './programs.ts'

/** What stands for the parameters of a path. */
export interface Named {
  readonly plan: string
  readonly item: string
  readonly newer: string
  readonly task: string
  readonly file: string
  readonly question: string
}

/** The address with these records in it. */
export function filled(path: string, named: Named): string {
  const id = /(viec|tasks)\/:id/.test(path) ? named.task : named.plan
  const values: Readonly<Record<string, string>> = { id, position: '0', ...{ ...named, file: named.file } }
  const plain = path.replace(/:\w+\{\\d\{1,[91][^/]*/g, '4')
  return plain.replace(/:(\w+)(\{[^/]*\})?/g, (_, name: string) => values[name] ?? named.plan)
}

/** What every form of a plan or task takes, all at once. */
export const typed = {
  ...{ on: '2026-03-09', how: 'on-paper', note: 'x', reason: 'Thử', words: 'x', from: '2026-03-01', revision: '0' },
  ...{ kind: 'criterion', text: 'x', title: 'x', subject: 'any', name0: 'Ai đó', ignore0: '1', candidate: '0' },
  ...{ fullName5: 'Ai đó', account5: 'ai.do', unit: '5' },
}
const bodies = {
  ...typed,
  ...{ revision: 0, changes: { title: { from: 'x', to: 'y' } }, to: 'up', parentId: null, first: 'x', second: 'y' },
  ...{ data: { text: 'x' }, decisions: [{ name: 'x', ignored: true }], take: [], candidate: 0 },
}

async function read(answer: Response): Promise<string> {
  if (answer.headers.get('content-type')?.startsWith('text/event-stream')) {
    await answer.body?.cancel()
    return 'news'
  }
  return answer.text()
}

/** Asks for every address with these records, as browser or program; answers what was said to each. */
export async function walk(asked: readonly Route[], named: Named, browser: TestBrowser, program?: TestProgram) {
  const said: { address: string; status: number; text: string }[] = []
  for (const { method, path } of asked) {
    const isApi = path.startsWith('/api/')
    if (isApi && !program) continue
    const address = `${filled(path, named)}${method === 'GET' ? '?q=mark&trang=019cd578-f500-79d4-a747-43de346f4b72' : ''}`
    const who = isApi && program ? program : browser
    const answer = await (method === 'GET'
      ? who.get(address)
      : isApi
        ? (program ?? browser).post(address, bodies as never)
        : browser.post(address, typed))
    said.push({ address: `${method} ${path}`, status: answer.status, text: await read(answer) })
  }
  return said
}

/** The plan with an item, a question, and what else an address may name. */
export async function recordsOf(
  { ctx, west, draft }: GuardedHouse,
  plan: { id: string; itemIds: string[] },
): Promise<Named> {
  const question = ctx.db.selectFrom('planQuestion').select('id').where('planId', '=', plan.id)
  return {
    plan: plan.id,
    item: plan.itemIds[0] ?? '',
    newer: draft.id,
    task: west.taskId,
    file: west.fileId,
    question: (await question.executeTakeFirst())?.id ?? '',
  }
}
