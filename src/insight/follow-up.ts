import type { Board, BoardContent } from '../model/board.ts'
import { BY, type Card } from '../model/card.ts'
import type { CardId, QuestionId } from '../model/ids.ts'
import type { Follows } from '../model/follows.ts'
import type { Template } from '../model/template.ts'
import { keysForSlot } from '../model/order.ts'
import { clip } from '../model/text.ts'
import { LIMITS } from '../model/limits.ts'
import { standingOf } from './duties.ts'
import { activeCards, indexBoard, sourcesOf, type Graph } from './graph.ts'
import { formatDay } from './values.ts'

/** How many measures are still to be done, done, and given up. */
export function countStandings(board: Board, graph: Graph): Pick<Follows, 'open' | 'done' | 'dropped'> {
  const counts = { open: 0, done: 0, dropped: 0 }
  for (const measure of activeCards(graph, board.template.plan.measures)) counts[standingOf(board, measure)]++
  return counts
}

/** What a follow-up board begins with: the open measures, who takes them on and answers for them, and what it follows. Nothing of the old board changes. */
export function followUp(
  board: Board,
  day: string,
): { readonly template: Template; readonly content: BoardContent; readonly follows: Follows } {
  const graph = indexBoard(board)
  const { plan } = board.template
  const open = activeCards(graph, plan.measures).filter((measure) => standingOf(board, measure) === 'open')
  const carried = new Set<CardId>(open.map((measure) => measure.id))
  for (const measure of open) for (const holder of holdersOf(board, graph, measure.id)) carried.add(holder)
  const relations = new Set([...plan.doers, ...plan.owners.flat()])
  const measures = new Set(open.map((measure) => measure.id))
  const lying = inColumns(
    board,
    graph,
    [...graph.cards.values()].filter((card) => carried.has(card.id)),
  )
  const first = new Set<string>(lying.filter((card) => measures.has(card.id)).map((card) => card.place.in))
  const questions = board.questions.map((question) => ({ ...question, locked: false }))
  return {
    template: first.size === 0 ? board.template : { ...board.template, questions: opened(board.template.questions, first) },
    content: {
      questions: [...questions.filter(({ id }) => first.has(id)), ...questions.filter(({ id }) => !first.has(id))],
      cards: lying.map((card) => ({
        ...card,
        fields: fieldsOf(board, card, measures.has(card.id), day),
      })),
      links: board.links.filter(({ relation, from, to }) => relations.has(relation) && carried.has(from) && carried.has(to)),
      answers: {},
    },
    follows: { title: board.title, day, ...countStandings(board, graph) },
  }
}

/** What was agreed to do is what the next meeting sees first. */
function opened(questions: Template['questions'], first: ReadonlySet<string>): Template['questions'] {
  return questions.map((question) => ({ ...question, open: first.has(question.id) }))
}

/** All cards on the ways to who takes it on and who answers for it. */
function holdersOf(board: Board, graph: Graph, measure: CardId): ReadonlySet<CardId> {
  const { doers, owners } = board.template.plan
  const found = new Set<CardId>()
  for (const path of [...doers.map((relation) => [relation]), ...owners]) {
    let ends = new Set([measure])
    for (const relation of path) {
      ends = new Set([...ends].flatMap((id) => sourcesOf(graph, id, relation).map((card) => card.id)))
      for (const id of ends) found.add(id)
    }
  }
  return found
}

/** Each in the column in which it was shown, in the same order; without one, in the first that takes its kind. */
function inColumns(board: Board, graph: Graph, cards: readonly Card[]): Card[] {
  const columns = new Map<QuestionId, Card[]>()
  for (const card of cards) {
    const home = graph.home.get(card.id) ?? board.template.questions.find((question) => question.kinds.includes(card.kind))?.id
    const column = home ?? board.questions[0]?.id
    if (column !== undefined) columns.set(column, [...(columns.get(column) ?? []), card])
  }
  return [...columns].flatMap(([column, list]) => {
    const keys = keysForSlot([], 0, list.length)
    return list.map((card, at) => ({ ...card, place: { in: column, order: keys[at] ?? card.place.order } }))
  })
}

/** A measure says from where it comes; one that was carried before says from where first. */
function fieldsOf({ template, title, language }: Board, card: Card, isMeasure: boolean, day: string): Card['fields'] {
  const fields = Object.fromEntries(Object.entries(card.fields).filter(([field]) => field !== BY))
  const carried = template.plan.status?.carried
  if (!isMeasure || carried === undefined || fields[carried] !== undefined) return fields
  return { ...fields, [carried]: clip(`${title}, ${formatDay(day, language)}`, LIMITS.fieldChars) }
}
