import * as Y from 'yjs'
import type { Frame } from '../../src/model/frame.ts'
import type { BoardId, PersonId } from '../../src/model/ids.ts'
import type { Binding, BoardWrite, Session } from '../store/board-store.ts'

/** What a room has changed and the store does not have yet. It stays here until a commit succeeds. */
export function createUnsaved(board: BoardId, storedRev: number) {
  let rev = storedRev
  let frame: Frame | null = null
  let code: string | null | undefined
  let updates: Uint8Array[] = []
  let bindings: Binding[] = []
  let sessions: Session[] = []
  let revoked: PersonId[] = []

  return {
    addUpdate: (update: Uint8Array): void => void updates.push(update),
    addBindings: (given: readonly Binding[]): void => void bindings.push(...given),
    addSession: (session: Session): void => void sessions.push(session),
    revoke: (person: PersonId): void => void revoked.push(person),
    /** Comes with a new frame. */
    setCode: (given: string | null): void => void (code = given),
    setFrame: (given: Frame): void => void (frame = given),
    isEmpty: (): boolean => updates.length + bindings.length + sessions.length + revoked.length === 0 && frame === null,
    /** Everything at once, as one update; a second call after a failed commit contains the first. */
    write(): BoardWrite {
      if (updates.length > 1) updates = [Y.mergeUpdates(updates)]
      return {
        board,
        update: updates[0],
        frame: frame ? { from: rev, rev: frame.rev, json: JSON.stringify(frame) } : undefined,
        bindings,
        sessions,
        revoked,
        code,
      }
    },
    /** The store has what `write` returned. */
    clear(): void {
      if (frame) rev = frame.rev
      frame = null
      code = undefined
      updates = []
      bindings = []
      sessions = []
      revoked = []
    },
  }
}
