import { frameSchema, type Frame } from '../src/model/frame.ts'
import type { BoardId } from '../src/model/ids.ts'
import { CloseCode } from '../src/protocol/close-codes.ts'
import type { Log } from './log.ts'
import { Room } from './room.ts'
import { createWriter, type Writer } from './room/writer.ts'
import type { BoardStore } from './store/board-store.ts'

/** How long a room stays after the last one left: a page that reloads finds it as it was. */
const GRACE_MS = 10_000
/** A log longer than this is made into one update when a room is loaded or dropped, a much longer one also in between. */
const LONG_LOG = 50
const VERY_LONG_LOG = 2000

interface Slot {
  room: Room | null
  /** Load, compact and drop of one board happen one after the other. */
  chain: Promise<unknown>
  /** Callers that are about to use the room. */
  waiting: number
  timer?: NodeJS.Timeout | undefined
  isCompacting?: boolean
}

export interface RoomsSetup {
  readonly store: BoardStore
  readonly log: Log
  readonly now: () => number
  /** What of a board's spoken code is stored. */
  readonly codeOf: (board: BoardId, number: number) => string
  readonly graceMs?: number | undefined
}

/** The boards that are in memory. */
export function createRooms({ store, log, now, codeOf, graceMs = GRACE_MS }: RoomsSetup) {
  const slots = new Map<BoardId, Slot>()
  let isClosed = false
  const writer: Writer = createWriter({ store, log, drop: breakRoom })

  /** Runs `work` after everything that was begun on this board before. */
  function inTurn<T>(slot: Slot, work: () => Promise<T>): Promise<T> {
    const turn = slot.chain.then(work, work)
    slot.chain = turn.catch(() => undefined)
    return turn
  }

  async function load(id: BoardId, slot: Slot): Promise<Room | null> {
    if (slot.room) return slot.room
    const stored = await store.load(id)
    if (!stored || isClosed) return null
    const room: Room = new Room({
      id,
      stored,
      frame: frameSchema.parse(JSON.parse(stored.frame)),
      now,
      codeOf: (number) => codeOf(id, number),
      wake: (sends, patienceMs) => {
        writer.wake(room, sends, patienceMs)
        if (room.state.rows() > VERY_LONG_LOG && !slot.isCompacting) void inTurn(slot, () => compactLive(room, slot))
      },
      log: (event, why) => log.info(event, { board: id, why }),
    })
    slot.room = room
    if (room.isDirty) writer.wake(room, 0)
    // Whoever waits for the board does not wait for this.
    setImmediate(() => void inTurn(slot, () => compact(room, LONG_LOG)))
    return room
  }

  async function compact(room: Room, longest: number): Promise<void> {
    const whole = !isClosed && room.state.rows() > longest ? room.state.compaction() : null
    if (!whole) return
    try {
      await store.compact(room.id, whole.through, whole.update)
      room.state.compacted(whole.rows)
    } catch (error) {
      log.warn('compaction-failed', { board: room.id, why: String(error) })
    }
  }

  async function compactLive(room: Room, slot: Slot): Promise<void> {
    slot.isCompacting = true
    await compact(room, VERY_LONG_LOG)
    slot.isCompacting = false
  }

  /** Lets `work` have the room, which stays at least that long; null when there is no such board. */
  async function withRoom<T>(id: BoardId, work: (room: Room) => T | Promise<T>): Promise<T | null> {
    const slot = slots.get(id) ?? { room: null, chain: Promise.resolve(), waiting: 0 }
    slots.set(id, slot)
    slot.waiting++
    clearTimeout(slot.timer)
    try {
      const room = await inTurn(slot, () => load(id, slot))
      return room && (await work(room))
    } finally {
      slot.waiting--
      release(id)
    }
  }

  /** Somebody left: an empty room is dropped a little later. */
  function release(id: BoardId): void {
    const slot = slots.get(id)
    if (!slot || isClosed) return
    clearTimeout(slot.timer)
    if (slot.waiting > 0 || (slot.room && slot.room.size > 0)) return
    slot.timer = setTimeout(() => void inTurn(slot, () => drop(id, slot)), slot.room ? graceMs : 0)
    slot.timer.unref()
  }

  async function drop(id: BoardId, slot: Slot): Promise<void> {
    const { room } = slot
    const isIdle = (): boolean => slot.waiting === 0 && (room?.size ?? 0) === 0
    if (room && isIdle()) {
      if (room.isDirty) await writer.flushNow()
      if (!room.isDirty) await compact(room, LONG_LOG)
    }
    if (!isIdle() || slots.get(id) !== slot) return
    if (room?.isDirty) return release(id)
    slots.delete(id)
    if (!room) return
    writer.forget(room)
    room.close(CloseCode.TryAgain, 'idle')
  }

  function breakRoom(room: Room): void {
    const slot = slots.get(room.id)
    if (slot?.room === room) slot.room = null
    writer.forget(room)
    room.close(CloseCode.TryAgain, 'reload')
    release(room.id)
  }

  return {
    withRoom,
    release,
    isFailing: writer.isFailing,
    /** The frame of a board, without loading its content. */
    async frame(id: BoardId): Promise<{ readonly frame: Frame; readonly epoch: number } | null> {
      const room = slots.get(id)?.room
      if (room) return { frame: room.state.frame(), epoch: room.epoch }
      const stored = await store.frame(id)
      return stored && { frame: frameSchema.parse(JSON.parse(stored.frame)), epoch: stored.epoch }
    },
    /** The room if it is in memory. */
    loaded: (id: BoardId): Room | null => slots.get(id)?.room ?? null,
    count: (): number => slots.size,
    /** Writes everything and ends every room. */
    async close(): Promise<void> {
      if (isClosed) return
      isClosed = true
      await Promise.all([...slots.values()].map((slot) => slot.chain))
      const isWritten = await writer.flushNow()
      if (!isWritten) log.error('unsaved-at-exit', {})
      writer.close()
      for (const slot of slots.values()) {
        clearTimeout(slot.timer)
        slot.room?.close(CloseCode.Restart, 'restart')
      }
      slots.clear()
    },
  }
}

export type Rooms = ReturnType<typeof createRooms>
