import { useBoard } from '../board/board-context.ts'
import { useFinding } from './filter-context.ts'

/** How many cards of the board are looked for; null while all are. */
export function useHits(): { readonly hits: number; readonly total: number } | null {
  const { test } = useFinding()
  const counted = useBoard((state) => {
    if (test === null) return null
    let hits = 0
    let total = 0
    for (const ids of state.idsOfKind.values()) {
      total += ids.length
      for (const id of ids) if (test(state, id)) hits++
    }
    return `${hits} ${total}`
  })
  if (counted === null) return null
  const [hits = 0, total = 0] = counted.split(' ').map(Number)
  return { hits, total }
}
