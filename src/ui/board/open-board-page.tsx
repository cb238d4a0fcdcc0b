import { useEffect, useState, type ReactNode } from 'react'
import type { Entry } from '../../protocol/api.ts'
import { connectBoard } from '../../sync/connect-board.ts'
import { BoardContext, type OpenBoard } from './board-context.ts'
import { BoardScreen } from './board-screen.tsx'

/** A board with its connection, which lives as long as this page is shown. */
export function OpenBoardPage({ entry }: { readonly entry: Entry }): ReactNode {
  const [open, setOpen] = useState<OpenBoard | null>(null)
  useEffect(() => {
    const connection = connectBoard({
      board: entry.board,
      epoch: entry.epoch,
      me: entry.me.id,
      server: window.location.origin.replace(/^http/, 'ws'),
      onInvalid: () => undefined,
      stack: entry.template.stack,
    })
    // oxlint-disable-next-line react/set-state-in-effect -- whoever opens closes: the connection lives as long as this effect
    setOpen({ entry, connection })
    return () => connection.close()
  }, [entry])
  if (!open) return null
  return (
    <BoardContext value={open}>
      <BoardScreen />
    </BoardContext>
  )
}
