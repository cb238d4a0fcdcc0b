import { useEffect, useEffectEvent, useState } from 'react'
import { useMedia } from '../../hooks/use-media.ts'

/** Long enough to read a page from the last row. */
const PAGE_MS = 14_000

interface Tour {
  readonly at: number
  readonly page: number
  readonly pages: number
  readonly isPaused: boolean
  readonly setPages: (pages: number) => void
  readonly next: () => void
  readonly back: () => void
  readonly toggle: () => void
}

/** Turns the pages of several questions by itself, round and round. Who asked for less motion turns them by hand. */
export function useTour(count: number): Tour {
  const calm = useMedia('(prefers-reduced-motion: reduce)')
  const [step, setStep] = useState({ at: 0, page: 0 })
  const [pages, setPages] = useState(1)
  const [paused, setPaused] = useState<boolean | null>(null)
  const isPaused = paused ?? calm
  const at = Math.min(step.at, Math.max(0, count - 1))
  const page = Math.min(step.page, pages - 1)
  const next = (): void => setStep(page + 1 < pages ? { at, page: page + 1 } : { at: (at + 1) % Math.max(1, count), page: 0 })
  const back = (): void => setStep(page > 0 ? { at, page: page - 1 } : { at: (at - 1 + count) % Math.max(1, count), page: 0 })
  const toggle = (): void => setPaused(!isPaused)
  const turn = useEffectEvent(next)
  const moves = !isPaused && (count > 1 || pages > 1)
  useEffect(() => {
    if (!moves) return undefined
    const timer = setTimeout(turn, PAGE_MS)
    return () => clearTimeout(timer)
  }, [moves, at, page])
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'ArrowRight' || event.key === 'PageDown') next()
    else if (event.key === 'ArrowLeft' || event.key === 'PageUp') back()
    else if (event.key === ' ' && !(event.target instanceof HTMLButtonElement)) toggle()
    else return
    event.preventDefault()
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => onKey(event)
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
  return { at, page, pages, isPaused, setPages, next, back, toggle }
}
