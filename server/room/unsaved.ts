import * as Y from 'yjs'
import type { Frame } from '../../src/model/frame.ts'
import type { BoardId, PersonId } from '../../src/model/ids.ts'
import type { Binding, BoardWrite, Session, StoredSnapshot } from '../store/board-store.ts'

/** What a room has changed and the store does not have yet. It stays here until a commit succeeds. */
export function createUnsaved(board: BoardId, storedRev: number) {
  let rev = storedRev
  let frame: Frame | null = null
  let code: string | null | undefined
  let updates: Uint8Array[] = []
  let bindings: Binding[] = []
  let sessions: Session[] = []
  let revoked: PersonId[] = []
  const sealed = new Map<PersonId, string | null>()
  const snapshots = new Map<number, StoredSnapshot>()
  let dropped: number[] = []
  let erase = false

  return {
    addUpdate: (update: Uint8Array): void => void updates.push(update),
    addBindings: (given: readonly Binding[]): void => void bindings.push(...given),
    addSession: (session: Session): void => void sessions.push(session),
    revoke: (person: PersonId): void => void revoked.push(person),
    /** Comes with a new frame. */
    setCode: (given: string | null): void => void (code = given),
    seal: (person: PersonId, json: string | null): void => void sealed.set(person, json),
    /** What is sealed anew with this write is to stand nowhere as it was before. */
    erase: (): void => void (erase = true),
    addSnapshot: (snapshot: StoredSnapshot): void => void snapshots.set(snapshot.id, snapshot),
    dropSnapshot(id: number): void {
      snapshots.delete(id)
      dropped.push(id)
    },
    setFrame: (given: Frame): void => void (frame = given),
    isEmpty: (): boolean =>
      [updates, bindings, sessions, revoked, dropped].every((list) => list.length === 0) &&
      sealed.size + snapshots.size === 0 &&
      frame === null,
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
        sealed: [...sealed].map(([person, json]) => ({ person, json })),
        snapshots: [...snapshots.values()],
        dropped,
        erase,
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
      sealed.clear()
      snapshots.clear()
      dropped = []
      erase = false
    },
  }
}
