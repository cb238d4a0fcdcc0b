import { BIN, type Card } from '../../model/card.ts'
import { LOCAL } from '../../model/content.ts'
import type { CardId, RelationId } from '../../model/ids.ts'
import { keysForSlot, type Ordered } from '../../model/order.ts'
import { binCards, dissolveStack, moveCards, restoreCards, stackCards } from '../../model/stack.ts'
import { replaceLinks } from '../../model/write-content.ts'
import { cardIdsIn, linksOfCard, questionOf } from '../../sync/board-store.ts'
import { focusCard } from '../board/focus.ts'
import { putInLane } from '../board/forms/put-in-lane.ts'
import type { LaneName } from '../board/forms/lane.ts'
import { orderedIn } from '../board/ordered-in.ts'
import { linkExists, shortText } from '../board/use-actions.ts'
import { relationOf } from '../board/board-context.ts'
import { editCard } from '../card/editing.ts'
import { announce } from '../common/announce.tsx'
import { toast } from '../common/toasts.tsx'
import type { DropTarget } from '../dnd/drag-store.ts'
import { clearTicks } from './ticks.ts'
import { setUnfolded } from './unfolded.ts'
import type { Many } from './use-many.ts'

/** Changes to several cards at once: each is one step of undo, does what can be done, and says in words what could not. */

export interface ManyPlace {
  readonly in: string
  /** The card above; null for the top, left out for the end. */
  readonly after?: CardId | null
}

export function moveMany(many: Many, ids: readonly CardId[], to: ManyPlace): void {
  const { connection, template, rules, t } = many
  const { free, shut } = byLock(many, ids)
  // The cards of a stack go along with it.
  const stacks = new Set<string>(free.filter((card) => card.kind === template.stack).map((card) => card.id))
  const own = free.filter((card) => !stacks.has(card.place.in) && card.id !== to.in)
  const fit = own.filter((card) => rules.accepts(to.in, card.kind, card.id))
  if (fit.length > 0) {
    const moved = fit.map((card) => card.id)
    const keys = keysAt(orderedIn(connection, to.in), moved, to.after)
    connection.undo.step(() => moveCards(connection.content, moved, { in: to.in, keys }, template.stack))
    clearTicks()
  }
  tell(many, fit.length, t('many.moved', { count: fit.length, title: titleOf(many, to.in) }), [
    [own.length - fit.length, 'many.unfit'],
    [shut, 'many.locked'],
  ])
}

function keysAt(siblings: readonly Ordered[], moved: readonly string[], after: CardId | null | undefined) {
  const others = siblings.filter((sibling) => !moved.includes(sibling.id))
  const above = after === undefined ? siblings.length : siblings.findIndex((sibling) => sibling.id === after) + 1
  // The card above may be one of those that move: what counts is how many of the others stay above the slot.
  const index = siblings.slice(0, above).filter((sibling) => !moved.includes(sibling.id)).length
  return keysForSlot(others, index, moved.length)
}

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
  tell(many, fit.length, t('many.inStack', { count: fit.length, title: titleOf(many, onto) }), [
    [free.length - fit.length, 'many.unfit'],
    [shut, 'many.locked'],
  ])
}

