import { useEffect, useMemo, useRef, type DOMAttributes, type PointerEvent } from 'react'

/** What has a use of its own for a finger that moves. */
const OWN = 'input, textarea, select, [contenteditable], [data-handle]'
/** A browser's own way back and forth begins at the edge. */
const EDGE_PX = 20
const SLOP_PX = 10
/** Who rests first wants to select a text or to pick something up. */
const REST_MS = 220
const FAR_PX = 56
const STEEP = 2

interface Finger {
  readonly id: number
  readonly x: number
  readonly y: number
  readonly at: number
  readonly sideways: boolean
}

/** A finger that goes sideways at once. What goes up or down scrolls: the browser takes it, and the pointer is cancelled. */
export function useSwipe(onSwipe: (step: 1 | -1) => void): DOMAttributes<HTMLElement> {
  const finger = useRef<Finger | null>(null)
  const newest = useRef(onSwipe)
  useEffect(() => {
    newest.current = onSwipe
  })
  return useMemo(() => {
    const end = (): void => {
      finger.current = null
    }
    const at = (event: PointerEvent): { known: Finger; dx: number; dy: number } | null => {
      const known = finger.current
      if (!known || known.id !== event.pointerId) return null
      if (document.body.dataset['dragging'] === undefined) return { known, dx: event.clientX - known.x, dy: event.clientY - known.y }
      end()
      return null
    }
    return {
      onPointerDown: (event) => {
        const { pointerType, isPrimary, pointerId: id, clientX: x, clientY: y, timeStamp, target } = event
        const isEdge = x < EDGE_PX || x > window.innerWidth - EDGE_PX
        const isFree = target instanceof Element && !target.closest(OWN) && !scrollsSideways(target, event.currentTarget)
        finger.current = pointerType === 'touch' && isPrimary && !isEdge && isFree ? { id, x, y, at: timeStamp, sideways: false } : null
      },
      onPointerMove: (event) => {
        const now = at(event)
        if (!now || now.known.sideways || Math.hypot(now.dx, now.dy) < SLOP_PX) return
        const isLate = event.timeStamp - now.known.at > REST_MS
        finger.current = isLate || !isFlat(now.dx, now.dy) ? null : { ...now.known, sideways: true }
      },
      onPointerUp: (event) => {
        const now = at(event)
        end()
        if (!now?.known.sideways || Math.abs(now.dx) < FAR_PX || !isFlat(now.dx, now.dy)) return
        if (window.getSelection()?.isCollapsed === false) return
        newest.current(now.dx < 0 ? 1 : -1)
      },
      onPointerCancel: end,
    }
  }, [])
}

function isFlat(dx: number, dy: number): boolean {
  return Math.abs(dx) > STEEP * Math.abs(dy)
}

function scrollsSideways(from: Element, upTo: Element): boolean {
  for (let element: Element | null = from; element && element !== upTo; element = element.parentElement) {
    if (element.scrollWidth > element.clientWidth + 1 && /auto|scroll/.test(getComputedStyle(element).overflowX)) return true
  }
  return false
}
