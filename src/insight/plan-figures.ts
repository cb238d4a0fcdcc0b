import type { Board } from '../model/board.ts'
import type { Gap } from './gap.ts'
import { findGaps } from './gaps.ts'
import { activeCards, follow, sourcesOf, type Graph } from './graph.ts'
import { questionsInOrder } from './questions.ts'

const FIGURES = ['answered', 'taken', 'owned', 'complete', 'gaps'] as const

/** One of the five numbers of page 1: `value` of `of`; open gaps have no whole. */
export interface Figure {
  readonly id: (typeof FIGURES)[number]
  readonly value: number
  readonly of: number | null
}

/** Questions answered, tasks somebody takes on, responsibilities with exactly one holder, measures without a gap, open gaps. */
export function planFigures(board: Board, graph: Graph, gaps: readonly Gap[] = findGaps(board, graph)): Figure[] {
  const { plan } = board.template
  const questions = questionsInOrder(board).filter((question) => question.wantsAnswer)
  const tasks = activeCards(graph, plan.tasks)
  const responsibilities = activeCards(graph, plan.responsibilities)
  const measures = activeCards(graph, plan.measures)
  const faulty = new Set(gaps.map((gap) => gap.cards[0]))
  const holders = new Set(plan.owners.flatMap((path) => path.slice(-1)))
  const count = <Item>(id: Figure['id'], list: readonly Item[], fits: (item: Item) => boolean): Figure => ({
    id,
    value: list.filter(fits).length,
    of: list.length,
  })
  return [
    count('answered', questions, (question) => question.answer !== null),
    count('taken', tasks, (task) => plan.doers.some((relation) => sourcesOf(graph, task.id, relation).length > 0)),
    count('owned', responsibilities, (card) => new Set([...holders].flatMap((relation) => follow(graph, card.id, [relation]))).size === 1),
    count('complete', measures, (measure) => !faulty.has(measure.id)),
    { id: 'gaps', value: gaps.length, of: null },
  ]
}
