import type { Config } from './config.ts'
import type { DeviceCodes } from './device-codes.ts'
import type { Log } from './log.ts'
import type { RateLimit } from './rate-limit.ts'
import type { Rooms } from './rooms.ts'
import type { BoardStore } from './store/board-store.ts'
import type { Templates } from './templates.ts'

/** What the routes and the sockets of one server share. */
export interface AppContext {
  readonly config: Config
  readonly log: Log
  readonly now: () => number
  readonly store: BoardStore
  readonly rooms: Rooms
  readonly templates: Templates
  readonly serverKey: Uint8Array
  readonly isSecure: boolean
  readonly wrongLinks: RateLimit
  /** Of one link by one address. */
  readonly passUses: RateLimit
  readonly newBoards: RateLimit
  readonly wrongCodes: RateLimit
  readonly allWrongCodes: RateLimit
  readonly deviceCodes: DeviceCodes
}
