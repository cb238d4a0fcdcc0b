import { expect, test } from 'vitest'
import * as Y from 'yjs'
import type { CardId, FieldId, KindId, PersonId, QuestionId, RelationId } from '../../../src/model/ids.ts'
import { answerText, cardText, readCard } from '../../../src/model/read-content.ts'
import { addCards, addLink, binCard, moveCard, removeLink, setField, setKind, writeText } from '../../../src/model/write-content.ts'
import { setVerdict, setVoice, shareField } from '../../../src/model/write-voices.ts'
import { all, lock, lockedRoom } from './locked-room.ts'
import { kind, openRoom, order, q1, q2, seeded, write, type Peer } from './room-bench.ts'

const does = 'does' as RelationId
const due = 'due' as FieldId

test.each<[string, (anna: Peer, free: CardId) => unknown]>([
  ['moves it', (anna) => moveCard(anna.content, seeded, { in: q2, order })],
  ['moves it within its question', (anna) => moveCard(anna.content, seeded, { in: q1, order: 'a5' as typeof order })],
  ['bins it', (anna) => binCard(anna.content, seeded)],
  ['writes in it', (anna) => writeText(cardText(anna.content, seeded)!, 'ganz anders und länger')],
  ['empties it', (anna) => writeText(cardText(anna.content, seeded)!, '')],
  ['sets a field', (anna) => setField(anna.content, seeded, due, '2027-01-31')],
  ['changes its kind', (anna) => setKind(anna.content, seeded, 'task' as KindId)],
  ['puts another card into the question', (anna, free) => moveCard(anna.content, free, { in: q1, order })],
  ['puts another card onto it', (anna, free) => moveCard(anna.content, free, { in: seeded, order })],
  ['says what became of the answer', (anna) => setVerdict(anna.content, q1 as QuestionId, 'agreed')],
  ['objects', (anna) => setVoice(anna.content, q1 as QuestionId, 'anna' as PersonId, { stance: 'object', reason: 'zu teuer' })],
  ['types in a field', (anna) => writeText(shareField(anna.content, seeded, due)!, 'bald')],
  ['types in a field where something stands', (anna) => writeText(shareField(anna.content, seeded, 'done' as FieldId)!, '')],
  ['sets a field where somebody types', (anna) => anna.content.cards.get(seeded)!.set('field.done', 'weg')],
  ['writes the answer', (anna) => writeText(answerText(anna.content, q1 as QuestionId)!, 'Unsere Antwort')],
])('a locked card: who %s while the lock was on its way gets it back and is told', (_what, act) => {
  const { anna, frieda, free, settle } = lockedRoom()
  const before = all(frieda.content)
  act(anna, free)
  settle()
  expect(all(anna.content)).toEqual(before)
  expect(all(frieda.content)).toEqual(before)
  expect(anna.notices.map((notice) => notice.kind)).toContain('locked')
  expect(anna.closed()).toBeNull()
  writeText(cardText(anna.content, free)!, 'geht weiter')
  settle()
  expect(readCard(frieda.content, free)?.text).toBe('geht weiter')
})

test('a new card for a locked question lies in the bin, with every word', () => {
  const { anna, frieda, settle } = lockedRoom()
  const id = write(anna, 'zu spät')
  settle()
  expect(readCard(frieda.content, id)).toMatchObject({ text: 'zu spät', place: { in: 'bin', from: q1 } })
  expect(all(anna.content)).toEqual(all(frieda.content))
  expect(anna.notices).toEqual([{ kind: 'locked', cards: [id] }])
})

test('what is written offline elsewhere stays, only the locked part is taken back', () => {
  const { anna, frieda, free, settle } = lockedRoom()
  anna.doc.transact(() => {
    writeText(cardText(anna.content, free)!, 'neu und frei')
    writeText(cardText(anna.content, seeded)!, 'neu und gesperrt')
    moveCard(anna.content, seeded, { in: q2, order })
  })
  settle()
  expect(readCard(frieda.content, free)?.text).toBe('neu und frei')
  expect(readCard(frieda.content, seeded)).toMatchObject({ text: 'von Anfang an', place: { in: q1 } })
  expect(all(anna.content)).toEqual(all(frieda.content))
})

test('a link may change as long as one end is free', () => {
  const { anna, frieda, free, settle } = lockedRoom()
  addLink(anna.content, does, seeded, free)
  settle()
  expect([...frieda.content.links.keys()]).toEqual([`does:${seeded}:${free}`])
  lock(frieda, q2)
  removeLink(anna.content, `does:${seeded}:${free}`)
  addLink(anna.content, does, free, seeded)
  settle()
  expect([...frieda.content.links.keys()]).toEqual([`does:${seeded}:${free}`])
  expect(all(anna.content)).toEqual(all(frieda.content))
  expect(anna.notices).toHaveLength(2)
})

