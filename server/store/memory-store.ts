import type { BoardId, PersonId } from '../../src/model/ids.ts'
import type { Binding, BoardStore, BoardWrite, Session, StoredSnapshot } from './board-store.ts'

interface Row {
  readonly epoch: number
  rev: number
  code?: string | null
  frame: string
  log: { seq: number; update: Uint8Array }[]
  seq: number
  readonly bindings: Map<number, Binding>
  readonly sealed: Map<PersonId, string>
  readonly snapshots: Map<number, StoredSnapshot>
}

/** A store that forgets: for tests, and for a server that shall leave nothing behind. */
export function createMemoryStore(): BoardStore {
  const boards = new Map<BoardId, Row>()
  const used = new Set<BoardId>()
  const sessions = new Map<string, Session>()
  const key = (token: string, board: BoardId): string => `${token} ${board}`
  const addSession = (session: Session): void => void sessions.set(key(session.token, session.board), session)

  function write(row: Row, given: BoardWrite): void {
    if (given.update) row.log.push({ seq: ++row.seq, update: given.update.slice() })
    if (given.frame) {
      row.rev = given.frame.rev
      row.frame = given.frame.json
    }
    for (const binding of given.bindings) row.bindings.set(binding.client, binding)
    given.sessions.forEach(addSession)
    if (given.code !== undefined) row.code = given.code
    for (const { person, json } of given.sealed ?? []) {
      if (json === null) row.sealed.delete(person)
      else row.sealed.set(person, json)
    }
    for (const snapshot of given.snapshots ?? []) row.snapshots.set(snapshot.id, snapshot)
    for (const id of given.dropped ?? []) row.snapshots.delete(id)
    for (const [at, session] of sessions) {
      if (session.board === given.board && given.revoked.includes(session.person)) sessions.delete(at)
    }
  }

  return {
    async create({ id, rev, frame, update, session }) {
      if (used.has(id)) throw new Error('this board exists')
      used.add(id)
      const log = [{ seq: 1, update: update.slice() }]
      boards.set(id, { epoch: 1, rev, frame, log, seq: 1, bindings: new Map(), sealed: new Map(), snapshots: new Map() })
      addSession(session)
    },
    async frame(id) {
      const row = boards.get(id)
      return row ? { epoch: row.epoch, rev: row.rev, frame: row.frame } : null
    },
    async load(id) {
      const row = boards.get(id)
      if (!row) return null
      const { epoch, rev, frame, seq } = row
      return {
        epoch,
        rev,
        frame,
        updates: row.log.map((entry) => entry.update),
        through: seq,
        bindings: [...row.bindings.values()],
        sealed: [...row.sealed].map(([person, json]) => ({ person, json })),
        snapshots: [...row.snapshots.values()].map(({ id, reason, name, made }) => ({ id, reason, name, made })),
      }
    },
    async commit(writes) {
      const refused = new Set<BoardId>()
      for (const given of writes) {
        const row = boards.get(given.board)
        if (!row || (given.frame && given.frame.from !== row.rev)) refused.add(given.board)
        else write(row, given)
      }
      return [...refused]
    },
    async compact(id, through, update) {
      const row = boards.get(id)
      if (row) row.log = [{ seq: through, update: update.slice() }, ...row.log.filter((entry) => entry.seq > through)]
    },
    async snapshot(id, snapshot) {
      return boards.get(id)?.snapshots.get(snapshot) ?? null
    },
    async sweepSnapshots(reasons, before) {
      for (const { snapshots } of boards.values()) {
        for (const [id, { reason, made }] of snapshots) if (reasons.includes(reason) && made < before) snapshots.delete(id)
      }
    },
    async delete(id) {
      boards.delete(id)
      for (const [at, session] of sessions) if (session.board === id) sessions.delete(at)
    },
    async boardsOfCode(code) {
      return [...boards].filter(([, row]) => row.code === code).map(([id]) => id)
    },
    async addSession(session) {
      addSession(session)
    },
    async personOf(token, board, now) {
      const session = sessions.get(key(token, board))
      return session && session.until > now ? session.person : null
    },
    async hasToken(token, now) {
      return [...sessions.values()].some((session) => session.token === token && session.until > now)
    },
    async removeSession(token, board) {
      sessions.delete(key(token, board))
    },
    async sweepSessions(now) {
      for (const [at, session] of sessions) if (session.until <= now) sessions.delete(at)
    },
    async close() {},
  }
}
