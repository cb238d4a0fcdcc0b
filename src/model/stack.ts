import { BIN, type Card, type Place } from './card.ts'
import { LOCAL, type Content, type Origin } from './content.ts'
import type { CardId, KindId } from './ids.ts'
import { byOrder, keysForSlot, type Ordered, type OrderKey } from './order.ts'
import { addCard, binCard, moveCard, restoreCard } from './write-content.ts'

/**
 * A stack is a card of the template's stack kind; what it stacks lies in it. Taken off the board, it takes its cards with it one by one.
 * A card that still lies in a binned stack was put there by somebody at that very moment: it is shown where the stack lay.
 */
export function shownIn(card: Card, cards: ReadonlyMap<string, Card>, stack: KindId | undefined): string {
  const holder = stack === undefined ? undefined : cards.get(card.place.in)
  return holder?.kind === stack && holder?.place.in === BIN ? (holder.place.from ?? BIN) : card.place.in
}

export interface Slot {
  readonly in: string
  /** A key for each card, ascending. */
  readonly keys: readonly OrderKey[]
}

/** Puts several cards somewhere, as one change. A stack that is left empty goes to the bin; a stack is never put into a stack. */
export function moveCards(content: Content, ids: readonly CardId[], to: Slot, stack: KindId | undefined, origin: Origin = LOCAL): void {
  content.doc.transact(() => {
    const left = new Set<string>()
    ids.forEach((id, at) => {
      const order = to.keys[at]
      const old = placeOf(content, id)
      if (order === undefined || !old || liesIn(content, to.in, id)) return
      if (isStack(content, to.in, stack) && isStack(content, id, stack)) return
      moveCard(content, id, { in: to.in, order }, origin)
      if (old.in !== to.in) left.add(old.in)
    })
    for (const holder of left) {
      if (isStack(content, holder, stack) && inside(content, holder).length === 0) binCard(content, holder as CardId, origin)
    }
  }, origin)
}

export interface NewStack {
  readonly kind: KindId
  readonly title: string
  readonly in: string
  readonly order: OrderKey
  readonly ids: readonly CardId[]
}

/** Puts cards into a new stack; null when there is nothing to stack or no room for one more card. */
export function stackCards(content: Content, made: NewStack, origin: Origin = LOCAL): CardId | null {
  const ids = made.ids.filter((id) => (placeOf(content, id)?.in ?? BIN) !== BIN && !isStack(content, id, made.kind))
  if (ids.length === 0) return null
  const id = addCard(content, { kind: made.kind, text: made.title, in: made.in, order: made.order }, origin)
  if (id !== null) moveCards(content, ids, { in: id, keys: keysForSlot([], 0, ids.length) }, made.kind, origin)
  return id
}

/** Puts the cards of a stack where the stack lies and the empty stack into the bin, as one change. */
export function dissolveStack(content: Content, id: CardId, stack: KindId, origin: Origin = LOCAL): void {
  const place = placeOf(content, id)
  if (!place || place.in === BIN || !isStack(content, id, stack)) return
  const ids = inside(content, id)
  const siblings = orderedInside(content, place.in)
  const at = siblings.findIndex((sibling) => sibling.id === id)
  const keys = keysForSlot(siblings, at + 1, ids.length)
  content.doc.transact(() => {
    moveCards(content, ids, { in: place.in, keys }, stack, origin)
    binCard(content, id, origin)
  }, origin)
}

/** Takes several cards off the board as one change, a stack together with its cards. */
export function binCards(content: Content, ids: readonly CardId[], stack: KindId | undefined, origin: Origin = LOCAL): void {
  content.doc.transact(() => {
    for (const id of ids) {
      if (isStack(content, id, stack)) for (const card of inside(content, id)) binCard(content, card, origin)
      binCard(content, id, origin)
    }
  }, origin)
}

/** Puts several cards from the bin back as one change, a stack with everything that lay in it. */
export function restoreCards(content: Content, ids: readonly CardId[], stack: KindId | undefined, origin: Origin = LOCAL): void {
  content.doc.transact(() => {
    // Stacks first: a card goes back into its stack when that is on the board.
    const stacks = ids.filter((id) => isStack(content, id, stack))
    for (const id of stacks) restoreCard(content, id, origin)
    for (const card of [...ids, ...fromStacks(content, new Set(stacks))]) restoreCard(content, card, origin)
  }, origin)
}

/** What lies in the bin and came from one of these stacks. */
function fromStacks(content: Content, stacks: ReadonlySet<string>): CardId[] {
  if (stacks.size === 0) return []
  return allIds(content).filter((id) => {
    const place = placeOf(content, id)
    return place?.in === BIN && place.from !== undefined && stacks.has(place.from)
  })
}

/** The cards that lie in another one, in their order. */
function inside(content: Content, holder: string): CardId[] {
  return orderedInside(content, holder).map((card) => card.id as CardId)
}

function orderedInside(content: Content, place: string): Ordered[] {
  return allIds(content)
    .flatMap((id) => {
      const at = placeOf(content, id)
      return at?.in === place ? [{ id, order: at.order }] : []
    })
    .toSorted(byOrder)
}

function allIds(content: Content): CardId[] {
  return [...content.cards.keys()] as CardId[]
}

function placeOf(content: Content, id: string): Place | null {
  return (content.cards.get(id)?.get('place') as Place | undefined) ?? null
}

function isStack(content: Content, id: string, stack: KindId | undefined): boolean {
  return stack !== undefined && content.cards.get(id)?.get('kind') === stack
}

const MAX_DEPTH = 20

/** True when a place is the card itself or lies in it, however deep. */
function liesIn(content: Content, place: string, id: CardId): boolean {
  let at: string | undefined = place
  for (let depth = 0; at !== undefined && depth < MAX_DEPTH; depth++) {
    if (at === id) return true
    at = placeOf(content, at)?.in
  }
  return false
}
