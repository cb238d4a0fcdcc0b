import type { Board } from '../model/board.ts'
import type { Card } from '../model/card.ts'
import type { CardId, KindId, RelationId } from '../model/ids.ts'
import { linkId } from '../model/link.ts'
import type { PathStep } from '../model/template-ids.ts'
import type { Relation, Template } from '../model/template.ts'
import type { CardToMake } from './chain-makes.ts'
import { activeCards, indexBoard, sourcesOf, walk, type Graph } from './graph.ts'

/** What somebody can have to do with a row of the matrix. */
export type Duty = 'does' | 'answers'

/** What has to be written so that somebody takes a duty on, or is rid of it. */
export interface DutyChange {
  readonly on: boolean
  readonly remove: readonly string[]
  readonly add: readonly { readonly relation: RelationId; readonly from: CardId; readonly to: CardId }[]
  /** A card that has to stand between the row and the one who answers, because there is none yet. */
  readonly make: CardToMake | null
  /** Other rows that change with it, because the same card covers them. */
  readonly also: readonly CardId[]
}

/** Where whoever does something answers for it too, there is one duty only. */
export function dutiesOf({ plan }: Template): readonly Duty[] {
  const same = plan.owners.every((path) => path.length === 1 && path[0] !== undefined && plan.doers.includes(path[0]))
  return same ? ['does'] : ['does', 'answers']
}

/** What a press on a cell of the matrix means; null when the template has no way to say it. */
export function changeDuty(board: Board, row: Card, column: Card, duty: Duty, graph: Graph = indexBoard(board)): DutyChange | null {
  return duty === 'does' ? changeDoer(board, row, column, graph) : changeOwner(board, row, column, graph)
}

function changeDoer(board: Board, row: Card, column: Card, graph: Graph): DutyChange | null {
  const fitting = board.template.plan.doers.flatMap((id) => relationFor(board.template, id, column.kind, row.kind) ?? [])
  const [relation] = fitting
  if (!relation) return null
  const linked = fitting.filter((known) => sourcesOf(graph, row.id, known.id).some((card) => card.id === column.id))
  if (linked.length > 0) {
    return { on: false, remove: linked.map((known) => linkId(known.id, column.id, row.id)), add: [], make: null, also: [] }
  }
  const remove = relation.max === 1 ? sourcesOf(graph, row.id, relation.id).map((card) => linkId(relation.id, card.id, row.id)) : []
  return { on: true, remove, add: [{ relation: relation.id, from: column.id, to: row.id }], make: null, also: [] }
}

/** A way from a row to those who answer for it: the cards between, and the last relation, which leads to a person. */
interface Way {
  readonly between: readonly RelationId[]
  readonly last: Relation
  readonly holders: readonly CardId[]
}

function changeOwner(board: Board, row: Card, column: Card, graph: Graph): DutyChange | null {
  const ways = waysFrom(board, row, column, graph)
  const links = ways.flatMap(({ last, holders }) =>
    holders.flatMap((holder) =>
      sourcesOf(graph, holder, last.id).map((owner) => ({
        id: linkId(last.id, owner.id, holder),
        mine: owner.id === column.id,
        single: last.max === 1,
      })),
    ),
  )
  const also = ways.flatMap((way) => rowsCoveredBy(board, way, graph)).filter((id) => id !== row.id)
  const mine = links.filter((link) => link.mine)
  if (mine.length > 0) return { on: false, remove: mine.map((link) => link.id), add: [], make: null, also }
  const way = ways.find(({ holders }) => holders.length > 0)
  if (!way) return makeOwner(board, row, column)
  return {
    on: true,
    remove: links.filter((link) => link.single).map((link) => link.id),
    add: way.holders.map((holder) => ({ relation: way.last.id, from: column.id, to: holder })),
    make: null,
    also,
  }
}

function waysFrom(board: Board, row: Card, column: Card, graph: Graph): Way[] {
  return board.template.plan.owners.flatMap((path) => {
    const last = board.template.relations.find((relation) => relation.id === path.at(-1))
    if (!last?.from.includes(column.kind)) return []
    const between = path.slice(0, -1)
    const ends = between.length === 0 ? [row.id] : walk(graph, [row.id], between)
    return [{ between, last, holders: ends.filter((id) => last.to.includes(graph.cards.get(id)?.kind ?? ('' as KindId))) }]
  })
}

function rowsCoveredBy(board: Board, { between, holders }: Way, graph: Graph): CardId[] {
  if (between.length === 0) return []
  const back = between.toReversed().map((relation) => `>${relation}` as PathStep)
  const { plan } = board.template
  const rows = new Set(activeCards(graph, [...plan.tasks, ...plan.measures]).map((card) => card.id))
  return [...walk(graph, holders, back)].filter((id) => rows.has(id))
}

/** Nothing covers the row yet: a card of its own, named like the row. */
function makeOwner(board: Board, row: Card, column: Card): DutyChange | null {
  for (const path of board.template.plan.owners) {
    const [cover, last] = path
    if (path.length !== 2 || cover === undefined || last === undefined) continue
    const covers = board.template.relations.find((relation) => relation.id === cover && relation.to.includes(row.kind))
    const kind = covers?.from.find((known) => relationFor(board.template, last, column.kind, known))
    if (!kind) continue
    const make: CardToMake = {
      kind,
      text: row.text.trim(),
      links: [
        { relation: cover, other: row.id, newIs: 'from' },
        { relation: last, other: column.id, newIs: 'to' },
      ],
    }
    return { on: true, remove: [], add: [], make, also: [] }
  }
  return null
}

function relationFor(template: Template, id: RelationId, from: KindId, to: KindId): Relation | undefined {
  return template.relations.find((relation) => relation.id === id && relation.from.includes(from) && relation.to.includes(to))
}
