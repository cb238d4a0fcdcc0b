import type { Board } from '../model/board.ts'
import type { Rule } from '../model/template-rules.ts'
import { fill } from '../model/text.ts'
import type { Gap, Level } from './gap.ts'
import { cardsOfRule } from './gaps.ts'
import { activeCards, indexBoard, type Graph } from './graph.ts'
import { questionsInOrder } from './questions.ts'

interface RuleCount {
  readonly rule: string
  readonly level: Level
  /** How many gaps the rule found. */
  readonly n: number
  /** How many cards or questions it looked at. */
  readonly of: number
  /** The template's short text with the number in it. */
  readonly text: string
}

export interface Maturity {
  /** Cards of the plan's measure and task kinds that no gap is about; one of the lowest level is a hint and does not count. */
  readonly complete: number
  readonly total: number
  /** Rules that found something, in the template's order. */
  readonly counts: readonly RuleCount[]
  /** Every rule that had something to look at, with or without a gap. */
  readonly coverage: readonly RuleCount[]
}

/** How far a board is from a plan that can be signed: counts for the footer and for page 1, none of them a share per person. */
export function maturity(board: Board, gaps: readonly Gap[], graph: Graph = indexBoard(board)): Maturity {
  const { plan, rules } = board.template
  const work = activeCards(graph, [...plan.measures, ...plan.tasks])
  const faulty = new Set(gaps.filter((gap) => gap.level !== 'low').map((gap) => gap.cards[0]))
  const found = new Map<string, number>()
  for (const gap of gaps) found.set(gap.rule, (found.get(gap.rule) ?? 0) + 1)
  const coverage = rules.map((rule) => countOf(board, graph, rule, found.get(rule.id) ?? 0)).filter((count) => count.of > 0)
  return {
    complete: work.filter((card) => !faulty.has(card.id)).length,
    total: work.length,
    counts: coverage.filter((count) => count.n > 0),
    coverage,
  }
}

function countOf(board: Board, graph: Graph, rule: Rule, n: number): RuleCount {
  const of = lookedAt(board, graph, rule)
  const text = (n === 1 ? rule.count.one : rule.count.other)[board.language]
  return { rule: rule.id, level: rule.level, n, of, text: fill(text, { n }) }
}

function lookedAt(board: Board, graph: Graph, rule: Rule): number {
  if (rule.type === 'answered') return questionsInOrder(board).filter((question) => question.wantsAnswer).length
  if (rule.type !== 'chain') return cardsOfRule(graph, rule).length
  const { chain } = board.template
  if (!chain) return 0
  return activeCards(graph, [rule.find === 'break' ? chain.of : chain.station]).length
}
