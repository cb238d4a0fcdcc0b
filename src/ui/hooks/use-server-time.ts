import { useCallback, useSyncExternalStore } from 'react'
import { serverNow } from '../../model/server-clock.ts'
import type { BoardConnection } from '../../sync/connect-board.ts'
import { useConnection } from '../board/board-context.ts'

/** What the server's clock shows, as far as this device knows. */
export function serverTime({ frame }: BoardConnection): number {
  const { clock } = frame.getState()
  return clock ? serverNow(clock, performance.now()) : Date.now()
}

/** The longest that a browser's timer can wait. */
const LONGEST_MS = 2 ** 31 - 1

/** Has this moment of the server's clock come? Null never comes. */
export function useIsOver(until: number | null): boolean {
  const connection = useConnection()
  const subscribe = useCallback(
    (notify: () => void) => {
      if (until === null) return () => undefined
      const left = until - serverTime(connection)
      const timer = left > 0 ? setTimeout(notify, Math.min(left + 20, LONGEST_MS)) : undefined
      const stop = connection.frame.subscribe(notify)
      return () => {
        clearTimeout(timer)
        stop()
      }
    },
    [connection, until],
  )
  return useSyncExternalStore(subscribe, () => until !== null && serverTime(connection) >= until)
}
