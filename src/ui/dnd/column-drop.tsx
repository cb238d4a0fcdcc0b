import { useDroppable } from '@dnd-kit/core'
import type { ReactNode } from 'react'
import styles from './dnd.module.css'
import { useDropTarget } from './drag-store.ts'

/** Lets a column's list scroll when a card is held at its edge. */
export function useColumnDrop(column: string): (element: HTMLElement | null) => void {
  return useDroppable({ id: column }).setNodeRef
}

/** The line where a card would land, or the ring around the card it would be linked with. */
export function DropIndicator({ column }: { readonly column: string }): ReactNode {
  const target = useDropTarget(column)
  if (!target) return null
  if (target.kind === 'slot') return <span aria-hidden className={styles['line']} style={{ top: target.top }} data-testid="drop-line" />
  return (
    <span aria-hidden className={styles['ring']} style={{ top: target.top, height: target.height }} data-testid="drop-ring">
      <span className={styles['words']}>{target.words}</span>
    </span>
  )
}
