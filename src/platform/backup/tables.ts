import type pg from 'pg'

export interface StoredTable {
  readonly name: string
  /** Without generated ones. */
  readonly columns: readonly string[]
  /** The primary key, or every column: rows come out in one order however they lie on the disk. */
  readonly order: readonly string[]
}

const TABLES = `
  select c.relname as name,
    array(select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      and a.attgenerated = '' order by a.attnum) as columns,
    array(select a.attname::text from pg_index i, unnest(i.indkey) with ordinality as k (number, place)
      join pg_attribute a on a.attnum = k.number
      where i.indrelid = c.oid and i.indisprimary and a.attrelid = c.oid order by k.place) as key,
    array(select f.relname::text from pg_constraint r join pg_class f on f.oid = r.confrelid
      where r.conrelid = c.oid and r.contype = 'f' and r.confrelid <> c.oid) as needs
  from pg_class c
  where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
    and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
  order by c.relname`

interface Row {
  readonly name: string
  readonly columns: string[]
  readonly key: string[]
  readonly needs: string[]
}

/** What is derived from other tables by triggers is made anew. */
const DERIVED = new Set(['migration'])

/** The product's tables, each after those that its rows point to. */
export async function listTables(client: pg.ClientBase): Promise<StoredTable[]> {
  const { rows } = await client.query<Row>(TABLES)
  const left = new Map(rows.filter(({ name }) => !DERIVED.has(name)).map((row) => [row.name, row]))
  const sorted: StoredTable[] = []
  while (left.size > 0) {
    const next = [...left.values()].find(({ needs }) => needs.every((name) => !left.has(name)))
    if (!next) throw new Error(`tables point to one another in a circle: ${[...left.keys()].join(', ')}`)
    left.delete(next.name)
    sorted.push({ name: next.name, columns: next.columns, order: next.key.length > 0 ? next.key : next.columns })
  }
  return sorted
}

export const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`
export const quotedList = (names: readonly string[]) => names.map(quoted).join(', ')
