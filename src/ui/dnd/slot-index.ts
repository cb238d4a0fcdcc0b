import type { CardId } from '../../model/ids.ts'
import { cardIdsIn, type BoardState } from '../../sync/board-store.ts'
import type { DropTarget } from './drag-store.ts'

export type Slot = DropTarget & { readonly kind: 'slot' }

/** The slot among the other cards of the place, those too that a search hides or that lie in other lanes. */
export function slotIndex(state: BoardState, moved: readonly CardId[], { column, inside, after, before }: Slot): number {
  const ids = cardIdsIn(state, inside ?? column)
  const above = after === null ? Math.max(0, before ? ids.indexOf(before) : 0) : ids.indexOf(after) + 1
  // The card above may be one of those that move: what counts is how many of the others stay above the slot.
  return ids.slice(0, above).filter((id) => !moved.includes(id)).length
}
