import { useDroppable } from '@dnd-kit/core'
import { useLayoutEffect, type ReactNode } from 'react'
import { useStore } from 'zustand'
import { useDragStore } from './drag-store.ts'

/** Makes the lists known to dnd-kit from outside of them: its contexts change often in a drag, and each time everything inside is searched. */
export function DroppableLists(): ReactNode {
  const lists = useStore(useDragStore(), (state) => state.lists)
  return [...lists].map(([column, element]) => <DroppableList key={column} column={column} element={element} />)
}

function DroppableList({ column, element }: { readonly column: string; readonly element: HTMLElement }): ReactNode {
  const { setNodeRef } = useDroppable({ id: column })
  useLayoutEffect(() => setNodeRef(element), [setNodeRef, element])
  return null
}
