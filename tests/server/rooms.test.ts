import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { writeBoard } from '../../src/model/board.ts'
import { openContent } from '../../src/model/content.ts'
import { createFrame } from '../../src/model/frame.ts'
import { newBoardId, type BoardId, type KindId, type PersonId } from '../../src/model/ids.ts'
import type { OrderKey } from '../../src/model/order.ts'
import { addCard } from '../../src/model/write-content.ts'
import { createLog } from '../../server/log.ts'
import { createRooms, type Rooms } from '../../server/rooms.ts'
import { encodeSync, SyncType } from '../../server/room/wire.ts'
import type { Room } from '../../server/room.ts'
import type { Member, Seat } from '../../server/room/seat.ts'
import type { BoardStore } from '../../server/store/board-store.ts'
import { createMemoryStore } from '../../server/store/memory-store.ts'
import { kickoff } from '../helpers/kickoff.ts'

const anna = 'anna' as PersonId
const GRACE_MS = 10_000

let store: BoardStore
let rooms: Rooms
let id: BoardId
const log: string[] = []

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
  store = createMemoryStore()
  id = newBoardId()
  const frame = { ...createFrame(kickoff, { title: 'x', organisation: '', language: 'de' }), roster: [] }
  const content = openContent(new Y.Doc())
  writeBoard(content, { questions: frame.questions, cards: [], links: [], answers: {} })
  await store.create({
    id,
    rev: 1,
    frame: JSON.stringify({ ...frame, roster: [{ id: anna, name: 'Anna', role: 'facilitator' }] }),
    update: Y.encodeStateAsUpdate(content.doc),
    session: { token: 't', board: id, person: anna, until: 1 },
  })
  log.length = 0
  rooms = createRooms({ store, log: createLog('debug', (line) => log.push(line)), now: Date.now, codeOf: () => '', graceMs: GRACE_MS })
})
afterEach(async () => {
  vi.restoreAllMocks()
  await rooms.close()
  vi.useRealTimers()
})

const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve))
}

function member(): Member & { closed: number[] } {
  const closed: number[] = []
  return { person: anna, closed, send: () => undefined, close: (code) => closed.push(code) }
}

const enter = (given = member()): Promise<{ room: Room; seat: Seat } | null> =>
  rooms.withRoom(id, (room) => ({ room, seat: room.join(given) }))

function say(room: Room, seat: Seat, doc: Y.Doc, text: string): void {
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(room.state.content.doc))
  const vector = Y.encodeStateVector(doc)
  addCard(openContent(doc), { kind: 'actor' as KindId, text, in: 'actors', order: 'a0' as OrderKey })
  room.receive(seat, encodeSync(SyncType.Update, Y.encodeStateAsUpdate(doc, vector)))
}

test('a board that does not exist has no room', async () => {
  expect(await rooms.withRoom(newBoardId(), () => true)).toBeNull()
  await vi.advanceTimersByTimeAsync(1)
  expect(rooms.count()).toBe(0)
})

test('everybody gets the same room, loaded once', async () => {
  const load = vi.spyOn(store, 'load')
  const [a, b] = await Promise.all([enter(), enter()])
  expect(a?.room).toBe(b?.room)
  expect(load).toHaveBeenCalledTimes(1)
})

test('an empty room goes after the grace period and not before', async () => {
  const { room, seat } = (await enter())!
  room.leave(seat)
  rooms.release(id)
  await vi.advanceTimersByTimeAsync(GRACE_MS - 1)
  expect(rooms.loaded(id)).toBe(room)
  await vi.advanceTimersByTimeAsync(1)
  await settle()
  expect(rooms.count()).toBe(0)
})

test('who comes within the grace period keeps the room', async () => {
  const { room, seat } = (await enter())!
  room.leave(seat)
  rooms.release(id)
  await vi.advanceTimersByTimeAsync(GRACE_MS - 1)
  expect((await enter())?.room).toBe(room)
  await vi.advanceTimersByTimeAsync(GRACE_MS * 2)
  expect(rooms.loaded(id)).toBe(room)
})

test('who comes while the room is written before it goes keeps it, and nothing is lost', async () => {
  const { room, seat } = (await enter())!
  let finish: () => void = () => undefined
  const commit = store.commit.bind(store)
  vi.spyOn(store, 'commit').mockImplementation(async (writes) => {
    await new Promise<void>((resolve) => (finish = resolve))
    return commit(writes)
  })
  say(room, seat, new Y.Doc(), 'im letzten Moment')
  room.leave(seat)
  rooms.release(id)
  await settle()
  await vi.advanceTimersByTimeAsync(GRACE_MS)
  const coming = enter()
  await settle()
  finish()
  await settle()
  finish()
  const again = await coming
  expect(again?.room).toBe(room)
  expect(room.state.content.cards.size).toBe(1)
})

