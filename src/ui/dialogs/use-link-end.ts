import type { Role } from '../../model/board.ts'
import { useConnection, useView } from '../board/board-context.ts'
import { useRun } from '../hooks/use-run.ts'
import { serverTime, useIsOver } from '../hooks/use-server-time.ts'

const DAY_MS = 24 * 60 * 60 * 1000

interface LinkEnd {
  /** Null: as long as the board lives. */
  readonly until: number | null
  readonly over: boolean
  /** From now; null: as long as the board lives. */
  readonly lastDays: (days: number | null) => void
}

/** Until when a role's link lets people in. */
export function useLinkEnd(role: Role): LinkEnd {
  const connection = useConnection()
  const run = useRun()
  const until = useView((view) => view?.lead?.joining.linkUntil[role] ?? null)
  return {
    until,
    over: useIsOver(until),
    lastDays: (days) =>
      void run({ type: 'set-link-until', role, until: days === null ? null : Math.floor(serverTime(connection)) + days * DAY_MS }),
  }
}
