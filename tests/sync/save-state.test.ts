import { expect, test } from 'vitest'
import { createSaveState } from '../../src/sync/save-state.ts'

test('an edit is saved only when the server has confirmed its frame', () => {
  const save = createSaveState()
  save.connected()
  save.answered()
  save.saved(1, false)
  save.changed(true)
  save.changed(true)
  expect(save.store.getState().waiting).toBe(2)
  save.saved(2, false)
  expect(save.store.getState().waiting).toBe(1)
  save.saved(3, false)
  expect(save.store.getState().waiting).toBe(0)
})

test('nothing counts as saved before the first frame of a connection is confirmed', () => {
  const save = createSaveState()
  save.connected()
  expect(save.store.getState()).toMatchObject({ waiting: 0, settled: false })
  save.answered()
  save.saved(1, false)
  expect(save.store.getState().settled).toBe(true)
  save.disconnected()
  save.connected()
  expect(save.store.getState().settled).toBe(false)
})

test('edits that were under way when the connection broke go on waiting', () => {
  const save = createSaveState()
  save.connected()
  save.changed(true)
  save.disconnected()
  save.changed(false)
  save.changed(false)
  expect(save.store.getState()).toMatchObject({ connection: 'offline', waiting: 3 })
  save.connected()
  save.answered()
  expect(save.store.getState().waiting).toBe(3)
  save.saved(1, false)
  expect(save.store.getState().waiting).toBe(0)
})

test('a server that cannot write is shown, and the edits keep waiting', () => {
  const save = createSaveState()
  save.connected()
  save.changed(true)
  save.saved(0, true)
  expect(save.store.getState()).toMatchObject({ failing: true, waiting: 1 })
  save.saved(1, false)
  expect(save.store.getState()).toMatchObject({ failing: false, waiting: 0 })
})

test('a connection that is closed for good stays closed', () => {
  const save = createSaveState()
  save.connected()
  save.closed(4401)
  save.disconnected()
  expect(save.store.getState()).toMatchObject({ connection: 'closed', closeCode: 4401 })
})

test('what waits is remembered until the server has it, also by a page that is opened later', () => {
  let remembered = 0
  const kept = { read: () => remembered, write: (waiting: number) => void (remembered = waiting) }
  const save = createSaveState(kept)
  save.connected()
  save.changed(true)
  save.disconnected()
  save.changed(false)
  expect(remembered).toBe(2)
  const later = createSaveState(kept)
  expect(later.store.getState().waiting).toBe(2)
  later.disconnected()
  later.changed(false)
  expect(later.store.getState()).toMatchObject({ connection: 'offline', waiting: 3 })
  later.connected()
  later.answered()
  expect(remembered).toBe(3)
  later.saved(1, false)
  expect([later.store.getState().waiting, remembered]).toEqual([0, 0])
})
