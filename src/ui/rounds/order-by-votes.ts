import type { Votes } from '../../model/board.ts'
import type { CardId, KindId, QuestionId } from '../../model/ids.ts'
import { keysForSlot } from '../../model/order.ts'
import { moveCards } from '../../model/stack.ts'
import { cardIdsIn } from '../../sync/board-store.ts'
import type { BoardConnection } from '../../sync/connect-board.ts'

/** Puts the cards of a question in order of their votes, as one step of undo; a stack counts with what lies in it. */
export function orderByVotes(connection: BoardConnection, question: QuestionId, votes: Votes, stack: KindId | undefined): void {
  const { content, board, undo } = connection
  const state = board.getState()
  const ids = cardIdsIn(state, question)
  const weight = (id: CardId): number => {
    const inside = state.cards.get(id)?.kind === stack ? cardIdsIn(state, id) : []
    return [id, ...inside].reduce((sum, card) => sum + (votes[card] ?? 0), 0)
  }
  const sorted = ids.toSorted((a, b) => weight(b) - weight(a))
  if (sorted.every((id, at) => id === ids[at])) return
  undo.step(() => moveCards(content, sorted, { in: question, keys: keysForSlot([], 0, sorted.length) }, stack))
}
