import { sql } from 'kysely'
import type { Context } from '../../context.ts'
import { fold } from '../../core/text/fold.ts'
import { ofUnitsWithinReach } from '../../platform/db/within-reach.ts'
import { type Item, isKind } from '../items/item-schema.ts'
import { readPlans } from '../permissions.ts'
import { forceTexts } from '../texts/force.ts'

/** The plan that this one carries out: as the document names it, and where it is in the system. */
export interface Parent {
  readonly parentId: string | null
  readonly parentNamed: string | null
}

/** «Thực hiện Kế hoạch số 12/KH-UBND ngày 05/02/2026 của UBND tỉnh …»: the first plan that the document says it carries out. */
export async function findParent(
  ctx: Pick<Context, 'db' | 'actor'>,
  planId: string,
  items: readonly Item[],
): Promise<Parent> {
  const cited = items.find(
    (item) => isKind(item, 'citation') && item.data.basis && fold(item.data.type ?? '').startsWith('ke hoach'),
  )
  if (!cited || !isKind(cited, 'citation')) return { parentId: null, parentNamed: null }
  const { type, number, issuer, date } = cited.data
  const { rows } = await sql<{ id: string }>`
    select id from plan_document
    where fold(number) = fold(${number}) and id <> ${planId}::uuid and state in ('in-force', 'ended', 'read', 'drafted')
      and (${issuer}::text is null or issuer is null or similarity(fold(issuer), fold(${issuer})) > 0.5)
      and (${date}::text is null or issued is null or ${date} like issued || '%')
      and ${ofUnitsWithinReach(ctx.actor, readPlans)}
    order by state = 'in-force' desc, id desc limit 1`.execute(ctx.db)
  const parentNamed = forceTexts.vi.page.parentNamed(type ?? '', number, issuer)
  return { parentId: rows[0]?.id ?? null, parentNamed }
}
