import Database from 'libsql'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { newBoardId, type PersonId } from '../../src/model/ids.ts'
import { FolderInUse, FolderUnwritable, openDataFolder } from '../../server/store/data-folder.ts'
import { openSqliteStore } from '../../server/store/sqlite-store.ts'
import { random } from '../helpers/random.ts'
import { runBoardStoreTests } from './board-store.acceptance.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'auftakt-store-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

runBoardStoreTests(async () => {
  const path = join(folder, 'auftakt.db')
  let store = openSqliteStore(path)
  return {
    store,
    reopen: async () => {
      await store.close()
      store = openSqliteStore(path)
      return store
    },
    close: () => store.close(),
  }
})

test('a folder has one owner at a time, and can be taken again after close', () => {
  const path = join(folder, 'data')
  const first = openDataFolder(path)
  expect(() => openDataFolder(path)).toThrow(FolderInUse)
  first.close()
  first.close()
  const second = openDataFolder(path)
  expect(second.serverKey).toEqual(first.serverKey)
  second.close()
})

test('only the owner may read the folder and its files', () => {
  const path = join(folder, 'data')
  const data = openDataFolder(path)
  expect(statSync(path).mode & 0o777).toBe(0o700)
  for (const name of ['auftakt.db', 'key', 'lock']) expect(statSync(join(path, name)).mode & 0o777).toBe(0o600)
  data.close()
})

test('a folder that cannot be made is said so', () => {
  const data = openDataFolder(join(folder, 'file-parent'))
  data.close()
  expect(() => openDataFolder(join(folder, 'file-parent', 'key', 'data'))).toThrow(FolderUnwritable)
})

test('what is erased is in no file, whatever was written before and however long it was', async () => {
  const path = join(folder, 'auftakt.db')
  const store = openSqliteStore(path)
  const board = newBoardId()
  const person = 'anna' as PersonId
  const update = Uint8Array.of(0, 0)
  await store.create({ id: board, rev: 1, frame: '{}', update, session: { token: 't', board, person, until: 1 } })
  const marker = 'GEHEIMES-WORT'
  const commit = (json: string | null, erase: boolean) =>
    store.commit([{ board, bindings: [], sessions: [], revoked: [], sealed: [{ person, json }], erase }])
  for (let length = 1; length < 3000; length *= 3) await commit(marker.repeat(length), false)
  expect(filesWith(marker)).not.toEqual([])
  await commit('{}', true)
  expect(filesWith(marker)).toEqual([])
  await store.close()

  function filesWith(text: string): string[] {
    return readdirSync(folder).filter((name) => readFileSync(join(folder, name)).includes(text))
  }
})

test('of forty people who write and change forty drafts each, no file keeps a trace after the reveal', async () => {
  const path = join(folder, 'auftakt.db')
  const store = openSqliteStore(path)
  const { below } = random(3107)
  const board = newBoardId()
  const people = Array.from({ length: 40 }, (_, at) => `person${at}` as PersonId)
  const session = { token: 't', board, person: people[0]!, until: 1 }
  await store.create({ id: board, rev: 1, frame: '{}', update: Uint8Array.of(0, 0), session })
  const base = { board, bindings: [], sessions: [], revoked: [] }
  const drafts = new Map(people.map((person) => [person, [] as string[]]))
  for (let at = 0; at < 600; at++) {
    const person = people[below(people.length)]!
    const own = drafts.get(person)!
    own[below(40)] = `ENTWURF-${person}-${at} ${'Wort '.repeat(below(120))}`
    // The rest of the board is written, too: pages are split, joined and taken up again.
    const frame =
      at % 7 === 0
        ? { from: (await store.frame(board))!.rev, rev: at + 2, json: JSON.stringify({ at, long: 'x'.repeat(below(9000)) }) }
        : undefined
    const update = at % 3 === 0 ? new Uint8Array(below(3000)).fill(7) : undefined
    await store.commit([{ ...base, frame, update, sealed: [{ person, json: JSON.stringify({ drafts: own.filter(Boolean) }) }] }])
  }
  const filesWith = (text: string): string[] => readdirSync(folder).filter((name) => readFileSync(join(folder, name)).includes(text))
  expect(filesWith('ENTWURF-')).not.toEqual([])
  await store.commit([
    { ...base, sealed: people.map((person, at) => ({ person, json: at % 2 === 0 ? null : '{"drafts":[]}' })), erase: true },
  ])
  expect(filesWith('ENTWURF-')).toEqual([])
  await store.close()
}, 60_000)

test('data of a newer server is not touched', async () => {
  const path = join(folder, 'auftakt.db')
  await openSqliteStore(path).close()
  const database = new Database(path)
  database.exec('UPDATE schema SET version = 99')
  database.close()
  expect(() => openSqliteStore(path)).toThrow(/version 99/)
})
