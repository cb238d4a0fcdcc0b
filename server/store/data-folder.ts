import Database from 'libsql'
import { randomBytes } from 'node:crypto'
import { chmodSync, closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import { join } from 'node:path'

export class FolderUnwritable extends Error {}
export class FolderInUse extends Error {}

export interface DataFolder {
  readonly database: string
  /** Signs the links: whoever has only the database cannot make one. */
  readonly serverKey: Uint8Array
  readonly close: () => void
}

const KEY_BYTES = 32

/**
 * Takes a data folder for this process alone.
 * @throws FolderUnwritable, FolderInUse
 */
export function openDataFolder(path: string): DataFolder {
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 })
    chmodSync(path, 0o700)
    touch(join(path, 'lock'))
    touch(join(path, 'auftakt.db'))
  } catch (error) {
    throw new FolderUnwritable(message(error))
  }
  const lock = takeLock(join(path, 'lock'))
  let isOpen = true
  const close = (): void => {
    if (isOpen) lock.close()
    isOpen = false
  }
  try {
    return { database: join(path, 'auftakt.db'), serverKey: readOrMakeKey(join(path, 'key')), close }
  } catch (error) {
    close()
    throw new FolderUnwritable(message(error))
  }
}

/** The kernel gives the lock back when the process dies, however it dies. */
function takeLock(path: string): { close(): unknown } {
  const lock = new Database(path)
  try {
    lock.exec('BEGIN EXCLUSIVE')
    return lock
  } catch (error) {
    lock.close()
    if (isBusy(error)) throw new FolderInUse(path)
    throw new FolderUnwritable(message(error))
  }
}

function readOrMakeKey(path: string): Uint8Array {
  if (!existsSync(path)) {
    const file = openSync(`${path}.new`, 'w', 0o600)
    writeSync(file, randomBytes(KEY_BYTES))
    fsyncSync(file)
    closeSync(file)
    renameSync(`${path}.new`, path)
  }
  const key = readFileSync(path)
  if (key.length !== KEY_BYTES) throw new Error(`${path} holds ${key.length} bytes instead of ${KEY_BYTES}`)
  return key
}

function touch(path: string): void {
  closeSync(openSync(path, 'a', 0o600))
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY')
}

function message(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
