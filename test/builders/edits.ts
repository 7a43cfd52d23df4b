import { type Context, write } from '../../src/context.ts'
import type { Edit } from '../../src/plans/items/ops.ts'
import { applyEdit } from '../../src/plans/review/actions.ts'
import { listRows } from '../../src/plans/review/queries.ts'

/** Adds a step of the plan, from April to June 2026, behind the others. */
export function addMilestone(text: string): Edit {
  const data = { from: '2026-04', to: '2026-06', text }
  return { do: 'add', kind: 'milestone', parentId: null, after: null, data, passages: [], sourceId: null }
}

/** Changes the text of an item; `from` is what the editor saw. */
export function rewriteText(id: string, from: string, to: string): Edit {
  return { do: 'edit', id, changes: { text: { from, to } } }
}

/** One edit in a transaction of its own; `seen` is the revision that the editor looked at. */
export function edited(ctx: Context, plan: string, edit: Edit, seen?: number) {
  return write(ctx, (tx) => applyEdit(tx, plan, edit, seen))
}

/** Texts of the plan's steps that have not been taken out. */
export async function milestoneTexts(ctx: Context, plan: string): Promise<string[]> {
  const rows = [...(await listRows(ctx, plan)).values()]
  const shown = rows.filter(({ removed, kind }) => !removed && kind === 'milestone')
  return shown.map(({ data }) => (data as { text: string }).text)
}
