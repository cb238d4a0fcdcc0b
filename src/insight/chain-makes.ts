import type { Board } from '../model/board.ts'
import type { Card } from '../model/card.ts'
import type { CardId, KindId, RelationId } from '../model/ids.ts'
import type { ChainForm, Make } from '../model/template-views.ts'
import type { Relation } from '../model/template.ts'
import { fill } from '../model/text.ts'
import { sourcesOf, targetsOf, type Graph } from './graph.ts'

/** A card that is ready to be written, and the links that keep where it came from. */
export interface CardToMake {
  readonly kind: KindId
  readonly text: string
  /** The other end of each link; `newIs` says which end the new card is. */
  readonly links: readonly { readonly relation: RelationId; readonly other: CardId; readonly newIs: 'from' | 'to' }[]
}

export interface Around {
  readonly station: Card
  readonly who: Card | undefined
  readonly chain: Card
}

/** The cards that one press can make of what is missing at a station: a task, a standard, an information, an authority, a measure. Source: N-01, N-20. */
export function cardsToMake(board: Board, makes: readonly Make[], around: Around, slots: Readonly<Record<string, string>>): CardToMake[] {
  const relations = new Map(board.template.relations.map((relation) => [relation.id, relation]))
  return makes.map((make) => ({
    kind: make.kind,
    text: fill(make.text[board.language], slots),
    links: make.relations.flatMap((id) => {
      const relation = relations.get(id)
      return (relation && linkFor(relation, make.kind, around)) ?? []
    }),
  }))
}

/** The cards that hang on a station by a link that such a press makes. */
export function madeFrom(graph: Graph, form: ChainForm, station: CardId): CardId[] {
  const makes = [...form.asks, form.handover].flatMap((ask) => ask.makes)
  const kinds = new Set(makes.map((make) => make.kind))
  const relations = new Set(makes.flatMap((make) => make.relations))
  const linked = [...relations].flatMap((relation) => [...sourcesOf(graph, station, relation), ...targetsOf(graph, station, relation)])
  return [...new Set(linked.filter((card) => kinds.has(card.kind)).map((card) => card.id))]
}

function linkFor(relation: Relation, kind: KindId, { station, who, chain }: Around): CardToMake['links'][number] | undefined {
  for (const other of [station, who, chain]) {
    if (!other) continue
    if (relation.from.includes(kind) && relation.to.includes(other.kind)) return { relation: relation.id, other: other.id, newIs: 'from' }
    if (relation.to.includes(kind) && relation.from.includes(other.kind)) return { relation: relation.id, other: other.id, newIs: 'to' }
  }
  return undefined
}
