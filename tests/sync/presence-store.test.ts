import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import type { PersonId } from '../../src/model/ids.ts'
import { createPresenceStore } from '../../src/sync/presence-store.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test("one's own second tab is not somebody else", () => {
  const awareness = new Awareness(new Y.Doc())
  const presence = createPresenceStore(awareness, () => 'Pme' as PersonId)
  const at = (client: number, id: string): void => {
    awareness.states.set(client, { editing: 'Kcard', user: { id, name: id, role: 'participant' } })
  }
  at(1, 'Pme')
  at(2, 'Pother')
  awareness.emit('change', [{ added: [1, 2], updated: [], removed: [] }, 'test'])
  vi.advanceTimersByTime(100)
  expect(
    presence.store
      .getState()
      .byCard.get('Kcard')
      ?.map((peer) => peer.user.id),
  ).toEqual(['Pother'])
  presence.close()
  awareness.destroy()
})
