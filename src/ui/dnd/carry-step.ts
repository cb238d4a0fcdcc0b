/** A column that takes the carried card, with the number of other cards in it. */
export interface CarryColumn {
  readonly id: string
  /** Lanes of one column lie below each other. */
  readonly column: string
  readonly title: string
  readonly count: number
}

export interface CarryPlace {
  readonly column: string
  readonly index: number
}

/** Where an arrow key, Home or End takes a carried card; every other key leaves it. */
export function carryStep(columns: readonly CarryColumn[], at: CarryPlace, key: string): CarryPlace {
  const here = columns.findIndex((column) => column.id === at.column)
  const count = columns[here]?.count ?? 0
  switch (key) {
    case 'ArrowUp': {
      const above = columns[here - 1]
      if (at.index === 0 && above && above.column === columns[here]?.column) return { column: above.id, index: above.count }
      return { ...at, index: Math.max(0, at.index - 1) }
    }
    case 'ArrowDown': {
      const below = columns[here + 1]
      if (at.index >= count && below && below.column === columns[here]?.column) return { column: below.id, index: 0 }
      return { ...at, index: Math.min(count, at.index + 1) }
    }
    case 'Home':
      return { ...at, index: 0 }
    case 'End':
      return { ...at, index: count }
    case 'ArrowLeft':
    case 'ArrowRight': {
      const side = columns[here]?.column
      const before = columns.slice(0, here).findLast((column) => column.column !== side)
      const next =
        key === 'ArrowLeft'
          ? columns.find((column) => column.column === before?.column)
          : columns.slice(here).find((column) => column.column !== side)
      return next ? { column: next.id, index: Math.min(at.index, next.count) } : at
    }
    default:
      return at
  }
}
