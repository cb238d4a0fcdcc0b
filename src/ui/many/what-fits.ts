import { BIN, type Card } from '../../model/card.ts'
import type { CardId } from '../../model/ids.ts'
import { keysForSlot, type OrderKey } from '../../model/order.ts'
import { cardIdsIn, questionOf } from '../../sync/board-store.ts'
import { orderedIn } from '../board/ordered-in.ts'
import { shortText } from '../board/use-actions.ts'
import { announce } from '../common/announce.tsx'
import { toast } from '../common/toasts.tsx'
import type { Many } from './use-many.ts'

/** How many cards were left out, and why. */
export type Refusals = readonly (readonly [count: number, words: 'many.unfit' | 'many.locked' | 'many.unlinkable'])[]

/** Says what was done, with its undo, and what was left out. */
export function tell(many: Many, done: number, sentence: string, refusals: Refusals, undo = undoLast(many.connection, many.t)): void {
  const rest = refusals.flatMap(([count, words]) => (count > 0 ? [many.t(words, { count })] : []))
  const text = [...(done > 0 || rest.length === 0 ? [sentence] : []), ...rest].filter(Boolean).join(' ')
  if (text !== '') toast(text, done > 0 ? undo : undefined)
  announce(text)
}

export function undoLast(connection: Many['connection'], t: Many['t']): { readonly label: string; readonly run: () => void } {
  return { label: t('common.undo'), run: () => void connection.undo.undo() }
}

/** Those that are on the board and may be changed, in reading order, and how many may not. */
export function byLock({ connection }: Many, ids: readonly CardId[]): { free: Card[]; shut: number } {
  const state = connection.board.getState()
  const view = connection.frame.getState().view
  const isBound = view !== null && view.me.role !== 'facilitator'
  const locked = new Set<string | undefined>(view?.questions.filter((question) => question.locked).map((question) => question.id))
  const wanted = new Set(ids)
  const sorted: Card[] = []
  const visit = (place: string): void => {
    for (const id of cardIdsIn(state, place)) {
      const card = state.cards.get(id)
      if (card && wanted.delete(id)) sorted.push(card)
      if (wanted.size > 0) visit(id)
    }
  }
  for (const question of view?.questions ?? []) visit(question.id)
  for (const id of wanted) {
    const card = state.cards.get(id)
    if (card && card.place.in !== BIN) sorted.push(card)
  }
  const free = sorted.filter((card) => !isBound || !(view.locked || locked.has(questionOf(state, card.id))))
  return { free, shut: sorted.length - free.length }
}

export function titleOf({ connection, t }: Many, place: string): string {
  const question = connection.frame.getState().view?.questions.find((known) => known.id === place)
  return question?.title ?? shortText(connection.board.getState().cards.get(place), t('card.empty'))
}

/** Keys for cards that go to a place among the others that lie there, or to its end. */
export function keysAt(
  connection: Many['connection'],
  place: string,
  moved: readonly CardId[],
  index = Number.MAX_SAFE_INTEGER,
): OrderKey[] {
  const others = orderedIn(connection, place).filter((sibling) => !moved.some((id) => id === sibling.id))
  return keysForSlot(others, index, moved.length)
}
