import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { SEED } from '../../../src/model/content.ts'
import type { CardId, FieldId, KindId, PersonId, QuestionId, RelationId } from '../../../src/model/ids.ts'
import { LIMITS } from '../../../src/model/limits.ts'
import { answerText, cardText, fieldText, readAnswer, readCard, readCards, readComments } from '../../../src/model/read-content.ts'
import { addCards, addLink, binCard, moveCard, removeLink, setField, setKind, writeText } from '../../../src/model/write-content.ts'
import { addComment, removeComment, resolveComment, setVerdict, setVoice, shareField } from '../../../src/model/write-voices.ts'
import { random } from '../../helpers/random.ts'
import { kind, openRoom, order, q1, q2, seeded, write, type Peer, type RoomBench } from './room-bench.ts'

const does = 'does' as RelationId
const due = 'due' as FieldId
const lock = (frieda: Peer, question = q1, locked = true): void =>
  frieda.command({ type: 'lock-question', question: question as QuestionId, locked })

function lockedRoom(): RoomBench & { anna: Peer; frieda: Peer; free: CardId } {
  const bench = openRoom()
  const [anna, frieda] = [bench.join('anna'), bench.join('frieda')]
  bench.settle()
  const free = write(frieda, 'frei', q2)
  writeText(shareField(frieda.content, seeded, 'done' as FieldId)!, 'alles fertig')
  bench.settle()
  lock(frieda)
  return { ...bench, anna, frieda, free }
}

const all = ({ cards, links, answers, voices, comments }: Peer['content']): unknown =>
  [cards, links, answers, voices, comments].map((root) => root.toJSON() as unknown)

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

test('comments do not keep to the lock of a question, but to that of the board and to who may read only', () => {
  const { anna, frieda, settle } = lockedRoom()
  const said = addComment(anna.content, { card: seeded, by: 'anna' as PersonId, text: 'Wer?' })!
  settle()
  expect(readComments(frieda.content)).toMatchObject([{ text: 'Wer?', by: 'anna' }])
  frieda.command({ type: 'lock-board', locked: true })
  removeComment(anna.content, said, true)
  settle()
  expect(readComments(anna.content)).toHaveLength(1)
  expect(all(anna.content)).toEqual(all(frieda.content))
  expect(anna.notices.map((notice) => notice.kind)).toEqual(['locked'])
})

test('somebody else’s comment is settled by anybody and taken away by a facilitator only', () => {
  const bench = openRoom()
  const [anna, ben, frieda] = [bench.join('anna'), bench.join('ben'), bench.join('frieda')]
  bench.settle()
  const said = addComment(anna.content, { card: seeded, by: 'anna' as PersonId, text: 'Wer?' })!
  bench.settle()
  resolveComment(ben.content, said, true)
  removeComment(frieda.content, said, false)
  frieda.history.undo()
  ben.deliver()
  bench.settle()
  expect(readComments(ben.content)).toEqual([])
  expect([ben.closed(), frieda.closed()]).toEqual([null, null])
  const second = addComment(anna.content, { card: seeded, by: 'anna' as PersonId, text: 'Und wann?' })!
  bench.settle()
  ben.content.comments.delete(second)
  bench.settle()
  for (const peer of [anna, ben, frieda]) expect(readComments(peer.content)).toMatchObject([{ text: 'Und wann?', by: 'anna' }])
})

test('a voice for a question that is gone by now is let go', () => {
  const bench = openRoom()
  const anna = bench.join('anna')
  bench.settle()
  setVoice(anna.content, 'gone' as QuestionId, 'anna' as PersonId, { stance: 'agree', reason: '' })
  setVoice(anna.content, q1 as QuestionId, 'anna' as PersonId, { stance: 'agree', reason: '' })
  bench.settle()
  expect([...anna.content.voices.keys()]).toEqual([`${q1}:anna`])
})

