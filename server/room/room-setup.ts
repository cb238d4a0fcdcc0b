import type { Frame } from '../../src/model/frame.ts'
import type { BoardId } from '../../src/model/ids.ts'
import type { StoredBoard } from '../store/board-store.ts'
import type { Said } from './read-frame.ts'
import type { Seat } from './seat.ts'
import type { Request } from './take-request.ts'

export interface RoomSetup {
  readonly id: BoardId
  readonly frame: Frame
  readonly stored: StoredBoard
  /** Asks for a flush, at once or after at most `patienceMs`; `sends` is how many frames go out because of this one. */
  wake(sends: number, patienceMs?: number): void
  readonly log: (event: string, why: string) => void
  readonly now: () => number
  /** What of this board's spoken code is stored. */
  codeOf(number: number): string
}

/** What waits for the next flush. */
export type Inbound = ({ readonly seat: Seat } & Extract<Said, { readonly type: 'content' | 'command' }>) | Request

/** Others learn a little later that somebody came or went, so that fifty who join at once make one view and not fifty. */
export const ONLINE_DELAY_MS = 100
export const TALLY_DELAY_MS = 1000
/** Who drags what need not be known in a millisecond: presence goes along with content, and waits only so long for it. */
export const PRESENCE_PATIENCE_MS = 25
