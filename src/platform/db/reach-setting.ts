import { type Actor, holdsOn } from '../../core/reach.ts'

/** The actor's rights of their day as the database's policies read them: permission → {trees, units}, as JSON. */
export function reachSetting(actor: Actor): string {
  const reach = new Map<string, { trees: string[]; units: string[] }>()
  for (const { permission, unit, reach: extent } of actor.grants.filter((grant) => holdsOn(grant, actor.on))) {
    const place = reach.get(permission) ?? { trees: [], units: [] }
    place[extent === 'subtree' ? 'trees' : 'units'].push(unit)
    reach.set(permission, place)
  }
  return JSON.stringify(Object.fromEntries(reach))
}