test('a text in a field ends at its limit, however it came', () => {
  const bench = openRoom()
  const [anna, ben] = [bench.join('anna'), bench.join('ben')]
  bench.settle()
  anna.doc.transact(() => shareField(anna.content, seeded, due)!.insert(0, 'x'.repeat(LIMITS.fieldChars + 50)))
  bench.settle()
  expect(readCard(ben.content, seeded)?.fields[due]).toHaveLength(LIMITS.fieldChars)
  fieldText(anna.content, seeded, due)!.insert(0, 'zu viel')
  bench.settle()
  expect(readCard(ben.content, seeded)?.fields[due]).toBe('x'.repeat(LIMITS.fieldChars))
  expect(all(anna.content)).toEqual(all(ben.content))
  expect(anna.notices.map((notice) => notice.kind)).toEqual(['limit', 'limit'])
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

test('limits: too long a text and too many cards are taken back and named', () => {
  const bench = openRoom()
  const [anna, frieda] = [bench.join('anna'), bench.join('frieda')]
  bench.settle()
  cardText(anna.content, seeded)!.insert(0, 'x'.repeat(LIMITS.textChars))
  bench.settle()
  expect(readCard(frieda.content, seeded)?.text).toBe('von Anfang an')
  expect(anna.notices).toEqual([{ kind: 'limit', cards: [seeded] }])
  const cards = Array.from({ length: LIMITS.cards }, (_, at) => ({ id: `c${at}` as CardId, kind, text: 'x', in: q1, order }))
  anna.doc.transact(() => addCards({ ...anna.content, cards: sizeless(anna) }, cards, SEED))
  bench.settle()
  expect(frieda.content.cards.size).toBe(LIMITS.cards)
  expect(anna.content.cards.size).toBe(LIMITS.cards)
  expect(anna.notices.at(-1)).toMatchObject({ kind: 'limit' })
})

/** A page that does not count its cards. */
function sizeless(peer: Peer): Peer['content']['cards'] {
  return { size: 0, set: (id: string, record: Y.Map<unknown>) => peer.content.cards.set(id, record) } as unknown as Peer['content']['cards']
}

test.each([3, 33, 333])(
  'locks that come and go while twenty people write: nothing changes under a lock, all converge (seed %i)',
  (seed) => {
    const dice = random(seed)
    const bench = openRoom()
    const frieda = bench.join('frieda')
    const writers = Array.from({ length: 20 }, (_, at) => bench.join(at % 2 === 0 ? 'anna' : 'ben'))
    bench.settle()
    const cards = [seeded, write(frieda, 'zwei'), write(frieda, 'drei', q2)]
    bench.settle()
    const locked = new Set<string>()
    const frozen = new Map<string, unknown>()
    const inside = (question: string): unknown =>
      readCards(bench.room.state.content)
        .filter((card) => card.place.in === question)
        .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    for (let step = 0; step < 300; step++) {
      const writer = dice.pick(writers)
      const id = dice.pick(cards)
      const acts: (() => unknown)[] = [
        () => writeText(cardText(writer.content, id)!, `${dice.below(1000)} ${cardText(writer.content, id)!.toString().slice(0, 20)}`),
        () => moveCard(writer.content, id, { in: dice.pick([q1, q2]), order }),
        () => setField(writer.content, id, due, `${dice.below(1000)}`),
        () => write(writer, `neu ${step}`, dice.pick([q1, q2])),
        () => writer.history.undo(),
        () => writer.history.redo(),
      ]
      dice.pick(acts)()
      if (dice.next() < 0.3) writer.deliver()
      if (dice.next() < 0.1) {
        const question = dice.pick([q1, q2])
        bench.flush()
        lock(frieda, question, !locked.delete(question))
        bench.flush()
        if (readFrameLock(bench, question)) {
          locked.add(question)
          frozen.set(question, inside(question))
        } else frozen.delete(question)
      }
      if (dice.next() < 0.3) {
        bench.flush()
        for (const [question, cards] of frozen) expect(inside(question), `step ${step}`).toEqual(cards)
      }
    }
    bench.settle()
    bench.settle()
    const state = all(bench.room.state.content)
    for (const peer of [frieda, ...writers]) {
      expect(all(peer.content)).toEqual(state)
      expect(peer.closed()).toBeNull()
      expect(peer.doc.store.pendingStructs).toBeNull()
    }
    expect(readAnswer(bench.room.state.content, q1)).toBe('')
  },
)

function readFrameLock(bench: RoomBench, question: string): boolean {
  return bench.room.state.frame().questions.find((entry) => entry.id === question)?.locked ?? false
}

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
