import { MouseSensor, TouchSensor, type MouseSensorOptions, type TouchSensorOptions } from '@dnd-kit/core'
import { PHONE } from '../hooks/use-media.ts'

/** The card that a press would pick up; none where one writes or chooses, or where it may not be moved. A chip that is pressed and moved takes its card along. */
export function draggableCard(target: EventTarget | null): HTMLElement | null {
  if (!(target instanceof Element) || target.closest('input, textarea, select, a, [data-no-drag]')) return null
  // The innermost card: a card in a stack that may not be moved does not take the stack along.
  const card = target.closest<HTMLElement>('[data-card]')
  return card?.dataset['fixed'] === undefined ? card : null
}

export class CardMouseSensor extends MouseSensor {
  static override activators = [
    {
      eventName: 'onMouseDown' as const,
      handler: ({ nativeEvent: event }: { nativeEvent: MouseEvent }, options: MouseSensorOptions): boolean => {
        if (event.button !== 0 || !draggableCard(event.target)) return false
        options.onActivation?.({ event })
        return true
      },
    },
  ]
}

const AT_ONCE = { distance: 3 }

/** By its handle a card moves at once. Elsewhere on it a finger scrolls; where the screen is large, one that rests picks it up. */
export class CardTouchSensor extends TouchSensor {
  constructor(props: ConstructorParameters<typeof TouchSensor>[0]) {
    super(isHandle(props.event.target) ? { ...props, options: { ...props.options, activationConstraint: AT_ONCE } } : props)
  }

  static override activators = [
    {
      eventName: 'onTouchStart' as const,
      handler: ({ nativeEvent: event }: { nativeEvent: TouchEvent }, options: TouchSensorOptions): boolean => {
        if (event.touches.length > 1 || !draggableCard(event.target)) return false
        if (!isHandle(event.target) && window.matchMedia(PHONE).matches) return false
        options.onActivation?.({ event })
        return true
      },
    },
  ]
}

function isHandle(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[data-handle]') !== null
}

/** Where a pointer is; for touch the coordinates are on the finger. */
export function pointOf(event: Event): { x: number; y: number } | null {
  if (event instanceof MouseEvent) return { x: event.clientX, y: event.clientY }
  if (typeof TouchEvent !== 'undefined' && event instanceof TouchEvent) {
    const finger = event.touches[0] ?? event.changedTouches[0]
    return finger ? { x: finger.clientX, y: finger.clientY } : null
  }
  return null
}
