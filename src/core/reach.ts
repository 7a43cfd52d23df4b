/** `noun.verb` */
export type Permission = `${string}.${string}`

/** The unit's place in the tree, from the root: the units' numbers joined by dots. */
export type UnitPath = string

/** `unit`: this unit alone; `subtree`: it and everything below it. */
export type Reach = 'unit' | 'subtree'

/** A right with its place and its time: days as `YYYY-MM-DD`, `until` included, null open. `*` is every permission. */
export interface Grant {
  readonly permission: Permission | '*'
  readonly unit: UnitPath
  readonly reach: Reach
  readonly from: string | null
  readonly until: string | null
}

/**
 * Who acts. `operator` is whoever sits at the computer itself, as long as no administrator exists; `system` is the product
 * (jobs, migrations); `visitor` has not signed in. `on` is the day, in Viet Nam, for which grants count.
 */
export interface Actor {
  readonly kind: 'operator' | 'person' | 'system' | 'visitor'
  readonly id: string | null
  readonly on: string
  readonly grants: readonly Grant[]
  /** The personal token through which a program acts: then only grants count, never that a record is the person's own. */
  readonly tokenId?: string
}

export interface ReachedUnit {
  readonly unit: UnitPath
  readonly reach: Reach
}

/** May the actor do this in that unit, on the actor's day? */
export function can(actor: Actor, permission: Permission, unit: UnitPath): boolean {
  return reachedUnits(actor, permission).some((reached) => covers(reached, unit))
}

/** May the actor do this anywhere at all? Decides whether a page or a menu entry exists for the actor. */
export function canSomewhere(actor: Actor, permission: Permission): boolean {
  return reachedUnits(actor, permission).length > 0
}

/** Does the actor hold, on their day, at least all of this? Whoever does may give it, end it and stand in for its holder. */
export function holdsAll(actor: Actor, given: readonly Pick<Grant, 'permission' | 'unit' | 'reach'>[]): boolean {
  return given.every(({ permission, unit, reach }) =>
    actor.grants
      .filter((grant) => grant.permission === '*' || grant.permission === permission)
      .filter((grant) => holdsOn(grant, actor.on) && covers(grant, unit))
      .some((grant) => grant.reach === 'subtree' || reach === 'unit'),
  )
}

/** Where the actor holds the permission: what the SQL twin turns into a condition. */
export function reachedUnits(actor: Actor, permission: Permission): ReachedUnit[] {
  return actor.grants
    .filter((grant) => grant.permission === '*' || grant.permission === permission)
    .filter((grant) => holdsOn(grant, actor.on))
    .map(({ unit, reach }) => ({ unit, reach }))
}

function covers(reached: ReachedUnit, unit: UnitPath): boolean {
  return unit === reached.unit || (reached.reach === 'subtree' && unit.startsWith(`${reached.unit}.`))
}

/** Does the grant count on this day? */
export function holdsOn(grant: Grant, day: string): boolean {
  return (grant.from === null || grant.from <= day) && (grant.until === null || day <= grant.until)
}
