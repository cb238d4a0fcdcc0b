import type { Board } from '../model/board.ts'
import type { Card } from '../model/card.ts'
import type { CardId, KindId } from '../model/ids.ts'
import { walk, type Graph } from './graph.ts'

/** The cards whose links say who answers for a row: those that cover it, or the row itself. */
export function holdersOf({ template }: Board, graph: Graph, row: Pick<Card, 'id'>): CardId[] {
  return template.plan.owners.flatMap((path) => {
    const last = template.relations.find((relation) => relation.id === path.at(-1))
    const ends = path.length === 1 ? [row.id] : [...walk(graph, [row.id], path.slice(0, -1))]
    return ends.filter((id) => last?.to.some((kind) => kind === graph.cards.get(id)?.kind))
  })
}

/** The kinds of cards that could be made to cover a row of this kind. */
export function coverKinds({ template }: Board, kind: KindId): KindId[] {
  const covers = template.plan.owners.filter((path) => path.length > 1).map((path) => path[0])
  return template.relations.filter((relation) => covers.includes(relation.id) && relation.to.includes(kind)).flatMap(({ from }) => from)
}
