import { createStore, type StoreApi } from 'zustand/vanilla'

/** Where this person's edits are. `waiting` counts edits that the server has not confirmed to be on its disk. */
export interface SaveState {
  readonly connection: 'connecting' | 'online' | 'offline' | 'closed'
  readonly waiting: number
  /** The server has confirmed the first frame of this connection, which holds everything done before it. */
  readonly settled: boolean
  /** The server said that it cannot write at the moment. */
  readonly failing: boolean
  /** The content of the server arrived at least once, or an offline copy was opened. */
  readonly loaded: boolean
  /** Why the connection is closed for good. */
  readonly closeCode: number | null
}

export type SaveStore = StoreApi<SaveState>

/** How many edits wait on this device, also when the page is closed meanwhile. */
export interface KeptWaiting {
  readonly read: () => number
  readonly write: (waiting: number) => void
}

/** Counts what was sent against what the server confirmed. A new connection starts over: its first frame carries everything. */
export function createSaveState(kept: KeptWaiting = { read: () => 0, write: () => undefined }): {
  store: SaveStore
  connected: () => void
  disconnected: () => void
  closed: (code: number) => void
  loaded: () => void
  changed: (sent: boolean) => void
  answered: () => void
  saved: (count: number, failing: boolean) => void
} {
  /** Edits made while no connection was there, or not confirmed by the last one. */
  let offline = kept.read()
  const store = createStore<SaveState>(() => ({
    connection: 'connecting',
    waiting: offline,
    settled: false,
    failing: false,
    loaded: false,
    closeCode: null,
  }))
  let sent = 0
  let confirmed = 0
  const waitOffline = (count: number): void => {
    if (count !== offline) kept.write(count)
    offline = count
  }
  const publish = (change: Partial<SaveState> = {}): void => {
    store.setState({ ...change, waiting: offline + Math.max(0, sent - confirmed) })
  }
  return {
    store,
    connected: () => {
      sent = 0
      confirmed = 0
      publish({ connection: 'online', settled: false, failing: false })
    },
    disconnected: () => {
      waitOffline(offline + Math.max(0, sent - confirmed))
      sent = 0
      confirmed = 0
      if (store.getState().connection !== 'closed') publish({ connection: 'offline' })
    },
    closed: (code) => publish({ connection: 'closed', closeCode: code }),
    loaded: () => publish({ loaded: true }),
    changed: (wasSent) => {
      if (wasSent) sent++
      else waitOffline(offline + 1)
      publish()
    },
    answered: () => {
      sent++
    },
    saved: (count, failing) => {
      confirmed = Math.max(confirmed, count)
      // The first confirmed frame is the answer to the server's question: it held everything done offline.
      if (count > 0) waitOffline(0)
      publish(count > 0 ? { failing, settled: true } : { failing })
    },
  }
}
