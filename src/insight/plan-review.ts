import type { Board } from '../model/board.ts'
import { monthAfter } from './plan-months.ts'
import type { PlanRow } from './plan-rows.ts'

/** The months after the plan, what is done in each, and the numbers of the rows that are due. */
export interface PlanReview {
  readonly steps: readonly string[]
  readonly months: readonly {
    readonly month: string
    readonly due: readonly number[]
    /** The ISO day that is proposed for each step; none when the template proposes none. */
    readonly days: readonly string[]
  }[]
}

const MONTHS = 12
const DAY_MS = 24 * 60 * 60 * 1000

/** The monthly rounds of a year; null when the template names no steps. Source: "einmal im Monat", N-23. */
export function planReview(board: Board, rows: readonly PlanRow[], date: string): PlanReview | null {
  const { review, reviewOn } = board.template.plan
  if (!review) return null
  const months: PlanReview['months'][number][] = []
  let month = date.slice(0, 7)
  while (months.length < MONTHS) {
    month = monthAfter(month)
    const now = month
    const days = reviewOn ? reviewOn.after.map((days) => dayAfter(firstWeekday(now, reviewOn.weekday), days)) : []
    months.push({ month: now, days, due: rows.filter((row) => row.due?.startsWith(now)).map((row) => row.number) })
  }
  return { steps: review.map((step) => step[board.language]), months }
}

/** The first Monday (1) to Friday (5) of a month. */
function firstWeekday(month: string, weekday: number): string {
  const first = new Date(`${month}-01T00:00:00Z`)
  return dayAfter(`${month}-01`, (weekday - first.getUTCDay() + 7) % 7)
}

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)
}
