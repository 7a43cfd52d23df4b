import { z } from 'zod'

/** What a unit is; texts.ts has the words, docs/guides says how to add one. */
export const unitKinds = [
  'province',
  'commune',
  'ward',
  'special-zone',
  'district',
  'peoples-committee',
  'peoples-council',
  'department',
  'division',
  'office',
  'party',
  'front',
  'union',
  'school',
  'health-station',
  'police',
  'military',
  'hamlet',
  'residential-group',
  'cooperative',
  'enterprise',
  'council',
  'other',
] as const

export const UnitKind = z.enum(unitKinds)
export type UnitKind = z.infer<typeof UnitKind>

/** A day as `YYYY-MM-DD`. */
export const Day = z.iso.date()

const Name = z.string().trim().normalize('NFC').min(2).max(200)
const optionalText = (most: number) =>
  z
    .string()
    .trim()
    .normalize('NFC')
    .max(most)
    .transform((text) => text || null)
    .nullable()
    .default(null)

/** Positive number of a unit, as it comes from an address or a form. */
export const UnitId = z.coerce.number().int().positive().max(2_147_483_647)

/** The decision that a change rests on: «Nghị quyết số … ngày …». */
const Decision = optionalText(500)

export const NewUnit = z.object({
  name: Name,
  shortName: optionalText(60),
  kind: UnitKind,
  code: optionalText(20),
  parentId: UnitId,
})
export type NewUnit = z.infer<typeof NewUnit>

export const UnitCreation = NewUnit.extend({ on: Day, decision: Decision })
export type UnitCreation = z.infer<typeof UnitCreation>

export const UnitRenaming = z.object({
  name: Name,
  shortName: optionalText(60),
  kind: UnitKind,
  code: optionalText(20),
  on: Day,
  decision: Decision,
})
export type UnitRenaming = z.infer<typeof UnitRenaming>

export const UnitMove = z.object({ parentId: UnitId, on: Day, decision: Decision })
export type UnitMove = z.infer<typeof UnitMove>

/** Several units become one: a new one (`name`), or one that exists and stays (`intoId`). */
export const UnitMerger = z.object({
  unitIds: z.array(UnitId).min(1).max(100),
  into: z.union([z.object({ intoId: UnitId }), z.object({ unit: NewUnit })]),
  on: Day,
  decision: Decision,
})
export type UnitMerger = z.infer<typeof UnitMerger>

/** One unit becomes several new ones beside it; `heirNumber` (from 0) takes over what is open. */
export const UnitSplit = z.object({
  parts: z
    .array(NewUnit.omit({ parentId: true }))
    .min(2)
    .max(50),
  heirNumber: z.coerce.number().int().min(0).max(49),
  on: Day,
  decision: Decision,
})
export type UnitSplit = z.infer<typeof UnitSplit>

export const UnitAbolition = z.object({ heirId: UnitId.nullable(), on: Day, decision: Decision })
export type UnitAbolition = z.infer<typeof UnitAbolition>

/** A unit as it is now. */
export interface Unit {
  readonly id: number
  readonly path: string
  readonly parentId: number | null
  readonly name: string
  readonly shortName: string | null
  readonly kind: UnitKind
  readonly code: string | null
  readonly foundedOn: string | null
  /** The first day on which it no longer exists. */
  readonly abolishedOn: string | null
}

/** The function that somebody is to be given, and where one goes on afterwards ('' where the address says nothing). */
export interface FunctionToGive {
  readonly unit: Unit
  readonly title: string
  readonly back: string
}

/** The roles that role_permission knows; texts.ts has their words. */
export const roles = ['administrator', 'officer', 'leader', 'member', 'supervisor'] as const
export const Role = z.enum(roles)
export type Role = z.infer<typeof Role>

export const NewPerson = z.object({
  fullName: z.string().trim().normalize('NFC').min(2).max(120),
  /** User names, phone numbers and mail addresses by which the person signs in; at least one. */
  userName: optionalText(40),
  phone: optionalText(20),
  email: optionalText(200),
})
export type NewPerson = z.infer<typeof NewPerson>

export const NewPosition = z.object({
  unitId: UnitId,
  role: Role,
  title: z.string().trim().normalize('NFC').max(200).default(''),
  from: Day,
})
export type NewPosition = z.infer<typeof NewPosition>

/** A function that somebody is to be given, as an address says it; `back` is a path of ours where one goes on. */
export const GivenFunction = z.object({
  unit: UnitId,
  title: z.string().trim().normalize('NFC').min(1).max(200),
  back: z.string().max(500).default(''),
})

export const NewDelegation = z.object({
  positionId: z.uuid(),
  personId: z.uuid(),
  from: Day,
  /** The last day. */
  until: Day,
  reason: z.string().trim().max(500).default(''),
})
export type NewDelegation = z.infer<typeof NewDelegation>

/** `cluster`: cụm thi đua, by territory; `block`: khối thi đua, by kind of unit. */
export const clusterKinds = ['cluster', 'block'] as const
export const ClusterKind = z.enum(clusterKinds)
export type ClusterKind = z.infer<typeof ClusterKind>

export const ClusterNaming = z.object({ name: Name, kind: ClusterKind })
export type ClusterNaming = z.infer<typeof ClusterNaming>

/** `unitId`: the unit that forms it. */
export const NewCluster = ClusterNaming.extend({ unitId: UnitId })
export type NewCluster = z.infer<typeof NewCluster>

export const NewMembers = z.object({ unitIds: z.array(UnitId).min(1).max(100), from: Day })
export type NewMembers = z.infer<typeof NewMembers>

export const MemberDeparture = z.object({ unitId: UnitId, lastDay: Day })
export type MemberDeparture = z.infer<typeof MemberDeparture>

/** Null: nobody leads that year. */
export const YearLeader = z.object({ year: z.coerce.number().int().min(1948).max(2200), unitId: UnitId.nullable() })
export type YearLeader = z.infer<typeof YearLeader>
