import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { BY } from '../../../src/model/card.ts'
import { LOCAL, MADE, SEED } from '../../../src/model/content.ts'
import type { CardId, FieldId, KindId, PersonId, QuestionId, RelationId } from '../../../src/model/ids.ts'
import { answerText, cardText, readCard, readCards, readComments } from '../../../src/model/read-content.ts'
import {
  addCard,
  addLink,
  binCard,
  clearName,
  moveCard,
  removeLink,
  restoreCard,
  setField,
  setKind,
  writeText,
} from '../../../src/model/write-content.ts'
import { addComment, removeComment, resolveComment, setVerdict, setVoice, shareField } from '../../../src/model/write-voices.ts'
import { linkId } from '../../../src/model/link.ts'
import { random } from '../../helpers/random.ts'
import { anna, createBoard, joinBoard, kind, order, seeded, type Board } from './gate-bench.ts'

/** Follows the making of records too, which our own page does not: the gate has to cope with whoever does. */
function withUndo(board: Board) {
  const client = joinBoard(board)
  const { cards, links, answers, voices, comments } = client.content
  const history = new Y.UndoManager([cards, links, answers, voices, comments], {
    trackedOrigins: new Set<unknown>([LOCAL, MADE]),
    captureTimeout: 0,
  })
  return { ...client, history }
}

test('add, undo, redo, edit, undo, move, bin, undo, link, undo: all of it passes', () => {
  const board = createBoard()
  const client = withUndo(board)
  const { content, history } = client
  const pass = (what: string): void => {
    expect(board.deliver(client.next()), what).toBeTypeOf('object')
    expect(readCards(board.content), what).toEqual(readCards(content))
    expect([...board.content.links.keys()], what).toEqual([...content.links.keys()])
  }
  const id = addCard(content, { kind, text: 'Vertrieb', in: 'q1', order, fields: { ['due' as FieldId]: '2027-01-31' } })!
  pass('add')
  history.undo()
  pass('undo add')
  history.redo()
  pass('redo add')
  writeText(cardText(content, id)!, 'Vertrieb innen')
  pass('edit')
  history.undo()
  pass('undo edit')
  history.redo()
  pass('redo edit')
  moveCard(content, id, { in: seeded, order })
  pass('move')
  history.undo()
  pass('undo move')
  binCard(content, id)
  pass('bin')
  history.undo()
  pass('undo bin')
  setKind(content, id, 'task' as KindId)
  pass('kind')
  setField(content, id, 'due' as FieldId, null)
  pass('clear field')
  history.undo()
  pass('undo clear field')
  addLink(content, 'does' as RelationId, id, seeded)
  pass('link')
  history.undo()
  pass('undo link')
  history.redo()
  pass('redo link')
  writeText(answerText(content, 'q1' as QuestionId)!, 'Unsere Antwort')
  pass('answer')
  history.undo()
  pass('undo answer')
  const q1 = 'q1' as QuestionId
  setVerdict(content, q1, 'agreed')
  pass('agreed')
  setVoice(content, q1, anna, { stance: 'object', reason: 'zu teuer' })
  pass('object')
  expect(board.content.answers.get('q1')?.get('state')).toBeUndefined()
  history.undo()
  pass('undo object')
  expect(board.content.answers.get('q1')?.get('state')).toBe('agreed')
  setVoice(content, q1, anna, { stance: 'agree', reason: '' })
  pass('agree')
  setVoice(content, q1, anna, null)
  pass('say nothing')
  const said = addComment(content, { card: id, by: anna, text: 'Wer?' })!
  pass('comment')
  resolveComment(content, said, true)
  pass('settle')
  history.undo()
  pass('undo settle')
  removeComment(content, said, true)
  pass('remove comment')
  history.undo()
  pass('undo remove comment')
  setField(content, id, 'done' as FieldId, 'wenn')
  pass('field')
  writeText(shareField(content, id, 'done' as FieldId)!, 'wenn alles fertig ist')
  pass('field text')
  setField(content, id, 'done' as FieldId, null)
  pass('empty field text')
  history.undo()
  pass('undo empty field text')
  while (history.undo()) pass('undo the rest')
  while (history.redo()) pass('redo the rest')
})

test('a name that came with a reveal is taken off, and undo of other things leaves it alone', () => {
  const board = createBoard()
  setField(board.content, seeded, BY, 'Anna', SEED)
  const client = withUndo(board)
  moveCard(client.content, seeded, { in: 'q2', order })
  clearName(client.content, seeded)
  expect(board.deliver(client.next())).toBeTypeOf('object')
  expect(readCard(board.content, seeded)?.fields).toEqual({})
})

test('a card that its author takes back goes, with what others wrote in it', () => {
  const board = createBoard()
  const [one, two] = [withUndo(board), withUndo(board)]
  const id = addCard(one.content, { kind, text: 'x', in: 'q1', order })!
  board.deliver(one.next())
  two.pull()
  writeText(cardText(two.content, id)!, 'xyz')
  expect(board.deliver(two.next(), 'ben' as PersonId)).toBeTypeOf('object')
  one.pull()
  one.history.undo()
  one.history.undo()
  expect(board.deliver(one.next())).toBeTypeOf('object')
  writeText(cardText(two.content, id)!, 'xyz too late')
  expect(board.deliver(two.next(), 'ben' as PersonId)).toBeTypeOf('object')
  expect(readCard(board.content, id)).toBeNull()
})

