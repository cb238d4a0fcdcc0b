import { useCallback, type ReactNode, type RefCallback } from 'react'
import styles from './dnd.module.css'
import { useDragStore, useDropTarget, type DragStore } from './drag-store.ts'

/** Lets a column's list scroll when a card is held at its edge. */
export function useColumnDrop(column: string): RefCallback<HTMLElement> {
  const store = useDragStore()
  return useCallback(
    (element: HTMLElement) => {
      changeLists(store, (lists) => lists.set(column, element))
      return () => changeLists(store, (lists) => lists.get(column) === element && lists.delete(column))
    },
    [store, column],
  )
}

function changeLists(store: DragStore, change: (lists: Map<string, HTMLElement>) => void): void {
  const lists = new Map(store.getState().lists)
  change(lists)
  store.setState({ lists })
}

/** The line where a card would land, or the ring around the card it would be linked with. */
export function DropIndicator({ column }: { readonly column: string }): ReactNode {
  const target = useDropTarget(column)
  if (!target) return null
  if (target.kind === 'slot')
    return (
      <span aria-hidden className={styles['line']} style={{ top: target.top }} data-testid="drop-line" data-drop-sign>
        {target.lane ? <span className={styles['words']}>{target.lane.title}</span> : null}
      </span>
    )
  return (
    <span aria-hidden className={styles['ring']} style={{ top: target.top, height: target.height }} data-testid="drop-ring" data-drop-sign>
      <span className={styles['words']}>{target.kind === 'lane' ? target.lane.title : target.words}</span>
    </span>
  )
}
