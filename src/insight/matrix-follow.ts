import type { Matrix, MatrixColumn, MatrixRow } from './matrix.ts'

/** The newer matrix, in which every row and column that says the same is the one it was before. */
export function keepSameParts(before: Matrix | null, after: Matrix): Matrix {
  if (!before) return after
  const rows = new Map(before.rows.map((row) => [row.card, row]))
  const columns = new Map(before.columns.map((column) => [column.card, column]))
  return {
    rows: keptList(
      before.rows,
      after.rows.map((row) => same(rows.get(row.card), row, sameRow)),
    ),
    columns: keptList(
      before.columns,
      after.columns.map((column) => same(columns.get(column.card), column, sameColumn)),
    ),
  }
}

function same<T>(old: T | undefined, next: T, equal: (a: T, b: T) => boolean): T {
  return old !== undefined && equal(old, next) ? old : next
}

function keptList<T>(before: readonly T[], after: readonly T[]): readonly T[] {
  return before.length === after.length && before.every((part, at) => part === after[at]) ? before : after
}

// What is flagged in a row follows from its marks.
function sameRow(a: MatrixRow, b: MatrixRow): boolean {
  return (
    a.text === b.text &&
    a.kind === b.kind &&
    a.hours === b.hours &&
    a.marks.size === b.marks.size &&
    [...a.marks].every(([card, mark]) => b.marks.get(card) === mark)
  )
}

function sameColumn(a: MatrixColumn, b: MatrixColumn): boolean {
  return (
    a.text === b.text &&
    a.does === b.does &&
    a.answers === b.answers &&
    a.hours === b.hours &&
    a.capacity === b.capacity &&
    a.over === b.over
  )
}
