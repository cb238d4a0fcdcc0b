import type { Board } from '../model/board.ts'
import { BIN, type Card } from '../model/card.ts'
import type { CardId, KindId, QuestionId, RelationId } from '../model/ids.ts'
import { byOrder } from '../model/order.ts'

/** A board's cards and links, indexed. What lies in the bin is not in it, nor is a link that touches it. */
export interface Graph {
  /** In reading order: question by question, a card before the cards that lie in it. */
  readonly cards: ReadonlyMap<CardId, Card>
  /** The question whose column a card lies in, over any cards between them. */
  readonly home: ReadonlyMap<CardId, QuestionId>
  readonly sources: LinkIndex
  readonly targets: LinkIndex
}

type LinkIndex = ReadonlyMap<RelationId, ReadonlyMap<CardId, readonly CardId[]>>
type WritableIndex = Map<RelationId, Map<CardId, CardId[]>>

/** Indexes a board in one pass over its cards and links; a card whose place no longer exists stays, without a home. */
export function indexBoard(board: Board): Graph {
  const byPlace = groupByPlace(board.cards)
  const known = new Set<string>(board.cards.map((card) => card.id))
  const cards = new Map<CardId, Card>()
  const home = new Map<CardId, QuestionId>()
  const visit = (place: string, question: QuestionId | null): void => {
    for (const card of byPlace.get(place) ?? []) {
      if (cards.has(card.id)) continue
      cards.set(card.id, card)
      if (question !== null) home.set(card.id, question)
      visit(card.id, question)
    }
  }
  for (const question of board.questions) visit(question.id, question.id)
  const binned = reachable(byPlace, BIN)
  for (const place of byPlace.keys()) if (place !== BIN && !known.has(place)) visit(place, null)
  // Two cards that lie in each other have no root: they stay on the board all the same.
  for (const card of board.cards) if (!cards.has(card.id) && !binned.has(card.id)) visit(card.place.in, null)

  return { cards, home, ...indexLinks(board, cards) }
}

/** The cards that are linked onto `card` by `relation`, in reading order. */
export function sourcesOf(graph: Graph, card: CardId, relation: RelationId): Card[] {
  return known(graph, graph.sources.get(relation)?.get(card))
}

/** The cards that `card` is linked onto by `relation`. */
export function targetsOf(graph: Graph, card: CardId, relation: RelationId): Card[] {
  return known(graph, graph.targets.get(relation)?.get(card))
}

/** The distinct cards at the end of a path of relations, walked from `card` towards the sources of the links. */
export function follow(graph: Graph, card: CardId, path: readonly RelationId[]): Card[] {
  let ends = new Set([card])
  for (const relation of path) {
    const next = new Set<CardId>()
    for (const end of ends) for (const source of graph.sources.get(relation)?.get(end) ?? []) next.add(source)
    ends = next
  }
  return known(graph, path.length === 0 ? [] : [...ends])
}

/** The cards of some kinds that take part: not in the bin, not in a parking question of the template. */
export function activeCards(graph: Graph, board: Board, kinds: readonly KindId[]): Card[] {
  const wanted = new Set(kinds)
  return [...graph.cards.values()].filter((card) => wanted.has(card.kind) && !isParked(graph, board, card.id))
}

export function isParked(graph: Graph, board: Board, card: CardId): boolean {
  const home = graph.home.get(card)
  return home !== undefined && board.template.plan.parking.includes(home)
}

// Two browsers may hold the same links in another order: lists follow the cards, so that both derive the same plan.
function indexLinks(board: Board, cards: ReadonlyMap<CardId, Card>): Pick<Graph, 'sources' | 'targets'> {
  const position = new Map([...cards.keys()].map((id, at) => [id, at]))
  const at = (id: CardId): number => position.get(id) ?? 0
  const links = board.links.filter((link) => cards.has(link.from) && cards.has(link.to))
  const sources: WritableIndex = new Map()
  const targets: WritableIndex = new Map()
  for (const link of links.toSorted((a, b) => at(a.from) - at(b.from))) put(sources, link.relation, link.to, link.from)
  for (const link of links.toSorted((a, b) => at(a.to) - at(b.to))) put(targets, link.relation, link.from, link.to)
  return { sources, targets }
}

function groupByPlace(cards: readonly Card[]): Map<string, Card[]> {
  const groups = new Map<string, Card[]>()
  for (const card of cards) {
    const group = groups.get(card.place.in)
    if (group) group.push(card)
    else groups.set(card.place.in, [card])
  }
  for (const group of groups.values()) group.sort((a, b) => byOrder({ id: a.id, order: a.place.order }, { id: b.id, order: b.place.order }))
  return groups
}

function reachable(byPlace: ReadonlyMap<string, readonly Card[]>, start: string): Set<CardId> {
  const found = new Set<CardId>()
  const places = [start]
  for (let place = places.pop(); place !== undefined; place = places.pop()) {
    for (const card of byPlace.get(place) ?? []) {
      if (found.has(card.id)) continue
      found.add(card.id)
      places.push(card.id)
    }
  }
  return found
}

function put(index: WritableIndex, relation: RelationId, key: CardId, value: CardId): void {
  const byCard = index.get(relation) ?? new Map<CardId, CardId[]>()
  index.set(relation, byCard)
  const list = byCard.get(key)
  if (list) list.push(value)
  else byCard.set(key, [value])
}

function known(graph: Graph, ids: readonly CardId[] | undefined): Card[] {
  return (ids ?? []).flatMap((id) => graph.cards.get(id) ?? [])
}
