import type { CardId } from '../../model/ids.ts'
import type { Stop } from './carry-stops.ts'
import type { DropTarget } from './drag-store.ts'
import { cardsOf, slotTop } from './find-target.ts'

/** What shows where the card would land: a line, or a ring around a lane that has no places. */
export function carryTarget(stop: Stop, index: number, id: CardId): DropTarget {
  const column = document.querySelector<HTMLElement>(`[data-column="${stop.column}"]`)
  const whole = column?.querySelector<HTMLElement>('[data-list]')
  const origin = whole?.getBoundingClientRect().top ?? 0
  const lane = stop.sorts
    ? [...(column?.querySelectorAll<HTMLElement>('[data-lane]') ?? [])].find(
        (element) => element.dataset['lane'] === stop.sorts?.lane.value,
      )
    : undefined
  if (lane && stop.sorts && stop.sorts.question.of !== undefined) {
    const { top, height } = lane.getBoundingClientRect()
    return { kind: 'lane', column: stop.column, lane: stop.sorts.lane, top: top - origin, height }
  }
  const list =
    stop.column === stop.in
      ? (lane?.querySelector<HTMLElement>('[data-lane-list]') ?? whole)
      : column?.querySelector<HTMLElement>(`[data-chain="${stop.in}"] [data-chain-list]`)
  const own = list ? cardsOf(list).findIndex((element) => element.dataset['card'] === id) : -1
  const visual = own >= 0 && index > own ? index + 1 : index
  return { kind: 'slot', column: stop.column, after: null, top: list ? slotTop(list, visual, origin) : 0 }
}
