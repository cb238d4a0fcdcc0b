import { LOCAL } from '../../../model/content.ts'
import type { CardId } from '../../../model/ids.ts'
import { moveCards } from '../../../model/stack.ts'
import type { Question, Template } from '../../../model/template.ts'
import { addLink, removeLink, setField } from '../../../model/write-content.ts'
import { keyForSlot } from '../../../model/order.ts'
import type { BoardConnection } from '../../../sync/connect-board.ts'
import { orderedIn } from '../ordered-in.ts'
import { laneLinks, laneOf, laneRule, NO_LANE } from './lane.ts'

/** Puts a card into a lane of a question, as one step of undo: its choice or its link is set, and it moves if it lies elsewhere. */
export function putInLane(
  connection: BoardConnection,
  template: Template,
  question: Question,
  id: CardId,
  lane: string,
  index = Number.MAX_SAFE_INTEGER,
): void {
  const rule = laneRule(question, template)
  const state = connection.board.getState()
  const card = state.cards.get(id)
  if (!rule || !card) return
  const { content, undo } = connection
  const stays = question.of !== undefined || (card.place.in === question.id && index === Number.MAX_SAFE_INTEGER)
  const same = laneOf(state, rule, card) === lane
  if (stays && same) return
  undo.step(() =>
    content.doc.transact(() => {
      if (!same && rule.by === 'field') setField(content, id, rule.field, lane === NO_LANE ? null : lane)
      if (!same && rule.by === 'relation') {
        for (const link of laneLinks(state, rule, id)) removeLink(content, link.id)
        if (lane !== NO_LANE) addLink(content, rule.relation, lane as CardId, id)
      }
      if (stays) return
      const siblings = orderedIn(connection, question.id).filter((sibling) => sibling.id !== id)
      moveCards(content, [id], { in: question.id, keys: [keyForSlot(siblings, Math.min(index, siblings.length))] }, template.stack)
    }, LOCAL),
  )
}
