import * as encoding from 'lib0/encoding'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import type { CardId, FieldId, RelationId } from '../../../src/model/ids.ts'
import { LIMITS } from '../../../src/model/limits.ts'
import { fieldText } from '../../../src/model/read-content.ts'
import { addCard, addLink } from '../../../src/model/write-content.ts'
import { shareField } from '../../../src/model/write-voices.ts'
import { CloseCode } from '../../../src/protocol/close-codes.ts'
import { anna, ben, createBoard, joinBoard, kind, order, seeded, type Board } from './gate-bench.ts'

type Attack = (client: ReturnType<typeof joinBoard>, board: Board) => unknown

const { Malformed, Forbidden, Unmergeable } = CloseCode
const card = (client: ReturnType<typeof joinBoard>, id: string = seeded): Y.Map<unknown> => client.content.cards.get(id)!
const text = (client: ReturnType<typeof joinBoard>): Y.Text => card(client).get('text') as Y.Text
const newRecord = (...more: [string, unknown][]): Y.Map<unknown> =>
  new Y.Map<unknown>([['kind', kind], ['place', { in: 'q1', order }], ['text', new Y.Text('x')], ...more])
const comment = (more: Record<string, unknown> = {}): unknown => ({
  card: seeded,
  by: 'anna',
  text: 'Wer?',
  at: '2027-01-31T10:05Z',
  ...more,
})
const fieldOf = (client: ReturnType<typeof joinBoard>): Y.Text => fieldText(client.content, seeded, 'done' as FieldId)!
const nested = (depth: number): unknown => (depth === 0 ? 1 : [nested(depth - 1)])

