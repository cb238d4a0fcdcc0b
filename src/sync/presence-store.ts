import type { Awareness } from 'y-protocols/awareness'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { PersonId } from '../model/ids.ts'
import { peerSchema, type Peer, type Presence } from '../protocol/messages.ts'

/** Who does what at this moment, by card: the others only. */
export type PresenceStore = StoreApi<{ readonly peers: readonly Peer[]; readonly byCard: ReadonlyMap<string, readonly Peer[]> }>

const SEND_EVERY_MS = 80

/** Presence of the others as the server vouches for it, and a throttled way to tell one's own. */
export function createPresenceStore(
  awareness: Awareness,
  me: () => PersonId | undefined = () => undefined,
): {
  store: PresenceStore
  tell: (presence: Presence) => void
  close: () => void
} {
  const store: PresenceStore = createStore(() => ({ peers: [], byCard: new Map() }))
  let frame: ReturnType<typeof setTimeout> | null = null
  let timer: ReturnType<typeof setTimeout> | null = null
  let wanted: Presence = {}

  const read = (): void => {
    frame = null
    const peers: Peer[] = []
    for (const [client, state] of awareness.getStates()) {
      if (client === awareness.clientID) continue
      const parsed = peerSchema.safeParse(state)
      // A person's own second tab is not somebody else.
      if (parsed.success && parsed.data.user.id !== me()) peers.push(parsed.data)
    }
    const byCard = new Map<string, Peer[]>()
    for (const peer of peers) {
      const card = peer.editing ?? peer.drag
      if (card) byCard.set(card, [...(byCard.get(card) ?? []), peer])
    }
    store.setState({ peers, byCard })
  }
  const onChange = (): void => {
    frame ??= setTimeout(read, 50)
  }
  awareness.on('change', onChange)
  awareness.setLocalState({})
  return {
    store,
    tell: (presence) => {
      wanted = { ...wanted, ...presence }
      timer ??= setTimeout(() => {
        timer = null
        awareness.setLocalState({ editing: wanted.editing ?? null, field: wanted.field ?? null, drag: wanted.drag ?? null })
      }, SEND_EVERY_MS)
    },
    close: () => {
      awareness.off('change', onChange)
      if (frame !== null) clearTimeout(frame)
      if (timer !== null) clearTimeout(timer)
    },
  }
}
