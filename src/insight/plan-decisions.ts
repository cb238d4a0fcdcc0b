import type { Board } from '../model/board.ts'
import type { Card } from '../model/card.ts'
import type { Gap } from './gaps.ts'
import { activeCards, targetsOf, type Graph } from './graph.ts'
import { compareDays, costOf, isoDay } from './values.ts'

/** Something that leadership is asked to decide: an open gap, or money for a measure. */
export interface Decision {
  readonly reason: 'gap' | 'cost'
  /** The question; for `cost` the text of the measure, which the export puts into words. */
  readonly text: string
  readonly recommendation: string | null
  /** Whole euros. */
  readonly cost: number | null
  /** The ISO day by which it is needed: the card's own, else the first of what it covers. */
  readonly by: string | null
}

/** The decisions asked for: gaps whose rule has a decision, in the gaps' order, then measures that cost money, by date. Source: "die Ressourcen dafür zur Verfügung". */
export function planDecisions(board: Board, graph: Graph, gaps: readonly Gap[]): Decision[] {
  const open = gaps.flatMap((gap) => {
    const card = gap.cards[0] && graph.cards.get(gap.cards[0])
    return gap.decision ? [{ reason: 'gap' as const, text: gap.decision, ...termsOf(board, graph, card) }] : []
  })
  const money = activeCards(graph, board.template.plan.measures)
    .map((card) => ({ reason: 'cost' as const, text: card.text.trim(), ...termsOf(board, graph, card) }))
    .filter((decision) => (decision.cost ?? 0) > 0)
  return [...open, ...money.toSorted((a, b) => compareDays(a.by, b.by))]
}

function termsOf(board: Board, graph: Graph, card: Card | undefined): Pick<Decision, 'recommendation' | 'cost' | 'by'> {
  const { plan } = board.template
  const proposal = card && plan.recommendation && card.fields[plan.recommendation]
  return {
    recommendation: typeof proposal === 'string' && proposal.trim() !== '' ? proposal.trim() : null,
    cost: card ? costOf(board.template, card) : null,
    by: card ? neededBy(board, graph, card) : null,
  }
}

function neededBy(board: Board, graph: Graph, card: Card): string | null {
  const { due, covers } = board.template.plan
  if (due === undefined) return null
  const own = isoDay(card.fields[due])
  if (own !== null || covers === undefined) return own
  const days = targetsOf(graph, card.id, covers).flatMap((target) => isoDay(target.fields[due]) ?? [])
  return days.toSorted()[0] ?? null
}