const ATTACKS: readonly [string, number, Attack][] = [
  ['a root of its own', Malformed, ({ doc }) => doc.getMap('evil').set('a', 1)],
  ['a card that is a string', Malformed, ({ content }) => content.cards.set('c1', 'evil' as unknown as Y.Map<unknown>)],
  ['a card that is an array', Malformed, ({ content }) => content.cards.set('c1', new Y.Array() as unknown as Y.Map<unknown>)],
  ['a card that is a text', Malformed, ({ content }) => content.cards.set('c1', new Y.Text('x') as unknown as Y.Map<unknown>)],
  ['a card named __proto__', Malformed, ({ content }) => content.cards.set('__proto__', newRecord())],
  ['a card named constructor', Malformed, ({ content }) => content.cards.set('constructor', newRecord())],
  ['a card with a long name', Malformed, ({ content }) => content.cards.set('c'.repeat(41), newRecord())],
  ['an unknown key', Malformed, (client) => card(client).set('owner', 'anna')],
  ['a field named __proto__', Malformed, (client) => card(client).set('field.__proto__', 'x')],
  ['a kind that is a number', Malformed, (client) => card(client).set('kind', 7)],
  ['a kind that is null', Malformed, (client) => card(client).set('kind', null)],
  ['a place that is a string', Malformed, (client) => card(client).set('place', 'q1')],
  ['a place with more keys', Malformed, (client) => card(client).set('place', { in: 'q1', order, x: 1 })],
  ['a place without order', Malformed, (client) => card(client).set('place', { in: 'q1' })],
  ['a place with a wrong order', Malformed, (client) => card(client).set('place', { in: 'q1', order: 'a00' })],
  ['a place in __proto__', Malformed, (client) => card(client).set('place', { in: '__proto__', order })],
  ['a beginning of a field that is no text', Malformed, (client) => card(client).set('field.done.t1', 'x')],
  ['a beginning of a beginning', Malformed, (client) => card(client).set('field.done.t1.t2', new Y.Text('x'))],
  ['a beginning named __proto__', Malformed, (client) => card(client).set('field.done.__proto__', new Y.Text('x'))],
  ['a field that is an object', Malformed, (client) => card(client).set('field.due', { a: 1 })],
  ['a field that is nested deep', Malformed, (client) => card(client).set('field.due', nested(50))],
  ['a field that is not finite', Malformed, (client) => card(client).set('field.due', Number.NaN)],
  ['a field that is too long', Malformed, (client) => card(client).set('field.due', 'x'.repeat(LIMITS.fieldChars + 1))],
  ['a field with too many choices', Malformed, (client) => card(client).set('field.due', Array(13).fill('a'))],
  ['a field that is bytes', Malformed, (client) => card(client).set('field.due', Uint8Array.of(1))],
  ['a field that is a map', Malformed, (client) => card(client).set('field.due', new Y.Map())],
  ['a field that is a document', Malformed, (client) => card(client).set('field.due', new Y.Doc())],
  ['a name that was not chosen at a reveal', Forbidden, (client) => card(client).set('field.by', 'Anna')],
  ['such a name as a shared text', Forbidden, (client) => card(client).set('field.by', new Y.Text('Anna'))],
  ['the beginning of such a name', Forbidden, (client) => card(client).set('field.by.t1', new Y.Text('Anna'))],
  ['a card that comes with such a name', Forbidden, ({ content }) => content.cards.set('c1', newRecord(['field.by', 'Anna']))],
  ['a text that is a string', Malformed, (client) => card(client).set('text', 'x')],
  ['another shared text', Forbidden, (client) => card(client).set('text', new Y.Text(''))],
  ['no shared text', Forbidden, (client) => card(client).delete('text')],
  ['bold text', Malformed, (client) => text(client).format(0, 3, { bold: true })],
  ['a picture in a text', Malformed, (client) => text(client).insertEmbed(0, { image: 'x' })],
  ['an attribute on a text', Malformed, (client) => text(client).setAttribute('a', 'x')],
  ['a link without parts', Malformed, ({ content }) => content.links.set('nothing', 1)],
  ['a link to itself', Malformed, ({ content }) => content.links.set('does:c1:c1', 1)],
  ['a link with a value', Malformed, ({ content }) => content.links.set('does:c1:c2', { a: 1 })],
  ['a link with four parts', Malformed, ({ content }) => content.links.set('does:c1:c2:c3', 1)],
  ['an answer of its own', Forbidden, ({ content }) => content.answers.set('q9', new Y.Map())],
  ['another record for an answer', Forbidden, ({ content }) => content.answers.set('q1', new Y.Map())],
  ['no record for an answer', Forbidden, ({ content }) => content.answers.delete('q1')],
  ['no text for an answer', Forbidden, ({ content }) => content.answers.get('q1')!.delete('text')],
  ['a state that is a word of its own', Malformed, ({ content }) => content.answers.get('q1')!.set('state', 'decided')],
  ['a state that is an object', Malformed, ({ content }) => content.answers.get('q1')!.set('state', { agreed: 1 })],
  ['a state that is a text', Malformed, ({ content }) => content.answers.get('q1')!.set('state', new Y.Text('agreed'))],
  ['another key of an answer', Forbidden, ({ content }) => content.answers.get('q1')!.set('author', 'anna')],
  ['a voice of somebody else', Forbidden, ({ content }) => content.voices.set('q1:ben', { stance: 'agree', reason: '' })],
  ['no voice of somebody else', Forbidden, ({ content }) => content.voices.delete('q1:ben')],
  ['a voice without a person', Malformed, ({ content }) => content.voices.set('q1', { stance: 'agree', reason: '' })],
  ['a voice with three parts', Malformed, ({ content }) => content.voices.set('q1:anna:x', { stance: 'agree', reason: '' })],
  ['a voice for __proto__', Malformed, ({ content }) => content.voices.set('__proto__:anna', { stance: 'agree', reason: '' })],
  ['a voice that is a word', Malformed, ({ content }) => content.voices.set('q1:anna', 'agree')],
  ['a voice that is a map', Malformed, ({ content }) => content.voices.set('q1:anna', new Y.Map())],
  ['a voice without a reason', Malformed, ({ content }) => content.voices.set('q1:anna', { stance: 'agree' })],
  ['a voice with more keys', Malformed, ({ content }) => content.voices.set('q1:anna', { stance: 'agree', reason: '', weight: 9 })],
  ['a stance that does not exist', Malformed, ({ content }) => content.voices.set('q1:anna', { stance: 'veto', reason: '' })],
  ['an agreement with a text', Malformed, ({ content }) => content.voices.set('q1:anna', { stance: 'agree', reason: 'x' })],
  [
    'an objection that is too long',
    Malformed,
    ({ content }) => content.voices.set('q1:anna', { stance: 'object', reason: 'x'.repeat(LIMITS.reasonChars + 1) }),
  ],
  ['a reason that is an object', Malformed, ({ content }) => content.voices.set('q1:anna', { stance: 'object', reason: { a: 1 } })],
  ['a comment by somebody else', Forbidden, ({ content }) => content.comments.set('k1', comment({ by: 'ben' }))],
  ['a comment over that of somebody else', Forbidden, ({ content }) => content.comments.set('bensComment', comment())],
  ['a comment that is a word', Malformed, ({ content }) => content.comments.set('k1', 'x')],
  ['a comment that is a map', Malformed, ({ content }) => content.comments.set('k1', new Y.Map())],
  ['a comment named __proto__', Malformed, ({ content }) => content.comments.set('__proto__', comment())],
  ['a comment with another flag', Malformed, ({ content }) => content.comments.set('bensComment:pinned', 1)],
  ['a settled sign with a text', Malformed, ({ content }) => content.comments.set('bensComment:resolved', 'yes')],
  ['a comment with more keys', Malformed, ({ content }) => content.comments.set('k1', comment({ color: 'red' }))],
  ['a comment on no card', Malformed, ({ content }) => content.comments.set('k1', comment({ card: 7 }))],
  ['a comment without words', Malformed, ({ content }) => content.comments.set('k1', comment({ text: '' }))],
  ['a comment that is too long', Malformed, ({ content }) => content.comments.set('k1', comment({ text: 'x'.repeat(1001) }))],
  ['a comment with seconds', Malformed, ({ content }) => content.comments.set('k1', comment({ at: '2027-01-31T10:05:33Z' }))],
  ['a comment of no time', Malformed, ({ content }) => content.comments.set('k1', comment({ at: 1 }))],
  ['bold text in a field', Malformed, (client) => fieldOf(client).format(0, 3, { bold: true })],
  ['a picture in a field', Malformed, (client) => fieldOf(client).insertEmbed(0, { image: 'x' })],
  ['a kind that is a text', Malformed, (client) => card(client).set('kind', new Y.Text('actor'))],
  ['a text named __proto__', Malformed, (client) => card(client).set('field.__proto__', new Y.Text('x'))],
  ['no card of somebody else', Forbidden, ({ content }) => content.cards.delete(seeded)],
  ['no card of another participant', Forbidden, ({ content }) => content.cards.delete('bens')],
  ['another card for that of another participant', Forbidden, ({ content }) => content.cards.set('bens', newRecord())],
]