test('a dirty room is not dropped while the store fails, and is written when it works again', async () => {
  const { room, seat } = (await enter())!
  const commit = vi.spyOn(store, 'commit').mockRejectedValue(new Error('disk full'))
  say(room, seat, new Y.Doc(), 'nicht verlieren')
  await settle()
  expect(rooms.isFailing()).toBe(true)
  room.leave(seat)
  rooms.release(id)
  await vi.advanceTimersByTimeAsync(GRACE_MS * 3)
  await settle()
  expect(rooms.loaded(id)).toBe(room)
  commit.mockRestore()
  await vi.advanceTimersByTimeAsync(GRACE_MS * 2)
  await settle()
  expect(rooms.isFailing()).toBe(false)
  await vi.advanceTimersByTimeAsync(GRACE_MS * 2)
  await settle()
  expect(rooms.count()).toBe(0)
  expect((await enter())?.room.state.content.cards.size).toBe(1)
})

test('retries get rarer, never more than five seconds apart', async () => {
  const { room, seat } = (await enter())!
  const times: number[] = []
  vi.spyOn(store, 'commit').mockImplementation(async () => {
    times.push(Date.now())
    throw new Error('disk full')
  })
  say(room, seat, new Y.Doc(), 'x')
  for (let at = 0; at < 600; at++) {
    await settle()
    await vi.advanceTimersByTimeAsync(50)
  }
  const gaps = times.slice(1).map((time, at) => time - times[at]!)
  expect(Math.max(...gaps)).toBeLessThanOrEqual(5100)
  expect(gaps.slice(0, 3).every((gap, at) => gap <= 250 * 2 ** at + 100)).toBe(true)
  expect(times.length).toBeLessThan(15)
})

test('a long log is made into one update when the room is loaded, and it is the same board', async () => {
  const { room, seat } = (await enter())!
  const doc = new Y.Doc()
  for (let at = 0; at < 70; at++) {
    say(room, seat, doc, `Karte ${at}`)
    await settle()
  }
  expect((await store.load(id))?.updates.length).toBeGreaterThan(60)
  const before = room.state.content.cards.toJSON()
  room.leave(seat)
  rooms.release(id)
  await vi.advanceTimersByTimeAsync(GRACE_MS)
  await settle()
  expect((await store.load(id))?.updates).toHaveLength(1)
  expect((await enter())?.room.state.content.cards.toJSON()).toEqual(before)
})

test('a compaction that fails loses nothing', async () => {
  vi.spyOn(store, 'compact').mockRejectedValue(new Error('disk full'))
  const { room, seat } = (await enter())!
  const doc = new Y.Doc()
  for (let at = 0; at < 60; at++) {
    say(room, seat, doc, `Karte ${at}`)
    await settle()
  }
  room.leave(seat)
  rooms.release(id)
  await vi.advanceTimersByTimeAsync(GRACE_MS)
  await settle()
  expect((await enter())?.room.state.content.cards.size).toBe(60)
  expect(log.join()).toContain('compaction-failed')
})

test('a frame that somebody else wrote meanwhile: the room is loaded anew and everyone comes back', async () => {
  const someone = member()
  const { room, seat } = (await enter(someone))!
  const stored = (await store.frame(id))!
  await store.commit([{ board: id, frame: { from: 1, rev: 7, json: stored.frame }, bindings: [], sessions: [], revoked: [] }])
  room.receive(seat, commandFrame({ id: 'commandOne', type: 'lock-board', locked: true }))
  await settle()
  expect(someone.closed).toEqual([1013])
  expect((await enter())?.room).not.toBe(room)
})

test('closing writes what is there and ends everyone with "come back"', async () => {
  const someone = member()
  const { room, seat } = (await enter(someone))!
  say(room, seat, new Y.Doc(), 'noch schnell')
  await rooms.close()
  await rooms.close()
  expect(someone.closed).toEqual([1012])
  expect((await store.load(id))?.updates).toHaveLength(2)
})

function commandFrame(command: unknown): Uint8Array {
  const json = Buffer.from(JSON.stringify(command))
  return Uint8Array.of(100, json.length, ...json)
}
