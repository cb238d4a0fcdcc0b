import type { Ordered } from '../../model/order.ts'
import { cardIdsIn } from '../../sync/board-store.ts'
import type { BoardConnection } from '../../sync/connect-board.ts'

/** The cards of a place as the ordering sees them. */
export function orderedIn(connection: BoardConnection, place: string): Ordered[] {
  const state = connection.board.getState()
  return cardIdsIn(state, place).flatMap((id) => {
    const card = state.cards.get(id)
    return card ? [{ id: card.id, order: card.place.order }] : []
  })
}
