import { expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { BIN } from '../../src/model/card.ts'
import { openContent, type Content } from '../../src/model/content.ts'
import type { CardId, KindId } from '../../src/model/ids.ts'
import { keysForSlot } from '../../src/model/order.ts'
import { readCard, readCards } from '../../src/model/read-content.ts'
import { binCards, dissolveStack, moveCards, restoreCards, stackCards } from '../../src/model/stack.ts'
import { addCards, restoreCard } from '../../src/model/write-content.ts'
import { createBoardStore, cardIdsIn, questionOf } from '../../src/sync/board-store.ts'
import { createUndo } from '../../src/sync/undo.ts'
import { indexBoard } from '../../src/insight/graph.ts'
import { boardOf, kickoff } from '../insight/boards.ts'

const group = kickoff.stack!
const task = 'task' as KindId
const HOME = 'everyday'

function board(texts: string): { content: Content; ids: CardId[] } {
  const content = openContent(new Y.Doc())
  return { content, ids: fill(content, texts) }
}

function fill(content: Content, texts: string): CardId[] {
  const names = texts.split(' ')
  const keys = keysForSlot([], 0, names.length)
  return addCards(
    content,
    names.map((text, at) => ({ id: text as CardId, kind: task, text, in: HOME, order: keys[at]! })),
  )
}

function stack(content: Content, ids: readonly CardId[], title = 'Stapel'): CardId {
  const order = keysForSlot([], 0, 1)[0]!
  return stackCards(content, { kind: group, title, in: HOME, order, ids })!
}

/** What a person sees in a place, by text. */
function seen(content: Content, place: string): string[] {
  const { store, close } = createBoardStore(content, vi.fn(), group)
  const state = store.getState()
  close()
  return cardIdsIn(state, place).map((id) => state.cards.get(id)!.text)
}

/** Two people who do something without knowing of the other, and then hear of it. */
function apart(content: Content, one: (content: Content) => void, other: (content: Content) => void): Content {
  const second = new Y.Doc()
  Y.applyUpdate(second, Y.encodeStateAsUpdate(content.doc))
  one(content)
  other(openContent(second))
  Y.applyUpdate(content.doc, Y.encodeStateAsUpdate(second))
  Y.applyUpdate(second, Y.encodeStateAsUpdate(content.doc))
  expect(openContent(second).cards.toJSON()).toEqual(content.cards.toJSON())
  return content
}

test('cards are stacked in the order in which they were given, and the stack lies where it was made', () => {
  const { content, ids } = board('a b c')
  const id = stack(content, [ids[2]!, ids[0]!], 'Thema')
  expect(seen(content, id)).toEqual(['c', 'a'])
  expect(seen(content, HOME).toSorted()).toEqual(['Thema', 'b'])
})

test('a stack takes no stack, no card that is gone, and none from the bin', () => {
  const { content, ids } = board('a b c')
  const first = stack(content, [ids[0]!])
  binCards(content, [ids[1]!], group)
  const second = stack(content, [first, ids[1]!, 'none' as CardId, ids[2]!])
  expect(seen(content, second)).toEqual(['c'])
  moveCards(content, [first], { in: second, keys: keysForSlot([], 0, 1) }, group)
  expect(readCard(content, first)?.place.in).toBe(HOME)
  expect(stackCards(content, { kind: group, title: 'x', in: HOME, order: keysForSlot([], 0, 1)[0]!, ids: [second] })).toBe(null)
})

test('a card is never put into itself, nor into what lies in it', () => {
  const { content, ids } = board('a b')
  const id = stack(content, [ids[0]!])
  moveCards(content, [id, ids[1]!], { in: ids[0]!, keys: keysForSlot([], 0, 2) }, group)
  expect(readCard(content, id)?.place.in).toBe(HOME)
  expect(readCard(content, ids[1]!)?.place.in).toBe(ids[0])
})

test('the last card that is taken out leaves the empty stack in the bin', () => {
  const { content, ids } = board('a b')
  const id = stack(content, ids)
  moveCards(content, [ids[0]!], { in: HOME, keys: keysForSlot([], 0, 1) }, group)
  expect(readCard(content, id)?.place.in).toBe(HOME)
  moveCards(content, [ids[1]!], { in: 'parking', keys: keysForSlot([], 0, 1) }, group)
  expect(readCard(content, id)?.place).toMatchObject({ in: BIN, from: HOME })
})

test('a dissolved stack leaves its cards in its place, and one undo brings it back', () => {
  const { content, ids } = board('a b c d')
  const undo = createUndo(content)
  const keys = keysForSlot([], 0, 4)
  const id = undo.step(() => stackCards(content, { kind: group, title: 'S', in: HOME, order: keys[1]!, ids: [ids[1]!, ids[2]!] }))!
  undo.step(() => dissolveStack(content, id, group))
  expect(seen(content, HOME)).toEqual(['a', 'b', 'c', 'd'])
  expect(readCard(content, id)?.place.in).toBe(BIN)
  undo.undo()
  expect(seen(content, id)).toEqual(['b', 'c'])
  expect(seen(content, HOME)).toEqual(['a', 'S', 'd'])
  undo.undo()
  expect(seen(content, HOME)).toEqual(['a', 'b', 'c', 'd'])
  undo.close()
})

test('a stack goes to the bin with its cards and comes back with them', () => {
  const { content, ids } = board('a b c')
  const id = stack(content, [ids[0]!, ids[1]!])
  binCards(content, [id], group)
  expect(seen(content, HOME)).toEqual(['c'])
  expect(seen(content, BIN).toSorted()).toEqual(['Stapel', 'a', 'b'])
  restoreCards(content, [id], group)
  expect(seen(content, id)).toEqual(['a', 'b'])
  expect(seen(content, BIN)).toEqual([])
})

test('one card of a stack in the bin comes back alone, to where the stack lay', () => {
  const { content, ids } = board('a b')
  const id = stack(content, ids)
  binCards(content, [id], group)
  restoreCard(content, ids[0]!)
  expect(readCard(content, ids[0]!)?.place.in).toBe(HOME)
  expect(readCard(content, id)?.place.in).toBe(BIN)
})

test('several cards and their stack come back in one go, in whatever order they are named', () => {
  const { content, ids } = board('a b c')
  const id = stack(content, [ids[0]!, ids[1]!])
  binCards(content, [ids[2]!, id], group)
  restoreCards(content, [ids[0]!, ids[2]!, id], group)
  expect(seen(content, id)).toEqual(['a', 'b'])
  expect(seen(content, HOME).toSorted()).toEqual(['Stapel', 'c'])
})

test('two people who stack the same cards at once: each card is in one place, and none is lost', () => {
  const { content, ids } = board('a b c')
  apart(
    content,
    (mine) => stack(mine, [ids[0]!, ids[1]!], 'eins'),
    (theirs) => stack(theirs, [ids[1]!, ids[2]!], 'zwei'),
  )
  const cards = readCards(content)
  const stacks = cards.filter((card) => card.kind === group)
  expect(stacks.length).toBe(2)
  const inside = stacks.flatMap((card) => seen(content, card.id))
  expect(inside.toSorted()).toEqual(['a', 'b', 'c'])
})

test.each([
  ['dissolves', (content: Content, id: CardId) => dissolveStack(content, id, group)],
  ['removes', (content: Content, id: CardId) => binCards(content, [id], group)],
])('one %s a stack while another adds to it: the added card is shown where the stack lay', (_, leave) => {
  const { content, ids } = board('a b c')
  const id = stack(content, [ids[0]!, ids[1]!])
  const before = createBoardStore(content, vi.fn(), group)
  apart(
    content,
    (mine) => leave(mine, id),
    (theirs) => moveCards(theirs, [ids[2]!], { in: id, keys: keysForSlot([], 0, 1) }, group),
  )
  expect(readCard(content, ids[2]!)?.place.in, 'it lies in the binned stack').toBe(id)
  expect(seen(content, HOME)).toContain('c')
  const state = before.store.getState()
  expect(cardIdsIn(state, HOME), 'the same for who was there all the time').toContain(ids[2])
  expect(cardIdsIn(state, id)).toEqual([])
  expect(questionOf(state, ids[2]!)).toBe(HOME)
  restoreCards(content, [id], group)
  expect(cardIdsIn(before.store.getState(), HOME)).not.toContain(ids[2])
  expect(seen(content, id)).toContain('c')
  before.close()
})

test('what lies in a stack counts for rules and plan as if it lay in the question', () => {
  const cards = [
    { id: 'S', kind: group, in: HOME },
    { id: 'a', kind: 'task', in: 'S' },
    { id: 'b', kind: 'task', in: 'gone' },
  ]
  const graph = indexBoard(boardOf(cards))
  expect(graph.home.get('a' as CardId)).toBe(HOME)
  expect(graph.active.get(task)?.map((card) => card.id)).toEqual(['a', 'b'])
  const binned = boardOf(cards)
  const orphaned = {
    ...binned,
    cards: binned.cards.map((card) => (card.id === 'S' ? { ...card, place: { ...card.place, in: BIN, from: HOME } } : card)),
  }
  expect(indexBoard(orphaned).home.get('a' as CardId), 'added while the stack was taken away').toBe(HOME)
})
