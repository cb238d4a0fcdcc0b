import { BIN, type Card } from '../../model/card.ts'
import type { CardId } from '../../model/ids.ts'
import { keysForSlot } from '../../model/order.ts'
import { dissolveStack, moveCards, stackCards } from '../../model/stack.ts'
import { cardIdsIn, questionOf } from '../../sync/board-store.ts'
import { focusCard } from '../board/focus.ts'
import { joinLane } from '../board/forms/put-in-lane.ts'
import { orderedIn } from '../board/ordered-in.ts'
import { shortText } from '../board/use-actions.ts'
import { editCard } from '../card/editing.ts'
import { toast } from '../common/toasts.tsx'
import { clearTicks } from './ticks.ts'
import { setUnfolded } from './unfolded.ts'
import type { Many } from './use-many.ts'
import { byLock, keysAt, tell, titleOf, undoLast, type Refusals } from './what-fits.ts'

/** Puts the cards into one stack: a ticked one if there is one, otherwise a new one where the first of them lies. */
export function stackMany(many: Many, ids: readonly CardId[]): void {
  const { connection, template, rules, t } = many
  const kind = template.stack
  const board = connection.board.getState()
  const { free, shut } = byLock(many, ids)
  const first =
    free.find((card) => card.kind === kind) ?? free.find((card) => kind && rules.accepts(questionOf(board, card.id) ?? '', kind))
  if (!kind || !first)
    return tell(many, 0, '', [
      [free.length, 'many.unfit'],
      [shut, 'many.locked'],
    ])
  const home = questionOf(board, first.id) ?? ''
  const contents = free.flatMap((card) => (card.kind !== kind ? [card.id] : card.id === first.id ? [] : cardIdsIn(board, card.id)))
  const wanted = [...new Set(contents)].flatMap((id) => board.cards.get(id) ?? [])
  const fit = wanted.filter((card) => rules.accepts(home, card.kind, card.id)).map((card) => card.id)
  const rest: Refusals = [
    [wanted.length - fit.length, 'many.unfit'],
    [shut, 'many.locked'],
  ]
  if (first.kind === kind) {
    putIn(many, first, fit)
    return tell(many, fit.length, t('many.inStack', { count: fit.length, title: titleOf(many, first.id) }), rest)
  }
  if (fit.length < 2) return tell(many, 0, t('many.stackNeedsTwo'), rest)
  const beside = board.cards.get(first.place.in)?.kind === kind ? first.place.in : first.id
  newStack(many, home, beside as CardId, fit)
  tell(many, fit.length, t('many.stacked', { count: fit.length }), rest)
}

/** Puts cards onto another one: into it when it is a stack, otherwise into a new stack with it. */
export function stackOnto(many: Many, onto: CardId, ids: readonly CardId[]): void {
  const { connection, template, t } = many
  const board = connection.board.getState()
  const target = board.cards.get(onto)
  if (!target || target.place.in === BIN) return toast(t('say.gone', { text: shortText(target, t('card.empty')) }))
  const { free, shut } = byLock(many, ids)
  const own = free.filter((card) => card.kind !== template.stack && card.id !== onto)
  const home = questionOf(board, onto) ?? ''
  const fit = own.filter((card) => many.rules.accepts(home, card.kind, card.id)).map((card) => card.id)
  if (target.kind === template.stack) putIn(many, target, fit)
  else if (fit.length > 0) newStack(many, target.place.in, onto, [onto, ...fit])
  const done =
    target.kind === template.stack
      ? t('many.inStack', { count: fit.length, title: titleOf(many, onto) })
      : t('many.stacked', { count: fit.length + 1 })
  tell(many, fit.length, done, [
    [free.length - fit.length, 'many.unfit'],
    [shut, 'many.locked'],
  ])
}

function putIn({ connection, template }: Many, stack: Card, ids: readonly CardId[]): void {
  const keys = keysAt(connection, stack.id, ids)
  connection.undo.step(() => {
    joinLane(connection, template, [stack.id, ...ids])
    moveCards(connection.content, ids, { in: stack.id, keys }, template.stack)
  })
  clearTicks()
}

/** The title is written at once. */
function newStack({ connection, template, language, t }: Many, home: string, beside: CardId, ids: readonly CardId[]): void {
  const kind = template.kinds.find((known) => known.id === template.stack)
  if (!kind) return
  const siblings = orderedIn(connection, home)
  const [order] = keysForSlot(siblings, siblings.findIndex((sibling) => sibling.id === beside) + 1, 1)
  if (order === undefined) return
  const title = kind.label[language]
  const id = connection.undo.step(() => {
    const made = stackCards(connection.content, { kind: kind.id, title, in: home, order, ids })
    if (made !== null) joinLane(connection, template, [made])
    return made
  })
  if (id === null) return toast(t('board.full'))
  setUnfolded(id, true)
  clearTicks()
  editCard(id, home)
}

/** Puts the cards of a stack back into its question. */
export function dissolve({ connection, template, t }: Many, id: CardId): void {
  if (!template.stack) return
  const board = connection.board.getState()
  const stack = template.stack
  const [first] = cardIdsIn(board, id)
  const home = board.cards.get(id)?.place.in ?? ''
  const text = shortText(board.cards.get(id), t('card.empty'))
  connection.undo.step(() => dissolveStack(connection.content, id, stack))
  toast(t('many.dissolved', { text }), undoLast(connection, t))
  if (first !== undefined) focusCard(first, home)
}
