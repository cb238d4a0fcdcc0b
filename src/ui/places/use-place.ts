import { createContext, use, useCallback } from 'react'
import { useRoute } from 'wouter'
import { useOpenBoard, useTemplate } from '../board/board-context.ts'
import { placesOf, type BoardPlace } from './places.ts'

/** The place that the address names; null for the board itself. */
export function usePlace(): BoardPlace | null {
  const template = useTemplate()
  const [, parts] = useRoute('/b/:id/:place?')
  return placesOf(template).find((place) => place.id === parts?.place) ?? null
}

/** The address of a window for the wall; it is no place among the others, for it has no way on. */
export function useIsProjector(): boolean {
  const [, parts] = useRoute('/b/:id/:place?')
  return parts?.place === 'projector'
}

export function usePlaceHref(): (id: string | null) => string {
  const { board } = useOpenBoard().entry
  return useCallback((id) => (id === null ? `/b/${board}` : `/b/${board}/${id}`), [board])
}

/** True once somebody has gone from one place to another. */
export const ArrivedContext = createContext(false)

/** For the heading of a place: who goes there arrives at it. */
export function useArrival(): (heading: HTMLElement | null) => void {
  const arrived = use(ArrivedContext)
  return useCallback(
    (heading) => {
      if (arrived) heading?.focus({ preventScroll: true })
    },
    [arrived],
  )
}
