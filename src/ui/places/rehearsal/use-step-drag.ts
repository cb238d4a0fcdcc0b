import { useEffect, useRef, useState, type PointerEvent as ReactPointerEvent, type RefObject } from 'react'

interface Drag {
  readonly card: string
  /** How many of the other steps are before it. */
  readonly slot: number
}

interface StepDrag {
  readonly drag: Drag | null
  readonly onPointerDown: (event: ReactPointerEvent) => void
}

const START_PX = 5
/** Nearer than this to an end, the line scrolls. */
const EDGE_PX = 40
const SCROLL_PX = 14

/** Drags a step along the line by mouse or pen. A finger swipes the line: it has the buttons of the station. */
export function useStepDrag(list: RefObject<HTMLElement | null>, canDrag: boolean, onDrop: (card: string, slot: number) => void): StepDrag {
  const [drag, setDrag] = useState<Drag | null>(null)
  const stop = useRef<(() => void) | null>(null)
  useEffect(() => () => stop.current?.(), [])

  const onPointerDown = (event: ReactPointerEvent): void => {
    const card = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-station]')?.dataset['station'] : undefined
    if (!canDrag || event.button !== 0 || event.pointerType === 'touch' || card === undefined) return
    const from = event.clientX
    let current: Drag | null = null
    const show = (next: Drag | null): void => {
      current = next
      setDrag((old) => (old?.card === next?.card && old?.slot === next?.slot ? old : next))
    }
    const onMove = ({ clientX }: PointerEvent): void => {
      if (!current && Math.abs(clientX - from) < START_PX) return
      scrollAtEnds(list.current, clientX)
      show({ card, slot: slotAt(list.current, card, clientX) })
    }
    const end = (): void => {
      window.removeEventListener('pointermove', onMove)
      window.removeEventListener('pointerup', onUp)
      window.removeEventListener('pointercancel', end)
      window.removeEventListener('keydown', onKey, true)
      stop.current = null
      show(null)
    }
    const onUp = (): void => {
      const dropped = current
      end()
      if (!dropped) return
      swallowClick()
      onDrop(dropped.card, dropped.slot)
    }
    const onKey = (key: KeyboardEvent): void => {
      if (key.key !== 'Escape' || !current) return
      key.stopPropagation()
      swallowClick()
      end()
    }
    window.addEventListener('pointermove', onMove)
    window.addEventListener('pointerup', onUp)
    window.addEventListener('pointercancel', end)
    window.addEventListener('keydown', onKey, true)
    stop.current = end
  }
  return { drag, onPointerDown }
}

function slotAt(list: HTMLElement | null, dragged: string, x: number): number {
  const others = [...(list?.querySelectorAll<HTMLElement>('[data-station]') ?? [])].filter((step) => step.dataset['station'] !== dragged)
  return others.filter((step) => {
    const { left, right } = step.getBoundingClientRect()
    return (left + right) / 2 < x
  }).length
}

function scrollAtEnds(list: HTMLElement | null, x: number): void {
  if (!list) return
  const { left, right } = list.getBoundingClientRect()
  if (x < left + EDGE_PX) list.scrollLeft -= SCROLL_PX
  else if (x > right - EDGE_PX) list.scrollLeft += SCROLL_PX
}

/** The press that ends a drag is no press on what lies under it. */
function swallowClick(): void {
  const swallow = (event: MouseEvent): void => {
    event.preventDefault()
    event.stopPropagation()
  }
  window.addEventListener('click', swallow, { capture: true, once: true })
  setTimeout(() => window.removeEventListener('click', swallow, true))
}
