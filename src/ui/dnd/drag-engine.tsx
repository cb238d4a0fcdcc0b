import { DndContext, useDraggable, useSensor, useSensors, type DragStartEvent } from '@dnd-kit/core'
import { useCallback, useEffect, useLayoutEffect, useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { BIN } from '../../model/card.ts'
import type { CardId } from '../../model/ids.ts'
import { useConnection, useTemplate } from '../board/board-context.ts'
import { loadMany } from '../board/lazy-parts.ts'
import { shortText, useActions } from '../board/use-actions.ts'
import { toast } from '../common/toasts.tsx'
import { tickedWith } from '../many/ticks.ts'
import { useMany } from '../many/use-many.ts'
import { DroppableLists } from './droppable-lists.tsx'
import { sameTarget, useDragStore, type DropTarget } from './drag-store.ts'
import { DragGhost } from './drag-ghost.tsx'
import { findTarget } from './find-target.ts'
import { afterNextPaint, lightUp } from './light-up.ts'
import { CardMouseSensor, CardTouchSensor, draggableCard, pointOf } from './sensors.ts'
import { slotIndex } from './slot-index.ts'
import { useDropRules } from './use-drop-rules.ts'

const BOARD = 'board'
/** dnd-kit's `AutoScrollActivator.Pointer`: the pointer at an edge scrolls, not the ghost's outline. */
const AUTO_SCROLL = { activator: 0 }
const MOUSE = { activationConstraint: { distance: 5 } }
/** A pointer that rests on a card of the same kind offers to stack the two. */
const REST_MS = 600
const REST_PX = 6
const TOUCH = { activationConstraint: { delay: 250, tolerance: 8 } }
/** The only droppables are the lists, and only for scrolling at an edge; targets are found by one hit test. */
const SILENT = {
  announcements: { onDragStart: () => undefined, onDragOver: () => undefined, onDragEnd: () => undefined, onDragCancel: () => undefined },
  screenReaderInstructions: { draggable: '' },
}

export type Listeners = ReturnType<typeof useDraggable>['listeners']

interface DragEngineProps {
  readonly surface: HTMLElement | null
  readonly onListeners: (listeners: Listeners) => void
}

/** Picks cards up, aims and drops. It stands beside the cards, and comes after them: nobody drags before something is painted. */
export function DragEngine({ surface, onListeners }: DragEngineProps): ReactNode {
  const store = useDragStore()
  const connection = useConnection()
  const actions = useActions()
  const rules = useDropRules()
  const template = useTemplate()
  const many = useMany()
  const { t } = useTranslation()
  const point = useRef({ x: 0, y: 0 })
  const isAtRest = useRef(false)
  const [grabbed, setGrabbed] = useState<{ element: HTMLElement; id: CardId } | null>(null)
  const sensors = useSensors(useSensor(CardMouseSensor, MOUSE), useSensor(CardTouchSensor, TOUCH))

  const aim = useCallback(() => {
    const { active, target } = store.getState()
    const card = active === null ? undefined : connection.board.getState().cards.get(active)
    const restsOn = (onto: CardId): boolean => isAtRest.current || (target?.kind === 'stack' && target.card === onto)
    const next: DropTarget | null = card ? findTarget(point.current, card, rules, restsOn) : null
    if (!sameTarget(target, next)) store.setState({ target: next })
  }, [connection, rules, store])

  useEffect(() => {
    if (!grabbed) return undefined
    let frame = 0
    const soon = (): void => {
      frame ||= requestAnimationFrame(() => {
        frame = 0
        aim()
      })
    }
    let anchor = point.current
    let rest: ReturnType<typeof setTimeout> | undefined
    const onMove = (event: Event): void => {
      point.current = pointOf(event) ?? point.current
      if (Math.hypot(point.current.x - anchor.x, point.current.y - anchor.y) > REST_PX) {
        anchor = point.current
        isAtRest.current = false
        clearTimeout(rest)
        rest = setTimeout(() => {
          isAtRest.current = true
          soon()
        }, REST_MS)
      }
      soon()
    }
    window.addEventListener('mousemove', onMove)
    window.addEventListener('touchmove', onMove)
    document.addEventListener('scroll', soon, true)
    const unmark = markGrabbed(grabbed.element)
    // The lifted card is shown first.
    let dim: () => void = () => undefined
    const tooEarly = afterNextPaint(() => {
      dim = lightUp(rules.takers(grabbed.id))
    })
    return () => {
      cancelAnimationFrame(frame)
      clearTimeout(rest)
      isAtRest.current = false
      window.removeEventListener('mousemove', onMove)
      window.removeEventListener('touchmove', onMove)
      document.removeEventListener('scroll', soon, true)
      unmark()
      tooEarly()
      dim()
    }
  }, [grabbed, aim, rules])

  const start = (event: DragStartEvent): void => {
    const element = draggableCard(event.activatorEvent.target)
    const id = element?.dataset['card'] as CardId | undefined
    if (!element || id === undefined) return
    point.current = pointOf(event.activatorEvent) ?? point.current
    store.setState({ active: id, target: null })
    connection.tell({ drag: id })
    setGrabbed({ element, id })
  }
  const finish = (drop: boolean): void => {
    if (drop) aim()
    const { active, target } = store.getState()
    store.setState({ active: null, target: null })
    connection.tell({ drag: null })
    setGrabbed(null)
    if (!drop || active === null) return
    const card = connection.board.getState().cards.get(active)
    if (!card || card.place.in === BIN) {
      toast(t('say.gone', { text: shortText(card, t('card.empty')) }))
      return
    }
    if (!target) {
      refuse(active)
      return
    }
    const ids = tickedWith(active)
    if (target.kind === 'stack' || ids.length > 1) void loadMany().then(({ dropMany }) => dropMany(many, ids, target))
    else if (target.kind === 'slot' || target.kind === 'lane') {
      const index = target.kind === 'slot' ? slotIndex(connection.board.getState(), [active], target) : undefined
      const question = target.lane && template.questions.find((known) => known.id === target.column)
      if (target.lane && question) actions.toLane(active, question, target.lane, index)
      else if (target.kind === 'slot') actions.move(active, { in: target.inside ?? target.column, index: index ?? 0 })
    } else if (target.reversed) actions.link(target.relation, target.card, active)
    else actions.link(target.relation, active, target.card)
  }
  const refuse = (id: CardId): void => {
    if (!document.elementFromPoint(point.current.x, point.current.y)?.closest('[data-column]')) return
    toast(t('say.cannot', { text: shortText(connection.board.getState().cards.get(id), t('card.empty')) }))
  }
  return (
    <DndContext
      sensors={sensors}
      autoScroll={AUTO_SCROLL}
      accessibility={SILENT}
      onDragStart={start}
      onDragEnd={() => finish(true)}
      onDragCancel={() => finish(false)}
    >
      <Surface element={surface} onListeners={onListeners} />
      <DroppableLists />
      {grabbed ? <DragGhost id={grabbed.id} source={grabbed.element} at={point} /> : null}
    </DndContext>
  )
}

/** Fades the card's old place; straight on the element, so that no card renders. */
function markGrabbed(element: HTMLElement): () => void {
  element.dataset['grabbed'] = 'true'
  return () => {
    delete element.dataset['grabbed']
  }
}

/** Makes the board dnd-kit's one draggable, from outside of it. */
function Surface({
  element,
  onListeners,
}: {
  readonly element: HTMLElement | null
  readonly onListeners: (listeners: Listeners) => void
}): ReactNode {
  const { setNodeRef, listeners } = useDraggable({ id: BOARD })
  useLayoutEffect(() => setNodeRef(element), [setNodeRef, element])
  useLayoutEffect(() => onListeners(listeners), [onListeners, listeners])
  return null
}
