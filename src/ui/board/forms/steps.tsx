import type { KeyboardEvent, ReactNode } from 'react'
import type { Card } from '../../../model/card.ts'
import type { Field } from '../../../model/template.ts'
import { useBoardLanguage } from '../board-context.ts'
import { Fact } from './fact.tsx'
import styles from './forms.module.css'

/** A card against fixed steps: a row of cells, each filled or a hole, walked through with the arrow keys. */
export function Steps({
  card,
  fields,
  canWrite,
}: {
  readonly card: Card
  readonly fields: readonly Field[]
  readonly canWrite: boolean
}): ReactNode {
  const language = useBoardLanguage()
  const label = fields.map((field) => field.label[language]).join(', ')
  return (
    <div className={styles['stepsBox']}>
      <div className={styles['steps']} role="toolbar" tabIndex={-1} aria-label={label} lang={language} onKeyDown={walk}>
        {fields.map((field) => (
          <Fact key={field.id} card={card} field={field} canWrite={canWrite} step />
        ))}
      </div>
    </div>
  )
}

function walk(event: KeyboardEvent<HTMLElement>): void {
  const row = event.currentTarget
  const cells = cellsOf(row)
  const at = cells.indexOf(event.target as HTMLElement)
  if (at < 0 || event.ctrlKey || event.metaKey || event.altKey) return
  const to = nextCell(event.key, row, cells, at)
  if (to === undefined) return
  event.preventDefault()
  to?.focus()
}

/** The cell that a key leads to; null at an edge, undefined for every other key. */
function nextCell(key: string, row: HTMLElement, cells: readonly HTMLElement[], at: number): HTMLElement | null | undefined {
  switch (key) {
    case 'ArrowLeft':
      return cells[at - 1] ?? null
    case 'ArrowRight':
      return cells[at + 1] ?? null
    case 'Home':
      return cells[0] ?? null
    case 'End':
      return cells.at(-1) ?? null
    case 'ArrowUp':
    case 'ArrowDown': {
      const rows = [...(row.closest('[data-list]')?.querySelectorAll<HTMLElement>(`.${styles['steps']}`) ?? [])]
      const other = rows[rows.indexOf(row) + (key === 'ArrowUp' ? -1 : 1)]
      return other ? (cellsOf(other)[at] ?? null) : null
    }
    default:
      return undefined
  }
}

function cellsOf(row: HTMLElement): HTMLElement[] {
  return [...row.querySelectorAll<HTMLElement>(`button.${styles['step']}`)]
}
