import type { Board } from '../model/board.ts'
import type { QuestionId } from '../model/ids.ts'
import type { Finding } from './gap.ts'
import { countByQuestion, questionsOfGaps } from './gap-questions.ts'
import { labelFindings } from './gap-wording.ts'
import type { Gap } from './gap.ts'
import { findFaults } from './gaps.ts'
import { indexBoard, type Graph } from './graph.ts'
import { maturity, type Maturity } from './maturity.ts'
import { sameShape } from './same-shape.ts'

/** What a board says about itself at one moment. */
export interface Insight {
  readonly gaps: readonly Gap[]
  readonly maturity: Maturity
  /** The question that a gap belongs to, by the gap's id, and how many belong to each. */
  readonly questionOf: ReadonlyMap<string, QuestionId>
  readonly inQuestion: ReadonlyMap<QuestionId, number>
}

interface Known {
  readonly board: Board
  readonly graph: Graph
  readonly findings: readonly Finding[]
  readonly insight: Insight
}

/**
 * Follows one board through its edits: an edit that can change no gap runs no rule, and an edit of a text only renews the words.
 * A gap that stays the same keeps its reference, and so does the list when none of its gaps changed.
 */
export function createInsight(): (board: Board) => Insight {
  let last: Known | null = null
  return (board) => {
    if (last?.board === board) return last.insight
    last = last && sameShape(last.board, board) ? reworded(last, board) : derived(board, last)
    return last.insight
  }
}

function derived(board: Board, before: Known | null): Known {
  const graph = indexBoard(board)
  const findings = findFaults(board, graph)
  const gaps = keepSame(before?.insight.gaps ?? [], labelFindings(board, graph.cards, findings))
  const questionOf = questionsOfGaps(board, graph, gaps)
  const insight = { gaps, maturity: maturity(board, gaps, graph), questionOf, inQuestion: countByQuestion(questionOf) }
  return { board, graph, findings, insight }
}

function reworded(before: Known, board: Board): Known {
  if (sameWords(before.board, board)) return { ...before, board }
  const cards = new Map(board.cards.map((card) => [card.id, card]))
  const gaps = keepSame(before.insight.gaps, labelFindings(board, cards, before.findings))
  if (board.language !== before.board.language)
    return { ...before, board, insight: { ...before.insight, gaps, maturity: maturity(board, gaps, before.graph) } }
  return { ...before, board, insight: gaps === before.insight.gaps ? before.insight : { ...before.insight, gaps } }
}

function sameWords(before: Board, after: Board): boolean {
  return (
    before.language === after.language &&
    before.questions.every((question, at) => question.title === after.questions[at]?.title) &&
    before.cards.every((card, at) => card.text === after.cards[at]?.text)
  )
}

function keepSame(before: readonly Gap[], after: readonly Gap[]): readonly Gap[] {
  const known = new Map(before.map((gap) => [gap.id, gap]))
  const kept = after.map((gap) => {
    const old = known.get(gap.id)
    return old && sameGap(old, gap) ? old : gap
  })
  return kept.length === before.length && kept.every((gap, at) => gap === before[at]) ? before : kept
}

function sameGap(a: Gap, b: Gap): boolean {
  if (a.text !== b.text || a.mend !== b.mend || a.decision !== b.decision) return false
  if (a.mendAt === b.mendAt) return true
  return sameList(a.cards, b.cards) && sameList(a.fields ?? [], b.fields ?? []) && sameEntries(a.mendAt, b.mendAt)
}

function sameEntries(a: object, b: object): boolean {
  const [before, after] = [Object.entries(a), Object.entries(b)] as [[string, unknown][], [string, unknown][]]
  return before.length === after.length && before.every(([key, value], at) => key === after[at]?.[0] && sameValue(value, after[at][1]))
}

function sameValue(a: unknown, b: unknown): boolean {
  return a === b || (Array.isArray(a) && Array.isArray(b) && sameList(a, b))
}

function sameList(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((item, at) => item === b[at])
}
