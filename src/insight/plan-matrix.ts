import type { Board } from '../model/board.ts'
import type { Graph } from './graph.ts'
import { responsibilityMatrix, type MatrixColumn, type MatrixMark } from './matrix.ts'
import type { PlanRow } from './plan-rows.ts'

/** Somebody who does or answers for something, with what that comes to. */
export type PlanRole = Omit<MatrixColumn, 'card'>

export interface PlanMatrix {
  readonly roles: readonly PlanRole[]
  readonly rows: readonly {
    readonly number: number
    readonly text: string
    /** One for each role. */
    readonly marks: readonly (MatrixMark | null)[]
    readonly noDoer: boolean
    readonly noOwner: boolean
    readonly contested: boolean
  }[]
  /** Who neither does nor answers for anything. */
  readonly idle: readonly string[]
}

/** The responsibility matrix in the order of the plan's rows, without empty columns. */
export function planMatrix(board: Board, graph: Graph, rows: readonly PlanRow[]): PlanMatrix {
  const matrix = responsibilityMatrix(board, graph)
  const byCard = new Map(matrix.rows.map((row) => [row.card, row]))
  const busy = matrix.columns.filter((column) => column.does + column.answers > 0)
  return {
    roles: busy.map(({ text, does, answers, hours, capacity, over }) => ({ text, does, answers, hours, capacity, over })),
    rows: rows.flatMap(({ card, number, text }) => {
      const row = byCard.get(card)
      if (!row) return []
      const { noDoer, noOwner, contested } = row
      return [{ number, text, marks: busy.map((column) => row.marks.get(column.card) ?? null), noDoer, noOwner, contested }]
    }),
    idle: matrix.columns.filter((column) => column.does + column.answers === 0).map((column) => column.text),
  }
}
