import { createContext, useContext } from 'react'
import { useStore } from 'zustand'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { CardId, RelationId } from '../../model/ids.ts'
import type { LaneName } from '../board/forms/lane.ts'

/** Where a card would land. Lengths are pixels inside the column's list, so that scrolling does not matter. */
export type DropTarget =
  | {
      readonly kind: 'slot'
      readonly column: string
      /** The card in which the slot is, when it is not the column itself. */
      readonly inside?: CardId
      /** The card above the slot; null for the top. */ readonly after: CardId | null
      /** The one below it, where some are in between that belong elsewhere. */ readonly before?: CardId | null
      /** The lane that the card is put into with that. */ readonly lane?: LaneName
      readonly top: number
    }
  | {
      readonly kind: 'lane'
      readonly column: string
      readonly lane: LaneName
      readonly top: number
      readonly height: number
    }
  | {
      readonly kind: 'card'
      readonly column: string
      readonly card: CardId
      readonly relation: RelationId
      /** The dragged card is the target of the link, not its source. */
      readonly reversed: boolean
      readonly words: string
      readonly top: number
      readonly height: number
    }
  | {
      readonly kind: 'stack'
      readonly column: string
      /** The stack, or the card that a stack is made with. */ readonly card: CardId
      readonly words: string
      readonly top: number
      readonly height: number
    }

/** A drag in progress, and the lists a card can be held over. The document is written once, on drop. */
interface DragState {
  readonly lists: ReadonlyMap<string, HTMLElement>
  readonly active: CardId | null
  readonly target: DropTarget | null
}

export type DragStore = StoreApi<DragState>

export function createDragStore(): DragStore {
  return createStore<DragState>(() => ({ lists: new Map(), active: null, target: null }))
}

export const DragContext = createContext<DragStore | null>(null)

export function useDragStore(): DragStore {
  const store = useContext(DragContext)
  if (!store) throw new Error('used outside BoardDnd')
  return store
}

/** The target inside one column, or null: only the column that is hit renders. */
export function useDropTarget(column: string): DropTarget | null {
  return useStore(useDragStore(), (state) => (state.target?.column === column ? state.target : null))
}

export function sameTarget(a: DropTarget | null, b: DropTarget | null): boolean {
  if (a === null || b === null || a.kind !== b.kind || a.column !== b.column) return a === b
  if (a.kind === 'slot' && b.kind === 'slot')
    return a.after === b.after && a.inside === b.inside && a.lane?.value === b.lane?.value && a.top === b.top
  if (a.kind === 'lane' && b.kind === 'lane') return a.lane.value === b.lane.value && a.top === b.top && a.height === b.height
  if (a.kind === 'stack' && b.kind === 'stack') return a.card === b.card && a.top === b.top
  return a.kind === 'card' && b.kind === 'card' && a.card === b.card && a.relation === b.relation && a.top === b.top
}