test('a locked board binds participants and not facilitators', () => {
  const bench = openRoom((frame) => ({ ...frame, locked: true }))
  const [anna, frieda] = [bench.join('anna'), bench.join('frieda')]
  bench.settle()
  writeText(cardText(anna.content, seeded)!, 'nein')
  bench.settle()
  expect(readCard(frieda.content, seeded)?.text).toBe('von Anfang an')
  writeText(cardText(frieda.content, seeded)!, 'ja')
  bench.settle()
  expect(readCard(anna.content, seeded)?.text).toBe('ja')
})

test('a card that its maker deletes although it is locked comes back', () => {
  const bench = openRoom()
  const [anna, frieda] = [bench.join('anna'), bench.join('frieda')]
  bench.settle()
  const id = write(anna, 'meine Karte')
  bench.settle()
  lock(frieda)
  anna.content.cards.delete(id)
  bench.settle()
  expect(readCard(frieda.content, id)).toMatchObject({ text: 'meine Karte', place: { in: q1 } })
  expect(all(anna.content)).toEqual(all(frieda.content))
})

test('a redo over a card that the server built anew is taken back', () => {
  const bench = openRoom()
  const [anna, frieda] = [bench.join('anna'), bench.join('frieda')]
  bench.settle()
  const id = write(anna, 'meine Karte')
  bench.settle()
  const history = new Y.UndoManager([anna.content.cards], { trackedOrigins: new Set<unknown>(['delete']), captureTimeout: 0 })
  anna.doc.transact(() => anna.content.cards.delete(id), 'delete')
  lock(frieda)
  anna.deliver()
  history.undo()
  bench.settle()
  expect(anna.closed()).toBeNull()
  expect(readCard(frieda.content, id)?.text).toBe('meine Karte')
  expect(all(anna.content)).toEqual(all(frieda.content))
})

test('a card that would lose its place or kind keeps it, without a word', () => {
  const bench = openRoom()
  const [anna, frieda] = [bench.join('anna'), bench.join('frieda')]
  bench.settle()
  for (const key of ['place', 'kind']) anna.content.cards.get(seeded)!.delete(key)
  bench.settle()
  expect(readCard(frieda.content, seeded)).toMatchObject({ kind, place: { in: q1 } })
  expect(all(anna.content)).toEqual(all(frieda.content))
  expect(anna.notices).toEqual([])
})

test('a card in itself and a card in nothing go back where they lay', () => {
  const bench = openRoom()
  const [anna, frieda] = [bench.join('anna'), bench.join('frieda')]
  bench.settle()
  const other = write(anna, 'andere')
  bench.settle()
  moveCard(anna.content, other, { in: seeded, order })
  moveCard(anna.content, seeded, { in: other, order })
  bench.settle()
  expect(readCard(frieda.content, seeded)?.place.in).toBe(q1)
  moveCard(anna.content, other, { in: 'nirgends', order })
  bench.settle()
  expect(readCard(frieda.content, other)?.place.in).toBe(seeded)
  expect(all(anna.content)).toEqual(all(frieda.content))
})

test('a card that still lies in a binned stack of a locked question is locked, too, since that is where it is shown', () => {
  const bench = openRoom()
  const [anna, frieda] = [bench.join('anna'), bench.join('frieda')]
  bench.settle()
  const [stack] = addCards(frieda.content, [{ kind: 'group' as KindId, text: 'Stapel', in: q1, order }]) as [CardId]
  bench.settle()
  moveCard(anna.content, seeded, { in: stack, order })
  binCard(frieda.content, stack)
  const free = write(anna, 'frei', q2)
  bench.settle()
  lock(frieda)
  bench.settle()
  const before = all(frieda.content)
  writeText(cardText(anna.content, seeded)!, 'ganz anders')
  moveCard(anna.content, seeded, { in: q2, order })
  moveCard(anna.content, free, { in: stack, order })
  bench.settle()
  expect(all(anna.content)).toEqual(before)
  expect(all(frieda.content)).toEqual(before)
  expect(anna.notices.map((notice) => notice.kind)).toContain('locked')
  lock(frieda, q1, false)
  bench.settle()
  writeText(cardText(anna.content, seeded)!, 'ganz anders')
  bench.settle()
  expect(readCard(frieda.content, seeded)?.text).toBe('ganz anders')
})
