import type Database from 'libsql'

/** Never edited after a release: a change of the tables is a new entry. */
const MIGRATIONS: readonly string[] = [
  `CREATE TABLE boards (id TEXT PRIMARY KEY, epoch INTEGER NOT NULL, made INTEGER NOT NULL) WITHOUT ROWID;
   CREATE TABLE frames (board TEXT PRIMARY KEY, rev INTEGER NOT NULL, json TEXT NOT NULL);
   CREATE TABLE updates (board TEXT NOT NULL, seq INTEGER NOT NULL, bytes BLOB NOT NULL, PRIMARY KEY (board, seq)) WITHOUT ROWID;
   CREATE TABLE bindings (
     board TEXT NOT NULL, client INTEGER NOT NULL, person TEXT NOT NULL, day TEXT NOT NULL, PRIMARY KEY (board, client)
   ) WITHOUT ROWID;
   CREATE TABLE sessions (
     token TEXT NOT NULL, board TEXT NOT NULL, person TEXT NOT NULL, until INTEGER NOT NULL, PRIMARY KEY (token, board)
   ) WITHOUT ROWID;
   CREATE INDEX sessions_of_person ON sessions (board, person);`,
  `CREATE TABLE sealed (board TEXT NOT NULL, person TEXT NOT NULL, json TEXT NOT NULL, PRIMARY KEY (board, person)) WITHOUT ROWID;
   CREATE TABLE snapshots (
     board TEXT NOT NULL, id INTEGER NOT NULL, reason TEXT NOT NULL, name TEXT NOT NULL, made INTEGER NOT NULL, body BLOB NOT NULL,
     PRIMARY KEY (board, id)
   );`,
  `CREATE TABLE codes (board TEXT PRIMARY KEY, code TEXT NOT NULL) WITHOUT ROWID;
   CREATE INDEX codes_by_code ON codes (code);`,
]

export class NewerData extends Error {}

/**
 * Brings the tables to this version's form.
 * @throws NewerData when a newer server wrote them
 */
export function migrate(database: Database.Database): void {
  database.exec('CREATE TABLE IF NOT EXISTS schema (version INTEGER NOT NULL)')
  const row = database.prepare('SELECT version FROM schema').get() as { version: number } | undefined
  const version = row?.version ?? 0
  if (version > MIGRATIONS.length) throw new NewerData(`version ${version}, this server knows ${MIGRATIONS.length}`)
  const pending = MIGRATIONS.slice(version)
  if (pending.length === 0) return
  database.exec('BEGIN IMMEDIATE')
  for (const statements of pending) database.exec(statements)
  database.exec(row ? `UPDATE schema SET version = ${MIGRATIONS.length}` : `INSERT INTO schema (version) VALUES (${MIGRATIONS.length})`)
  database.exec('COMMIT')
}
