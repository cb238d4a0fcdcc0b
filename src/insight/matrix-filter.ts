import type { CardId } from '../model/ids.ts'
import type { Matrix, MatrixRow } from './matrix.ts'

/** What a person wants to see of the matrix; every given part must hold. */
export interface MatrixFilter {
  /** Rows with one of these faults. */
  readonly faults?: readonly ('noDoer' | 'noOwner' | 'contested')[]
  /** Rows in which one of these does something or answers for it; the columns shrink to them. */
  readonly areas?: readonly CardId[]
  readonly measures?: boolean
  /** A part of the row's text, in upper or lower case. */
  readonly text?: string
}

/** The rows and columns that a filter lets through; sums stay those of the whole board. Source: issue 3, responsibility view. */
export function filterMatrix(matrix: Matrix, filter: MatrixFilter): Matrix {
  const areas = filter.areas && filter.areas.length > 0 ? new Set(filter.areas) : null
  return {
    rows: matrix.rows.filter((row) => fits(row, filter, areas)),
    columns: areas ? matrix.columns.filter((column) => areas.has(column.card)) : matrix.columns,
  }
}

/** How many rows each fault would leave, for the words beside the filters. */
export function countFaults(rows: readonly MatrixRow[]): Readonly<Record<'noDoer' | 'noOwner' | 'contested' | 'clear', number>> {
  const counts = { noDoer: 0, noOwner: 0, contested: 0, clear: 0 }
  for (const row of rows) {
    if (row.noDoer) counts.noDoer += 1
    if (row.noOwner) counts.noOwner += 1
    if (row.contested) counts.contested += 1
    if (!row.noDoer && !row.noOwner && !row.contested) counts.clear += 1
  }
  return counts
}

function fits(row: MatrixRow, filter: MatrixFilter, areas: ReadonlySet<CardId> | null): boolean {
  if (filter.faults && filter.faults.length > 0 && !filter.faults.some((fault) => row[fault])) return false
  if (filter.measures !== undefined && row.measure !== filter.measures) return false
  if (areas && ![...row.marks.keys()].some((card) => areas.has(card))) return false
  return row.text.toLowerCase().includes((filter.text ?? '').trim().toLowerCase())
}
