import type { Board } from '../model/board.ts'
import type { Card } from '../model/card.ts'
import type { CardId } from '../model/ids.ts'
import { PLAN_PASS, type PassSubject } from '../model/passes.ts'
import { activeCards, follow, sourcesOf, type Graph } from './graph.ts'
import { compareDays, isoDay } from './values.ts'

/** What somebody has to do: the measure itself, or every measure that the card takes on or answers for. In the order in which they are due. */
export function dutiesOf(board: Board, graph: Graph, subject: PassSubject): Card[] {
  const { plan } = board.template
  const measures = activeCards(graph, plan.measures)
  const duties = measures.filter((measure) => subject === PLAN_PASS || measure.id === subject || isHeldBy(board, graph, measure, subject))
  return duties.toSorted((a, b) => compareDays(dueOf(board, a), dueOf(board, b)))
}

function isHeldBy(board: Board, graph: Graph, measure: Card, holder: CardId): boolean {
  const { doers, owners } = board.template.plan
  const holds = (cards: readonly Card[]): boolean => cards.some((card) => card.id === holder)
  return (
    doers.some((relation) => holds(sourcesOf(graph, measure.id, relation))) || owners.some((path) => holds(follow(graph, measure.id, path)))
  )
}

/** Everybody who takes a measure on or answers for one, with how many; and the measures that nobody has. */
export function dutyHolders(
  board: Board,
  graph: Graph,
): { readonly holders: readonly { readonly card: Card; readonly count: number }[]; readonly free: readonly Card[] } {
  const { plan } = board.template
  const counts = new Map<Card, number>()
  const free: Card[] = []
  for (const measure of activeCards(graph, plan.measures)) {
    const holders = new Set([
      ...plan.doers.flatMap((relation) => sourcesOf(graph, measure.id, relation)),
      ...plan.owners.flatMap((path) => follow(graph, measure.id, path)),
    ])
    if (holders.size === 0) free.push(measure)
    for (const holder of holders) counts.set(holder, (counts.get(holder) ?? 0) + 1)
  }
  const order = [...graph.cards.keys()]
  return {
    holders: [...counts].map(([card, count]) => ({ card, count })).toSorted((a, b) => order.indexOf(a.card.id) - order.indexOf(b.card.id)),
    free,
  }
}

export function dueOf({ template: { plan } }: Board, card: Card): string | null {
  return isoDay(plan.due && card.fields[plan.due])
}

/** How a measure stands: nothing said yet is open. */
export function standingOf({ template: { plan } }: Pick<Board, 'template'>, card: Card): 'open' | 'done' | 'dropped' {
  const state = plan.status && card.fields[plan.status.field]
  if (typeof state !== 'string') return 'open'
  if (plan.status?.done.includes(state)) return 'done'
  return plan.status?.dropped.includes(state) ? 'dropped' : 'open'
}
