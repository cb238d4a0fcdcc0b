import { useEffect, useLayoutEffect, useRef, type ReactNode, type RefObject } from 'react'
import { createPortal } from 'react-dom'
import type { CardId } from '../../model/ids.ts'
import { useBoard } from '../board/board-context.ts'
import { CardFace } from '../card/card-face.tsx'
import { tickedWith } from '../many/ticks.ts'
import styles from './dnd.module.css'
import { pointOf } from './sensors.ts'

interface DragGhostProps {
  readonly id: CardId
  readonly source: HTMLElement
  readonly at: RefObject<{ x: number; y: number }>
}

/** The lifted card. It follows the pointer by a transform of its own: nothing renders while it moves. */
export function DragGhost({ id, source, at }: DragGhostProps): ReactNode {
  const card = useBoard((state) => state.cards.get(id))
  const box = useRef<HTMLDivElement>(null)
  const grip = useRef({ x: 0, y: 0 })

  useLayoutEffect(() => {
    const rect = source.getBoundingClientRect()
    grip.current = { x: at.current.x - rect.left, y: Math.min(at.current.y - rect.top, 40) }
    if (!box.current) return
    box.current.style.width = `${Math.min(rect.width, 300)}px`
    place(box.current, at.current, grip.current)
  }, [source, at])

  useEffect(() => {
    const onMove = (event: Event): void => {
      const point = pointOf(event)
      if (point && box.current) place(box.current, point, grip.current)
    }
    window.addEventListener('mousemove', onMove)
    window.addEventListener('touchmove', onMove)
    return () => {
      window.removeEventListener('mousemove', onMove)
      window.removeEventListener('touchmove', onMove)
    }
  }, [])

  if (!card) return null
  const count = tickedWith(id).length
  return createPortal(
    <div ref={box} className={styles['ghost']} aria-hidden>
      <CardFace card={card} />
      {count > 1 ? <span className={styles['many']}>{count}</span> : null}
    </div>,
    document.body,
  )
}

function place(box: HTMLElement, point: { x: number; y: number }, grip: { x: number; y: number }): void {
  box.style.transform = `translate(${Math.round(point.x - grip.x)}px, ${Math.round(point.y - grip.y)}px) rotate(-1.5deg)`
}
