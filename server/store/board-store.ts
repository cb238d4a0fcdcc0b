import type { BoardId, PersonId } from '../../src/model/ids.ts'

/** A session is one person on one board; `token` is the hash of a cookie, never the cookie. */
export interface Session {
  readonly token: string
  readonly board: BoardId
  readonly person: PersonId
  readonly until: number
}

/** Who may write under a Yjs client id. `day` limits how many a person takes a day. */
export interface Binding {
  readonly client: number
  readonly person: PersonId
  readonly day: string
}

/** What nobody but this person may see: drafts and votes, as JSON; null once there is nothing any more. */
interface SealedWrite {
  readonly person: PersonId
  readonly json: string | null
}

/** A board as it was at one moment. `body` is packed; whoever reads it unpacks it. */
export interface Snapshot {
  readonly id: number
  readonly reason: string
  /** Given by a facilitator, else empty. */
  readonly name: string
  readonly made: number
}
export interface StoredSnapshot extends Snapshot {
  readonly body: Uint8Array
}

export interface StoredFrame {
  readonly epoch: number
  readonly rev: number
  /** JSON; parsed by whoever reads it. */
  readonly frame: string
}

export interface StoredBoard extends StoredFrame {
  readonly updates: readonly Uint8Array[]
  /** Number of the newest update: what `compact` may replace. */
  readonly through: number
  readonly bindings: readonly Binding[]
  readonly sealed: readonly { readonly person: PersonId; readonly json: string }[]
  /** Oldest first. */
  readonly snapshots: readonly Snapshot[]
}

export interface NewBoard {
  readonly id: BoardId
  readonly rev: number
  readonly frame: string
  readonly update: Uint8Array
  readonly session: Session
}

/** Everything one room wants written in one tick. */
export interface BoardWrite {
  readonly board: BoardId
  readonly update?: Uint8Array | undefined
  /** Written only if the stored revision is `from`. */
  readonly frame?: { readonly from: number; readonly rev: number; readonly json: string } | undefined
  readonly bindings: readonly Binding[]
  readonly sessions: readonly Session[]
  readonly revoked: readonly PersonId[]
  readonly sealed?: readonly SealedWrite[] | undefined
  readonly snapshots?: readonly StoredSnapshot[] | undefined
  /** Snapshots that are taken away. */
  readonly dropped?: readonly number[] | undefined
  /** By what the board is found while its spoken code is on; null takes it away. */
  readonly code?: string | null | undefined
  /** What this write replaces or takes away shall be in no file of the store afterwards. */
  readonly erase?: boolean | undefined
}

/** What must last. A promise that is fulfilled means: on disk. A rejected one means: nothing of the call was written. */
export interface BoardStore {
  create(board: NewBoard): Promise<void>
  frame(id: BoardId): Promise<StoredFrame | null>
  load(id: BoardId): Promise<StoredBoard | null>
  /** One transaction for all rooms. Returns the boards whose frame was changed by somebody else or that are gone; nothing of theirs is written. */
  commit(writes: readonly BoardWrite[]): Promise<readonly BoardId[]>
  /** Puts `update` in the place of all updates up to `through`, in one step. */
  compact(id: BoardId, through: number, update: Uint8Array): Promise<void>
  snapshot(id: BoardId, snapshot: number): Promise<StoredSnapshot | null>
  /** Removes the snapshots of these reasons that are older, of every board. */
  sweepSnapshots(reasons: readonly string[], before: number): Promise<void>
  /** Removes everything but the fact that the id was used. */
  delete(id: BoardId): Promise<void>
  /** Boards whose code is stored as this: one, or by chance more. */
  boardsOfCode(code: string): Promise<readonly BoardId[]>
  addSession(session: Session): Promise<void>
  personOf(token: string, board: BoardId, now: number): Promise<PersonId | null>
  hasToken(token: string, now: number): Promise<boolean>
  removeSession(token: string, board: BoardId): Promise<void>
  sweepSessions(now: number): Promise<void>
  close(): Promise<void>
}
