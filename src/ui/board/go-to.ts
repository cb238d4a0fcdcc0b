import { useEffect } from 'react'
import { useLocation } from 'wouter'
import { createStore } from 'zustand/vanilla'
import type { CardId, KindId } from '../../model/ids.ts'
import { questionOf, type BoardState } from '../../sync/board-store.ts'
import { setUnfolded } from '../many/unfolded.ts'
import { usePlaceHref } from '../places/use-place.ts'

interface Goal {
  readonly column: string
  /** What is looked for in the column. */
  readonly find: string
  readonly otherwise: () => void
}

const goals = createStore<{ readonly goal: Goal | null }>(() => ({ goal: null }))

const FRAMES_TO_WAIT = 30
const MARKED_MS = 2500

/** Opens a question if it is folded, then brings a place in it into view, with the focus and a mark. */
export function goTo(column: string, find: string, otherwise: () => void = () => undefined): void {
  goals.setState({ goal: { column, find, otherwise } })
}

/** Shows a card on the board: where it can be seen already, else in the question it lies in. `otherwise` when it has no place of its own there, or hides behind a search. */
export function goToCard(state: BoardState, id: CardId, stack: KindId | undefined, otherwise: () => void): void {
  const { cards } = state
  const find = `[data-card="${id}"] article`
  const seen = document.querySelector<HTMLElement>(`[data-column] ${find}`)
  const holder = cards.get(cards.get(id)?.place.in ?? '')
  const isStacked = holder !== undefined && holder.kind === stack
  const home = isStacked ? questionOf(state, id) : cards.get(id)?.place.in
  if (isStacked) setUnfolded(holder.id, true)
  if (seen) arriveAt(seen)
  else if (home === undefined || cards.has(home)) otherwise()
  else goTo(home, find, otherwise)
}

/** Follows what is asked for; it is known above the columns, because a folded one has no cards to ask. */
export function useGoTo(openColumn: (column: string) => void): void {
  useEffect(() => {
    let newest: Goal | null = null
    const go = (): void => {
      const { goal } = goals.getState()
      if (!goal) return
      newest = goal
      goals.setState({ goal: null })
      openColumn(goal.column)
      let left = FRAMES_TO_WAIT
      const look = (): void => {
        if (newest !== goal) return
        const element = document.querySelector<HTMLElement>(`[data-column="${goal.column}"] ${goal.find}`)
        if (element) arriveAt(element)
        else if (left-- > 0) requestAnimationFrame(look)
        else goal.otherwise()
      }
      requestAnimationFrame(look)
    }
    // What was asked for from another place of the board waits for the columns.
    go()
    return goals.subscribe(go)
  }, [openColumn])
}

/** From another place of the board the way leads back to its columns first. */
export function useGoalsOnBoard(elsewhere: boolean): void {
  const [, navigate] = useLocation()
  const hrefOf = usePlaceHref()
  useEffect(() => {
    if (!elsewhere) return undefined
    return goals.subscribe(({ goal }) => goal && navigate(hrefOf(null)))
  }, [elsewhere, navigate, hrefOf])
}

function arriveAt(element: HTMLElement): void {
  element.focus({ preventScroll: true })
  element.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  element.closest('[data-column]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  element.dataset['shown'] = 'true'
  setTimeout(() => delete element.dataset['shown'], MARKED_MS)
}
