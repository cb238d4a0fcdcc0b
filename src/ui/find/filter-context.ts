import { createContext, use } from 'react'
import type { CardId } from '../../model/ids.ts'
import { cardIdsIn } from '../../sync/board-store.ts'
import { useBoard } from '../board/board-context.ts'
import { useEditedCard } from '../card/editing.ts'
import { EVERYTHING, type CardTest, type Filter } from './filter.ts'

interface Finding {
  readonly filter: Filter
  readonly change: (part: Partial<Filter>) => void
  /** Null while everything is shown. */
  readonly test: CardTest | null
}

export const FilterContext = createContext<Finding>({ filter: EVERYTHING, change: () => undefined, test: null })

export function useFinding(): Finding {
  return use(FilterContext)
}

/** The cards of a list that are looked for, or the list itself. The one that is written in stays whatever it says by now. */
export function useFiltered(ids: readonly CardId[]): readonly CardId[] {
  const { test } = useFinding()
  const edited = useEditedCard(test !== null)
  const joined = useBoard((state) => {
    if (test === null) return null
    const isShown = (id: string): boolean => id === edited || test(state, id)
    // A card that holds others is found by what lies in it.
    return ids.filter((id) => isShown(id) || cardIdsIn(state, id).some(isShown)).join(' ')
  })
  if (joined === null) return ids
  return joined === '' ? [] : (joined.split(' ') as CardId[])
}
