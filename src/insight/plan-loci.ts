import type { Board } from '../model/board.ts'
import type { PlanRow } from './plan-rows.ts'

/** What is done in one way of dividing the work; null is what nobody has decided. */
export interface PlanLocus {
  readonly label: string | null
  readonly rows: readonly PlanRow[]
}

/** The rows by where they are done, in the order of the field's choices; the open ones last. Source: "Welche Aufgaben zentral, welche dezentral?", N-10. */
export function planLoci(board: Board, rows: readonly PlanRow[]): PlanLocus[] {
  const { plan, kinds } = board.template
  const field = kinds.flatMap((kind) => kind.fields).find((candidate) => candidate.id === plan.locus)
  if (!field) return []
  const groups = [...(field.options ?? []).map((option) => option.label[board.language]), null].map((label) => ({
    label,
    rows: rows.filter((row) => (label === null ? row.missing.includes('locus') : row.locus === label)),
  }))
  return groups.filter((group) => group.rows.length > 0)
}