test('old values that undo has kept and that have grown together pass', () => {
  const board = createBoard()
  const client = withUndo(board)
  for (const kinds of ['task', 'measure', 'actor']) setKind(client.content, seeded, kinds as KindId)
  const offline = Y.encodeStateAsUpdate(client.doc, Y.encodeStateVector(board.content.doc))
  expect(Y.decodeUpdate(offline).structs.length).toBeLessThan(3)
  expect(board.deliver(offline)).toBeTypeOf('object')
  expect(readCard(board.content, seeded)?.kind).toBe('actor')
})

const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]
const PEOPLE = ['anna', 'ben', 'cem', 'dora'] as PersonId[]

test.each(SEEDS)('four people who do everything at random are never refused (seed %i)', (seed) => {
  const dice = random(seed)
  const board = createBoard()
  const clients = PEOPLE.map((person) => ({ person, ...withUndo(board) }))
  for (let step = 0; step < 400; step++) {
    const client = dice.pick(clients)
    actAtRandom(client.content, client.history, client.person, dice)
    if (dice.next() < 0.7) {
      expect(board.deliver(client.next(), client.person), `step ${step}`).toBeTypeOf('object')
      if (dice.next() < 0.5) client.pull()
    }
    // A page that reloads goes on under another client id, with all that it had.
    if (dice.next() < 0.02) {
      const update = Y.encodeStateAsUpdate(client.doc, Y.encodeStateVector(board.content.doc))
      expect(board.deliver(update, client.person), `reload at step ${step}`).toBeTypeOf('object')
      client.next()
      clients[clients.indexOf(client)] = { person: client.person, ...withUndo(board) }
    }
  }
  for (const client of clients) {
    const update = Y.encodeStateAsUpdate(client.doc, Y.encodeStateVector(board.content.doc))
    expect(board.deliver(update, client.person)).toBeTypeOf('object')
  }
  for (const client of clients) {
    client.pull()
    expect(client.content.cards.toJSON()).toEqual(board.content.cards.toJSON())
    expect(client.content.voices.toJSON()).toEqual(board.content.voices.toJSON())
    expect(client.content.comments.toJSON()).toEqual(board.content.comments.toJSON())
  }
})

function actAtRandom(
  content: ReturnType<typeof joinBoard>['content'],
  history: Y.UndoManager,
  person: PersonId,
  dice: ReturnType<typeof random>,
): void {
  const id = dice.pick([...content.cards.keys()]) as CardId
  const other = dice.pick([...content.cards.keys()]) as CardId
  const text = cardText(content, id)
  const comments = readComments(content)
  const said = comments.length > 0 ? dice.pick(comments) : null
  const acts: (() => unknown)[] = [
    () => addCard(content, { kind, text: `Karte ${dice.below(99)}`, in: 'q1', order }),
    () => moveCard(content, id, { in: dice.next() < 0.5 ? 'q1' : other, order }),
    () => binCard(content, id),
    () => restoreCard(content, id),
    () => setKind(content, id, dice.pick(['task', 'actor']) as KindId),
    () => setField(content, id, 'due' as FieldId, dice.pick(['2027-01-31', null, 3, true])),
    () => addLink(content, 'does' as RelationId, id, other),
    () => removeLink(content, linkId('does' as RelationId, id, other)),
    () => text && writeText(text, text.toString() + dice.below(10)),
    () => text && writeText(text, text.toString().slice(dice.below(3))),
    () => writeText(answerText(content, 'q1' as QuestionId)!, `Antwort ${dice.below(99)}`),
    () => setVerdict(content, 'q1' as QuestionId, dice.pick(['agreed', 'contested', null])),
    () =>
      setVoice(
        content,
        'q1' as QuestionId,
        person,
        dice.pick([{ stance: 'object', reason: 'nein' }, { stance: 'agree', reason: '' }, null]),
      ),
    () => addComment(content, { card: id, by: person, text: `Frage ${dice.below(9)}` }),
    () => said && resolveComment(content, said.id, dice.next() < 0.5),
    () => said?.by === person && removeComment(content, said.id, true),
    () => {
      const field = shareField(content, id, dice.pick(['done', 'due']) as FieldId)
      if (field) writeText(field, `${field.toString()} ${dice.below(9)}`)
    },
    () => history.undo(),
    () => history.undo(),
    () => history.redo(),
  ]
  dice.pick(acts)()
}

test('a large update is walked in no time', () => {
  const board = createBoard()
  const client = joinBoard(board)
  client.doc.transact(() => {
    for (let at = 0; at < 900; at++) addCard(client.content, { kind, text: `Karte ${at}`, in: 'q1', order })
  })
  const update = client.next()
  const start = performance.now()
  expect(board.deliver(update, anna)).toBeTypeOf('object')
  expect(performance.now() - start).toBeLessThan(5000)
})
