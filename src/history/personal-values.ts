import { createCipheriv, createDecipheriv } from 'node:crypto'
import { sql } from 'kysely'
import type { Context, WriteContext } from '../context.ts'
import { canonicalJson, type Json } from '../platform/canonical-json.ts'

/** A value that belongs to a person, as it stands in the journal: AES-256-GCM under the person's own key. */
export interface SealedValue {
  readonly [key: string]: Json
  readonly sealedFor: string
  readonly nonce: string
  readonly data: string
}

/** Seals a value for the journal. The hash of the entry covers the sealed form, so the key may be destroyed later. */
export async function seal(ctx: WriteContext, personId: string, value: Json): Promise<SealedValue> {
  const key = await keyOf(ctx, personId)
  const nonce = ctx.chance.bytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  const sealed = [cipher.update(canonicalJson(value), 'utf8'), cipher.final(), cipher.getAuthTag()]
  return {
    sealedFor: personId,
    nonce: Buffer.from(nonce).toString('base64'),
    data: Buffer.concat(sealed).toString('base64'),
  }
}

async function keyOf(ctx: WriteContext, personId: string): Promise<Buffer> {
  const fresh = { personId, key: Buffer.from(ctx.chance.bytes(32)) }
  const { key } = await ctx.db
    .insertInto('personKey')
    .values(fresh)
    .onConflict((conflict) => conflict.column('personId').doUpdateSet({ personId: sql`excluded.person_id` }))
    .returning('key')
    .executeTakeFirstOrThrow()
  if (!key) throw new Error('this person has been erased')
  return key
}

/** What stands where a value has been erased. */
export const ERASED = { erased: true } as const
/** What stands where a value is not given away. */
const WITHHELD = { sealed: true } as const

/** Every sealed value inside, opened where the key still exists, `ERASED` where it does not. One query. */
export function unsealAll(ctx: Context, values: readonly Json[]): Promise<Json[]> {
  return unsealFor(ctx, [...new Set(values.flatMap(sealedPeople))], values, ERASED)
}

/** The values of this person alone; those of others stay out. */
export function unsealOwn(ctx: Context, personId: string, values: readonly Json[]): Promise<Json[]> {
  return unsealFor(ctx, [personId], values, WITHHELD)
}

async function unsealFor(
  ctx: Context,
  people: readonly string[],
  values: readonly Json[],
  instead: Json,
): Promise<Json[]> {
  if (people.length === 0) return [...values]
  const rows = await ctx.db
    .selectFrom('personKey')
    .select(['personId', 'key'])
    .where('personId', '=', sql<string>`any(${[...people]}::uuid[])`)
    .execute()
  const keys = new Map(rows.map(({ personId, key }) => [personId, key]))
  return values.map((value) => unsealed(value, keys, instead))
}

/** Destroys the person's key: whatever the journal says of them cannot be read any more, by anybody. */
export async function erasePersonalValues(ctx: WriteContext, personId: string): Promise<void> {
  const erased = { key: null, erasedAt: ctx.clock.now() }
  await ctx.db
    .insertInto('personKey')
    .values({ personId, ...erased })
    .onConflict((conflict) => conflict.column('personId').doUpdateSet(erased))
    .execute()
}

/** The value for whoever is not here: what is sealed stays out, because nobody could take it back later. */
export function withoutPersonalValues(value: Json): Json {
  return unsealed(value, new Map(), WITHHELD)
}

function sealedPeople(value: Json): string[] {
  if (value === null || typeof value !== 'object') return []
  if (isSealed(value)) return [value.sealedFor]
  return Object.values(value).flatMap((member) => sealedPeople(member ?? null))
}

function unsealed(value: Json, keys: ReadonlyMap<string, Buffer | null>, instead: Json): Json {
  if (value === null || typeof value !== 'object') return value
  if (isSealed(value)) {
    const key = keys.get(value.sealedFor)
    return key ? open(value, key) : instead
  }
  if (Array.isArray(value)) return value.map((member: Json) => unsealed(member, keys, instead))
  const members = Object.entries(value).map(
    ([name, member]) => [name, unsealed(member ?? null, keys, instead)] as const,
  )
  return Object.fromEntries(members)
}

function open({ nonce, data }: SealedValue, key: Buffer): Json {
  const bytes = Buffer.from(data, 'base64')
  const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(nonce, 'base64'))
  decipher.setAuthTag(bytes.subarray(-16))
  const text = Buffer.concat([decipher.update(bytes.subarray(0, -16)), decipher.final()]).toString('utf8')
  return JSON.parse(text) as Json
}

function isSealed(value: object): value is SealedValue {
  return 'sealedFor' in value && 'nonce' in value && 'data' in value
}
