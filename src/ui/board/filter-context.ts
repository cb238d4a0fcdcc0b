import { createContext, use } from 'react'
import type { CardId } from '../../model/ids.ts'
import { cardIdsIn } from '../../sync/board-store.ts'
import { useBoard, useBoardLanguage } from './board-context.ts'

/** What is searched for on the board; empty shows everything. */
export interface Filter {
  readonly text: string
  readonly setText: (text: string) => void
}

export const FilterContext = createContext<Filter>({ text: '', setText: () => undefined })

/** The cards of a list that contain every word of the search, or the list itself. */
export function useFiltered(ids: readonly CardId[]): readonly CardId[] {
  const { text } = use(FilterContext)
  const language = useBoardLanguage()
  const words = text.toLocaleLowerCase(language).split(/\s+/).filter(Boolean)
  const joined = useBoard((state) => {
    if (words.length === 0) return null
    return ids
      .filter((id) => {
        const has = (card: string): boolean => {
          const own = state.cards.get(card)?.text.toLocaleLowerCase(language) ?? ''
          return words.every((word) => own.includes(word))
        }
        // A card that holds others is found by what lies in it.
        return has(id) || cardIdsIn(state, id).some(has)
      })
      .join(' ')
  })
  if (joined === null) return ids
  return joined === '' ? [] : (joined.split(' ') as CardId[])
}
