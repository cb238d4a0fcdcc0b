import { useStore } from 'zustand'
import type { QuestionId } from '../../model/ids.ts'
import type { Mine } from '../../protocol/messages.ts'
import type { View } from '../../protocol/view.ts'
import { useConnection, useView } from '../board/board-context.ts'

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
