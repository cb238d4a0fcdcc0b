import type { CardId, KindId } from '../../model/ids.ts'
import type { Relation } from '../../model/template.ts'
import type { LaneName } from '../board/forms/lane.ts'
import type { Takers } from './light-up.ts'
import type { DropTarget } from './drag-store.ts'
import { dropSlot, isOnto, type Span } from './drop-slot.ts'

/** How two cards may be linked when one is dropped onto the other. */
export interface PossibleLink {
  readonly relation: Relation
  readonly reversed: boolean
  readonly words: string
}

/** How two cards may lie in one stack. */
export interface PossibleStack {
  /** The card is a stack already; two cards become one only when the pointer rests, so that cards can still be put in order. */
  readonly isThere: boolean
  readonly words: string
}

export interface Rules {
  /** With the id of a stack, what lies in it has to fit too. */
  readonly accepts: (column: string, kind: KindId, id?: CardId) => boolean
  /** The last card of a folded column: there a card lands at the end. */
  readonly lastIn: (column: string) => CardId | null
  /** The name of a lane that a card may be put into; `own` is where it lies already. */
  readonly laneFor: (column: string, dragged: CardId, lane: string) => { readonly lane: LaneName; readonly own: boolean } | null
  /** May a card lie in another one, as a station in its chain? */
  readonly holds: (card: string, kind: KindId) => boolean
  /** Everything that can take a card: what lights up while it is dragged. */
  readonly takers: (dragged: CardId) => Takers
  readonly linkTo: (dragged: CardId, onto: CardId) => PossibleLink | null
  readonly stackWith: (column: string, dragged: CardId, onto: CardId) => PossibleStack | null
}

/** What lies under the pointer, read from the page: one hit test and a binary search. `restsOn` tells whether it rests on a card. */
export function findTarget(
  point: { x: number; y: number },
  dragged: { id: CardId; kind: KindId },
  rules: Rules,
  restsOn: (card: CardId) => boolean = () => false,
): DropTarget | null {
  const hit = document.elementFromPoint(point.x, point.y)
  const columnElement = hit?.closest<HTMLElement>('[data-column]')
  const column = columnElement?.dataset['column']
  if (!columnElement || column === undefined) return null
  const list = columnElement.querySelector<HTMLElement>('[data-list]')
  const origin = (list ?? columnElement).getBoundingClientRect().top

  const cardElement = hit?.closest<HTMLElement>('[data-card]')
  const onto = cardElement?.dataset['card'] as CardId | undefined
  if (cardElement && onto !== undefined && onto !== dragged.id) {
    const rect = cardElement.getBoundingClientRect()
    const link = rules.linkTo(dragged.id, onto)
    if (link && (isOnto(point.y, rect) || !rules.accepts(column, dragged.kind))) {
      const { relation, reversed, words } = link
      return { kind: 'card', column, card: onto, relation: relation.id, reversed, words, top: rect.top - origin, height: rect.height }
    }
    const head = headOf(cardElement, columnElement, rect)
    const stack = head && isOnto(point.y, head) ? rules.stackWith(column, dragged.id, onto) : null
    if (stack && (stack.isThere || restsOn(onto))) {
      return { kind: 'stack', column, card: onto, words: stack.words, top: rect.top - origin, height: rect.height }
    }
  }
  const chain = hit?.closest<HTMLElement>('[data-chain]')
  const inside = chain?.dataset['chain'] as CardId | undefined
  if (chain && inside !== undefined && rules.holds(inside, dragged.kind)) {
    return { ...slotAt(chain.querySelector<HTMLElement>('[data-chain-list]'), column, point.y, dragged.id, null, origin), inside }
  }
  const laneElement = hit?.closest<HTMLElement>('[data-lane]')
  const lane = laneElement && rules.laneFor(column, dragged.id, laneElement.dataset['lane'] ?? '')
  if (laneElement && lane) {
    // A column that only shows its cards has no places of its own: there they lie in the order of the question they belong to.
    const list = rules.accepts(column, dragged.kind, dragged.id) ? laneElement.querySelector<HTMLElement>('[data-lane-list]') : null
    const slot = list && slotAt(list, column, point.y, dragged.id, null, origin)
    if (slot) return lane.own ? slot : { ...slot, lane: lane.lane }
    const rect = laneElement.getBoundingClientRect()
    return { kind: 'lane', column, lane: lane.lane, top: rect.top - origin, height: rect.height }
  }
  if (!rules.accepts(column, dragged.kind, dragged.id)) return null
  return slotAt(list, column, point.y, dragged.id, rules.lastIn(column), origin)
}

/** The part of a card above the list of an unfolded stack; none when the pointer is in that list. */
function headOf(card: HTMLElement, column: HTMLElement, rect: DOMRect): Span | null {
  if (card.contains(column)) return null
  const inside = card.querySelector('[data-stack]')
  return inside ? { top: rect.top, bottom: inside.getBoundingClientRect().top } : rect
}

function slotAt(
  list: HTMLElement | null,
  column: string,
  y: number,
  dragged: CardId,
  last: CardId | null,
  origin: number,
): DropTarget & { kind: 'slot' } {
  if (!list) return { kind: 'slot', column, after: last, top: 0 }
  const cards = cardsOf(list)
  const spanAt = (at: number): Span => cards[at]?.getBoundingClientRect() ?? { top: 0, bottom: 0 }
  const visual = dropSlot(y, cards.length, spanAt)
  const above = cards.slice(0, visual).findLast((card) => card.dataset['card'] !== dragged)
  const below = cards.slice(visual).find((card) => card.dataset['card'] !== dragged)
  const idOf = (card: HTMLElement | undefined): CardId | null => (card?.dataset['card'] as CardId | undefined) ?? null
  return { kind: 'slot', column, after: idOf(above), before: idOf(below), top: slotTop(list, visual, origin) }
}

export function cardsOf(list: HTMLElement): HTMLElement[] {
  return [...list.children].filter((child): child is HTMLElement => child instanceof HTMLElement && child.dataset['card'] !== undefined)
}

/** The height below the top of the column's list at which the line of a slot is drawn. */
export function slotTop(list: HTMLElement, visual: number, origin: number): number {
  const cards = cardsOf(list)
  const before = cards[visual - 1]?.getBoundingClientRect()
  const after = cards[visual]?.getBoundingClientRect()
  if (before && after) return (before.bottom + after.top) / 2 - origin
  if (before) return before.bottom + 4 - origin
  return (after ? after.top - 4 : list.getBoundingClientRect().top + 4) - origin
}