function boardWithBen(): Board {
  const board = createBoard()
  const bens = joinBoard(board)
  addCard(bens.content, { id: 'bens' as CardId, kind, text: 'Bens Karte', in: 'q1', order })
  bens.content.voices.set('q1:ben', { stance: 'object', reason: 'zu teuer' })
  bens.content.comments.set('bensComment', comment({ by: 'ben' }))
  shareField(bens.content, seeded, 'done' as FieldId)!.insert(0, 'alles fertig')
  expect(board.deliver(bens.next(), ben)).toBeTypeOf('object')
  return board
}

test.each(ATTACKS)('%s is refused and nothing changes', (_name, code, attack) => {
  const board = boardWithBen()
  const client = joinBoard(board)
  const before = board.state()
  attack(client, board)
  expect(board.deliver(client.next(), anna)).toBe(code)
  expect(board.state()).toBe(before)
})

test('a list item hidden in a map is refused', () => {
  const board = createBoard()
  const client = joinBoard(board)
  client.doc.transact((transaction) => {
    const item = new Y.Item(
      Y.createID(client.doc.clientID, 0),
      null,
      null,
      null,
      null,
      client.content.cards,
      null,
      new Y.ContentString('x'),
    )
    item.integrate(transaction, 0)
  })
  expect(board.deliver(client.next())).toBe(Malformed)
})

test('a struct under the client id of somebody else is refused', () => {
  const board = boardWithBen()
  const bensId = [...board.owners].find(([, person]) => person === ben)![0]
  const client = joinBoard(board)
  client.doc.clientID = bensId
  text(client).insert(0, 'im Namen von Ben ')
  const before = board.state()
  expect(board.deliver(client.next(), anna)).toBe(Unmergeable)
  expect(board.state()).toBe(before)
})

test("the server's own client id is refused", () => {
  const board = createBoard()
  const client = joinBoard(board)
  client.doc.clientID = board.content.doc.clientID
  text(client).insert(0, 'im Namen des Servers ')
  expect(board.deliver(client.next())).toBe(Unmergeable)
})

test('a gap in the clocks is not applied and can be filled', () => {
  const board = createBoard()
  const client = joinBoard(board)
  text(client).insert(0, 'a')
  const first = client.next()
  text(client).insert(0, 'b')
  const second = client.next()
  expect(board.deliver(second)).toBe('gap')
  expect(board.deliver(first)).toBeTypeOf('object')
  expect(board.deliver(second)).toBeTypeOf('object')
})

