import { LOCAL, type Content } from '../../../model/content.ts'
import type { CardId } from '../../../model/ids.ts'
import { moveCards } from '../../../model/stack.ts'
import type { Question, Template } from '../../../model/template.ts'
import { addLink, removeLink, setField } from '../../../model/write-content.ts'
import { keyForSlot } from '../../../model/order.ts'
import { questionOf, type BoardState } from '../../../sync/board-store.ts'
import type { BoardConnection } from '../../../sync/connect-board.ts'
import { orderedIn } from '../ordered-in.ts'
import { laneLinks, laneOf, laneRule, NO_LANE, sortedWith, type LaneRule } from './lane.ts'

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
      if (!same) for (const one of sortedWith(state, rule, id)) sort(content, state, rule, one.id, lane)
      if (stays) return
      const siblings = orderedIn(connection, question.id).filter((sibling) => sibling.id !== id)
      moveCards(content, [id], { in: question.id, keys: [keyForSlot(siblings, Math.min(index, siblings.length))] }, template.stack)
    }, LOCAL),
  )
}

function sort(content: Content, state: BoardState, rule: LaneRule, id: CardId, lane: string): void {
  if (rule.by === 'field') return setField(content, id, rule.field, lane === NO_LANE ? null : lane)
  for (const link of laneLinks(state, rule, id)) removeLink(content, link.id)
  if (lane !== NO_LANE) addLink(content, rule.relation, lane as CardId, id)
}

/** Cards that are put together lie in one lane, that of the first that is in one: a stack is then where it was pointed at. */
export function joinLane(connection: BoardConnection, template: Template, ids: readonly CardId[]): void {
  const state = connection.board.getState()
  const [first] = ids
  const home = first === undefined ? undefined : questionOf(state, first)
  const rule = laneRule(
    template.questions.find((known) => known.id === home),
    template,
  )
  if (!rule) return
  const cards = ids.flatMap((id) => sortedWith(state, rule, id))
  const lane = cards.map((card) => laneOf(state, rule, card)).find((value) => value !== NO_LANE)
  if (lane === undefined) return
  connection.content.doc.transact(() => {
    for (const card of cards) if (laneOf(state, rule, card) !== lane) sort(connection.content, state, rule, card.id, lane)
  }, LOCAL)
}

/** What is put into a stack comes into its lane, too. */
export function joinStack(connection: BoardConnection, template: Template, place: string, ids: readonly CardId[]): void {
  const stack = connection.board.getState().cards.get(place)
  if (stack !== undefined && stack.kind === template.stack) joinLane(connection, template, [stack.id, ...ids])
}
