import type { Log } from '../log.ts'
import type { Room } from '../room.ts'
import type { BoardStore, BoardWrite } from '../store/board-store.ts'
import { createBeat } from './beat.ts'

const FIRST_RETRY_MS = 250
const LAST_RETRY_MS = 5000

export interface WriterSetup {
  readonly store: BoardStore
  readonly log: Log
  /** A room whose document or revision cannot be trusted any more: it is loaded anew for whoever comes back. */
  readonly drop: (room: Room) => void
}

/** Flushes all rooms together: one transaction for everything that came in, then everybody is told. */
export function createWriter({ store, log, drop }: WriterSetup) {
  const woken = new Set<Room>()
  let retryMs = 0
  let retryTimer: NodeJS.Timeout | undefined
  let inFlight: Promise<void> = Promise.resolve()

  /** One flush after the other, whoever asks. */
  const flushInTurn = (): Promise<void> => (inFlight = inFlight.then(flush))
  const beat = createBeat(flushInTurn)

  async function flush(): Promise<void> {
    const rooms = [...woken]
    woken.clear()
    const writes = new Map<Room, BoardWrite>()
    for (const room of rooms) {
      const write = prepare(room)
      if (write) writes.set(room, write)
      else if (write === null) publish(room, true)
    }
    if (writes.size === 0) return
    const isWritten = await commit(writes)
    for (const room of writes.keys()) {
      publish(room, isWritten)
      if (!isWritten) woken.add(room)
    }
  }

  /** Undefined when the room had to be dropped. */
  function prepare(room: Room): BoardWrite | null | undefined {
    try {
      return room.prepare()
    } catch (error) {
      log.error('room-broken', { board: room.id, why: String(error) })
      drop(room)
      return undefined
    }
  }

  function publish(room: Room, isDurable: boolean): void {
    try {
      room.publish(isDurable)
    } catch (error) {
      log.error('room-broken', { board: room.id, why: String(error) })
      drop(room)
    }
  }

  function stopWaiting(): void {
    clearTimeout(retryTimer)
    retryTimer = undefined
  }

  function retry(): void {
    stopWaiting()
    beat.wake(1)
  }

  async function commit(writes: Map<Room, BoardWrite>): Promise<boolean> {
    if (retryTimer !== undefined) return false
    try {
      const refused = new Set(await store.commit([...writes.values()]))
      if (retryMs > 0) log.warn('store-works-again', {})
      retryMs = 0
      for (const room of writes.keys()) {
        if (!refused.has(room.id)) continue
        log.error('write-refused', { board: room.id })
        writes.delete(room)
        drop(room)
      }
      return true
    } catch (error) {
      retryMs = Math.min(LAST_RETRY_MS, Math.max(FIRST_RETRY_MS, retryMs * 2))
      log.error('store-fails', { why: error instanceof Error ? error.message : String(error) })
      retryTimer = setTimeout(retry, retryMs)
      return false
    }
  }

  return {
    wake(room: Room, sends: number, patienceMs?: number): void {
      woken.add(room)
      beat.wake(sends, patienceMs)
    },
    forget: (room: Room): void => void woken.delete(room),
    isFailing: (): boolean => retryMs > 0,
    /** Writes what every woken room has, once; true when it is on disk. */
    async flushNow(): Promise<boolean> {
      stopWaiting()
      await flushInTurn()
      return retryMs === 0
    },
    close(): void {
      stopWaiting()
      beat.close()
    },
  }
}

export type Writer = ReturnType<typeof createWriter>
