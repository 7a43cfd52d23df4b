/** Edges closer than this (twips) are one edge: rows of one table are seldom set to the same twip. */
const SAME_EDGE = 40
/** No printed table has more columns; edges beyond are left out. */
const MAX_EDGES = 1_000

/** The columns of a table whose rows each bring their own right edges, as in RTF and `.doc`. */
export class ColumnEdges {
  private readonly edges: number[] = []

  constructor(rights: readonly number[]) {
    for (const right of rights.toSorted((a, b) => a - b)) {
      if (right - (this.edges.at(-1) ?? Number.NEGATIVE_INFINITY) <= SAME_EDGE) continue
      if (this.edges.length >= MAX_EDGES) return
      this.edges.push(right)
    }
  }

  /** How many columns a cell covers that begins in `column` and ends at an edge; at least one. */
  columnsFrom(column: number, right: number): number {
    const at = this.edges.findIndex((edge) => edge >= right - SAME_EDGE)
    const after = at < 0 ? this.edges.length : at + 1
    return Math.max(1, after - column)
  }
}
