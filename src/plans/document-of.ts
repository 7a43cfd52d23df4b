import { Refusal } from '../core/problem.ts'
import { can } from '../core/reach.ts'
import type { HouseRequest } from '../platform/http/route.ts'
import { readPlans } from './permissions.ts'
import { findDocument } from './queries.ts'
import { DocumentId, type StoredDocument } from './schema.ts'

/** The plan that the address names, of a unit within reach or with a part for one. Throws `Refusal('not-found')`, also where the actor may not see it. */
export async function documentOf(c: HouseRequest, name: 'id' | 'newer' = 'id'): Promise<StoredDocument> {
  const id = DocumentId.safeParse(c.req.param(name))
  const document = id.success ? await findDocument(c.var.ctx, id.data) : undefined
  if (!document) throw new Refusal('not-found')
  return document
}

/** The plan that the address names, of a unit within reach. Throws `Refusal('not-found')` also for one that is seen by a part in it only. */
export async function ownDocumentOf(c: HouseRequest, name: 'id' | 'newer' = 'id'): Promise<StoredDocument> {
  const document = await documentOf(c, name)
  if (!can(c.var.ctx.actor, readPlans, document.unitPath)) throw new Refusal('not-found')
  return document
}
