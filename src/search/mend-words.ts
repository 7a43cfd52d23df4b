import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { oneSlipAway } from './one-slip-away.ts'

/** A word with more near ones than this says little. */
const MOST_MEANINGS = 12
/** Words of letters only: numbers and signs are meant as they stand. */
const SPELT = /^[a-z]{2,20}$/

/**
 * What each word of a query may have been meant to be, the last one perhaps only begun: words that can be found, one slip of the hand away. Where some words are found nowhere only those are
 * mended, else all. Null where nothing can be mended. One statement.
 */
export async function mendWords(
  ctx: Pick<Context, 'db'>,
  words: readonly string[],
): Promise<readonly (readonly string[])[] | null> {
  const slips = words.map((word) => (SPELT.test(word) ? oneSlipAway(word) : new Set<string>()))
  const last = words.at(-1) ?? ''
  const asked = [...new Set([...words, ...slips.flatMap((slip) => [...slip])])]
  const { rows } = await sql<{ word: string; isBegun: boolean }>`
    select distinct word, false as is_begun from search_word where word = any(${asked}::text[])
    union all
    select ${last}::text, true where exists (select from search_word where word >= ${last} and word < ${`${last}{`})`.execute(
    ctx.db,
  )
  const known = new Set(rows.map(({ word }) => word))
  const isLost = (word: string) => SPELT.test(word) && !known.has(word)
  const mendsAll = !words.some(isLost)
  const meanings = words.map((word, index) => {
    const near = mendsAll || isLost(word) ? [...(slips[index] ?? [])].filter((one) => known.has(one)) : []
    return [...(isLost(word) ? [] : [word]), ...near.slice(0, MOST_MEANINGS)]
  })
  return meanings.some((meant) => meant.length === 0) || meanings.every((meant) => meant.length === 1 && mendsAll)
    ? null
    : meanings
}
