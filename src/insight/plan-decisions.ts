import type { Board } from '../model/board.ts'
import type { Card } from '../model/card.ts'
import type { CardId } from '../model/ids.ts'
import { standingOf } from './duties.ts'
import type { Gap } from './gap.ts'
import { activeCards, targetsOf, type Graph } from './graph.ts'
import { compareDays, costOf, fieldTextOf, isoDay } from './values.ts'
import { isFilled } from './wording.ts'

/** Something that leadership is asked to decide: what somebody marked, an open gap, or money for a measure. */
export interface Decision {
  readonly reason: 'asked' | 'gap' | 'cost'
  /** The question; for `cost` the text of the measure, which the export puts into words. */
  readonly text: string
  readonly recommendation: string | null
  /** Whole euros. */
  readonly cost: number | null
  /** The ISO day by which it is needed: the card's own, else the first of what it covers. */
  readonly by: string | null
  /** Where the decision is entered, and what it can be; no answers where the card has no place for one. */
  readonly card: CardId | null
  readonly answers: readonly { readonly id: string; readonly label: string }[]
}

/** What leadership has decided, in the words of the template's choice. */
export interface Decided {
  readonly text: string
  readonly decision: string
}

/** The decisions asked for: cards that are marked so, gaps whose rule has a decision, in the gaps' order, then measures that cost money, by date; without those that are decided. Source: "die Ressourcen dafür zur Verfügung". */
export function planDecisions(board: Board, graph: Graph, gaps: readonly Gap[]): Decision[] {
  const { measures } = board.template.plan
  const asked = markedCards(board, graph).filter((card) => !isDecided(board, card))
  const marked = asked.map((card) => ({ reason: 'asked' as const, text: card.text.trim(), ...termsOf(board, graph, card) }))
  const open = gaps.flatMap((gap) => {
    const card = gap.cards[0] && graph.cards.get(gap.cards[0])
    if (!gap.decision || (card && isDecided(board, card))) return []
    return [{ reason: 'gap' as const, text: gap.decision, ...termsOf(board, graph, card) }]
  })
  const money = activeCards(graph, measures)
    .filter((card) => !asked.includes(card) && !isDecided(board, card) && standingOf(board, card) === 'open')
    .map((card) => ({ reason: 'cost' as const, text: card.text.trim(), ...termsOf(board, graph, card) }))
    .filter((decision) => (decision.cost ?? 0) > 0)
  return [...marked, ...open, ...money.toSorted((a, b) => compareDays(a.by, b.by))]
}

/** The cards with a decision of leadership on them. */
export function planDecided(board: Board, graph: Graph): Decided[] {
  return [...graph.cards.values()].flatMap((card) => {
    const decision = isDecided(board, card) ? fieldTextOf(board.template, card, board.language, board.template.plan.decided) : null
    return decision === null ? [] : [{ text: card.text.trim(), decision }]
  })
}

function markedCards(board: Board, graph: Graph): Card[] {
  const { ask } = board.template.plan
  if (ask === undefined) return []
  return [...graph.cards.values()].filter((card) => card.fields[ask] === true && !graph.parked.has(card.id))
}

function isDecided({ template }: Board, card: Card): boolean {
  const { decided } = template.plan
  return decided !== undefined && isFilled(card.fields[decided])
}

function termsOf(board: Board, graph: Graph, card: Card | undefined): Omit<Decision, 'reason' | 'text'> {
  const { plan, kinds } = board.template
  const proposal = card && plan.recommendation && card.fields[plan.recommendation]
  return {
    recommendation: typeof proposal === 'string' && proposal.trim() !== '' ? proposal.trim() : null,
    cost: card ? costOf(board.template, card) : null,
    by: card ? neededBy(board, graph, card) : null,
    card: card?.id ?? null,
    answers: (kinds.find((kind) => kind.id === card?.kind)?.fields.find((field) => field.id === plan.decided)?.options ?? []).map(
      ({ id, label }) => ({ id, label: label[board.language] }),
    ),
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
