// cspell:ignore relname attname atttypid attnotnull atthasdef attidentity bytea (PostgreSQL's own names)
import type pg from 'pg'

interface Column {
  readonly table: string
  readonly column: string
  readonly type: string
  readonly nullable: boolean
  readonly generated: boolean
  readonly always: boolean
  /** The constraint `check (column in (…))`, when there is one. */
  readonly choices: string | null
}

const COLUMNS = `
  select c.relname as table, a.attname as column, format_type(a.atttypid, null) as type, not a.attnotnull as nullable,
    a.atthasdef or a.attidentity <> '' as generated, a.attgenerated <> '' as always,
    (select pg_get_constraintdef(k.oid) from pg_constraint k
      where k.conrelid = c.oid and k.contype = 'c' and k.conkey = array[a.attnum]
        and pg_get_constraintdef(k.oid) like '%= ANY (ARRAY[%::text%' limit 1) as choices
  from pg_attribute a join pg_class c on c.oid = a.attrelid
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm') and not c.relispartition
    and a.attnum > 0 and not a.attisdropped
    and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
  order by c.relname, a.attnum`

const TYPES: Readonly<Record<string, string>> = {
  bigint: 'number',
  boolean: 'boolean',
  bytea: 'Buffer',
  'double precision': 'number',
  integer: 'number',
  json: 'JsonColumn',
  jsonb: 'JsonColumn',
  real: 'number',
  smallint: 'number',
  'timestamp with time zone': 'Instant',
}

const NULLABLE_JSON = 'ColumnType<unknown, string | null | undefined, string | null>'

const HEAD = `// Made from the migrated database by \`npm run tables\`; a test compares the two.
import type { ColumnType, Generated } from 'kysely'

/** Read as the value it holds, written as JSON text: the driver would take a list for a PostgreSQL array. */
export type JsonColumn = ColumnType<unknown, string, string>
export type Instant = ColumnType<Date, Date | string, Date | string>
`

/** The TypeScript of every table of the schema: what \`src/platform/tables.ts\` must say. */
export async function describeTables(client: pg.ClientBase | pg.Pool): Promise<string> {
  const { rows } = await client.query<Column>(COLUMNS)
  const tables = Map.groupBy(rows, (row) => row.table)
  const interfaces = [...tables].map(([table, columns]) => {
    const members = columns.map((column) => `  ${camel(column.column)}: ${typeOf(column)}\n`)
    return `export interface ${pascal(table)} {\n${members.join('')}}\n`
  })
  const all = [...tables.keys()].map((table) => `  ${camel(table)}: ${pascal(table)}\n`)
  return [HEAD, ...interfaces, `export interface DB {\n${all.join('')}}\n`].join('\n')
}

function typeOf(column: Column): string {
  const list = column.type.endsWith('[]')
  const name = list ? column.type.slice(0, -2) : column.type
  const plain = column.choices ? choicesOf(column.choices) : (TYPES[name] ?? 'string')
  if (plain === 'Instant' && column.nullable)
    return 'ColumnType<Date | null, Date | string | null | undefined, Date | string | null>'
  const whole = `${plain}${list ? '[]' : ''}${column.nullable ? ' | null' : ''}`
  if (column.nullable && plain === 'JsonColumn') return NULLABLE_JSON
  if (column.always) return `ColumnType<${whole}, never, never>`
  return column.generated ? `Generated<${whole}>` : whole
}

function choicesOf(constraint: string): string {
  return [...constraint.matchAll(/'([^']*)'::text/g)].map(([, choice]) => `'${choice}'`).join(' | ')
}

function camel(name: string): string {
  return name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())
}

function pascal(name: string): string {
  const whole = camel(name)
  return whole.charAt(0).toUpperCase() + whole.slice(1)
}
