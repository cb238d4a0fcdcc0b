import type { Board } from '../model/board.ts'
import { BIN, type Card } from '../model/card.ts'
import type { CardId, KindId, QuestionId, RelationId } from '../model/ids.ts'
import { byOrder } from '../model/order.ts'
import { shownIn } from '../model/stack.ts'
import { readStep, type Path } from '../model/template-ids.ts'

/** A board's cards and links, indexed. What lies in the bin is not in it, nor is a link that touches it. */
export interface Graph {
  /** In reading order: question by question, a card before the cards that lie in it. */
  readonly cards: ReadonlyMap<CardId, Card>
  /** The question whose column a card lies in, over any cards between them. */
  readonly home: ReadonlyMap<CardId, QuestionId>
  /** What lies directly in a card, in order. */
  readonly inside: ReadonlyMap<string, readonly Card[]>
  /** The cards of each kind that take part: not in the bin, not in a parking question of the template. In reading order. */
  readonly active: ReadonlyMap<KindId, readonly Card[]>
  /** The cards in a parking question. */
  readonly parked: ReadonlySet<CardId>
  readonly sources: LinkIndex
  readonly targets: LinkIndex
}

type LinkIndex = ReadonlyMap<RelationId, ReadonlyMap<CardId, readonly CardId[]>>
type WritableIndex = Map<RelationId, Map<CardId, CardId[]>>

/** Indexes a board in one pass over its cards and links; a card whose place no longer exists stays, without a home. */
export function indexBoard(board: Board): Graph {
  const known = new Map<string, Card>(board.cards.map((card) => [card.id, card]))
  const byPlace = groupByPlace(board, known)
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

  return { cards, home, inside: byPlace, ...activeByKind(board, cards, home), ...indexLinks(board, cards) }
}

/** The cards that are linked onto `card` by `relation`, in reading order. */
export function sourcesOf(graph: Graph, card: CardId, relation: RelationId): Card[] {
  return known(graph, graph.sources.get(relation)?.get(card))
}

/** The cards that `card` is linked onto by `relation`. */
export function targetsOf(graph: Graph, card: CardId, relation: RelationId): Card[] {
  return known(graph, graph.targets.get(relation)?.get(card))
}

/** The distinct cards at the end of a path, in reading order per step; the path's steps say which way each link is walked. */
export function follow(graph: Graph, card: CardId, path: Path): Card[] {
  return known(graph, walk(graph, [card], path))
}

/** As `follow`, from several cards at once, by id. An empty path leads nowhere. */
export function walk(graph: Graph, from: readonly CardId[], path: Path): readonly CardId[] {
  if (path.length === 0) return []
  let ends = from
  for (const step of path) {
    const { relation, end } = readStep(step)
    const index = graph[end].get(relation)
    if (!index) return []
    const [only] = ends
    if (ends.length === 1 && only !== undefined) ends = index.get(only) ?? []
    else ends = [...new Set(ends.flatMap((id) => index.get(id) ?? []))]
  }
  return ends
}

/** The cards of some kinds that take part, in reading order. */
export function activeCards(graph: Graph, kinds: readonly KindId[]): readonly Card[] {
  const [only] = kinds
  if (kinds.length === 1 && only !== undefined) return graph.active.get(only) ?? []
  const wanted = new Set(kinds)
  return [...graph.cards.values()].filter((card) => wanted.has(card.kind) && !graph.parked.has(card.id))
}

function activeByKind(
  board: Board,
  cards: ReadonlyMap<CardId, Card>,
  home: ReadonlyMap<CardId, QuestionId>,
): Pick<Graph, 'active' | 'parked'> {
  const parking = new Set<QuestionId | undefined>(board.template.plan.parking)
  const active = new Map<KindId, Card[]>()
  const parked = new Set<CardId>()
  for (const card of cards.values()) {
    const list = active.get(card.kind)
    if (parking.has(home.get(card.id))) parked.add(card.id)
    else if (list) list.push(card)
    else active.set(card.kind, [card])
  }
  return { active, parked }
}

// Two browsers may hold the same links in another order: lists follow the cards, so that both derive the same plan.
function indexLinks(board: Board, cards: ReadonlyMap<CardId, Card>): Pick<Graph, 'sources' | 'targets'> {
  const position = new Map([...cards.keys()].map((id, at) => [id, at]))
  const at = (id: CardId): number => position.get(id) ?? 0
  const sources: WritableIndex = new Map()
  const targets: WritableIndex = new Map()
  for (const link of board.links) {
    if (!cards.has(link.from) || !cards.has(link.to)) continue
    put(sources, link.relation, link.to, link.from)
    put(targets, link.relation, link.from, link.to)
  }
  for (const index of [sources, targets]) {
    for (const byCard of index.values()) for (const list of byCard.values()) list.sort((a, b) => at(a) - at(b))
  }
  return { sources, targets }
}

function groupByPlace(board: Board, cards: ReadonlyMap<string, Card>): Map<string, Card[]> {
  const groups = new Map<string, Card[]>()
  for (const card of board.cards) {
    const place = shownIn(card, cards, board.template.stack)
    const group = groups.get(place)
    if (group) group.push(card)
    else groups.set(place, [card])
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
