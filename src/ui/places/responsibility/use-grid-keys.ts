import { useEffect, useState, type FocusEvent, type KeyboardEvent, type RefObject } from 'react'

/** The first row and the first column hold the headings. */
export const HEAD = 'head'

export interface Cell {
  readonly row: string
  readonly column: string
}

interface GridKeys {
  readonly active: Cell
  readonly onFocus: (event: FocusEvent) => void
  /** True when the key was a step to another cell. */
  readonly step: (event: KeyboardEvent) => boolean
}

const PAGE_ROWS = 10

/** One cell of a grid takes part in the order of Tab; the arrow keys lead from it to the others, as in a spreadsheet. */
export function useGridKeys(grid: RefObject<HTMLElement | null>, rows: readonly string[], columns: readonly string[]): GridKeys {
  const [wanted, setWanted] = useState({ row: '', column: '', y: 0, x: 0 })
  // Somebody else may have taken the row or the column away: what stands there now takes its turn.
  const active = { row: instead(rows, wanted.row, wanted.y), column: instead(columns, wanted.column, wanted.x) }
  const isGone = wanted.row !== '' && (active.row !== wanted.row || active.column !== wanted.column)
  useEffect(() => {
    if (isGone && document.activeElement === document.body) grid.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus()
  }, [grid, isGone])
  const onFocus = (event: FocusEvent): void => {
    const cell = cellAround(event.target)
    if (cell) setWanted({ ...cell, y: rows.indexOf(cell.row), x: columns.indexOf(cell.column) })
  }
  const step = (event: KeyboardEvent): boolean => {
    const here = cellAround(event.target)
    if (!here || event.altKey) return false
    const next = cellAfter(event, here, [HEAD, ...rows], [HEAD, ...columns])
    if (!next) return false
    event.preventDefault()
    const element = grid.current?.querySelector<HTMLElement>(`[data-row="${next.row}"][data-column="${next.column}"]`)
    element?.focus()
    return true
  }
  return { active, onFocus, step }
}

function instead(all: readonly string[], wanted: string, at: number): string {
  if (wanted === HEAD || all.includes(wanted)) return wanted
  return all[Math.min(at, all.length - 1)] ?? HEAD
}

export function cellAround(target: EventTarget): Cell | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-row][data-column]') : null
  return cell ? { row: cell.dataset['row'] ?? '', column: cell.dataset['column'] ?? '' } : null
}

function cellAfter(event: KeyboardEvent, here: Cell, rows: readonly string[], columns: readonly string[]): Cell | null {
  const [y, x] = [rows.indexOf(here.row), columns.indexOf(here.column)]
  const all = event.ctrlKey || event.metaKey
  const to = ((): readonly [number, number] | null => {
    switch (event.key) {
      case 'ArrowUp':
        return [all ? 0 : y - 1, x]
      case 'ArrowDown':
        return [all ? rows.length : y + 1, x]
      case 'ArrowLeft':
        return [y, all ? 0 : x - 1]
      case 'ArrowRight':
        return [y, all ? columns.length : x + 1]
      case 'Home':
        return [all ? 1 : y, 0]
      case 'End':
        return [all ? rows.length : y, columns.length]
      case 'PageUp':
        return [y - PAGE_ROWS, x]
      case 'PageDown':
        return [y + PAGE_ROWS, x]
      default:
        return null
    }
  })()
  if (!to) return null
  const column = columns[clamp(to[1], columns.length)] ?? HEAD
  // The corner holds nothing.
  const row = rows[Math.max(column === HEAD ? 1 : 0, clamp(to[0], rows.length))] ?? HEAD
  return { row, column }
}

function clamp(at: number, length: number): number {
  return Math.max(0, Math.min(length - 1, at))
}
