import type { PlanRow } from './plan-rows.ts'

/** How many measures are due in a month, by its ISO year and month. */
interface PlanMonth {
  readonly month: string
  readonly count: number
}

export interface PlanMonths {
  /** Twelve at most, without a gap between them. */
  readonly months: readonly PlanMonth[]
  readonly later: number
  readonly undated: number
}

const MOST = 12

/** The measures by the month in which they are due, from the first on. */
export function planMonths(rows: readonly PlanRow[]): PlanMonths {
  const measures = rows.filter((row) => row.measure)
  const due = measures.flatMap((row) => (row.due === null ? [] : [row.due.slice(0, 7)])).toSorted()
  const [first = '', last = ''] = [due.at(0), due.at(-1)]
  const months: PlanMonth[] = []
  for (let month = first; month !== '' && month <= last && months.length < MOST; month = monthAfter(month)) {
    const now = month
    months.push({ month: now, count: due.filter((day) => day === now).length })
  }
  const shown = months.reduce((sum, { count }) => sum + count, 0)
  return { months, later: due.length - shown, undated: measures.length - due.length }
}

/** `2027-01` after `2026-12`. */
export function monthAfter(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return number === 12
    ? `${String(year + 1).padStart(4, '0')}-01`
    : `${String(year).padStart(4, '0')}-${String(number + 1).padStart(2, '0')}`
}
