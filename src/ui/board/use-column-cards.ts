import type { CardId, QuestionId } from '../../model/ids.ts'
import type { Question } from '../../model/template.ts'
import { cardIdsIn } from '../../sync/board-store.ts'
import { useBoard, useTemplate } from './board-context.ts'

const NO_CARDS: readonly CardId[] = []

export function useQuestion(id: QuestionId): Question | undefined {
  return useTemplate().questions.find((question) => question.id === id)
}

/** How many cards lie in a list: a stack counts as what lies in it. */
export function useCardCount(ids: readonly CardId[]): number {
  const { stack } = useTemplate()
  return useBoard((state) =>
    ids.reduce((sum, id) => sum + (stack !== undefined && state.cards.get(id)?.kind === stack ? cardIdsIn(state, id).length : 1), 0),
  )
}

/** The cards that a column shows: those that lie in it, or every card of the kind that it is about. */
export function useColumnCards(id: QuestionId): readonly CardId[] {
  const of = useQuestion(id)?.of
  return useBoard((state) => (of === undefined ? cardIdsIn(state, id) : (state.idsOfKind.get(of) ?? NO_CARDS)))
}
