import { Suspense, useEffect, type ReactNode } from 'react'
import { GapPanel } from '../board/lazy-parts.ts'
import { MODAL } from '../common/modal.ts'
import { showGaps, useGaps, useGapStore } from './gap-store.ts'

/** Where the panel stands when it is asked for: by the meter, by its chips, or by Alt+W. */
export function GapPlace({ resting, covered }: { readonly resting: boolean; readonly covered: boolean }): ReactNode {
  const store = useGapStore()
  const shown = useGaps((state) => state.shown !== null)
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (!event.altKey || event.code !== 'KeyW' || event.ctrlKey || event.metaKey || event.shiftKey) return
      if (document.querySelector(MODAL)) return
      event.preventDefault()
      if (document.activeElement?.closest('[data-gaps]')) store.setState({ shown: null })
      else showGaps(store)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [store])
  if (!shown) return null
  return (
    <Suspense>
      <GapPanel resting={resting} covered={covered} />
    </Suspense>
  )
}
