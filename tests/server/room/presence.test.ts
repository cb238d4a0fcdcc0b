import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness'
import { MessageType } from '../../../src/protocol/messages.ts'
import { openRoom, write, type Peer } from './room-bench.ts'

const states = (peer: Peer): unknown[] =>
  [...peer.awareness.getStates()].filter(([id]) => id !== peer.doc.clientID).map(([, state]) => state)
const anna = { id: 'anna', name: 'anna', role: 'participant' }

function presenceFrame(client: number, clock: number, state: unknown): Uint8Array {
  const doc = new Y.Doc()
  doc.clientID = client
  const awareness = new Awareness(doc)
  awareness.meta.set(client, { clock, lastUpdated: 0 })
  awareness.states.set(client, state as Record<string, unknown>)
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, MessageType.Awareness)
  encoding.writeVarUint8Array(encoder, encodeAwarenessUpdate(awareness, [client]))
  awareness.destroy()
  return encoding.toUint8Array(encoder)
}

test('what one does is seen by the others, under the name of the roster', () => {
  const bench = openRoom()
  const [one, other] = [bench.join('anna'), bench.join('ben')]
  bench.settle()
  one.awareness.setLocalState({ editing: 'karte', drag: null, user: { id: 'frieda', name: 'Frieda', role: 'facilitator' }, cursor: 1 })
  bench.settle()
  expect(states(other)).toEqual([{ user: anna, editing: 'karte', drag: null }])
})

test('the others hear when somebody goes, and again when the same page comes back', () => {
  const bench = openRoom()
  const [one, other] = [bench.join('anna'), bench.join('ben')]
  bench.settle()
  one.awareness.setLocalState({ editing: 'karte' })
  bench.settle()
  one.leave()
  bench.flush()
  expect(states(other)).toEqual([])
  const again = bench.join('anna', one.doc)
  again.awareness.setLocalState({ editing: 'andere' })
  bench.settle()
  expect(states(other)).toEqual([{ user: anna, editing: 'andere' }])
})

test('a new connection of the same person takes over, and the old one does not end it', () => {
  const bench = openRoom()
  const [one, other] = [bench.join('anna'), bench.join('ben')]
  bench.settle()
  one.awareness.setLocalState({ editing: 'karte' })
  bench.settle()
  const again = bench.join('anna', one.doc)
  again.awareness.setLocalState({ editing: 'karte' })
  bench.settle()
  one.leave()
  bench.flush()
  expect(states(other)).toEqual([{ user: anna, editing: 'karte' }])
})

test('nobody speaks for another id, with whatever clock', () => {
  const bench = openRoom()
  const [one, evil, other] = [bench.join('anna'), bench.join('ben'), bench.join('frieda')]
  bench.settle()
  one.awareness.setLocalState({ editing: 'karte' })
  bench.settle()
  evil.send(presenceFrame(one.doc.clientID, 2 ** 50, { editing: 'gefälscht' }))
  evil.send(presenceFrame(one.doc.clientID, 99, null))
  evil.send(presenceFrame(evil.doc.clientID, 2 ** 50, { editing: 'zu spät' }))
  bench.settle()
  expect(states(other)).toContainEqual({ user: anna, editing: 'karte' })
  expect(JSON.stringify(states(other))).not.toMatch(/gefälscht|zu spät/)
  expect(evil.closed()).toBeNull()
})

test('an id under which somebody wrote is nobody else’s, even when that person is away', () => {
  const bench = openRoom()
  const one = bench.join('anna')
  bench.settle()
  write(one, 'Vertrieb')
  bench.settle()
  one.leave()
  bench.flush()
  const doc = new Y.Doc()
  doc.clientID = one.doc.clientID
  const evil = bench.join('ben', doc)
  const other = bench.join('frieda')
  evil.awareness.setLocalState({ editing: 'karte' })
  bench.settle()
  expect(JSON.stringify(states(other))).not.toContain('"ben"')
})

test.each([
  ['a string', 'x'],
  ['a number', 7],
  ['an object in a field', { editing: { a: 1 }, drag: 'ok' }],
  ['a text that is too long', { editing: 'x'.repeat(61), drag: 'ok' }],
  ['too much', { editing: 'ok', more: 'x'.repeat(3000) }],
  ['__proto__', JSON.parse('{"__proto__":{"user":1},"drag":"ok"}')],
])('%s in presence reaches nobody', (_name, state) => {
  const bench = openRoom()
  const [one, other] = [bench.join('anna'), bench.join('ben')]
  bench.settle()
  one.send(presenceFrame(one.doc.clientID, 50, state))
  bench.settle()
  for (const seen of states(other)) {
    expect(Object.keys(seen as object).filter((key) => !['user', 'drag'].includes(key))).toEqual([])
  }
})

test('a viewer is listed as online but says nothing', () => {
  const bench = openRoom()
  const [vera, other] = [bench.join('vera'), bench.join('ben')]
  bench.settle()
  vera.awareness.setLocalState({ editing: 'karte' })
  bench.settle()
  expect(JSON.stringify(states(other))).not.toContain('vera')
  expect(other.view()?.people.find((person) => person.name === 'vera')).toBeDefined()
})

test('a new name reaches those who see the presence', () => {
  const bench = openRoom()
  const [one, other] = [bench.join('anna'), bench.join('ben')]
  bench.settle()
  one.awareness.setLocalState({ editing: 'karte' })
  one.command({ type: 'rename-me', name: 'Anna B.' })
  bench.settle()
  expect(states(other)).toEqual([{ user: { ...anna, name: 'Anna B.' }, editing: 'karte' }])
})

test('echoes of others are passed over: nothing goes round in circles', () => {
  const bench = openRoom()
  const peers = [bench.join('anna'), bench.join('ben'), bench.join('frieda')]
  bench.settle()
  peers[0]!.awareness.setLocalState({ editing: 'karte' })
  for (const peer of peers) peer.deliver()
  bench.flush()
  const before = peers.map((peer) => peer.received.length)
  bench.settle()
  expect(peers.map((peer) => peer.received.length)).toEqual(before)
})

test('one frame carries the newest state of each, once', () => {
  const bench = openRoom()
  const [one, two, other] = [bench.join('anna'), bench.join('frieda'), bench.join('ben')]
  bench.settle()
  for (let at = 0; at < 5; at++) {
    one.awareness.setLocalState({ editing: `a${at}` })
    two.awareness.setLocalState({ editing: `f${at}` })
  }
  one.deliver()
  two.deliver()
  const before = other.received.length
  bench.flush()
  const frames = other.received.slice(before).filter((frame) => frame[0] === MessageType.Awareness)
  expect(frames).toHaveLength(1)
  const decoder = decoding.createDecoder(frames[0]!)
  decoding.readVarUint(decoder)
  const states = decoding.createDecoder(decoding.readVarUint8Array(decoder))
  expect(decoding.readVarUint(states)).toBe(2)
})
