import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { type Context, write } from '../context.ts'
import { doTask } from '../duties/actions/move-task.ts'
import { importDocument } from '../plans/actions.ts'
import { confirmPlan } from '../plans/force/actions.ts'
import { readWaiting } from '../plans/reading/read-files.ts'
import { PROJECT_ROOT } from '../platform/project-root.ts'
import { demoTexts } from '../texts.ts'

/** Plans of the demonstration's own commune; their year becomes the present one, so that the visitor stands in the middle of it. */
const plans = ['xa-dong-rang-2026/plan.txt', 'demo/nguoi-tot-viec-tot.txt'] as const
const WRITTEN_IN = 2026

/** Every so many-th task that was due lately is left late, so that there is somebody to urge. */
const LATE_EVERY = 3
const ON_PAPER_EVERY = 4
const LATELY = 45 * 86_400_000

/** Puts the commune's own plans in force since the beginning of the year: what was due is done, some of it on paper, and a little of it is late. */
export async function liveThroughTheYear(ctx: Context): Promise<void> {
  const year = Number(ctx.actor.on.slice(0, 4))
  for (const path of plans) {
    const text = await readFile(join(PROJECT_ROOT, 'samples', path), 'utf8')
    const id = await takeIn(
      ctx,
      `${path.split('/').at(-1) === 'plan.txt' ? 'ke-hoach-giai-doan' : 'ke-hoach-nam'}.txt`,
      inYear(text, year),
    )
    await write(ctx, (tx) => confirmPlan(tx, id, { from: `${year}-01-01`, reason: demoTexts.reason }))
  }
  await doWhatWasDue(ctx)
}

/** Every year of the text moved by as much as lies between the year in which it was written and this one. */
function inYear(text: string, year: number): string {
  return text.replace(/\b(20[23]\d)\b/g, (written) => String(Number(written) + year - WRITTEN_IN))
}

/** Handed in and read, as the page and the job do it. */
async function takeIn(ctx: Context, name: string, text: string): Promise<string> {
  const kept = await ctx.files.keep(Readable.from([Buffer.from(text)]), ctx.config.uploadLimit)
  const id = await write(ctx, (tx) => importDocument(tx, [{ ...kept, name, turn: 0 }]))
  await readWaiting(ctx, id, { signal: new AbortController().signal, progress: async () => undefined })
  return id
}

async function doWhatWasDue(ctx: Context): Promise<void> {
  const today = ctx.actor.on
  const due = await ctx.db
    .selectFrom('task')
    .select(['id', 'dueOn'])
    .where('state', '=', 'open')
    .where('dueOn', '<', today)
    .orderBy('dueOn')
    .orderBy('unitId')
    .orderBy('id')
    .execute()
  for (const [index, { id, dueOn }] of due.entries()) {
    const isLately = dueOn !== null && Date.parse(today) - Date.parse(dueOn) < LATELY
    if (isLately && index % LATE_EVERY === 0) continue
    const how = index % ON_PAPER_EVERY === 0 ? ('on-paper' as const) : ('delivered' as const)
    await write(ctx, (tx) => doTask(tx, id, { how, on: dueOn ?? today, note: '' }))
  }
}
