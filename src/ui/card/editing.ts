import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { BIN } from '../../model/card.ts'
import type { CardId } from '../../model/ids.ts'
import { useConnection } from '../board/board-context.ts'
import { shortText, useActions } from '../board/use-actions.ts'
import { toast } from '../common/toasts.tsx'

/** The card that this person writes in, and the column in which it is open. It is known above the columns, because others may move the card meanwhile. */
const edited = createStore<{ readonly id: CardId | null; readonly column: string }>(() => ({ id: null, column: '' }))

export function useIsEdited(id: CardId, column: string): boolean {
  return useStore(edited, (state) => state.id === id && state.column === column)
}

/** The card that is written in, for whoever follows it. */
export function useEditedCard(isFollowed: boolean): CardId | null {
  return useStore(edited, (state) => (isFollowed ? state.id : null))
}

export function editCard(id: CardId, column: string): void {
  edited.setState({ id, column })
}

/** Ends the editing of one card; that of another one goes on. */
export function stopEditing(id: CardId): void {
  if (edited.getState().id === id) edited.setState({ id: null })
}

/** Keeps the input open when somebody else moves the card, and says so when somebody takes it off the board. */
export function useFollowEdited(openColumn: (column: string) => void): void {
  const { t } = useTranslation()
  const { board } = useConnection()
  const actions = useActions()
  useEffect(
    () =>
      board.subscribe((state, before) => {
        const { id, column } = edited.getState()
        if (id === null) return
        const was = before.cards.get(id)?.place.in
        const card = state.cards.get(id)
        if (!card || card.place.in === BIN) {
          edited.setState({ id: null })
          toast(t('card.takenAway', { text: shortText(card, t('card.empty')) }), {
            label: t('bin.restore'),
            run: () => actions.restore(id),
          })
        } else if (card.place.in !== was && column === was) {
          openColumn(card.place.in)
          edited.setState({ id, column: card.place.in })
        }
      }),
    [board, actions, openColumn, t],
  )
  useEffect(() => () => edited.setState({ id: null }), [])
}