test('an update that builds on somebody unknown is a gap', () => {
  const board = createBoard()
  const [one, two] = [joinBoard(board), joinBoard(board)]
  text(one).insert(0, 'abc')
  Y.applyUpdate(two.doc, one.next())
  two.next()
  text(two).insert(1, 'x')
  const update = two.next()
  const before = board.state()
  expect(board.deliver(update)).toBe('gap')
  expect(board.state()).toBe(before)
})

test('a delete of something unknown is a gap', () => {
  const board = createBoard()
  const client = joinBoard(board)
  text(client).insert(0, 'abc')
  client.next()
  text(client).delete(0, 1)
  expect(board.deliver(client.next())).toBe('gap')
})

test('structs and deletes beyond all measure are refused quickly', () => {
  const board = createBoard()
  const bombs = [hugeCount(), hugeDeletes(200_000), manyClients(50_000), manyStructs(30_000)]
  for (const bomb of bombs) {
    const start = performance.now()
    expect(board.deliver(bomb)).not.toBeTypeOf('object')
    expect(performance.now() - start).toBeLessThan(5000)
  }
})

test('a client id that comes twice in one update is refused', () => {
  const board = createBoard()
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, 2)
  for (const clock of [0, 1]) {
    for (const value of [1, 77, clock]) encoding.writeVarUint(encoder, value)
    encoding.writeUint8(encoder, 0)
    encoding.writeVarUint(encoder, 1)
  }
  encoding.writeVarUint(encoder, 0)
  expect(board.deliver(encoding.toUint8Array(encoder))).toBe(Malformed)
})

test('nothing is lost when a card is linked to one that does not exist', () => {
  const board = createBoard()
  const client = joinBoard(board)
  const other = addCard(client.content, { kind, text: 'x', in: 'q1', order })!
  addLink(client.content, 'does' as RelationId, seeded, other)
  expect(board.deliver(client.next())).toBeTypeOf('object')
  expect(board.content.links.size).toBe(1)
})

function hugeCount(): Uint8Array {
  const encoder = encoding.createEncoder()
  for (const value of [1, 33_000_000, 5, 0]) encoding.writeVarUint(encoder, value)
  return encoding.toUint8Array(encoder)
}

function hugeDeletes(ranges: number): Uint8Array {
  const encoder = encoding.createEncoder()
  for (const value of [0, 1, 5, ranges]) encoding.writeVarUint(encoder, value)
  for (let at = 0; at < ranges; at++) {
    encoding.writeVarUint(encoder, at * 2)
    encoding.writeVarUint(encoder, 1)
  }
  return encoding.toUint8Array(encoder)
}

function manyClients(clients: number): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, clients)
  for (let client = 1; client <= clients; client++) {
    for (const value of [1, client + 1000, 0]) encoding.writeVarUint(encoder, value)
    encoding.writeUint8(encoder, 0)
    encoding.writeVarUint(encoder, 1)
  }
  encoding.writeVarUint(encoder, 0)
  return encoding.toUint8Array(encoder)
}

function manyStructs(count: number): Uint8Array {
  const encoder = encoding.createEncoder()
  for (const value of [1, count, 4242, 0]) encoding.writeVarUint(encoder, value)
  for (let at = 0; at < count; at++) {
    encoding.writeUint8(encoder, 0)
    encoding.writeVarUint(encoder, 1)
  }
  encoding.writeVarUint(encoder, 0)
  return encoding.toUint8Array(encoder)
}

test('an update that builds on what should follow in another part of it is a gap', () => {
  const board = createBoard()
  const [one, two] = [joinBoard(board, 11), joinBoard(board, 12)]
  text(one).insert(0, 'abc')
  const short = one.next()
  text(one).insert(3, 'def')
  Y.applyUpdate(two.doc, Y.encodeStateAsUpdate(one.doc))
  two.next()
  text(two).insert(6, 'x')
  expect(board.deliver(Y.mergeUpdates([short, two.next()]))).toBe('gap')
})

test('the rest of a struct whose known part lies elsewhere is refused', () => {
  const board = createBoard()
  const [one, twin] = [joinBoard(board, 11), joinBoard(board, 11)]
  card(one).set('field.due', 'x')
  expect(board.deliver(one.next())).toBeTypeOf('object')
  text(twin).insert(0, 'xyz')
  expect(board.deliver(twin.next())).toBe(Malformed)
})
