import type { TFunction } from 'i18next'
import { BIN } from '../../model/card.ts'
import type { CardId } from '../../model/ids.ts'
import type { Template } from '../../model/template.ts'
import type { Language } from '../../model/text.ts'
import type { BoardConnection } from '../../sync/connect-board.ts'
import { focusCard } from '../board/focus.ts'
import type { Opened } from '../board/screen-context.ts'
import { shortText, type BoardActions } from '../board/use-actions.ts'
import { announce } from '../common/announce.tsx'
import { carryStep } from './carry-step.ts'
import { carryStops, firstPlace, indexAt, type Stop } from './carry-stops.ts'
import { carryTarget } from './carry-target.ts'
import type { DragStore } from './drag-store.ts'
import type { Rules } from './find-target.ts'
import { lightUp } from './light-up.ts'

/** Every other key is left to the browser and the screen reader. */
const CARRY_KEYS = new Set(['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End', ' ', 'Enter', 'Escape', 'Tab', 'l', 'L'])

export interface CarryTools {
  readonly connection: BoardConnection
  readonly actions: BoardActions
  readonly rules: Rules
  readonly template: Template
  readonly language: Language
  readonly store: DragStore
  readonly t: TFunction
  readonly open: (opened: Opened) => void
  readonly openColumn: (column: string) => void
  readonly onEnd: () => void
}

/** Lets a card follow the arrow keys until it is put down; what comes back ends that at once. */
export function startCarry(id: CardId, tools: CarryTools): (() => void) | null {
  const { connection, actions, rules, template, language, store, t, open, openColumn, onEnd } = tools
  const board = connection.board.getState()
  const card = board.cards.get(id)
  const view = connection.frame.getState().view
  if (!card || !view) return null
  const text = shortText(card, t('card.empty'))
  const from = document.activeElement?.closest<HTMLElement>('[data-column]')?.dataset['column'] ?? card.place.in
  const stops = carryStops(card, from, view.questions, { state: board, template, language, rules, noLane: t('forms.noLane') })
  const start = firstPlace(stops, board, card, from)
  if (!start) return null
  let at = start
  const stopOf = (): Stop | undefined => stops.find((stop) => stop.id === at.column)

  const show = (): void => {
    const stop = stopOf()
    if (!stop) return
    store.setState({ active: id, target: carryTarget(stop, at.index, id) })
    document.querySelector(`[data-column="${stop.column}"]`)?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    // Once the line is drawn: a long list would show no sign of where the card would land.
    requestAnimationFrame(() => document.querySelector('[data-drop-sign]')?.scrollIntoView({ block: 'nearest' }))
  }
  const end = (): void => {
    window.removeEventListener('keydown', onKey, true)
    window.removeEventListener('mousedown', cancel)
    document.removeEventListener('focusin', onFocus)
    unwatch()
    dim()
    onEnd()
    store.setState({ active: null, target: null })
    connection.tell({ drag: null })
  }
  const cancel = (): void => {
    end()
    announce(t('say.cancelled', { text }))
  }
  const drop = (): void => {
    end()
    const stop = stopOf()
    if (!stop) return
    if (stop.column === stop.in) openColumn(stop.column)
    if (stop.sorts) {
      const { question, lane } = stop.sorts
      actions.toLane(id, question, lane, question.of === undefined ? indexAt(connection.board.getState(), stop, at.index, id) : undefined)
    } else actions.move(id, { in: stop.in, index: at.index })
    focusCard(id, stop.column)
  }
  const cancelWhenGone = (): void => {
    const now = connection.board.getState().cards.get(id)
    if (now && now.place.in !== BIN) return
    end()
    announce(t('say.gone', { text }))
  }
  const onFocus = (event: FocusEvent): void => {
    if (event.target instanceof Element && !event.target.closest(`[data-card="${id}"]`)) cancel()
  }
  const onKey = (event: KeyboardEvent): void => {
    if (!CARRY_KEYS.has(event.key) || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    event.stopPropagation()
    if (event.key === 'Escape' || event.key === 'Tab') cancel()
    else if (event.key.toLowerCase() === 'l') {
      end()
      open({ what: 'link', card: id })
    } else if (event.key === ' ' || event.key === 'Enter') drop()
    else {
      at = carryStep(stops, at, event.key)
      show()
      const stop = stopOf()
      announce(t('say.over', { title: stop?.title ?? '', index: at.index + 1, count: (stop?.count ?? 0) + 1 }))
    }
  }
  const dim = lightUp(rules.takers(id))
  window.addEventListener('keydown', onKey, true)
  window.addEventListener('mousedown', cancel)
  document.addEventListener('focusin', onFocus)
  const unwatch = connection.board.subscribe(cancelWhenGone)
  connection.tell({ drag: id })
  show()
  announce(t('say.grabbed', { text }))
  return end
}
