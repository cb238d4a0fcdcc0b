import { useStore } from 'zustand'
import type { Votes } from '../../model/board.ts'
import type { CardId, QuestionId } from '../../model/ids.ts'
import { isInScope, votesOf, type VoteResult } from '../../model/rounds.ts'
import type { Mine } from '../../protocol/messages.ts'
import type { View } from '../../protocol/view.ts'
import { questionOf } from '../../sync/board-store.ts'
import { useBoard, useConnection, useView } from '../board/board-context.ts'

/** Select a primitive or a stored reference, as with `useView`. */
export function useMine<T>(select: (mine: Mine) => T): T {
  return useStore(useConnection().frame, (state) => select(state.mine))
}

/** The silent writing that a question takes part in. */
export function useSilence(question: QuestionId): View['rounds']['silence'] {
  return useView((view) => {
    const silence = view?.rounds.silence ?? null
    return silence?.questions.includes(question) ? silence : null
  })
}

/** What is written for this question now is seen by its author alone. */
export function useIsSilent(question: QuestionId): boolean {
  return useSilence(question)?.writing ?? false
}

/** A card that takes part in the open vote, as far as this person may vote. */
export function useIsVotable(id: CardId): boolean {
  const question = useBoard((state) => questionOf(state, id) ?? '')
  const kind = useBoard((state) => state.cards.get(id)?.kind ?? '')
  return useView((view) => {
    const voting = view?.rounds.voting
    return voting ? view.me.role !== 'viewer' && isInScope(voting, { question, kind }) : false
  })
}

const totals = new WeakMap<readonly VoteResult[], Votes>()

/** Totals by card, counted once for each state of the results. */
function totalsOf(results: readonly VoteResult[]): Votes {
  const known = totals.get(results) ?? votesOf(results)
  totals.set(results, known)
  return known
}

/** What the newest vote counted for a card. */
export function useTotal(id: CardId): number {
  return useView((view) => (view ? (totalsOf(view.rounds.results)[id] ?? 0) : 0))
}

/** People vote about cards of this question. */
export function useIsVoting(question: QuestionId): boolean {
  return useView((view) => view?.rounds.voting?.questions.includes(question) ?? false)
}
