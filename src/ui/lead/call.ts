import { useCallback } from 'react'
import { useConnection } from '../board/board-context.ts'
import { usePlace } from '../places/use-place.ts'
import { useCommand } from './use-command.ts'

/** The column that this person has touched last: the "here" of "bring everyone here". */
let touched: string | null = null
/** Who calls stands there already. */
let isOwn = false

export function noteOwnCall(): void {
  isOwn = true
}

/** Whether the call that comes in is this browser's own; asked once for each. */
export function takeOwnCall(): boolean {
  const own = isOwn
  isOwn = false
  return own
}

/** Remembers what is touched, until the board is left. */
export function watchTouch(): () => void {
  const note = (event: Event): void => {
    const column = event.target instanceof Element ? event.target.closest<HTMLElement>('section[data-column]') : null
    touched = column?.dataset['column'] ?? touched
  }
  const events = ['pointerdown', 'focusin'] as const
  for (const name of events) document.addEventListener(name, note, true)
  return () => {
    touched = null
    for (const name of events) document.removeEventListener(name, note, true)
  }
}

/** Calls everybody to where this person is. */
export function useCallHere(): () => void {
  const place = usePlace()
  const { frame } = useConnection()
  const command = useCommand()
  return useCallback(() => {
    const open = [...document.querySelectorAll<HTMLElement>('main section[data-column]')].flatMap(
      (column) => column.dataset['column'] ?? [],
    )
    const only = open.length === 1 ? open[0] : open.find((id) => id === touched)
    const question = frame.getState().view?.questions.find(({ id }) => id === only)?.id ?? null
    noteOwnCall()
    command({ type: 'call-everyone', question: place ? null : question, card: null, screen: place?.id ?? 'board' })
  }, [place, frame, command])
}
