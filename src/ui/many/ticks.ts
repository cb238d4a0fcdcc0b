import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { CardId } from '../../model/ids.ts'
import { cardAround } from '../board/focus.ts'

interface Ticks {
  readonly ids: ReadonlySet<CardId>
  /** Where a range starts. */
  readonly from: CardId | null
}

const NOTHING: Ticks = { ids: new Set(), from: null }
const ticks = createStore<Ticks>(() => NOTHING)

/** A tick renders its card and no other. */
export function useIsTicked(id: CardId): boolean {
  return useStore(ticks, (state) => state.ids.has(id))
}

export function useTicked(): ReadonlySet<CardId> {
  return useStore(ticks, (state) => state.ids)
}

export function useAnyTicked(): boolean {
  return useStore(ticks, (state) => state.ids.size > 0)
}

export function isTicked(id: CardId): boolean {
  return ticks.getState().ids.has(id)
}

/** What acts on a card acts on all that are ticked, when it is one of them. */
export function tickedWith(id: CardId): readonly CardId[] {
  const { ids } = ticks.getState()
  return ids.has(id) ? [...ids] : [id]
}

export function toggleTick(id: CardId): void {
  const ids = new Set(ticks.getState().ids)
  if (!ids.delete(id)) ids.add(id)
  ticks.setState({ ids, from: id })
}

export function clearTicks(): void {
  ticks.setState(NOTHING)
}

/** Ticks the cards of a list from the last one that was ticked to this one. */
export function tickRange(to: HTMLElement): void {
  const id = to.dataset['card'] as CardId
  const list = [...(to.parentElement?.children ?? [])].filter(
    (item): item is HTMLElement => item instanceof HTMLElement && item.dataset['card'] !== undefined,
  )
  const { ids, from } = ticks.getState()
  const start = list.findIndex((item) => item.dataset['card'] === from)
  const end = list.indexOf(to)
  if (start < 0) return toggleTick(id)
  const range = list.slice(Math.min(start, end), Math.max(start, end) + 1).filter(isTickable)
  ticks.setState({ ids: new Set([...ids, ...range.map((item) => item.dataset['card'] as CardId)]), from: id })
}

const OWN_USE = 'button, a, input, textarea, select, [role=menu], [role=dialog]'

/** Ctrl or Cmd with a click ticks a card, Shift a row of them; once one is ticked, a click is enough. */
export function tickByClick(
  event: Pick<MouseEvent, 'target' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'preventDefault' | 'stopPropagation'>,
): void {
  const target = event.target instanceof Element ? event.target : null
  const card = target?.closest(OWN_USE) ? null : cardAround(target)
  const isAsked = event.ctrlKey || event.metaKey || event.shiftKey
  if (!card || !isTickable(card) || !(isAsked || ticks.getState().ids.size > 0)) return
  event.preventDefault()
  event.stopPropagation()
  if (event.shiftKey) tickRange(card)
  else toggleTick(card.dataset['card'] as CardId)
}

/** A card that may not be changed has nothing to be ticked for. */
function isTickable(card: HTMLElement): boolean {
  return card.dataset['fixed'] === undefined
}
