import { useEffect, useEffectEvent } from 'react'
import { MODAL } from '../../common/modal.ts'

interface WalkKeys {
  readonly next: () => void
  readonly back: () => void
  /** Moves the station itself along the chain. */
  readonly move: (step: -1 | 1) => void
}

const ELSEWHERE = 'input, textarea, select, [role=dialog], [role=menu]'

/** The arrow keys go from station to station and from question to question, with Shift they move the station; letters and digits answer the question where the focus is. */
export function useWalkKeys({ next, back, move }: WalkKeys): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (event.target instanceof Element && event.target.closest(ELSEWHERE)) return
    if (document.querySelector(MODAL)) return
    if (event.shiftKey) {
      if (event.key !== 'ArrowRight' && event.key !== 'ArrowLeft') return
      move(event.key === 'ArrowRight' ? 1 : -1)
    } else if (event.key === 'ArrowRight') next()
    else if (event.key === 'ArrowLeft') back()
    else if (event.key === 'ArrowDown') focusAsk(1)
    else if (event.key === 'ArrowUp') focusAsk(-1)
    else if (!answer(event.key.toUpperCase())) return
    event.preventDefault()
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => onKey(event)
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
}

function asks(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('[data-ask]')]
}

/** The question with the focus, else the first that is not answered. */
function currentAsk(): HTMLElement | undefined {
  const all = asks()
  return all.find((ask) => ask.contains(document.activeElement)) ?? all.find((ask) => ask.dataset['ask'] === 'blank') ?? all[0]
}

function answer(key: string): boolean {
  const ask = currentAsk()
  const button = [...(ask?.querySelectorAll<HTMLButtonElement>('button[data-keys]') ?? [])].find((known) =>
    known.dataset['keys']?.split(' ').includes(key),
  )
  if (!ask || !button || button.disabled) return false
  if (button.getAttribute('aria-pressed') !== 'true') button.click()
  const all = asks()
  const following = all[all.indexOf(ask) + 1]
  ;(following?.querySelector<HTMLElement>('button[data-keys]') ?? button).focus()
  return true
}

function focusAsk(step: number): void {
  const all = asks()
  const at = all.findIndex((ask) => ask.contains(document.activeElement))
  const to = all[at < 0 ? 0 : at + step]
  if (to) to.querySelector<HTMLElement>('button[data-keys]')?.focus()
  else if (step > 0) document.querySelector<HTMLElement>('[data-handover] textarea')?.focus()
}
