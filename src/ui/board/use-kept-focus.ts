import { useLayoutEffect, useMemo, useRef, type FocusEvent } from 'react'
import { cardAround, focused, focusInsteadOf } from './focus.ts'

interface FocusHandlers {
  readonly onFocus: (event: FocusEvent) => void
  readonly onBlur: () => void
}

/** Keeps the focus in a list when the card that has it leaves, whoever took it away. */
export function useKeptFocus(column: string, ids: readonly string[]): FocusHandlers {
  const at = useRef<string | null>(null)
  const before = useRef(ids)
  useLayoutEffect(() => {
    const old = before.current
    before.current = ids
    const lost = at.current
    if (lost === null || ids.includes(lost) || !old.includes(lost) || focused()) return
    focusInsteadOf(lost, old, column)
  }, [column, ids])
  // Removing an element while React commits tells it no blur, so that the card is still known afterwards.
  return useMemo(
    () => ({
      onFocus: (event) => {
        at.current = cardAround(event.target)?.dataset['card'] ?? null
      },
      onBlur: () => {
        at.current = null
      },
    }),
    [],
  )
}
