import type { Board } from '../model/board.ts'
import { monthAfter } from './plan-months.ts'
import type { PlanRow } from './plan-rows.ts'

/** The months after the plan, what is done in each, and the numbers of the rows that are due. */
export interface PlanReview {
  readonly steps: readonly string[]
  readonly months: readonly { readonly month: string; readonly due: readonly number[] }[]
}

const MONTHS = 12

/** The monthly rounds of a year; null when the template names no steps. Source: "einmal im Monat", N-23. */
export function planReview(board: Board, rows: readonly PlanRow[], date: string): PlanReview | null {
  const { review } = board.template.plan
  if (!review) return null
  const months: PlanReview['months'][number][] = []
  let month = date.slice(0, 7)
  while (months.length < MONTHS) {
    month = monthAfter(month)
    const now = month
    months.push({ month: now, due: rows.filter((row) => row.due?.startsWith(now)).map((row) => row.number) })
  }
  return { steps: review.map((step) => step[board.language]), months }
}
