import type { Board } from '../model/board.ts'
import type { QuestionId } from '../model/ids.ts'
import type { Gap } from './gap.ts'
import type { Graph } from './graph.ts'

/** The question that each gap belongs to, by the gap's id: the one that asks for what is missing, else the one where its card lies. */
export function questionsOfGaps(board: Board, graph: Graph, gaps: readonly Gap[]): ReadonlyMap<string, QuestionId> {
  const here = new Set(board.questions.map((question) => question.id))
  const asked = board.template.questions.filter((question) => here.has(question.id))
  const found = new Map<string, QuestionId>()
  for (const gap of gaps) {
    const question = gap.question ?? askedIn(asked, graph, gap) ?? homeOf(graph, gap)
    if (question !== undefined) found.set(gap.id, question)
  }
  return found
}

function askedIn(questions: Board['template']['questions'], graph: Graph, { mendAt }: Gap): QuestionId | undefined {
  if (mendAt.what === 'pick' || mendAt.what === 'choose') return questions.find((question) => question.relation === mendAt.relation)?.id
  if (mendAt.what !== 'fill') return undefined
  const kind = graph.cards.get(mendAt.card)?.kind
  return questions.find(
    (question) =>
      question.of !== undefined &&
      question.of === kind &&
      (question.field === mendAt.field || question.fields?.includes(mendAt.field) === true),
  )?.id
}

function homeOf(graph: Graph, gap: Gap): QuestionId | undefined {
  const [card] = gap.cards
  return card === undefined ? undefined : graph.home.get(card)
}

/** How many gaps belong to each question. */
export function countByQuestion(questionOf: ReadonlyMap<string, QuestionId>): ReadonlyMap<QuestionId, number> {
  const counts = new Map<QuestionId, number>()
  for (const question of questionOf.values()) counts.set(question, (counts.get(question) ?? 0) + 1)
  return counts
}
