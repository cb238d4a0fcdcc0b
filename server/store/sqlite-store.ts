import Database from 'libsql'
import type { BoardId, PersonId } from '../../src/model/ids.ts'
import type { Binding, BoardStore, BoardWrite, Session, Snapshot, StoredFrame, StoredSnapshot } from './board-store.ts'
import { migrate } from './schema.ts'

/** Everything in one SQLite file. Calls are synchronous inside: a commit is a few tenths of a millisecond. */
export function openSqliteStore(path: string): BoardStore {
  const database = new Database(path)
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = FULL')
  database.pragma('secure_delete = ON')
  migrate(database)
  // A crash may have come between a commit and its erasing.
  database.pragma('wal_checkpoint(TRUNCATE)')
  const sql = prepareAll(database)
  let isOpen = true
  let owesErase = false

  const inOneStep = <T>(work: () => T): T => {
    sql.begin.run()
    try {
      const result = work()
      sql.commit.run()
      return result
    } catch (error) {
      // A full disk may have rolled back already.
      if (database.inTransaction) sql.rollback.run()
      throw error
    }
  }
  const addSession = (session: Session): void => void sql.addSession.run(session.token, session.board, session.person, session.until)

  /** False when the board is gone or its frame has another revision. */
  function write(given: BoardWrite): boolean {
    const stored = sql.rev.get(given.board) as { rev: number } | undefined
    if (!stored || (given.frame && given.frame.from !== stored.rev)) return false
    if (given.update) sql.append.run(given.board, given.update, given.board)
    if (given.frame) sql.setFrame.run(given.board, given.frame.rev, given.frame.json)
    for (const { client, person, day } of given.bindings) sql.bind.run(given.board, client, person, day)
    given.sessions.forEach(addSession)
    if (given.code === null) sql.dropCode.run(given.board)
    else if (given.code !== undefined) sql.setCode.run(given.board, given.code)
    for (const person of given.revoked) sql.revoke.run(given.board, person)
    for (const { person, json } of given.sealed ?? []) {
      if (json === null) sql.unseal.run(given.board, person)
      else sql.seal.run(given.board, person, json)
    }
    for (const { id, reason, name, made, body } of given.snapshots ?? []) sql.keep.run(given.board, id, reason, name, made, body)
    for (const id of given.dropped ?? []) sql.dropSnapshot.run(given.board, id)
    return true
  }
  /** What was deleted is zeroed in its page, but older pages stand in the log until it is cut. */
  function erase(): void {
    try {
      const [row] = database.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[]
      owesErase = row?.busy === 1
    } catch {
      // A full disk: the next commit tries again.
    }
  }
  const frame = (id: BoardId): StoredFrame | null => (sql.frame.get(id) as StoredFrame | undefined) ?? null

  return {
    async create({ id, rev, frame, update, session }) {
      inOneStep(() => {
        sql.create.run(id, Date.now())
        sql.setFrame.run(id, rev, frame)
        sql.append.run(id, update, id)
        addSession(session)
      })
    },
    async frame(id) {
      return frame(id)
    },
    async load(id) {
      const board = frame(id)
      if (!board) return null
      const rows = sql.updates.all(id) as { seq: number; bytes: ArrayBuffer }[]
      const { epoch, rev, frame: json } = board
      return {
        epoch,
        rev,
        frame: json,
        updates: rows.map((row) => new Uint8Array(row.bytes)),
        through: rows.at(-1)?.seq ?? 0,
        bindings: sql.bindings.all(id) as Binding[],
        sealed: sql.sealed.all(id) as { person: PersonId; json: string }[],
        snapshots: sql.snapshots.all(id) as Snapshot[],
      }
    },
    async commit(writes) {
      const refused = inOneStep(() => writes.filter((given) => !write(given)).map((given) => given.board))
      owesErase ||= writes.some((given) => given.erase)
      if (owesErase) erase()
      return refused
    },
    async compact(id, through, update) {
      inOneStep(() => {
        if (!sql.rev.get(id)) return
        sql.dropUpdates.run(id, through)
        sql.put.run(id, through, update)
      })
    },
    async snapshot(id, snapshot) {
      const row = sql.snapshot.get(id, snapshot) as (Snapshot & { body: ArrayBuffer }) | undefined
      return row ? ({ ...row, body: new Uint8Array(row.body) } satisfies StoredSnapshot) : null
    },
    async sweepSnapshots(reasons, before) {
      for (const reason of reasons) sql.sweepSnapshots.run(reason, before)
    },
    async delete(id) {
      inOneStep(() => {
        sql.bury.run(id)
        for (const statement of sql.dropAll) statement.run(id)
      })
      erase()
    },
    async boardsOfCode(code) {
      return (sql.codes.all(code) as { board: BoardId }[]).map((row) => row.board)
    },
    async addSession(session) {
      addSession(session)
    },
    async personOf(token, board, now) {
      const session = sql.session.get(token, board, now) as { person: PersonId } | undefined
      return session?.person ?? null
    },
    async hasToken(token, now) {
      return sql.token.get(token, now) !== undefined
    },
    async removeSession(token, board) {
      sql.removeSession.run(token, board)
    },
    async sweepSessions(now) {
      sql.sweep.run(now)
    },
    async close() {
      if (!isOpen) return
      isOpen = false
      try {
        database.pragma('wal_checkpoint(TRUNCATE)')
      } catch {
        // A full disk: the log is read at the next start.
      }
      database.close()
    },
  }
}