function putIn({ connection, template }: Many, stack: Card, ids: readonly CardId[]): void {
  const keys = keysAt(orderedIn(connection, stack.id), ids, undefined)
  connection.undo.step(() => moveCards(connection.content, ids, { in: stack.id, keys }, template.stack))
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
  const id = connection.undo.step(() => stackCards(connection.content, { kind: kind.id, title, in: home, order, ids }))
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

export function removeMany(many: Many, ids: readonly CardId[]): void {
  const { connection, template, t } = many
  const { free, shut } = byLock(many, ids)
  const gone = free.map((card) => card.id)
  connection.undo.step(() => binCards(connection.content, gone, template.stack))
  const back = { label: t('common.undo'), run: () => connection.undo.step(() => restoreCards(connection.content, gone, template.stack)) }
  tell(many, gone.length, t('many.removed', { count: gone.length }), [[shut, 'many.locked']], back)
}

export interface ManyLink {
  readonly relation: RelationId
  readonly other: CardId
  /** The other card is the target of the link. */
  readonly target: boolean
}

/** The cards of a selection that a link to one other card may have. Where a target has one source, only one card can be it. */
export function linkable({ connection, template }: Many, ids: readonly CardId[], { relation: id, other, target }: ManyLink): Card[] {
  const { cards } = connection.board.getState()
  const relation = relationOf(template, id)
  const end = cards.get(other)
  if (!relation || !end) return []
  const fit = ids.flatMap((one) => {
    const card = cards.get(one)
    if (!card || card.id === other || card.place.in === BIN) return []
    const [from, to] = target ? [card, end] : [end, card]
    const isNew = !linkExists(connection, id, from.id, to.id)
    return isNew && relation.from.includes(from.kind) && relation.to.includes(to.kind) ? [card] : []
  })
  return target && relation.max === 1 ? fit.slice(0, 1) : fit
}

export function linkMany(many: Many, ids: readonly CardId[], link: ManyLink): void {
  const { connection, template, t } = many
  const { content, undo, board } = connection
  const relation = relationOf(template, link.relation)
  const other = board.getState().cards.get(link.other)
  if (!relation || !other) return
  const fit = linkable(many, ids, link)
  undo.step(() =>
    content.doc.transact(() => {
      for (const card of fit) {
        const [from, to] = link.target ? [card.id, other.id] : [other.id, card.id]
        const old = linksOfCard(board.getState(), to).filter((known) => known.relation === relation.id && known.to === to)
        replaceLinks(content, { relation: relation.id, from, to }, relation.max === 1 ? old.map((known) => known.id) : [])
      }
    }, LOCAL),
  )
  tell(many, fit.length, t('many.linked', { count: fit.length, text: shortText(other, t('card.empty')) }), [
    [ids.length - fit.length, 'many.unlinkable'],
  ])
}

type Refusals = readonly (readonly [count: number, words: 'many.unfit' | 'many.locked' | 'many.unlinkable'])[]

function tell(many: Many, done: number, sentence: string, refusals: Refusals, undo = undoLast(many.connection, many.t)): void {
  const rest = refusals.flatMap(([count, words]) => (count > 0 ? [many.t(words, { count })] : []))
  const text = [...(done > 0 || rest.length === 0 ? [sentence] : []), ...rest].filter(Boolean).join(' ')
  if (text !== '') toast(text, done > 0 ? undo : undefined)
  announce(text)
}

function undoLast(connection: Many['connection'], t: Many['t']): { readonly label: string; readonly run: () => void } {
  return { label: t('common.undo'), run: () => void connection.undo.undo() }
}

/** Those that are on the board and may be changed, in reading order, and how many may not. */
function byLock({ connection }: Many, ids: readonly CardId[]): { free: Card[]; shut: number } {
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

function titleOf({ connection, t }: Many, place: string): string {
  const question = connection.frame.getState().view?.questions.find((known) => known.id === place)
  return question?.title ?? shortText(connection.board.getState().cards.get(place), t('card.empty'))
}

function sortMany(many: Many, ids: readonly CardId[], column: string, lane: LaneName): void {
  const { connection, template, rules, t } = many
  const question = template.questions.find((known) => known.id === column)
  if (!question) return
  const { free, shut } = byLock(many, ids)
  const fit = free.filter((card) => rules.laneFor(column, card.id, lane.value) !== null)
  connection.undo.step(() => fit.forEach((card) => putInLane(connection, template, question, card.id, lane.value)))
  clearTicks()
  tell(many, fit.length, t('many.moved', { count: fit.length, title: lane.title }), [
    [free.length - fit.length, 'many.unfit'],
    [shut, 'many.locked'],
  ])
}

/** What one drop does with all ticked cards. */
export function dropMany(many: Many, ids: readonly CardId[], target: DropTarget): void {
  if (target.kind === 'stack') return stackOnto(many, target.card, ids)
  if (target.kind === 'slot') return moveMany(many, ids, { in: target.inside ?? target.column, after: target.after })
  if (target.kind === 'lane') return sortMany(many, ids, target.column, target.lane)
  linkMany(many, ids, { relation: target.relation, other: target.card, target: !target.reversed })
}
