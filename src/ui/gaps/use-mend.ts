import { useCallback } from 'react'
import type { Gap } from '../../insight/gap.ts'
import { useCanWrite, useConnection, useTemplate } from '../board/board-context.ts'
import { goTo, goToCard } from '../board/go-to.ts'
import { useOpen } from '../board/screen-context.ts'

/** The one press that mends a gap: opens the place where it is mended. True when that place lies over the board and not on it. */
export function useMend(): (gap: Gap) => boolean {
  const { board } = useConnection()
  const open = useOpen()
  const canWrite = useCanWrite()
  const { stack } = useTemplate()
  return useCallback(
    ({ mendAt }) => {
      if (mendAt.what === 'answer') {
        goTo(mendAt.question, 'textarea[id^="answer-"]')
        return false
      }
      const { card } = mendAt
      if (mendAt.what === 'open' || !canWrite) {
        goToCard(board.getState(), card, stack, () => open({ what: 'details', card }))
        return false
      }
      if (mendAt.what === 'fill') open({ what: 'details', card, field: mendAt.field })
      else if (mendAt.what === 'choose') open({ what: 'choose', card, relation: mendAt.relation, end: mendAt.end })
      else open({ what: 'link', card, wanted: { relation: mendAt.relation, end: mendAt.end, offer: mendAt.offer } })
      return true
    },
    [board, open, canWrite, stack],
  )
}
