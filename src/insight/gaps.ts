import type { Board } from '../model/board.ts'
import type { Card } from '../model/card.ts'
import type { Rule, RuleOf } from '../model/template-rules.ts'
import { findOnCard, type CardRule, type Sight } from './card-rules.ts'
import { findInChains } from './chain-rules.ts'
import { allHold, fieldLookup } from './condition.ts'
import { LEVELS, type Finding, type Gap } from './gap.ts'
import { activeCards, indexBoard, type Graph } from './graph.ts'
import { labelFindings } from './gap-wording.ts'
import { questionsInOrder } from './questions.ts'

/** What is missing or contradictory on a board, worst level first, then in the template's and the board's order. Source: chapter "Aufgaben festlegen". */
export function findGaps(board: Board, graph: Graph = indexBoard(board)): Gap[] {
  return labelFindings(board, graph.cards, findFaults(board, graph))
}

/** The same without a word: what the rules find, in the same order. */
export function findFaults(board: Board, graph: Graph): Finding[] {
  const sight: Sight = { graph, field: fieldLookup(board) }
  const found = board.template.rules.flatMap((rule) => faultsOfRule(board, sight, rule))
  return found.toSorted((a, b) => LEVELS.indexOf(a.rule.level) - LEVELS.indexOf(b.rule.level))
}

function faultsOfRule(board: Board, sight: Sight, rule: Rule): Finding[] {
  if (rule.type === 'answered') return unanswered(board, rule)
  if (rule.type === 'chain') return findInChains(board, sight.graph, rule)
  return cardsOfRule(sight.graph, rule).flatMap((card) => findOnCard(sight, rule, card) ?? [])
}

/** The cards that a rule looks at. */
export function cardsOfRule(graph: Graph, rule: CardRule): readonly Card[] {
  if (rule.once && activeCards(graph, rule.once).length === 0) return []
  const cards = activeCards(graph, rule.every)
  return rule.when ? cards.filter((card) => allHold(graph, card, rule.when)) : cards
}

/** A question without an answer, or with one that the room has not agreed on: "Im Workshop sollten Sie klären". */
function unanswered(board: Board, rule: RuleOf<'answered'>): Finding[] {
  const missed = questionsInOrder(board).filter(
    ({ wantsAnswer, state }) => wantsAnswer && (state === 'open' || (rule.unsettled !== undefined && state !== 'agreed')),
  )
  return missed.map(({ id, state }) => {
    const finding: Finding = { rule, subject: id, cards: [], question: id, mendAt: { what: 'answer', question: id } }
    return state === 'draft' || state === 'contested' ? { ...finding, unsettled: state } : finding
  })
}
