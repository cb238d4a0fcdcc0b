import { expect, test } from 'vitest'
import { newBoardId, type BoardId, type PersonId } from '../../src/model/ids.ts'
import type { BoardStore, BoardWrite, NewBoard } from '../../server/store/board-store.ts'

export interface StoreUnderTest {
  readonly store: BoardStore
  /** Closes the store and opens what it left behind; absent for a store that forgets. */
  readonly reopen?: () => Promise<BoardStore>
  close(): Promise<void>
}

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values)
const anna = 'anna' as PersonId
const ben = 'ben' as PersonId

function newBoard(id: BoardId): NewBoard {
  return { id, rev: 1, frame: '{"rev":1}', update: bytes(0, 0), session: { token: 'token-a', board: id, person: anna, until: 1000 } }
}

function write(board: BoardId, given: Partial<BoardWrite>): BoardWrite {
  return { board, bindings: [], sessions: [], revoked: [], ...given }
}

/** What every store must do. Each implementation runs it. */
export function runBoardStoreTests(setup: () => Promise<StoreUnderTest>): void {
  const withStore = (name: string, run: (given: StoreUnderTest) => Promise<void>): void =>
    test(name, async () => {
      const given = await setup()
      try {
        await run(given)
      } finally {
        await given.close()
      }
    })

  withStore('a board that was never made is not there', async ({ store }) => {
    expect(await store.load(newBoardId())).toBeNull()
    expect(await store.frame(newBoardId())).toBeNull()
  })

  withStore('a new board is loaded as it was made', async ({ store }) => {
    const id = newBoardId()
    await store.create(newBoard(id))
    expect(await store.frame(id)).toMatchObject({ epoch: 1, rev: 1, frame: '{"rev":1}' })
    const loaded = await store.load(id)
    expect(loaded?.updates.map((update) => [...update])).toEqual([[0, 0]])
    expect(loaded?.bindings).toEqual([])
  })

  withStore('an id is never used twice', async ({ store }) => {
    const id = newBoardId()
    await store.create(newBoard(id))
    await expect(store.create(newBoard(id))).rejects.toThrow()
    await store.delete(id)
    await expect(store.create(newBoard(id))).rejects.toThrow()
  })

  withStore('updates of several boards in one commit keep their order', async ({ store }) => {
    const [a, b] = [newBoardId(), newBoardId()]
    await store.create(newBoard(a))
    await store.create(newBoard(b))
    expect(await store.commit([write(a, { update: bytes(1) }), write(b, { update: bytes(2) })])).toEqual([])
    await store.commit([write(a, { update: bytes(3) })])
    expect((await store.load(a))?.updates.map((update) => [...update])).toEqual([[0, 0], [1], [3]])
    expect((await store.load(b))?.updates.map((update) => [...update])).toEqual([[0, 0], [2]])
  })

  withStore('a frame is written only over the revision it was made from', async ({ store }) => {
    const [a, b] = [newBoardId(), newBoardId()]
    await store.create(newBoard(a))
    await store.create(newBoard(b))
    const stale = write(a, { update: bytes(9), frame: { from: 4, rev: 5, json: '{"rev":5}' } })
    const fresh = write(b, { frame: { from: 1, rev: 2, json: '{"rev":2}' } })
    expect(await store.commit([stale, fresh])).toEqual([a])
    expect(await store.frame(a)).toMatchObject({ rev: 1 })
    expect((await store.load(a))?.updates).toHaveLength(1)
    expect(await store.frame(b)).toMatchObject({ rev: 2, frame: '{"rev":2}' })
  })

  withStore('a write to a board that is gone is refused', async ({ store }) => {
    const id = newBoardId()
    expect(await store.commit([write(id, { update: bytes(1) })])).toEqual([id])
  })

  withStore('bindings are kept with the board', async ({ store }) => {
    const id = newBoardId()
    await store.create(newBoard(id))
    const bindings = [
      { client: 4_294_967_295, person: anna, day: '2027-01-31' },
      { client: 7, person: ben, day: '2027-01-31' },
    ]
    await store.commit([write(id, { bindings })])
    expect((await store.load(id))?.bindings.toSorted((a, b) => b.client - a.client)).toMatchObject(bindings)
  })

  withStore('compaction replaces what it covers and nothing newer', async ({ store }) => {
    const id = newBoardId()
    await store.create(newBoard(id))
    await store.commit([write(id, { update: bytes(1) })])
    const through = (await store.load(id))?.through ?? 0
    await store.commit([write(id, { update: bytes(2) })])
    await store.compact(id, through, bytes(7, 7))
    await store.commit([write(id, { update: bytes(3) })])
    expect((await store.load(id))?.updates.map((update) => [...update])).toEqual([[7, 7], [2], [3]])
  })

  withStore('a session leads from a token and a board to a person until it ends', async ({ store }) => {
    const [a, b] = [newBoardId(), newBoardId()]
    await store.create(newBoard(a))
    await store.addSession({ token: 'token-a', board: b, person: ben, until: 500 })
    expect(await store.personOf('token-a', a, 999)).toBe(anna)
    expect(await store.personOf('token-a', a, 1000)).toBeNull()
    expect(await store.personOf('token-a', b, 1)).toBe(ben)
    expect(await store.personOf('token-b', a, 1)).toBeNull()
    expect(await store.hasToken('token-a', 999)).toBe(true)
    expect(await store.hasToken('token-b', 1)).toBe(false)
    await store.sweepSessions(700)
    expect(await store.personOf('token-a', b, 1)).toBeNull()
    await store.removeSession('token-a', a)
    expect(await store.personOf('token-a', a, 1)).toBeNull()
  })

  withStore('a commit adds and revokes sessions', async ({ store }) => {
    const id = newBoardId()
    await store.create(newBoard(id))
    await store.commit([write(id, { sessions: [{ token: 'token-b', board: id, person: ben, until: 1000 }], revoked: [anna] })])
    expect(await store.personOf('token-a', id, 1)).toBeNull()
    expect(await store.personOf('token-b', id, 1)).toBe(ben)
  })

  withStore('what is sealed is kept per person and goes when it is taken away', async ({ store }) => {
    const id = newBoardId()
    await store.create(newBoard(id))
    await store.commit([
      write(id, {
        sealed: [
          { person: anna, json: '{"a":1}' },
          { person: ben, json: '{}' },
        ],
      }),
    ])
    await store.commit([
      write(id, {
        sealed: [
          { person: anna, json: '{"a":2}' },
          { person: ben, json: null },
        ],
        erase: true,
      }),
    ])
    expect((await store.load(id))?.sealed).toMatchObject([{ person: anna, json: '{"a":2}' }])
    await store.delete(id)
    expect(await store.load(id)).toBeNull()
  })

  withStore('snapshots are listed without their bodies, read one by one and swept by age', async ({ store }) => {
    const [id, other] = [newBoardId(), newBoardId()]
    await store.create(newBoard(id))
    const snapshot = (at: number, reason: string) => ({ id: at, reason, name: `Nr. ${at}`, made: at * 100, body: bytes(at, at) })
    await store.commit([write(id, { snapshots: [snapshot(1, 'block'), snapshot(2, 'named'), snapshot(3, 'block')] })])
    expect((await store.load(id))?.snapshots).toEqual(
      [1, 2, 3].map((at) => ({ id: at, reason: at === 2 ? 'named' : 'block', name: `Nr. ${at}`, made: at * 100 })),
    )
    expect([...((await store.snapshot(id, 3))?.body ?? [])]).toEqual([3, 3])
    expect(await store.snapshot(other, 3)).toBeNull()
    await store.sweepSnapshots(['block'], 300)
    await store.commit([write(id, { dropped: [3], snapshots: [snapshot(4, 'block')] })])
    expect((await store.load(id))?.snapshots.map((kept) => kept.id)).toEqual([2, 4])
    expect(await store.snapshot(id, 1)).toBeNull()
  })

  withStore('a deleted board leaves nothing that can be read', async ({ store }) => {
    const id = newBoardId()
    await store.create(newBoard(id))
    await store.delete(id)
    expect(await store.load(id)).toBeNull()
    expect(await store.personOf('token-a', id, 1)).toBeNull()
    expect(await store.commit([write(id, { update: bytes(1) })])).toEqual([id])
  })

  withStore('what was committed is there after the store is opened again', async ({ store, reopen }) => {
    if (!reopen) return
    const id = newBoardId()
    await store.create(newBoard(id))
    await store.commit([write(id, { update: bytes(1), frame: { from: 1, rev: 2, json: '{"rev":2}' } })])
    const again = await reopen()
    expect(await again.load(id)).toMatchObject({ rev: 2, epoch: 1 })
    expect((await again.load(id))?.updates).toHaveLength(2)
    expect(await again.personOf('token-a', id, 1)).toBe(anna)
  })

  withStore('closing twice is harmless', async ({ store }) => {
    await store.close()
    await store.close()
  })

  withStore('a board is found by its code until that is replaced, taken away, or the board is deleted', async ({ store, reopen }) => {
    const [a, b] = [newBoardId(), newBoardId()]
    await store.create(newBoard(a))
    await store.create({ ...newBoard(b), session: { token: 'token-b', board: b, person: ben, until: 1000 } })
    expect(await store.boardsOfCode('one')).toEqual([])
    await store.commit([write(a, { code: 'one' }), write(b, { code: 'one' })])
    expect([...(await store.boardsOfCode('one'))].toSorted()).toEqual([a, b].toSorted())
    await store.commit([write(a, { code: 'two' }), write(b, { code: null })])
    await store.commit([write(a, { update: bytes(0, 0) })])
    const later = reopen ? await reopen() : store
    expect(await later.boardsOfCode('one')).toEqual([])
    expect(await later.boardsOfCode('two')).toEqual([a])
    await later.delete(a)
    expect(await later.boardsOfCode('two')).toEqual([])
  })
}
