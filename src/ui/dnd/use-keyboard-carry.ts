import { useCallback, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { BIN } from '../../model/card.ts'
import type { CardId } from '../../model/ids.ts'
import { cardIdsIn } from '../../sync/board-store.ts'
import { useConnection } from '../board/board-context.ts'
import { focusCard } from '../board/focus.ts'
import { shortText, useActions } from '../board/use-actions.ts'
import { announce } from '../common/announce.tsx'
import { carryStep, type CarryColumn } from './carry-step.ts'
import { useDragStore } from './drag-store.ts'
import { slotTop } from './find-target.ts'
import { useDropRules } from './use-drop-rules.ts'

/** Every other key is left to the browser and the screen reader. */
const CARRY_KEYS = new Set(['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End', ' ', 'Enter', 'Escape', 'Tab'])

/** Picks a card up by keyboard and moves it with the arrow keys. The document is written when it is put down. */
export function useKeyboardCarry(openColumn: (column: string) => void): (id: CardId) => void {
  const { t } = useTranslation()
  const connection = useConnection()
  const actions = useActions()
  const rules = useDropRules()
  const store = useDragStore()
  const stop = useRef<(() => void) | null>(null)
  useEffect(() => () => stop.current?.(), [])

  return useCallback(
    (id: CardId) => {
      const board = connection.board.getState()
      const card = board.cards.get(id)
      const view = connection.frame.getState().view
      if (!card || !view || stop.current) return
      const text = shortText(card, t('card.empty'))
      const columns: CarryColumn[] = view.questions
        .filter((question) => rules.accepts(question.id, card.kind))
        .map((question) => ({
          id: question.id,
          title: question.title,
          count: cardIdsIn(board, question.id).filter((other) => other !== id).length,
        }))
      let at = { column: card.place.in, index: Math.max(0, cardIdsIn(board, card.place.in).indexOf(id)) }

      const show = (): void => {
        const list = document.querySelector<HTMLElement>(`[data-column="${at.column}"] [data-list]`)
        const own = list
          ? [...list.querySelectorAll('[data-card]')].findIndex((element) => (element as HTMLElement).dataset['card'] === id)
          : -1
        const visual = own >= 0 && at.index > own ? at.index + 1 : at.index
        store.setState({ active: id, target: { kind: 'slot', column: at.column, after: null, top: list ? slotTop(list, visual) : 0 } })
        document.querySelector(`[data-column="${at.column}"]`)?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
      }
      const end = (): void => {
        window.removeEventListener('keydown', onKey, true)
        window.removeEventListener('mousedown', cancel)
        document.removeEventListener('focusin', onFocus)
        unwatch()
        stop.current = null
        store.setState({ active: null, target: null })
        connection.tell({ drag: null })
      }
      const cancel = (): void => {
        end()
        announce(t('say.cancelled', { text }))
      }
      const drop = (): void => {
        end()
        openColumn(at.column)
        actions.move(id, { in: at.column, index: at.index })
        focusCard(id, at.column)
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
        else if (event.key === ' ' || event.key === 'Enter') drop()
        else {
          at = carryStep(columns, at, event.key)
          show()
          const column = columns.find((known) => known.id === at.column)
          announce(t('say.over', { title: column?.title ?? '', index: at.index + 1, count: (column?.count ?? 0) + 1 }))
        }
      }
      stop.current = end
      window.addEventListener('keydown', onKey, true)
      window.addEventListener('mousedown', cancel)
      document.addEventListener('focusin', onFocus)
      const unwatch = connection.board.subscribe(cancelWhenGone)
      connection.tell({ drag: id })
      show()
      announce(t('say.grabbed', { text }))
    },
    [actions, connection, openColumn, rules, store, t],
  )
}
