import { describe, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { ensureAnswers, openContent, type Content } from '../../src/model/content.ts'
import type { CardId, KindId, QuestionId, RelationId } from '../../src/model/ids.ts'
import { LIMITS } from '../../src/model/limits.ts'
import type { OrderKey } from '../../src/model/order.ts'
import { readAnswers, readVerdicts, readCard, readCards, readLinks } from '../../src/model/read-content.ts'
import { addCard, addLink, binCard, moveCard, removeLink, restoreCard, setField, writeText } from '../../src/model/write-content.ts'

const kind = 'task' as KindId
const order = 'a0' as OrderKey

function content(): Content {
  return openContent(new Y.Doc())
}

function card(into: Content, text: string): CardId {
  const id = addCard(into, { kind, text, in: 'everyday', order })
  if (!id) throw new Error('not added')
  return id
}

function merge(a: Content, b: Content): void {
  Y.applyUpdate(a.doc, Y.encodeStateAsUpdate(b.doc))
  Y.applyUpdate(b.doc, Y.encodeStateAsUpdate(a.doc))
}

describe('cards', () => {
  test('an empty card is not made', () => {
    expect(addCard(content(), { kind, text: ' \n', in: 'everyday', order })).toBeNull()
  })

  test('a card keeps text, place and fields', () => {
    const board = content()
    const id = card(board, '  Rückruf führen ')
    setField(board, id, 'due' as never, '2027-01-31')
    expect(readCard(board, id)).toEqual({
      id,
      kind,
      text: 'Rückruf führen',
      place: { in: 'everyday', order },
      fields: { due: '2027-01-31' },
    })
    setField(board, id, 'due' as never, null)
    expect(readCard(board, id)?.fields).toEqual({})
  })

  test('operations on a card that is gone change nothing', () => {
    const board = content()
    const ghost = 'ghost' as CardId
    const changed = vi.fn()
    board.doc.on('update', changed)
    moveCard(board, ghost, { in: 'parking', order })
    binCard(board, ghost)
    restoreCard(board, ghost)
    setField(board, ghost, 'due' as never, 'x')
    addLink(board, 'does' as RelationId, ghost, ghost)
    removeLink(board, 'does:a:b')
    expect(changed).not.toHaveBeenCalled()
  })

  test('a card from the bin lies where it lay', () => {
    const board = content()
    const id = card(board, 'Rückruf')
    binCard(board, id)
    expect(readCard(board, id)?.place).toEqual({ in: 'bin', order, from: 'everyday' })
    restoreCard(board, id)
    expect(readCard(board, id)?.place).toEqual({ in: 'everyday', order })
  })

  test('the board takes no more than its limit', () => {
    const board = content()
    for (let n = 0; n < LIMITS.cards; n++) board.cards.set(`c${n}`, new Y.Map())
    expect(addCard(board, { kind, text: 'one more', in: 'everyday', order })).toBeNull()
  })
})

describe('two people at once', () => {
  test('an edit and a move of the same card both stay', () => {
    const a = content()
    const b = content()
    const id = card(a, 'Rückruf')
    merge(a, b)
    moveCard(a, id, { in: 'parking', order })
    writeText(b.cards.get(id)?.get('text') as Y.Text, 'Rückruf am selben Tag')
    merge(a, b)
    for (const board of [a, b]) expect(readCard(board, id)).toMatchObject({ text: 'Rückruf am selben Tag', place: { in: 'parking' } })
  })

  test('both words survive when they write in the same card', () => {
    const a = content()
    const b = content()
    const id = card(a, 'Kunden anrufen')
    merge(a, b)
    writeText(a.cards.get(id)?.get('text') as Y.Text, 'Alle Kunden anrufen')
    writeText(b.cards.get(id)?.get('text') as Y.Text, 'Kunden heute anrufen')
    merge(a, b)
    expect(readCard(a, id)?.text).toBe('Alle Kunden heute anrufen')
  })

  test('the same link twice is one link, two different ones are a visible contradiction', () => {
    const a = content()
    const b = content()
    const [actor, other, duty] = [card(a, 'Hotline'), card(a, 'Vertrieb'), card(a, 'Reklamation')]
    merge(a, b)
    addLink(a, 'answers' as RelationId, actor, duty)
    addLink(b, 'answers' as RelationId, actor, duty)
    addLink(b, 'answers' as RelationId, other, duty)
    merge(a, b)
    expect(
      readLinks(a)
        .map((link) => link.from)
        .sort(),
    ).toEqual([actor, other].sort())
  })
})

describe('records that do not fit', () => {
  test('are left out and reported, and reading writes nothing', () => {
    const board = content()
    const id = card(board, 'gut')
    const loose = board.cards as unknown as Y.Map<unknown>
    loose.set('asText', 'not a map')
    loose.set('noText', new Y.Map([['kind', 'task']]))
    loose.set(
      'badPlace',
      new Y.Map<unknown>([
        ['kind', 'task'],
        ['text', new Y.Text('x')],
        ['place', { in: '__proto__', order: 'a0' }],
      ]),
    )
    board.links.set('nonsense', 1)
    board.links.set('does:__proto__:a', 1)
    const changed = vi.fn()
    board.doc.on('update', changed)
    const invalid: string[] = []
    expect(readCards(board, (record) => invalid.push(record)).map((read) => read.id)).toEqual([id])
    expect(invalid).toEqual(['cards/asText', 'cards/noText', 'cards/badPlace'])
    expect(readLinks(board, (record) => invalid.push(record))).toEqual([])
    expect(invalid.slice(3)).toEqual(['links/nonsense', 'links/does:__proto__:a'])
    const answers = board.answers as unknown as Y.Map<unknown>
    answers.set('actors', 'not a map')
    answers.set(
      'feelings',
      new Y.Map<unknown>([
        ['text', new Y.Text('gut')],
        ['state', 'vielleicht'],
      ]),
    )
    changed.mockClear()
    const wrong: string[] = []
    expect(readAnswers(board, (record) => wrong.push(record))).toEqual({ feelings: 'gut' })
    expect(readVerdicts(board, (record) => wrong.push(record))).toEqual({})
    expect(wrong).toEqual(['answers/actors', 'answers/feelings/state'])
    expect(changed).not.toHaveBeenCalled()
  })
})

test('answers are made once and read back', () => {
  const board = content()
  const questions = [{ id: 'actors' as QuestionId }, { id: 'feelings' as QuestionId }]
  ensureAnswers(board, questions)
  const changed = vi.fn()
  board.doc.on('update', changed)
  ensureAnswers(board, questions)
  expect(changed).not.toHaveBeenCalled()
  expect(readAnswers(board)).toEqual({ actors: '', feelings: '' })
})
