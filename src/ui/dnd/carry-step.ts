/** A column that takes the carried card, with the number of other cards in it. */
export interface CarryColumn {
  readonly id: string
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
    case 'ArrowUp':
      return { ...at, index: Math.max(0, at.index - 1) }
    case 'ArrowDown':
      return { ...at, index: Math.min(count, at.index + 1) }
    case 'Home':
      return { ...at, index: 0 }
    case 'End':
      return { ...at, index: count }
    case 'ArrowLeft':
    case 'ArrowRight': {
      const next = columns[here + (key === 'ArrowLeft' ? -1 : 1)]
      return next ? { column: next.id, index: Math.min(at.index, next.count) } : at
    }
    default:
      return at
  }
}
