import { useEffect, useState, type ReactNode } from 'react'
import { createStore } from 'zustand/vanilla'

interface Announcement {
  readonly text: string
  readonly nth: number
}

const spoken = createStore<Announcement>(() => ({ text: '', nth: 0 }))

/** Says something to a screen reader. The newest sentence within a moment wins. */
export function announce(text: string): void {
  spoken.setState((state) => ({ text, nth: state.nth + 1 }))
}

const SETTLE_MS = 100

/** The one live region for what a person does. */
export function Announcer(): ReactNode {
  const [said, setSaid] = useState<Announcement>({ text: '', nth: 0 })
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const stop = spoken.subscribe((state) => {
      clearTimeout(timer)
      timer = setTimeout(() => setSaid(state), SETTLE_MS)
    })
    return () => {
      stop()
      clearTimeout(timer)
    }
  }, [])
  return (
    <div className="visually-hidden" role="status" aria-live="assertive" data-testid="announcer">
      {/* A repeated sentence is spoken again only when its text differs. */}
      {said.text + (said.nth % 2 === 0 ? '' : '\u200b')}
    </div>
  )
}
