import { useEffect, useRef, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import type { Gap } from '../../insight/gap.ts'
import { focused } from '../board/focus.ts'
import { announce } from '../common/announce.tsx'

const buttonsIn = (box: HTMLElement | null): HTMLElement[] => [...(box?.querySelectorAll<HTMLElement>('[data-gap]') ?? [])]

/** Once the gap that was pressed is mended, says so and puts the focus on the next one, unless it has found a place elsewhere. */
export function useMoveOn(box: RefObject<HTMLElement | null>, gaps: readonly Gap[] | undefined, resting: boolean): (gap: Gap) => void {
  const { t } = useTranslation()
  const pressed = useRef<{ readonly id: string; readonly order: readonly string[]; said: boolean } | null>(null)
  useEffect(() => {
    const { current } = pressed
    if (!current || !gaps) return undefined
    const open = gaps.some((gap) => gap.id === current.id)
    if (!open && !current.said) {
      current.said = true
      announce(t('gaps.mended', { count: gaps.length }))
    }
    if (!resting) return undefined
    const frame = requestAnimationFrame(() => {
      if (!open) pressed.current = null
      const holder = focused()
      if (holder && !holder.matches('[role=dialog]')) return
      const here = buttonsIn(box.current)
      const at = current.order.indexOf(current.id)
      const wanted = [...current.order.slice(at), ...current.order.slice(0, at).toReversed()]
      const next = wanted.flatMap((id) => here.find((button) => button.dataset['gap'] === id) ?? [])[0]
      ;(next ?? box.current)?.focus()
    })
    return () => cancelAnimationFrame(frame)
  }, [box, gaps, resting, t])
  return (gap) => {
    pressed.current = { id: gap.id, order: buttonsIn(box.current).map((button) => button.dataset['gap'] ?? ''), said: false }
  }
}
