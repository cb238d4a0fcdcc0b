import * as decoding from 'lib0/decoding'
import { expect, test } from 'vitest'
import type { Frame } from '../../../src/model/frame.ts'
import type { CardId, PersonId } from '../../../src/model/ids.ts'
import type { CommandBody } from '../../../src/protocol/commands.ts'
import { MessageType, readJson } from '../../../src/protocol/messages.ts'
import { createFrameStore } from '../../../src/sync/frame-store.ts'
import { viewFor } from '../../../server/view.ts'
import type { Moment } from '../../../server/view/moment.ts'
import { viewWriter, type Seen } from '../../../server/view/write-views.ts'
import { newFrame, NOW, people, run } from '../../helpers/frames.ts'
import { random } from '../../helpers/random.ts'

/** A browser's frame store, fed with what the writer writes for it. */
function openScreen(person: PersonId) {
  const store = createFrameStore(() => false)
  let seen: Seen | null = null
  let bytes = 0
  return {
    person,
    view: () => store.store.getState().view,
    bytes: () => bytes,
    hear(moment: Moment): string {
      const written = viewWriter(moment)(person, seen)
      seen = written.seen
      bytes = written.frame?.length ?? 0
      if (!written.frame) return ''
      const decoder = decoding.createDecoder(written.frame)
      const type = decoding.readVarUint(decoder)
      const json = readJson(decoder)
      if (type === MessageType.View) store.receiveView(json)
      else store.receiveChange(json)
      return JSON.stringify(json)
    },
  }
}
const at = (given: Partial<Moment> = {}): Moment => ({ frame: newFrame(), online: new Set(), now: NOW, lastEditAt: null, ...given })

test('a tick sends a few bytes, and nothing to whom it does not concern', () => {
  const screens = Object.values(people).map(openScreen)
  screens.forEach((screen) => screen.hear(at()))
  expect(screens.every((screen) => screen.bytes() > 3000)).toBe(true)
  const hand = run(newFrame(), { type: 'raise-hand', raised: true }, { sender: people.participant }).frame!
  screens.forEach((screen) => screen.hear(at({ frame: hand })))
  expect(screens.map((screen) => screen.bytes() > 0)).toEqual([true, true, false])
  const [facilitator, participant] = screens
  expect(participant!.bytes()).toBeLessThan(200)
  expect(facilitator!.bytes()).toBeLessThan(3000)
})

test('when somebody wrote is told to facilitators only', () => {
  const screens = Object.values(people).map(openScreen)
  screens.forEach((screen) => screen.hear(at()))
  screens.forEach((screen) => screen.hear(at({ lastEditAt: NOW })))
  expect(screens.map((screen) => screen.view()?.lead?.lastEditAt)).toEqual([NOW, undefined, undefined])
})

test('what was a facilitator’s is gone from the screen of who leads no more', () => {
  const screen = openScreen(people.facilitator)
  screen.hear(at())
  expect(screen.view()?.lead?.notes).toBeDefined()
  screen.hear(at({ frame: run(newFrame(), { type: 'hand-over', person: people.participant }).frame! }))
  expect(screen.view()).toMatchObject({ lead: null, me: { role: 'participant' } })
})

test.each([1, 2, 3])('every screen shows what its person may see, whenever it came and whatever changed (seed %d)', (seed) => {
  const { next, pick } = random(seed)
  const bodies: CommandBody[] = [
    { type: 'set-ready', ready: true },
    { type: 'set-ready', ready: false },
    { type: 'raise-hand', raised: true },
    { type: 'raise-hand', raised: false },
    { type: 'next-block', from: null },
    { type: 'next-block', from: newFrame().agenda.blocks[0]!.id },
    { type: 'start-timer', minutes: 3 },
    { type: 'pause-timer' },
    { type: 'stop-timer' },
    { type: 'hand-over', person: people.participant },
    { type: 'change-role', person: people.viewer, role: 'participant' },
    { type: 'change-role', person: people.viewer, role: 'viewer' },
    { type: 'spotlight', card: 'c1' as CardId },
    { type: 'lock-board', locked: next() < 0.5 },
  ]
  let frame: Frame = { ...newFrame(), founder: people.facilitator }
  let screens: ReturnType<typeof openScreen>[] = []
  for (let step = 0; step < 300; step++) {
    if (next() < 0.1) screens = screens.toSpliced(0, 1)
    if (next() < 0.2 && screens.length < 8) screens.push(openScreen(pick(Object.values(people))))
    frame = run(frame, pick(bodies), { sender: pick(Object.values(people)), now: NOW + step }).frame ?? frame
    const online = new Set(Object.values(people).filter(() => next() < 0.5))
    const moment = at({ frame, online, now: NOW + step })
    // Only who is new hears at once; the others with the next change for all.
    const isForAll = next() < 0.6
    for (const screen of screens) if (isForAll || !screen.view()) screen.hear(moment)
    if (!isForAll) continue
    for (const screen of screens) {
      const { rev: _, now: _now, ...shown } = screen.view()!
      const { rev: _rev, now: _at, ...meant } = viewFor(moment, screen.person)
      expect(shown).toEqual(meant)
    }
  }
})
