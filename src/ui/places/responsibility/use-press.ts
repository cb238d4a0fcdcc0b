import { useCallback } from 'react'
import { changeDuty, type Duty } from '../../../insight/matrix-press.ts'
import type { CardId } from '../../../model/ids.ts'
import { useOpenBoard } from '../../board/board-context.ts'
import { plainBoard } from '../../board/use-plain-board.ts'
import { shortText, useActions } from '../../board/use-actions.ts'
import { announce } from '../../common/announce.tsx'
import { toast } from '../../common/toasts.tsx'
import { useWords } from '../../hooks/use-words.ts'
import { useWriteLinked } from '../use-write-linked.ts'

/** Gives somebody a duty or takes it away. What else changes with it is said, with the way back. */
export function usePress(): (row: CardId, column: CardId, duty: Duty) => void {
  const { connection, entry } = useOpenBoard()
  const { make, relink } = useWriteLinked()
  const actions = useActions()
  const { t } = useWords()
  return useCallback(
    (rowId, columnId, duty) => {
      // As the board is at this moment: what is on the screen may be a moment older.
      const state = connection.board.getState()
      const [row, column] = [state.cards.get(rowId), state.cards.get(columnId)]
      const change = row && column && changeDuty(plainBoard(entry, connection.frame.getState().view, state), row, column, duty)
      if (!change) return announce(t('matrix.cannot'))
      if (change.make) {
        if (make(change.make) === null) return
      } else relink(change.remove, change.add)
      const [who, what] = [shortText(column, t('card.empty')), shortText(row, t('card.empty'))]
      const said = t(`matrix.said.${duty}.${change.on ? 'on' : 'off'}`, { who, what })
      if (change.also.length === 0) announce(said)
      else toast(`${said} ${t('matrix.also', { count: change.also.length })}`, { label: t('common.undo'), run: actions.undo })
    },
    [connection, entry, make, relink, actions, t],
  )
}
