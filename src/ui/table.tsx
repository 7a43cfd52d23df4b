import type { ComponentChildren } from 'preact'
import { Icon } from './icon.tsx'
import { uiWords, type View } from './view.ts'

/** A column: what it says of a row. `head` is the cell that names the row; on a phone it stands above the others. */
export interface Column<Row> {
  readonly key: string
  readonly label: string
  readonly cell: (row: Row) => ComponentChildren
  readonly head?: boolean
  readonly number?: boolean
  /** Never broken over two lines: dates, numbers of documents. */
  readonly short?: boolean
  /** Address of the same list sorted by this column; absent where it cannot be sorted. */
  readonly sortHref?: string
  readonly sorted?: 'up' | 'down' | undefined
}

interface TableProps<Row> {
  readonly view: Pick<View, 'lang'>
  readonly caption: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  /** A few short columns: stays a table on a phone. */
  readonly narrow?: boolean
}

/** A list as a table; below 768 px every row is a card. */
export function Table<Row>({ view, caption, columns, rows, narrow = false }: TableProps<Row>) {
  return (
    <table class={narrow ? 'table' : 'table cards'}>
      <caption>{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <HeadCell view={view} column={column} />
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr>
            {columns.map((column) => (
              <td
                class={
                  [column.number && 'number', column.head && 'head', column.short && 'short']
                    .filter(Boolean)
                    .join(' ') || undefined
                }
                data-label={column.label}
              >
                {column.cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const ariaSort = { up: 'ascending', down: 'descending' } as const

function HeadCell<Row>({ view, column }: { view: Pick<View, 'lang'>; column: Column<Row> }) {
  const words = uiWords(view)
  return (
    <th
      scope="col"
      class={column.number ? 'number' : undefined}
      aria-sort={column.sorted ? ariaSort[column.sorted] : undefined}
    >
      {column.sortHref ? (
        <a href={column.sortHref} title={words.sortBy(column.label)}>
          {column.label}
          {column.sorted && <Icon name={column.sorted} />}
        </a>
      ) : (
        column.label
      )}
    </th>
  )
}

interface PagingProps {
  readonly view: Pick<View, 'lang'>
  /** What is shown of how much, in words. */
  readonly summary: ComponentChildren
  readonly first?: string | undefined
  readonly next?: string | undefined
}

/** Lists page by key: the next page is an address, a page number is not known and not needed. */
export function Paging({ view, summary, first, next }: PagingProps) {
  const words = uiWords(view)
  return (
    <div class="paging">
      <p>{summary}</p>
      {(first || next) && (
        <nav aria-label={words.pages}>
          {first && (
            <a class="button small" href={first}>
              {words.firstPage}
            </a>
          )}
          {next && (
            <a class="button small" href={next} rel="next">
              {words.nextPage}
              <Icon name="right" />
            </a>
          )}
        </nav>
      )}
    </div>
  )
}
