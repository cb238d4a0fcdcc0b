import { expect, test } from 'vitest'
import { NO_AGENDA } from '../../src/model/agenda.ts'
import type { PersonId } from '../../src/model/ids.ts'
import type { View } from '../../src/protocol/view.ts'
import { createFrameStore } from '../../src/sync/frame-store.ts'

const view = (title: string, rev: number): View => ({
  rev,
  now: 0,
  title,
  organisation: '',
  goal: '',
  language: 'de',
  locked: false,
  follows: null,
  questions: [],
  people: [],
  agenda: NO_AGENDA,
  timer: null,
  call: null,
  spotlight: null,
  ready: { count: 0, of: 0 },
  rounds: { silence: null, voting: null, results: [] },
  lead: null,
  me: { id: 'Pme' as PersonId, role: 'participant', founder: false, ready: false, hand: false },
})

test('what is remembered is shown without the server, and gives way to whatever it says, also to something older', () => {
  const frame = createFrameStore(
    () => false,
    () => view('wie es war', 9),
  )
  const title = (): string | undefined => frame.store.getState().view?.title
  frame.recall()
  expect(title()).toBe('wie es war')
  frame.receiveChange({ rev: 10, now: 0, title: 'ein Teil' })
  expect(title(), 'a part of a view that was never received fits nothing').toBe('wie es war')
  frame.receiveView(view('wie es ist', 3))
  expect(title()).toBe('wie es ist')
  frame.receiveView(view('älter', 2))
  frame.recall()
  expect(title()).toBe('wie es ist')
})

test('nothing is recalled over what the server said, nor where nothing is remembered', () => {
  const frame = createFrameStore(
    () => false,
    () => view('alt', 1),
  )
  frame.receiveView(view('neu', 2))
  frame.recall()
  expect(frame.store.getState().view?.title).toBe('neu')
  const empty = createFrameStore(() => false)
  empty.recall()
  empty.receiveView(view('neu', 1))
  empty.receiveChange({ rev: 2, now: 0, title: 'neuer' })
  expect(empty.store.getState().view?.title).toBe('neuer')
})
