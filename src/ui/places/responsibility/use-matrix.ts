import { useMemo, useState } from 'react'
import { keepSameParts } from '../../../insight/matrix-follow.ts'
import { countFaults, filterMatrix, type MatrixFilter } from '../../../insight/matrix-filter.ts'
import { responsibilityMatrix, type Matrix } from '../../../insight/matrix.ts'
import type { CardId } from '../../../model/ids.ts'
import { usePlainBoard } from '../../board/use-plain-board.ts'

const EVERYTHING: MatrixFilter = { faults: [], areas: [], text: '' }

interface FilteredMatrix {
  readonly all: Matrix
  readonly shown: Matrix
  readonly counts: ReturnType<typeof countFaults>
  readonly filter: MatrixFilter
  readonly setFilter: (filter: MatrixFilter) => void
  /** A row that is worked on stays until something else is filtered for. */
  readonly keep: (row: CardId) => void
}

/** The matrix of the open board as others' changes come in; what stays the same keeps its reference. */
export function useMatrix(): FilteredMatrix {
  const board = usePlainBoard()
  const [all, setAll] = useState(() => responsibilityMatrix(board))
  const [seen, setSeen] = useState(board)
  if (seen !== board) {
    setSeen(board)
    setAll(keepSameParts(all, responsibilityMatrix(board)))
  }
  const [filter, setFilter] = useState(EVERYTHING)
  const [kept, setKept] = useState<ReadonlySet<CardId>>(new Set())
  const shown = useMemo(() => {
    const filtered = filterMatrix(all, filter)
    const passed = new Set(filtered.rows.map((row) => row.card))
    return { columns: filtered.columns, rows: all.rows.filter((row) => passed.has(row.card) || kept.has(row.card)) }
  }, [all, filter, kept])
  return {
    all,
    shown,
    counts: useMemo(() => countFaults(all.rows), [all]),
    filter,
    setFilter: (next) => {
      setKept(new Set())
      setFilter(next)
    },
    keep: (row) => setKept((old) => (old.has(row) ? old : new Set([...old, row]))),
  }
}
