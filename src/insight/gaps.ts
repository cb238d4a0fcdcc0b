import type { Board } from '../model/board.ts'
import type { Card } from '../model/card.ts'
import type { CardId, FieldId, QuestionId } from '../model/ids.ts'
import type { Rule } from '../model/template.ts'
import { fill } from '../model/text.ts'
import { activeCards, follow, indexBoard, type Graph } from './graph.ts'
import { isFilled, joinTexts, labelOfField, shortText } from './wording.ts'
import { questionsInOrder } from './questions.ts'

export const LEVELS = ['high', 'mid', 'low'] as const
export type Level = (typeof LEVELS)[number]

/** Something that a rule of the template finds missing or contradictory, in the board's language. */
export interface Gap {
  /** `<rule>:<card or question>`: the same gap keeps its id while people work. */
  readonly id: string
  readonly rule: string
  readonly level: Level
  readonly text: string
  readonly mend: string
  /** The card the gap is about, then those that contradict each other on it. */
  readonly cards: readonly CardId[]
  readonly question?: QuestionId
  /** What leadership is asked to decide while the gap is open. */
  readonly decision?: string
  /** More cards are linked than the rule allows. */
  readonly contradiction?: true
  /** The fields a `filled` rule misses. */
  readonly fields?: readonly FieldId[]
}

type LinkedRule = Extract<Rule, { type: 'linked' }>
type FilledRule = Extract<Rule, { type: 'filled' }>
type AnsweredRule = Extract<Rule, { type: 'answered' }>

/** What is missing or contradictory on a board, worst level first, then in the template's and the board's order. Source: chapter "Aufgaben festlegen". */
export function findGaps(board: Board, graph: Graph = indexBoard(board)): Gap[] {
  const gaps = board.template.rules.flatMap((rule) => gapsOfRule(board, graph, rule))
  return gaps.toSorted((a, b) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level))
}

function gapsOfRule(board: Board, graph: Graph, rule: Rule): Gap[] {
  if (rule.type === 'answered') return answeredGaps(board, rule)
  const cards = activeCards(graph, board, rule.every)
  return cards.flatMap((card) => (rule.type === 'linked' ? linkedGap(board, graph, rule, card) : filledGap(board, rule, card)))
}

function linkedGap(board: Board, graph: Graph, rule: LinkedRule, card: Card): Gap[] {
  const ends = follow(graph, card.id, rule.path)
  const tooMany = rule.max !== undefined && ends.length > rule.max
  if (ends.length >= rule.min && !tooMany) return []
  const linked = tooMany ? joinTexts(ends, board.language) : ''
  const found = gap(board, rule, card.id, [card.id, ...ends.map((end) => end.id)], { card: shortText(card.text), linked })
  return [tooMany ? { ...found, contradiction: true } : found]
}

function filledGap(board: Board, rule: FilledRule, card: Card): Gap[] {
  const missing = rule.fields.filter((field) => !isFilled(card.fields[field]))
  if (missing.length === 0) return []
  const fields = missing.map((field) => labelOfField(board, card.kind, field)).join(', ')
  return [{ ...gap(board, rule, card.id, [card.id], { card: shortText(card.text), fields }), fields: missing }]
}

function answeredGaps(board: Board, rule: AnsweredRule): Gap[] {
  return questionsInOrder(board)
    .filter((question) => question.wantsAnswer && question.answer === null)
    .map((question) => ({
      ...gap(board, rule, question.id, [], { mark: question.mark, question: question.title }),
      question: question.id,
    }))
}

function gap(board: Board, rule: Rule, subject: string, cards: readonly CardId[], values: Readonly<Record<string, string>>): Gap {
  const base = {
    id: `${rule.id}:${subject}`,
    rule: rule.id,
    level: rule.level,
    text: fill(rule.text[board.language], values),
    mend: rule.mend[board.language],
    cards,
  }
  return rule.decision ? { ...base, decision: fill(rule.decision[board.language], values) } : base
}
