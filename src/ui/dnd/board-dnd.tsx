import { Suspense, useState, type ReactNode } from 'react'
import { DragEngine } from '../board/lazy-parts.ts'
import type { Listeners } from './drag-engine.tsx'
import { createDragStore, DragContext } from './drag-store.ts'

/** Drag and drop for the whole board: one draggable for all cards, beside them and not around them, so that a drag renders none. */
export function BoardDnd({ children }: { readonly children: ReactNode }): ReactNode {
  const [store] = useState(createDragStore)
  const [surface, setSurface] = useState<HTMLElement | null>(null)
  const [listeners, setListeners] = useState<Listeners>()
  return (
    <DragContext value={store}>
      <div ref={setSurface} {...listeners}>
        {children}
      </div>
      <Suspense>
        <DragEngine surface={surface} onListeners={setListeners} />
      </Suspense>
    </DragContext>
  )
}