function prepareAll(database: Database.Database) {
  const prepare = (source: string) => database.prepare(source)
  return {
    begin: prepare('BEGIN IMMEDIATE'),
    commit: prepare('COMMIT'),
    rollback: prepare('ROLLBACK'),
    create: prepare('INSERT INTO boards (id, epoch, made) VALUES (?, 1, ?)'),
    bury: prepare('UPDATE boards SET epoch = epoch + 1 WHERE id = ?'),
    rev: prepare('SELECT rev FROM frames WHERE board = ?'),
    frame: prepare('SELECT epoch, rev, json AS frame FROM boards JOIN frames ON board = id WHERE id = ?'),
    setFrame: prepare('INSERT OR REPLACE INTO frames (board, rev, json) VALUES (?, ?, ?)'),
    append: prepare('INSERT INTO updates (board, seq, bytes) SELECT ?, coalesce(max(seq), 0) + 1, ? FROM updates WHERE board = ?'),
    put: prepare('INSERT INTO updates (board, seq, bytes) VALUES (?, ?, ?)'),
    updates: prepare('SELECT seq, bytes FROM updates WHERE board = ? ORDER BY seq'),
    dropUpdates: prepare('DELETE FROM updates WHERE board = ? AND seq <= ?'),
    bind: prepare('INSERT OR REPLACE INTO bindings (board, client, person, day) VALUES (?, ?, ?, ?)'),
    bindings: prepare('SELECT client, person, day FROM bindings WHERE board = ?'),
    setCode: prepare('INSERT OR REPLACE INTO codes (board, code) VALUES (?, ?)'),
    dropCode: prepare('DELETE FROM codes WHERE board = ?'),
    codes: prepare('SELECT board FROM codes WHERE code = ?'),
    addSession: prepare('INSERT OR REPLACE INTO sessions (token, board, person, until) VALUES (?, ?, ?, ?)'),
    session: prepare('SELECT person FROM sessions WHERE token = ? AND board = ? AND until > ?'),
    token: prepare('SELECT 1 FROM sessions WHERE token = ? AND until > ? LIMIT 1'),
    removeSession: prepare('DELETE FROM sessions WHERE token = ? AND board = ?'),
    revoke: prepare('DELETE FROM sessions WHERE board = ? AND person = ?'),
    dropAll: ['codes', 'frames', 'updates', 'bindings', 'sessions', 'sealed', 'snapshots'].map((table) =>
      prepare(`DELETE FROM ${table} WHERE board = ?`),
    ),
    seal: prepare('INSERT OR REPLACE INTO sealed (board, person, json) VALUES (?, ?, ?)'),
    unseal: prepare('DELETE FROM sealed WHERE board = ? AND person = ?'),
    sealed: prepare('SELECT person, json FROM sealed WHERE board = ?'),
    keep: prepare('INSERT OR REPLACE INTO snapshots (board, id, reason, name, made, body) VALUES (?, ?, ?, ?, ?, ?)'),
    dropSnapshot: prepare('DELETE FROM snapshots WHERE board = ? AND id = ?'),
    snapshots: prepare('SELECT id, reason, name, made FROM snapshots WHERE board = ? ORDER BY id'),
    snapshot: prepare('SELECT id, reason, name, made, body FROM snapshots WHERE board = ? AND id = ?'),
    sweepSnapshots: prepare('DELETE FROM snapshots WHERE reason = ? AND made < ?'),
    sweep: prepare('DELETE FROM sessions WHERE until <= ?'),
  }
}
